"""`when`: the whole rule language. All fields must hold, any value in a field is enough."""

from msgspec import Struct

from familysafe.domain.household import AgeBand


class When(Struct, frozen=True, forbid_unknown_fields=True):
    """For whom a step stands in the plan; an empty field asks for nothing."""

    ages: tuple[AgeBand, ...] = ()
    countries: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


class Circumstances(Struct, frozen=True):
    """What is known of one target: the ages of its people (None: unknown), country, device guides, services."""

    ages: frozenset[AgeBand | None]
    country: str
    devices: frozenset[str]
    services: frozenset[str]


def holds(when: When, around: Circumstances) -> bool:
    """True when every field holds; an unknown age rules nothing out."""
    return (
        (not when.ages or None in around.ages or not around.ages.isdisjoint(when.ages))
        and (not when.countries or around.country in when.countries)
        and (not when.devices or not around.devices.isdisjoint(when.devices))
        and (not when.services or not around.services.isdisjoint(when.services))
    )
