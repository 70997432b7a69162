"""The words of one language for everything in the catalogue."""

from collections.abc import Mapping

from msgspec import Struct, field

from familysafe.domain.household import AgeBand
from familysafe.domain.region import country_of


class Local(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence that is true in some countries, or nations of a country, only."""

    text: str
    countries: tuple[str, ...]


Line = str | Local
Lines = tuple[Line, ...]
ANY_SYSTEM = "any"


def lines_in(lines: Lines, region: str) -> tuple[str, ...]:
    """The sentences that hold in a region: a country such as GB, or a nation of it such as GB-SCT."""
    country = country_of(region)
    return tuple(
        line if isinstance(line, str) else line.text
        for line in lines
        if isinstance(line, str) or region in line.countries or country in line.countries
    )


class ChildsEyeTest(Struct, frozen=True, forbid_unknown_fields=True):
    """A one-minute try on the child's device, what should happen, and what to do if it does not."""

    attempt: Lines = field(name="try")
    expect: Lines = ()
    if_fails: Lines = ()


class WayRound(Struct, frozen=True, forbid_unknown_fields=True):
    """What children commonly do about a control, and how a parent would notice."""

    what: Lines
    counter_check: Lines


class StepWords(Struct, frozen=True, forbid_unknown_fields=True):
    """All that is said about one step; `where` is a menu path for each system, or under `any`."""

    title: str
    why: Lines
    do: Lines
    where: dict[str, tuple[str, ...]]
    test: ChildsEyeTest
    explain: dict[AgeBand, Lines]
    limits: Lines
    careful: Lines = ()
    trap: Lines = ()
    still_reachable: Lines = ()
    way_round: WayRound | None = None

    def path_for(self, system: str | None) -> tuple[str, ...]:
        """The menu path of a system; without one, the newest written."""
        if system in self.where:
            return self.where[system]
        return self.where.get(ANY_SYSTEM) or next(iter(self.where.values()), ())


class GuideWords(Struct, frozen=True, forbid_unknown_fields=True):
    """All that is said about a guide as a whole; `room` is who and what must be there to begin.

    `said` stands in sentences: "the Echo speaker", "EE".
    """

    title: str
    about: Lines
    room: Lines
    limits: Lines
    aliases: tuple[str, ...] = ()
    short: str = ""
    said: str = ""
    systems: dict[str, str] = {}
    birthdays: dict[str, Lines] = {}


class CardWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What a card says: `opener` is spoken, the rest is for the grown-up.

    `another_way` is for a child who finds talking hard: pictures, writing, side by side.
    """

    opener: str
    follow_ups: Lines
    listen_for: Lines
    not_to_say: Lines
    if_they_tell: Lines
    another_way: Lines = ()


class ServiceWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What a service does and how to use it; `hours` and `cost` only where verified."""

    name: str
    does: Lines
    hours: str = ""
    cost: str = ""
    access: Lines = ()


class SituationWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What has happened, in a few words; `short` is its name where there is little room."""

    title: str
    about: Lines
    short: str = ""
    aliases: tuple[str, ...] = ()


class HelpStepWords(Struct, frozen=True, forbid_unknown_fields=True):
    """One screen of help: what to do, what to say and what not, what never, and what else when it is not possible."""

    title: str
    do: Lines
    say: Lines = ()
    not_to_say: Lines = ()
    never: Lines = ()
    if_not: Lines = ()


class Phrasebook(Struct, frozen=True, forbid_unknown_fields=True):
    """One language, complete for every id of the catalogue."""

    language: str
    guides: Mapping[str, GuideWords]
    steps: Mapping[str, StepWords]
    topics: Mapping[str, str]
    cards: Mapping[str, CardWords]
    services: Mapping[str, ServiceWords]
    situations: Mapping[str, SituationWords]
    help_steps: Mapping[str, HelpStepWords]
