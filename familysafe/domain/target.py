"""The concrete thing a step is done for."""

from enum import Enum

from msgspec import Struct


class TargetKind(Enum):
    """What an author may say a step is for."""

    ACCOUNT = "account"
    DEVICE = "device"
    MOBILE = "mobile"
    CONNECTION = "connection"
    HOME = "home"
    CHILD = "child"


class Target(Struct, frozen=True, order=True):
    """One target in this home; ids are opaque, the empty string where a field does not apply.

    An account is a child on a service (`roblox`, `apple`), so one family account is set up once for a child
    and not once for each device.
    """

    kind: TargetKind
    child: str = ""
    device: str = ""
    connection: str = ""
    service: str = ""


class ItemKey(Struct, frozen=True):
    """What an answer is kept under: a step and what it is done for."""

    step: str
    target: Target
