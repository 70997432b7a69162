"""The structure of guides and steps; their words are in the phrasebook."""

from collections.abc import Collection
from datetime import date
from enum import Enum

from msgspec import Struct

from familysafe.domain.condition import When
from familysafe.domain.household import Worry
from familysafe.domain.target import TargetKind


class GuideKind(Enum):
    """The four shelves."""

    DEVICE = "device"
    CONNECTION = "connection"
    APP = "app"
    HOME = "home"


class ConnectionKind(Enum):
    """The three ways into the internet that can be filtered."""

    BROADBAND = "broadband"
    MOBILE = "mobile"
    DNS = "dns"


class Who(Enum):
    """Who does a step."""

    ADULT = "adult"
    TOGETHER = "together"
    YOUNG_PERSON = "young-person"


class Effect(Enum):
    """What a step takes away; each of these owes a second try that help is still reachable."""

    FILTER = "filter"
    BEDTIME = "bedtime"
    CONTACT_LIMIT = "contact-limit"


class Confidence(Enum):
    """Whether the menu words were read in the source."""

    CHECKED = "checked"
    TO_CONFIRM = "to-confirm"


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """One checkable action; `minutes` of an adult's time, `weight` 1–5, `needs` ids of steps that come before."""

    id: str
    target: TargetKind
    who: Who
    minutes: int
    weight: int
    official: str
    sources: tuple[str, ...]
    checked: date
    confidence: Confidence
    needs: tuple[str, ...] = ()
    when: When = When()
    effects: tuple[Effect, ...] = ()
    worries: tuple[Worry, ...] = ()


class Guide(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything to set up for one kind of device, connection or app, or for the home itself.

    `service` is what its account steps belong to; `systems` newest first; `shelf_life` in days is how long a
    tested answer stays fresh; `steps` are ids in the author's order, some of them written in another guide.
    """

    id: str
    kind: GuideKind
    icon: str
    shelf_life: int
    steps: tuple[str, ...]
    service: str = ""
    connection: ConnectionKind | None = None
    systems: tuple[str, ...] = ()
    minimum_age: int = 0
    birthdays: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    general: bool = False
    order: int = 100

    def system_among(self, devices: Collection[str]) -> str | None:
        """A connection is set on the devices at home: the first system that is the guide of one of them."""
        at_home = (one for one in self.systems if self.kind is GuideKind.CONNECTION and one in devices)
        return next(at_home, None)
