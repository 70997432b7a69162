"""Who can be contacted when something has happened."""

from datetime import date
from enum import Enum
from typing import Literal

from msgspec import Struct

from familysafe.domain.guide import Confidence

Recheck = Literal["phone", "text", "web", "hours", "cost", "access"]


class ServiceKind(Enum):
    """What a service is for, most urgent first."""

    EMERGENCY = "emergency"
    CRISIS = "crisis"
    HELPLINE = "helpline"
    REPORT = "report"
    REMOVAL = "removal"
    ADVICE = "advice"


class Audience(Enum):
    """Whom a service speaks to."""

    CHILD = "child"
    ADULT = "adult"
    ANYONE = "anyone"


class Service(Struct, frozen=True, forbid_unknown_fields=True):
    """One service; `nations` (ENG, SCT, WLS, NIR) empty means the whole country.

    A `fallback` is a list of services in all countries, for those that have none of their own here. What stands under
    `recheck` (phone, text, web, hours, cost, access) is kept for authors and never compiled.
    """

    id: str
    country: str
    kind: ServiceKind
    audience: Audience
    sources: tuple[str, ...]
    checked: date
    confidence: Confidence
    phone: str = ""
    text: str = ""
    web: str = ""
    nations: tuple[str, ...] = ()
    order: int = 100
    recheck: tuple[Recheck, ...] = ()
    fallback: bool = False
