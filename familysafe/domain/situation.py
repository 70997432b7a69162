"""What may have happened, and the calm steps that follow."""

from collections.abc import Iterable
from datetime import date
from enum import Enum

from msgspec import Struct

from familysafe.domain.guide import Confidence
from familysafe.domain.region import country_of, nation_of
from familysafe.domain.service import Audience, Service

INTERNATIONAL = "INT"


class HelpStepKind(Enum):
    """What a step of a situation is for; checks of order and the buttons beside a step go by it."""

    WORDS = "words"
    STAY = "stay"
    DANGER = "danger"
    STOP = "stop"
    NOTE = "note"
    REPORT = "report"
    BLOCK = "block"
    REMOVE = "remove"
    RECOVER = "recover"
    SCHOOL = "school"
    TALK = "talk"
    SETTINGS = "settings"
    NEXT_DAYS = "next-days"
    YOURSELF = "yourself"


class HelpStep(Struct, frozen=True, forbid_unknown_fields=True):
    """One screen; it stands only in `countries` where there are some, with those of `services` that fit the region."""

    id: str
    kind: HelpStepKind
    sources: tuple[str, ...]
    checked: date
    confidence: Confidence
    services: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()

    def stands_in(self, country: str) -> bool:
        """Whether it is a step of the walk there."""
        return not self.countries or country in self.countries


class Situation(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that has happened.

    `contacts` are service ids by country, most useful first, and all of them are shown; INT stands for every other
    country. `steps_in` is the order in a country where guidance differs. `quiet` keeps no record, no place and asks
    nothing again; `child` speaks to a child or teenager; `small` stands below the others.
    """

    id: str
    order: int
    steps: tuple[str, ...]
    contacts: dict[str, tuple[str, ...]]
    steps_in: dict[str, tuple[str, ...]] = {}
    plan: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    quiet: bool = False
    child: bool = False
    small: bool = False

    @property
    def keeps_nothing(self) -> bool:
        """No record, no place, no region, nothing asked later: nobody is to see that somebody was here."""
        return self.quiet or self.child

    def may_name(self, service: Service) -> bool:
        """A child is only sent to those who speak to children."""
        return not self.child or speaks_to(service, child=True)

    def steps_for(self, country: str) -> tuple[str, ...]:
        """Step ids in the order of a country's guidance."""
        return self.steps_in.get(country, self.steps)

    def contacts_for(self, country: str) -> tuple[str, ...]:
        """Service ids, most useful first."""
        return self.contacts.get(country) or self.contacts.get(INTERNATIONAL, ())


def serves(service: Service, region: str) -> bool:
    """Whether a service is for a region; where no nation was said, those of all nations are."""
    nation = nation_of(region)
    here = service.country in {country_of(region), INTERNATIONAL}
    return here and (not service.nations or not nation or nation in service.nations)


def fitting(services: Iterable[Service], region: str) -> list[Service]:
    """Those for a region in their order; a fallback only where none of the country's own stands among them."""
    found = [service for service in services if serves(service, region)]
    at_home = any(service.country != INTERNATIONAL for service in found)
    return [service for service in found if not (service.fallback and at_home)]


def speaks_to(service: Service, *, child: bool) -> bool:
    """Whether a child, or an adult, may turn to it."""
    return service.audience is not (Audience.ADULT if child else Audience.CHILD)
