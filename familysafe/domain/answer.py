"""What the family says of a step for a target, and how well it is known."""

from datetime import date
from enum import Enum

from msgspec import Struct

from familysafe.domain.target import ItemKey, Target


class State(Enum):
    """What was decided."""

    TO_DO = "to-do"
    DONE = "done"
    LATER = "later"
    NOT_FOR_US = "not-for-us"
    LOOSENED = "loosened"


class Evidence(Enum):
    """How it is known: somebody says so, a parent saw the switch, it was tried as the child would."""

    TOLD = "told"
    SEEN = "seen"
    TESTED = "tested"


class Outcome(Enum):
    """What a test showed."""

    HELD = "held"
    DID_NOT_HOLD = "did-not-hold"


class AnswerReason(Enum):
    """Why a step is not for us, or was loosened on purpose."""

    OTHER_WAY = "other-way"
    NOT_ON_OURS = "not-on-ours"
    CARE_PLAN = "care-plan"
    DOES_NOT_FIT = "does-not-fit"
    OLDER_NOW = "older-now"
    ON_TRIAL = "on-trial"
    GOT_IN_THE_WAY = "got-in-the-way"
    RATHER_NOT_SAY = "rather-not-say"


NOT_FOR_US_REASONS = (
    AnswerReason.NOT_ON_OURS,
    AnswerReason.OTHER_WAY,
    AnswerReason.DOES_NOT_FIT,
    AnswerReason.CARE_PLAN,
    AnswerReason.RATHER_NOT_SAY,
)
LOOSENED_REASONS = (
    AnswerReason.OLDER_NOW,
    AnswerReason.ON_TRIAL,
    AnswerReason.GOT_IN_THE_WAY,
    AnswerReason.CARE_PLAN,
    AnswerReason.RATHER_NOT_SAY,
)
SETTLED = frozenset({State.DONE, State.NOT_FOR_US, State.LOOSENED})


class Answer(Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the log; for each step and target the newest entry decides.

    `on` is the day it was given, `until` the day a *later* comes back, `menu_note` what the menu says on this
    device, `child_there` whether a child of 11 or more took part in the test.
    """

    step: str
    target: Target
    on: date
    state: State = State.TO_DO
    evidence: Evidence | None = None
    outcome: Outcome | None = None
    until: date | None = None
    reason: AnswerReason | None = None
    note: str = ""
    menu_note: str = ""
    child_there: bool | None = None

    @property
    def key(self) -> ItemKey:
        return ItemKey(self.step, self.target)

    @property
    def is_settled(self) -> bool:
        """Done, not for us and loosened on purpose need nothing more."""
        return self.state in SETTLED

    def is_waiting(self, today: date) -> bool:
        """True while a *later* has not come round."""
        return self.state is State.LATER and self.until is not None and self.until > today
