"""Set up: the plan with its filters and a search."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QListView
from pytestqt.qtbot import QtBot

from familysafe.ui.pages.set_up import SetUpPage
from familysafe.ui.theme import Theme
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, come_to_rest, press, says, seen
from tests.ui.views import a_group, a_key, a_plan, a_row, held

BOTH = (("c1", "Younger"), ("c2", "Elder"))
PLAN = a_plan(
    a_group(
        "device:d1",
        "The iPad",
        a_row("ipad.code", "Set a code", answer=held()),
        a_row("ipad.sleep", "Agree on a bedtime", children=("c2",)),
    ),
    children=BOTH,
)


@pytest.fixture
def page(theme: Theme, show: Show) -> SetUpPage:
    page = SetUpPage(theme)
    page.show_view(PLAN)
    show(page, 900, 700)
    return page


def plan_list(page: SetUpPage) -> QListView:
    return seen(page, QListView)[0]


def rows(page: SetUpPage) -> list[str]:
    model = page.findChildren(QListView)[0].model()
    return [model.index(number, 0).data() for number in range(model.rowCount())]


def test_it_shows_the_plan(page: SetUpPage) -> None:
    assert rows(page) == ["The iPad", "Set a code", "Agree on a bedtime"]
    assert button(page, "Show: All").isChecked()


def test_a_click_opens_a_step(qtbot: QtBot, page: SetUpPage) -> None:
    view = plan_list(page)
    place = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignal(page.step_opened) as said:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert said.args == [a_key("ipad.sleep")]


@pytest.mark.parametrize(("row", "signal"), [(0, "group_opened"), (1, "step_opened")])
def test_enter_opens_the_row_where_one_is(qtbot: QtBot, page: SetUpPage, row: int, signal: str) -> None:
    view = plan_list(page)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    for _step in range(row):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(getattr(page, signal)) as said:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert said.args == [a_key("ipad.code") if row else "device:d1"]


@pytest.mark.parametrize(
    ("chip", "left"),
    [
        ("Show: To do", ["The iPad", "Agree on a bedtime"]),
        ("Show: Done", ["The iPad", "Set a code"]),
        ("For: Younger", ["The iPad", "Set a code"]),
        ("For: Elder", ["The iPad", "Agree on a bedtime"]),
    ],
)
def test_a_chip_narrows_the_plan(qtbot: QtBot, page: SetUpPage, chip: str, left: list[str]) -> None:
    come_to_rest()
    click(qtbot, button(page, chip))
    assert rows(page) == left


def test_where_nothing_fits_it_says_what_helps(page: SetUpPage) -> None:
    press(page, "Show: Later")
    assert says(page, "Nothing here. Choose “All”, or clear the search.")
    press(page, "Show: All")
    assert not says(page, "Nothing here.")


def test_one_child_alone_needs_no_filter(page: SetUpPage) -> None:
    page.show_view(a_plan(a_group("home", "Our home", a_row()), children=BOTH[:1]))
    come_to_rest()
    assert not any(one.accessibleName().startswith("For") for one in seen(page, type(button(page, "Show: All"))))


def test_a_new_plan_keeps_the_filter(page: SetUpPage) -> None:
    press(page, "Show: To do")
    press(page, "For: Elder")
    page.show_view(PLAN)
    assert rows(page) == ["The iPad", "Agree on a bedtime"]


def test_what_is_typed_is_said_without_spaces_around_it(qtbot: QtBot, page: SetUpPage) -> None:
    field = seen(page, QLineEdit)[0]
    with qtbot.waitSignal(page.searched) as said:
        field.setText("  bed ")
    assert said.args == ["bed"]


def test_what_was_found_narrows_the_plan(page: SetUpPage) -> None:
    seen(page, QLineEdit)[0].setText("bed")
    page.show_found("bed", frozenset({a_key("ipad.sleep")}))
    assert rows(page) == ["The iPad", "Agree on a bedtime"]


def test_an_answer_to_an_older_text_is_passed_over(page: SetUpPage) -> None:
    seen(page, QLineEdit)[0].setText("bed")
    page.show_found("be", frozenset())
    assert len(rows(page)) == 3


def test_a_cleared_search_shows_everything(page: SetUpPage) -> None:
    field = seen(page, QLineEdit)[0]
    field.setText("bed")
    page.show_found("bed", frozenset())
    field.clear()
    page.show_found("", frozenset())
    assert len(rows(page)) == 3


def test_an_answer_keeps_the_row_where_one_is(page: SetUpPage) -> None:
    view = plan_list(page)
    view.setCurrentIndex(view.model().index(2, 0))
    page.show_view(
        a_plan(
            a_group("device:d1", "The iPad", a_row("ipad.code", "Set a code"), *PLAN.groups[0].rows[1:]), children=BOTH
        )
    )
    assert view.currentIndex().row() == 2
