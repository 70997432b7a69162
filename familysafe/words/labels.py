"""Short names for everything that a person can choose."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from familysafe.domain.answer import AnswerReason, Evidence, State
from familysafe.domain.guide import ConnectionKind, GuideKind, Who
from familysafe.domain.household import AgeBand, Worry
from familysafe.words.language import _

Key = TypeVar("Key")
Table = Mapping[Key, Callable[[], str]]

WORRIES: Table[Worry] = {
    Worry.NEW_DEVICE: lambda: _("A new device"),
    Worry.ASKED_FOR_APP: lambda: _("They have asked for an app"),
    Worry.STRANGERS: lambda: _("Strangers and group chats"),
    Worry.SEEING: lambda: _("What they might see"),
    Worry.SLEEP: lambda: _("Screens, sleep and rows"),
    Worry.CHECKING: lambda: _("Just checking"),
}
WORRY_LINES: Table[Worry] = {
    Worry.NEW_DEVICE: lambda: _("A phone, tablet or console to set up before it is handed over"),
    Worry.ASKED_FOR_APP: lambda: _("What age it is for, what to set, what to say"),
    Worry.STRANGERS: lambda: _("Who can reach them, and what to agree"),
    Worry.SEEING: lambda: _("Filters at home and on the move, and that they hold"),
    Worry.SLEEP: lambda: _("Limits that were agreed rather than fought over"),
    Worry.CHECKING: lambda: _("Is what we set up still in place?"),
}
EVIDENCE: Table[Evidence] = {
    Evidence.TOLD: lambda: _("Someone says so"),
    Evidence.SEEN: lambda: _("I have seen it"),
    Evidence.TESTED: lambda: _("We tested it"),
}
EVIDENCE_SHORT: Table[Evidence] = {
    Evidence.TOLD: lambda: _("told"),
    Evidence.SEEN: lambda: _("seen"),
    Evidence.TESTED: lambda: _("tested"),
}
STATES: Table[State] = {
    State.TO_DO: lambda: _("To do"),
    State.DONE: lambda: _("Done"),
    State.LATER: lambda: _("Later"),
    State.NOT_FOR_US: lambda: _("Not for us"),
    State.LOOSENED: lambda: _("Loosened on purpose"),
}
WHO: Table[Who] = {
    Who.ADULT: lambda: _("an adult does it"),
    Who.TOGETHER: lambda: _("together"),
    Who.YOUNG_PERSON: lambda: _("the young person does it"),
}
REASONS: Table[AnswerReason] = {
    AnswerReason.NOT_ON_OURS: lambda: _("Ours does not have it"),
    AnswerReason.OTHER_WAY: lambda: _("We do it another way"),
    AnswerReason.DOES_NOT_FIT: lambda: _("It does not fit our child"),
    AnswerReason.CARE_PLAN: lambda: _("The care plan says otherwise"),
    AnswerReason.OLDER_NOW: lambda: _("They are older now"),
    AnswerReason.ON_TRIAL: lambda: _("We are trying it out"),
    AnswerReason.GOT_IN_THE_WAY: lambda: _("It got in the way of something good"),
    AnswerReason.RATHER_NOT_SAY: lambda: _("Rather not say"),
}
BANDS: Table[AgeBand] = {
    AgeBand.UNDER_5: lambda: _("Under 5"),
    AgeBand.FROM_5: lambda: _("5 to 7"),
    AgeBand.FROM_8: lambda: _("8 to 10"),
    AgeBand.FROM_11: lambda: _("11 and 12"),
    AgeBand.FROM_13: lambda: _("13 to 15"),
    AgeBand.FROM_16: lambda: _("16 and 17"),
}
KINDS: Table[GuideKind] = {
    GuideKind.DEVICE: lambda: _("Devices"),
    GuideKind.CONNECTION: lambda: _("Connections"),
    GuideKind.APP: lambda: _("Apps"),
    GuideKind.HOME: lambda: _("Our home"),
}
CONNECTIONS: Table[ConnectionKind] = {
    ConnectionKind.BROADBAND: lambda: _("Home broadband"),
    ConnectionKind.MOBILE: lambda: _("Mobile network"),
    ConnectionKind.DNS: lambda: _("Extra filter (DNS)"),
}
NATIONS: Table[str] = {
    "ENG": lambda: _("England"),
    "SCT": lambda: _("Scotland"),
    "WLS": lambda: _("Wales"),
    "NIR": lambda: _("Northern Ireland"),
}


def worry_label(worry: Worry) -> str:
    return WORRIES[worry]()


def nation_name(nation: str) -> str:
    """`Scotland`; the code itself where there is no name."""
    return NATIONS[nation]() if nation in NATIONS else nation
