"""A page keeps one's place when it is drawn anew."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QScrollBar, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.page import READING_WIDTH, Page
from familysafe.ui.widgets.plain import PlainLabel
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, seen, texts


def draw(page: Page, *names: str, top: bool = False) -> None:
    page.begin()
    page.add(*(Button(name) for name in names))
    page.finish(top=top)


MANY = tuple(f"Button {number}" for number in range(40))


@pytest.fixture
def page(theme: Theme, show: Show) -> Page:
    page = Page(theme, "Today")
    draw(page, *MANY)
    show(page, 600, 400)
    return page


def bar(page: Page) -> QScrollBar:
    return seen(page, QScrollArea)[0].verticalScrollBar()


def test_it_is_named(page: Page) -> None:
    assert page.accessibleName() == "Today"


def test_drawing_anew_takes_the_place_of_what_was_there(page: Page) -> None:
    draw(page, "Only one")
    come_to_rest()
    assert [one.text() for one in seen(page, Button)] == ["Only one"]


def test_one_goes_on_reading_where_one_was(page: Page) -> None:
    bar(page).setValue(500)
    draw(page, *MANY)
    come_to_rest()
    assert bar(page).value() == 500


def test_at_the_end_of_a_page_one_stays_there(page: Page) -> None:
    bar(page).setValue(bar(page).maximum())
    draw(page, *MANY)
    come_to_rest()
    assert bar(page).value() == bar(page).maximum() > 500


def test_one_comes_back_to_where_one_was(page: Page) -> None:
    bar(page).setValue(500)
    page.hide()
    draw(page, *MANY)
    page.show()
    come_to_rest()
    assert bar(page).value() == 500


def test_another_subject_begins_at_the_top(page: Page) -> None:
    bar(page).setValue(500)
    draw(page, *MANY, top=True)
    come_to_rest()
    assert bar(page).value() == 0


def test_the_keyboard_stays_where_it_was(qtbot: QtBot, page: Page) -> None:
    button(page, "Button 3").setFocus()
    draw(page, *MANY)
    qtbot.waitUntil(lambda: button(page, "Button 3").hasFocus())


def test_where_its_widget_has_gone_nothing_is_chosen_in_its_place(qtbot: QtBot, page: Page) -> None:
    button(page, "Button 3").setFocus()
    draw(page, "Something else")
    come_to_rest()
    assert not button(page, "Something else").hasFocus()


def test_what_is_focused_by_keyboard_is_scrolled_into_view(qtbot: QtBot, page: Page) -> None:
    button(page, "Button 39").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: bar(page).value() > 0)
    assert not button(page, "Button 39").visibleRegion().isEmpty()


def test_lines_are_no_longer_than_can_be_read(page: Page) -> None:
    page.resize(2000, 400)
    come_to_rest()
    assert max(one.width() for one in seen(page, Button)) <= READING_WIDTH


def test_a_foot_stays_and_can_be_taken_away(page: Page) -> None:
    page.set_foot(PlainLabel("Is it on?"))
    come_to_rest()
    assert "Is it on?" in texts(page)
    above = page.findChild(QScrollArea)
    assert above is not None
    assert above.geometry().bottom() < page.rect().bottom()
    page.set_foot(None)
    come_to_rest()
    assert texts(page) == []
    assert above.geometry().bottom() == page.rect().bottom()


@pytest.mark.parametrize(
    ("before", "focused", "after", "then"),
    [
        (("Back", "Next"), "Next", ("Back", "Next"), "Next"),
        (("Back", "Next"), "Back", ("Back", "Next"), "Back"),
        (("Back", "Next"), "Next", ("Back", "End"), "End"),
    ],
)
def test_the_keyboard_stays_in_the_foot(
    page: Page, before: tuple[str, ...], focused: str, after: tuple[str, ...], then: str
) -> None:
    page.set_foot(a_foot(*before))
    come_to_rest()
    button(page, focused).setFocus()
    draw(page, *MANY)
    page.set_foot(a_foot(*after))
    come_to_rest()
    assert button(page, then).hasFocus()


def test_the_foot_takes_the_keyboard_from_nobody(page: Page) -> None:
    page.set_foot(a_foot("Back", "Next"))
    come_to_rest()
    button(page, "Button 1").setFocus()
    page.set_foot(a_foot("Back", "Next"))
    come_to_rest()
    assert button(page, "Button 1").hasFocus()


def left_of(page: Page, widget: QWidget) -> int:
    return widget.mapTo(page, QPoint()).x()


def test_a_head_stays_while_the_rest_is_scrolled(page: Page) -> None:
    page.set_head(Button("Away"))
    come_to_rest()
    before = button(page, "Away").geometry()
    bar(page).setValue(bar(page).maximum())
    come_to_rest()
    assert button(page, "Away").geometry() == before
    assert button(page, "Away").visibleRegion().boundingRect().size() == before.size()


@pytest.mark.parametrize("names", [MANY, ("Only one",)], ids=["scrolls", "fits"])
@pytest.mark.parametrize("direction", Qt.LayoutDirection)
@pytest.mark.parametrize("width", [600, 1800])
def test_a_head_begins_and_ends_where_the_body_does(
    qapp: QApplication, page: Page, names: tuple[str, ...], direction: Qt.LayoutDirection, width: int
) -> None:
    qapp.setLayoutDirection(direction)
    page.begin()
    page.set_head(wide("Away"))
    page.add(*map(wide, names))
    page.finish()
    page.resize(width, 400)
    come_to_rest()
    head, body = button(page, "Away"), button(page, names[0])
    assert (left_of(page, head), head.width()) == (left_of(page, body), body.width())


def test_the_keyboard_stays_in_the_head(page: Page) -> None:
    page.set_head(a_foot("Back", "Away"))
    page.set_foot(a_foot("Next"))
    come_to_rest()
    button(page, "Away").setFocus()
    page.begin()
    page.set_head(a_foot("Back", "Away"))
    page.set_foot(a_foot("Next"))
    page.add(Button("Only one"))
    page.finish()
    come_to_rest()
    assert button(page, "Away").hasFocus()


def test_without_a_foot_the_page_goes_down_to_the_edge(page: Page) -> None:
    page.set_foot(a_foot("Next"))
    page.set_foot(None)
    come_to_rest()
    area = seen(page, QScrollArea)[0]
    assert area.geometry().bottom() == page.rect().bottom()


def wide(name: str) -> Button:
    made = Button(name)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def a_foot(*names: str) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    for name in names:
        line.addWidget(Button(name))
    return holder
