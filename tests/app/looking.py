"""A family with answers and talks, as the pages look at it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from familysafe.app.showing.rows import Showing
from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Answer
from familysafe.domain.guide import ConnectionKind, GuideKind
from familysafe.domain.household import Account, BirthMonth, Child, Connection, Device, Household
from familysafe.domain.memory import Memory
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.target import ItemKey, Target, TargetKind
from familysafe.planning.build import build_plan
from tests.builders import TODAY, a_card, a_guide, a_step, content_of, guide_words, step_words

YOUNGER = Child("c1", "Younger", BirthMonth(2017, 3))
ELDER = Child("c2", "Elder", BirthMonth(2012, 3))
IPAD_CODE = ItemKey("ipad.code", Target(TargetKind.DEVICE, device="d1"))
FAMILY = Household(
    children=(YOUNGER, ELDER),
    devices=(
        Device("d1", "ipad", used_by=("c1",), mobile="ee", system="ipados-26"),
        Device("d2", "ipad", "Elder’s iPad", ("c2",)),
    ),
    connections=(Connection("n1", "sky"),),
    accounts=(Account("c1", "roblox"), Account("c2", "roblox")),
)


def content() -> Compiled:
    """A shelf of each kind, with menus that differ by system and sentences that differ by country."""
    connection = GuideKind.CONNECTION
    return content_of(
        guides=(
            a_guide(
                "ipad",
                "ipad.account",
                "ipad.code",
                service="apple",
                systems=("ipados-27", "ipados-26"),
                birthdays=(13,),
            ),
            a_guide("roblox", "roblox.chat", kind=GuideKind.APP, service="roblox", icon="game"),
            a_guide("sky", "sky.shield", kind=connection, connection=ConnectionKind.BROADBAND, icon="router"),
            a_guide("ee", "ee.filter", kind=connection, connection=ConnectionKind.MOBILE),
            a_guide("home", "home.who", "home.drawer", kind=GuideKind.HOME, icon="home"),
        ),
        steps=(
            a_step("ipad.account", target=TargetKind.ACCOUNT, weight=5),
            a_step("ipad.code", needs=("ipad.account",)),
            a_step("roblox.chat", target=TargetKind.ACCOUNT),
            a_step("sky.shield", target=TargetKind.CONNECTION),
            a_step("ee.filter", target=TargetKind.MOBILE),
            a_step("home.who", target=TargetKind.CHILD, weight=5, minutes=1),
            a_step("home.drawer", target=TargetKind.HOME, weight=1, minutes=30),
        ),
        cards=(
            a_card("trust.tea"),
            a_card("trust.bus", band=ELDER.band_on(TODAY)),
            a_card("games.chat", guides=("roblox",)),
        ),
        words={
            "ipad": guide_words(
                "iPad",
                said="the iPad",
                systems={"ipados-27": "iPadOS 27", "ipados-26": "iPadOS 26"},
                birthdays={"13": ("It opens.",)},
            ),
            "ipad.code": step_words(
                "Set a code on {device}",
                why=("{child} cannot change it.",),
                where={"ipados-27": ("Settings", "{device}"), "ipados-26": ("Old settings",)},
            ),
        },
    )


def look(
    household: Household = FAMILY,
    answers: Iterable[Answer] = (),
    *,
    today: date = TODAY,
    made: Compiled | None = None,
    **more: Any,
) -> Showing:
    """The family as pages see it; `more` goes into what is remembered."""
    made = made or content()
    memory = Memory(household=household, answers=tuple(answers), **more)
    plan = build_plan(made.catalogue, household, memory.by_key(), today)
    return Showing(made, Snapshot(memory, plan))
