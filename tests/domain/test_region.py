"""A region is a country, or a nation of one."""

import pytest

from familysafe.domain.region import country_of, nation_of, region_of


@pytest.mark.parametrize(("region", "country", "nation"), [("GB", "GB", ""), ("GB-SCT", "GB", "SCT")])
def test_a_region_is_taken_apart_and_put_together(region: str, country: str, nation: str) -> None:
    assert (country_of(region), nation_of(region)) == (country, nation)
    assert region_of(country, nation) == region
