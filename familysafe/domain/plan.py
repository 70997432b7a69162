"""The ordered steps for a household today, each with the reason it is here."""

from datetime import date
from enum import Enum

from msgspec import Struct

from familysafe.domain.answer import Answer
from familysafe.domain.target import ItemKey, Target


class ReasonCode(Enum):
    """Why an item is in the plan, and why it stands where it stands."""

    CHILD_USES_DEVICE = "child-uses-device"
    CHILD_HAS_APP = "child-has-app"
    DEVICE_AT_HOME = "device-at-home"
    DEVICE_ON_NETWORK = "device-on-network"
    CONNECTION_AT_HOME = "connection-at-home"
    EVERY_HOME = "every-home"
    EVERY_CHILD = "every-child"
    WORRY = "worry"
    NEEDED_FIRST = "needed-first"
    AFTER_NEEDS = "after-needs"
    AFTER_ACCOUNTS = "after-accounts"
    AFTER_DEVICES = "after-devices"
    MOST_FOR_THE_TIME = "most-for-the-time"


class Reason(Struct, frozen=True):
    """A code, and the ids its sentence speaks of."""

    code: ReasonCode
    children: tuple[str, ...] = ()
    device: str = ""
    guide: str = ""
    worry: str = ""
    step: str = ""


class PlanItem(Struct, frozen=True):
    """One step for one target; `children` are the ids of those it touches, `guide` the one it was met in."""

    step: str
    target: Target
    guide: str
    children: tuple[str, ...]
    minutes: int
    weight: int
    needs: tuple[ItemKey, ...] = ()
    reasons: tuple[Reason, ...] = ()
    answer: Answer | None = None

    @property
    def key(self) -> ItemKey:
        return ItemKey(self.step, self.target)

    @property
    def is_settled(self) -> bool:
        return self.answer is not None and self.answer.is_settled


class Plan(Struct, frozen=True):
    """Items in the order in which a family would do them."""

    items: tuple[PlanItem, ...]
    today: date

    @property
    def minutes(self) -> int:
        return sum(item.minutes for item in self.items)

    def item(self, key: ItemKey) -> PlanItem | None:
        return next((item for item in self.items if item.key == key), None)
