"""The plan as a list: pictures of its rows, before and after."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from familysafe.domain.answer import AnswerReason, State
from familysafe.domain.views import Group, SetUpView
from familysafe.ui.models.plan_model import ENTRY_ROLE, Entry, Filter, PlanModel, state_of
from tests.ui.views import a_group, a_key, a_plan, a_row, an_answer, did_not_hold, held

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
LATER = replace(an_answer(), state=State.LATER, evidence=None)
NOT_OURS = replace(an_answer(), state=State.NOT_FOR_US, evidence=None, reason=AnswerReason.NOT_ON_OURS)
MARKS = {"open": "☐", "done": "☑", "later": "◷"}


@pytest.fixture
def model(qtmodeltester: ModelTester) -> PlanModel:
    """An empty list, watched for what a list may not do."""
    model = PlanModel()
    qtmodeltester.check(model)
    return model


def ipad(code: object = None, sleep: object = None) -> Group:
    """Two steps on the iPad, with their answers."""
    return a_group(
        "device:d1",
        "The iPad",
        a_row("ipad.code", "Set a code", answer=code),
        a_row("ipad.sleep", "Agree on a bedtime", answer=sleep, children=("c1", "c2")),
    )


def roblox(chat: object = None) -> Group:
    """One step on Roblox, for the elder child."""
    return a_group("account:c2:roblox", "Roblox", a_row("roblox.chat", "Who may chat", answer=chat, children=("c2",)))


def picture(model: PlanModel) -> str:
    """The rows as one sees them: a heading with what is settled, then its steps."""
    lines = []
    for number in range(model.rowCount()):
        entry = model.index(number).data(ENTRY_ROLE)
        assert isinstance(entry, Entry)
        if entry.step is None:
            lines.append(f"{entry.group.title} {entry.group.progress.done}/{entry.group.progress.of}")
        else:
            lines.append(f"  {MARKS[state_of(entry.step)]} {entry.step.title}")
    return "\n".join(lines)


def drawn(text: str) -> str:
    """A picture in a test, without the margin it has there."""
    lines = [line.removeprefix("        ") for line in text.strip("\n").splitlines()]
    return "\n".join(line.rstrip() for line in lines).rstrip()


def changed_rows(model: PlanModel, change: Callable[[], None]) -> list[int]:
    """The rows that are said to differ while something happens; a reset fails."""
    rows: list[int] = []

    def noted(first: QModelIndex, last: QModelIndex) -> None:
        rows.extend(range(first.row(), last.row() + 1))

    def refused() -> None:
        raise AssertionError("everything was drawn anew")

    model.dataChanged.connect(noted)
    model.modelReset.connect(refused)
    change()
    model.dataChanged.disconnect(noted)
    model.modelReset.disconnect(refused)
    return rows


def test_before_anything_is_said_there_are_no_rows(model: PlanModel) -> None:
    """(nothing)"""
    assert picture(model) == ""
    assert isinstance(model, QAbstractItemModel)


def test_a_plan_is_its_groups_with_their_steps(model: PlanModel) -> None:
    """(nothing)"""
    model.show(a_plan(ipad(), roblox(held("roblox.chat"))), Filter())
    assert picture(model) == drawn("""
        The iPad 0/2
          ☐ Set a code
          ☐ Agree on a bedtime
        Roblox 1/1
          ☑ Who may chat
    """)


def test_an_answer_changes_its_row_and_the_heading_and_nothing_else(model: PlanModel) -> None:
    """
    The iPad 0/2
      ☐ Set a code
      ☐ Agree on a bedtime
    Roblox 0/1
      ☐ Who may chat
    """
    model.show(a_plan(ipad(), roblox()), Filter())
    changed = changed_rows(model, lambda: model.show(a_plan(ipad(code=held()), roblox()), Filter()))
    assert picture(model) == drawn("""
        The iPad 1/2
          ☑ Set a code
          ☐ Agree on a bedtime
        Roblox 0/1
          ☐ Who may chat
    """)
    # A heading travels with its steps, so those of the same group are told too; another group is left alone.
    assert {0, 1} <= set(changed) <= {0, 1, 2}


def test_it_did_not_hold_is_open_again(model: PlanModel) -> None:
    """
    Roblox 1/1
      ☑ Who may chat
    """
    model.show(a_plan(roblox(held("roblox.chat"))), Filter())
    model.show(a_plan(roblox(did_not_hold("roblox.chat"))), Filter())
    assert picture(model) == drawn("""
        Roblox 0/1
          ☐ Who may chat
    """)


def test_the_same_plan_again_changes_no_row(model: PlanModel) -> None:
    """
    The iPad 0/2
      ☐ Set a code
      ☐ Agree on a bedtime
    """
    model.show(a_plan(ipad()), Filter())
    assert changed_rows(model, lambda: model.show(a_plan(ipad()), Filter())) == []


def test_a_group_that_leaves_takes_its_rows_with_it(qtbot: QtBot, model: PlanModel) -> None:
    """
    The iPad 0/2
      ☐ Set a code
      ☐ Agree on a bedtime
    Roblox 0/1
      ☐ Who may chat
    """
    model.show(a_plan(ipad(), roblox()), Filter())
    with qtbot.waitSignal(model.modelReset):
        model.show(a_plan(roblox()), Filter())
    assert picture(model) == drawn("""
        Roblox 0/1
          ☐ Who may chat
    """)


PLAN = a_plan(ipad(code=held(), sleep=LATER), roblox())


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        (
            Filter(state="open"),
            """
        Roblox 0/1
          ☐ Who may chat
            """,
        ),
        (
            Filter(state="later"),
            """
        The iPad 1/2
          ◷ Agree on a bedtime
            """,
        ),
        (
            Filter(state="done"),
            """
        The iPad 1/2
          ☑ Set a code
            """,
        ),
        (
            Filter(child="c2"),
            """
        The iPad 1/2
          ◷ Agree on a bedtime
        Roblox 0/1
          ☐ Who may chat
            """,
        ),
        (
            Filter(found=frozenset({a_key("ipad.code")})),
            """
        The iPad 1/2
          ☑ Set a code
            """,
        ),
        (Filter(found=frozenset()), ""),
        (Filter(state="done", child="c2"), ""),
    ],
)
def test_a_filter_leaves_the_steps_that_fit_under_their_headings(model: PlanModel, wanted: Filter, rows: str) -> None:
    """
    The iPad 1/2
      ☑ Set a code
      ◷ Agree on a bedtime
    Roblox 0/1
      ☐ Who may chat
    """
    model.show(PLAN, wanted)
    assert picture(model) == drawn(rows)


def test_not_for_us_counts_as_done(model: PlanModel) -> None:
    """(nothing)"""
    model.show(a_plan(roblox(NOT_OURS)), Filter(state="done"))
    assert picture(model) == drawn("""
        Roblox 1/1
          ☑ Who may chat
    """)


def spoken(view: SetUpView) -> list[object]:
    model = PlanModel()
    model.show(view, Filter())
    return [model.index(number).data(ACCESSIBLE) for number in range(model.rowCount())]


def test_every_row_is_read_out(model: PlanModel) -> None:
    assert spoken(PLAN) == [
        "The iPad: 1 of 2 settled",
        "Set a code, The iPad, 5 min, tested",
        "Agree on a bedtime, The iPad, 5 min, later",
        "Roblox: 0 of 1 settled",
        "Who may chat, The iPad, 5 min, to do",
    ]


def test_a_test_of_long_ago_is_read_out_as_such() -> None:
    view = a_plan(a_group("home", "Our home", a_row(answer=held(), stale=True)))
    assert spoken(view)[1] == "Set a code, The iPad, 5 min, tested, look again"


def test_what_is_written_is_the_title(model: PlanModel) -> None:
    model.show(PLAN, Filter())
    assert [model.index(number).data() for number in range(2)] == ["The iPad", "Set a code"]


def test_there_is_nothing_else_to_be_asked_and_no_row_beyond_the_last(model: PlanModel) -> None:
    model.show(PLAN, Filter())
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None
    last = model.index(4)
    model.show(a_plan(), Filter())
    assert model.data(last) is None
    assert model.rowCount(model.index(0)) == 0
