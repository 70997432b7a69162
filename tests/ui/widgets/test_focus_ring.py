"""The ring around what has the focus, from the first key that is pressed."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.focus_ring import AWAY, WIDTH, FocusRing
from tests.ui.conftest import Show
from tests.ui.eyes import click, come_to_rest

GROWN = AWAY + WIDTH


class Room:
    """A window with two buttons, the second one at the top of a scroll area."""

    def __init__(self, theme: Theme) -> None:
        self.window = QWidget()
        self.first, self.second = Button("First"), Button("Second")
        column = QVBoxLayout(self.window)
        column.addWidget(self.first)
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self.inner = QVBoxLayout(inside)
        self.inner.addWidget(self.second)
        self.inner.addStretch()
        inside.setMinimumHeight(1000)
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        column.addWidget(self.area)
        self.ring = FocusRing(theme, self.window)


@pytest.fixture
def room(theme: Theme, show: Show) -> Room:
    room = Room(theme)
    show(room.window, 400, 300)
    return room


def around(room: Room, widget: QWidget) -> QRect:
    box = QRect(widget.mapTo(room.window, QPoint(0, 0)), widget.size())
    return box.adjusted(-GROWN, -GROWN, GROWN, GROWN)


def test_without_a_key_there_is_no_ring(room: Room) -> None:
    room.first.setFocus()
    assert room.first.hasFocus()
    assert not room.ring.isVisible()


def test_a_click_brings_none(qtbot: QtBot, room: Room) -> None:
    click(qtbot, room.first)
    assert not room.ring.isVisible()


def test_the_first_key_brings_it(qtbot: QtBot, room: Room) -> None:
    room.first.setFocus()
    qtbot.keyClick(room.first, Qt.Key.Key_Shift)
    assert room.ring.isVisible()
    assert room.ring.geometry() == around(room, room.first)


def test_it_follows_the_focus(qtbot: QtBot, room: Room) -> None:
    room.first.setFocus()
    qtbot.keyClick(room.first, Qt.Key.Key_Tab)
    assert room.second.hasFocus()
    assert room.ring.isVisible()
    assert around(room, room.second).contains(room.ring.geometry())


def test_a_click_takes_it_away_again(qtbot: QtBot, room: Room) -> None:
    room.first.setFocus()
    qtbot.keyClick(room.first, Qt.Key.Key_Tab)
    click(qtbot, room.second)
    assert not room.ring.isVisible()


def test_it_goes_with_what_moves(qtbot: QtBot, room: Room) -> None:
    room.first.setFocus()
    qtbot.keyClick(room.first, Qt.Key.Key_Shift)
    room.window.resize(600, 300)
    come_to_rest()
    assert room.ring.geometry() == around(room, room.first)


def test_what_is_scrolled_away_has_no_ring_outside_its_page(qtbot: QtBot, room: Room) -> None:
    room.first.setFocus()
    qtbot.keyClick(room.first, Qt.Key.Key_Tab)
    room.area.verticalScrollBar().setValue(20)
    come_to_rest()
    port = room.area.viewport()
    seen = QRect(port.mapTo(room.window, QPoint(0, 0)), port.size())
    assert seen.contains(room.ring.geometry())


def test_what_is_hidden_has_none(qtbot: QtBot, room: Room) -> None:
    room.first.setFocus()
    qtbot.keyClick(room.first, Qt.Key.Key_Shift)
    room.first.hide()
    come_to_rest()
    assert not room.ring.isVisible() or room.ring.geometry() != around(room, room.first)


def test_another_window_takes_the_ring_away(qtbot: QtBot, room: Room, show: Show) -> None:
    room.first.setFocus()
    qtbot.keyClick(room.first, Qt.Key.Key_Shift)
    other = Button("Elsewhere")
    show(other, 200, 60)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert not room.ring.isVisible()


def test_what_is_deleted_while_it_has_the_focus_does_no_harm(qtbot: QtBot, room: Room) -> None:
    room.second.setFocus()
    qtbot.keyClick(room.second, Qt.Key.Key_Shift)
    room.second.deleteLater()
    qtbot.waitUntil(lambda: not room.area.widget().findChildren(Button))
    room.first.setFocus()
    qtbot.keyClick(room.first, Qt.Key.Key_Shift)
    assert room.ring.geometry() == around(room, room.first)


def test_it_is_drawn_in_its_own_colour_and_lets_the_mouse_through(qtbot: QtBot, room: Room, theme: Theme) -> None:
    room.first.setFocus()
    qtbot.keyClick(room.first, Qt.Key.Key_Shift)
    picture = room.window.grab().toImage()
    place = room.ring.geometry()
    assert picture.pixelColor(place.center().x(), place.top() + 1) == QColor(theme.palette.focus)
    assert room.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert room.ring.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_at_the_edge_of_what_scrolls_the_ring_is_whole(qtbot: QtBot, room: Room) -> None:
    room.inner.setContentsMargins(0, 0, 0, 0)
    room.second.setFocus()
    qtbot.keyClick(room.second, Qt.Key.Key_Shift)
    come_to_rest()
    assert room.second.pos() == QPoint(0, 0)
    assert room.ring.geometry() == around(room, room.second)
