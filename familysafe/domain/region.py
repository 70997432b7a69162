"""A region: a country, or a nation of one, as ISO 3166-2 writes it."""

# Those that the content speaks of; INT is for everywhere else.
REGIONS = ("GB", "GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR", "IE", "US", "CA", "AU", "NZ", "INT")


def region_of(country: str, nation: str = "") -> str:
    """`GB` and `SCT` → `GB-SCT`; the country alone where no nation was said."""
    return f"{country}-{nation}" if nation else country


def country_of(region: str) -> str:
    """`GB-SCT` → `GB`."""
    return region.partition("-")[0]


def nation_of(region: str) -> str:
    """`GB-SCT` → `SCT`; empty for a whole country."""
    return region.partition("-")[2]
