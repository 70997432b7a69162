"""Small views for pages; every builder has defaults, so a test names only what it is about."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from familysafe.domain.answer import Answer, Evidence, Outcome, State
from familysafe.domain.household import AgeBand, Household
from familysafe.domain.target import ItemKey, Target, TargetKind
from familysafe.domain.views import (
    Appearance,
    CardRow,
    Explain,
    FamilyView,
    Group,
    GuideChoice,
    GuideView,
    MenuPath,
    Progress,
    SettingsView,
    SetUpView,
    Shelves,
    StepRow,
    StepView,
    TalkRow,
    TalkView,
    TodayView,
)
from tests.builders import CHECKED, TODAY, a_card, a_household, card_words

IPAD = Target(TargetKind.DEVICE, device="d1")


def a_key(step: str = "ipad.code") -> ItemKey:
    return ItemKey(step, IPAD)


def an_answer(step: str = "ipad.code", **changes: Any) -> Answer:
    """Seen six days ago."""
    return replace(Answer(step, IPAD, date(2026, 11, 16), State.DONE, Evidence.SEEN), **changes)


def held(step: str = "ipad.code", **changes: Any) -> Answer:
    return replace(an_answer(step, evidence=Evidence.TESTED, outcome=Outcome.HELD), **changes)


def did_not_hold(step: str = "ipad.code") -> Answer:
    return an_answer(step, state=State.TO_DO, evidence=Evidence.TESTED, outcome=Outcome.DID_NOT_HOLD)


def a_row(step: str = "ipad.code", title: str = "Set a code", **changes: Any) -> StepRow:
    default = StepRow(
        key=a_key(step),
        title=title,
        why="Younger cannot change it.",
        place="The iPad",
        icon="tablet",
        initial="Y",
        minutes=5,
        group="device:d1",
        guide="ipad",
        children=("c1",),
    )
    return replace(default, **changes)


def a_progress(**changes: Any) -> Progress:
    default = Progress("device:d1", "The iPad", "Younger", "tablet", 6, tested=3, seen=1)
    return replace(default, **changes)


def a_group(own: str = "device:d1", title: str = "The iPad", *rows: StepRow) -> Group:
    settled = sum(row.answer is not None and row.answer.is_settled for row in rows)
    progress = a_progress(id=own, title=title, of=len(rows), tested=0, seen=settled)
    return Group(own, title, "tablet", "ipad", rows, progress)


def a_plan(*groups: Group, children: tuple[tuple[str, str], ...] = ()) -> SetUpView:
    return SetUpView(groups, children, 30)


def a_card_row(own: str = "trust.tea", opener: str = "What made you laugh?", **changes: Any) -> CardRow:
    words = card_words(opener)
    return replace(CardRow(a_card(own), words, own.partition(".")[0].capitalize()), **changes)


def a_today(**changes: Any) -> TodayView:
    """Two steps that fit into a quarter of an hour, a card, and one ring."""
    default = TodayView(
        today=TODAY,
        minutes=15,
        picks=(a_row(), a_row("ipad.sleep", "Agree on a bedtime")),
        card=a_card_row(),
        look_again=(),
        rings=(a_progress(),),
        open_steps=2,
        household=a_household(),
        throw_away=False,
    )
    return replace(default, **changes)


def a_guide_view(**changes: Any) -> GuideView:
    default = GuideView(
        id="device:d1",
        title="The iPad · Younger",
        icon="tablet",
        about=("A tablet.",),
        room=("You and the iPad.",),
        limits=("It does not see other tablets.",),
        birthdays=((13, "they can end it themselves"),),
        minimum_age=0,
        rows=(a_row(), a_row("ipad.sleep", "Agree on a bedtime")),
    )
    return replace(default, **changes)


def a_step_view(**changes: Any) -> StepView:
    """A step for a nine-year-old with everything on it."""
    default = StepView(
        row=a_row(),
        guide_title="The iPad · Younger",
        number=1,
        count=2,
        children="Younger",
        who="an adult does it",
        reasons=("Younger (9) uses the iPad", "It helps every child"),
        careful=("Charge it first.",),
        paths=(MenuPath("ipados-27", "iPadOS 27", ("Settings", "Codes")), MenuPath("ipados-26", "iPadOS 26", ("Old",))),
        chosen_path=0,
        do=("Open it.", "Turn it on."),
        trap=("It asks once only.",),
        attempt=("Try to open it.",),
        expect=("It stays shut.",),
        if_fails=("Begin again.",),
        still_reachable=("Call somebody.",),
        way_round=("Some reset it.",),
        counter_check=("Look at the list.",),
        explain=(Explain(AgeBand.FROM_5, "It is a door."), Explain(AgeBand.FROM_8, "It is like a lock.")),
        chosen_explain=1,
        limits=("It is one door only.",),
        official="https://example.org/code",
        maker="example.org",
        qr=("101", "010", "111"),
        checked=CHECKED,
        to_confirm=False,
        asks_child_there=False,
        notes_open=True,
        previous=None,
        following=a_key("ipad.sleep"),
    )
    return replace(default, **changes)


def a_choice(own: str, title: str = "", **changes: Any) -> GuideChoice:
    return replace(GuideChoice(own, title or own.capitalize(), "", "tablet", (), general=False), **changes)


def shelves() -> Shelves:
    """Two devices, two networks, a filter and three apps."""
    named = (
        ("ipad", "iPad", "tablet"),
        ("tv", "Television", "tv"),
        ("other-device", "Something else", "device"),
    )
    devices = tuple(
        a_choice(own, title, short=title, icon=icon, general=own.startswith("other")) for own, title, icon in named
    )
    return Shelves(
        devices=devices,
        broadband=(a_choice("sky", "Sky", short="Sky"), a_choice("bt", "BT", short="BT")),
        mobile=(a_choice("ee", "EE", short="EE"), a_choice("o2", "O2", short="O2")),
        dns=(a_choice("clean-dns", "Clean DNS", short="Clean DNS"),),
        apps=(
            a_choice("roblox", "Roblox", short="Roblox", aliases=("Robux",)),
            a_choice("youtube", "YouTube", short="YouTube"),
            a_choice("other-app", "Something else", short="Something else", general=True),
        ),
    )


def a_family(household: Household | None = None) -> FamilyView:
    return FamilyView(household or a_household(), shelves(), TODAY)


def a_talk_row(**changes: Any) -> TalkRow:
    return replace(TalkRow("t1", TODAY, ("What made you laugh?",), "Younger", "Ask about Sam."), **changes)


def a_talk_view(**changes: Any) -> TalkView:
    """A home with a nine-year-old; two cards for that age and one for thirteen."""
    default = TalkView(
        topics=(("trust", "Trust", "heart"), ("games", "Games", "game")),
        cards=(
            a_card_row(),
            a_card_row("games.chat", "Who do you play with?"),
            a_card_row("trust.bus", "Who is on the bus?", card=a_card("trust.bus", band=AgeBand.FROM_13)),
        ),
        talks=(),
        children=(("c1", "Younger"),),
        band=AgeBand.FROM_8,
        notes_open=True,
    )
    return replace(default, **changes)


def settings(**changes: Any) -> SettingsView:
    default = SettingsView(Appearance(), "/home/somebody/FamilySafe", "0.1.0", CHECKED, 26, 150, throw_away=False)
    return replace(default, **changes)
