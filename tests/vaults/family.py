"""The family in the golden vaults: something in every field, in the words of several languages. It is never changed."""

from datetime import date

from familysafe.domain.answer import Answer, AnswerReason, Evidence, Outcome, State
from familysafe.domain.change import Change, ChangeHousehold, ForgetTalk, GiveAnswer, KeepPreferences, RecordTalk
from familysafe.domain.household import (
    Account,
    AgeBand,
    BirthMonth,
    Child,
    Connection,
    Device,
    Household,
    Worry,
)
from familysafe.domain.memory import Preferences
from familysafe.domain.talk import Talk
from familysafe.domain.target import Target, TargetKind

IPAD = Target(TargetKind.DEVICE, device="d1")
PHONE = Target(TargetKind.MOBILE, child="c2", device="d2", connection="ee-mobile")
ROBLOX = Target(TargetKind.ACCOUNT, child="c1", service="roblox")
HOME = Target(TargetKind.HOME)
HOUSEHOLD = Household(
    country="GB",
    worries=(Worry.STRANGERS, Worry.SLEEP),
    children=(
        Child("c1", "Zoë “Zaunkönig”", BirthMonth(2017, 3), notes_on=True),
        Child("c2", "محمد", age_band=AgeBand.FROM_13, sometimes_here=True, decisions_shared=True),
        Child("c3", ""),
    ),
    devices=(
        Device("d1", "ipad", "the old tablet 🦉", ("c1", "c3"), system="ipados-26"),
        Device("d2", "iphone", "", ("c2",), mobile="ee-mobile"),
        Device("d3", "nintendo-switch"),
    ),
    connections=(Connection("n1", "sky-broadband"),),
    accounts=(Account("c1", "roblox"), Account("c2", "whatsapp")),
)
ANSWERS = (
    Answer("ipad.code", IPAD, date(2026, 1, 2), State.DONE, Evidence.TOLD),
    Answer("ipad.code", IPAD, date(2026, 2, 3), State.DONE, Evidence.TESTED, Outcome.HELD, child_there=True),
    Answer("ipad.web", IPAD, date(2026, 2, 3), State.TO_DO, Evidence.TESTED, Outcome.DID_NOT_HOLD, child_there=False),
    Answer("roblox.chat", ROBLOX, date(2026, 2, 4), State.LATER, until=date(2026, 12, 24)),
    Answer("ee.filter", PHONE, date(2026, 2, 5), State.NOT_FOR_US, reason=AnswerReason.OTHER_WAY),
    Answer("home.drawer", HOME, date(2026, 2, 6), State.LOOSENED, reason=AnswerReason.OLDER_NOW, note="Agreed in May."),
    Answer(
        "home.router",
        HOME,
        date(2026, 2, 7),
        State.DONE,
        Evidence.SEEN,
        note="Line one.\nZeile zwei – 第三行",
        menu_note="Menü",
    ),
)
TALKS = (
    Talk("t1", date(2026, 3, 1), ("trust.tea", "games.chat"), ("c1",), "She laughed.\n\nNext time: the bus."),
    Talk("t2", date(2026, 3, 8), ()),
    Talk("t3", date(2026, 3, 9), ("trust.bus",), ("c1", "c2"), "x" * 2_000),
)
CHANGES: tuple[Change, ...] = (
    KeepPreferences(Preferences(minutes=30, started=True)),
    ChangeHousehold(Household(children=(Child("c9", "Somebody else"),))),
    ChangeHousehold(HOUSEHOLD),
    *(GiveAnswer(answer) for answer in ANSWERS),
    RecordTalk(Talk("t1", date(2026, 3, 1), (), (), "Written anew below.")),
    RecordTalk(Talk("t0", date(2026, 3, 2), ("trust.tea",))),
    *(RecordTalk(talk) for talk in TALKS),
    ForgetTalk("t0"),
)
