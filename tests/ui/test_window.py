"""The frame: a side list, one page at a time, and shortcuts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from familysafe.ui.file_dialogs import new_dialog
from familysafe.ui.theme import LIGHT, Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.dialog import Dialog
from familysafe.ui.window import Window
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, come_to_rest, says, seen

PLACES = ("Today", "Set up", "Talk", "Family", "Search", "Help now", "Settings")
CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = Qt.Key


@pytest.fixture
def window(theme: Theme, show: Show) -> Window:
    window = Window(theme)
    show(window, 1280, 800)
    return window


def test_the_places_stand_in_their_order(window: Window) -> None:
    assert tuple(one.accessibleName() for one in seen(window, Button)) == PLACES


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Today", "today"),
        ("Set up", "set-up"),
        ("Talk", "talk"),
        ("Family", "family"),
        ("Help now", "help"),
        ("Settings", "settings"),
    ],
)
def test_a_click_asks_for_a_page(qtbot: QtBot, window: Window, name: str, place: str) -> None:
    with qtbot.waitSignal(window.asked) as said:
        click(qtbot, button(window, name))
    assert said.args == [place]


@pytest.mark.parametrize(
    ("key", "modifier", "place"),
    [
        (KEYS.Key_1, CTRL, "today"),
        (KEYS.Key_2, CTRL, "set-up"),
        (KEYS.Key_3, CTRL, "talk"),
        (KEYS.Key_4, CTRL, "family"),
        (KEYS.Key_F2, Qt.KeyboardModifier.NoModifier, "help"),
        (KEYS.Key_Comma, CTRL, "settings"),
    ],
)
def test_a_key_asks_for_a_page(
    qtbot: QtBot, window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier, place: str
) -> None:
    with qtbot.waitSignal(window.asked) as said:
        qtbot.keyClick(window, key, modifier)
    assert said.args == [place]


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (KEYS.Key_F1, Qt.KeyboardModifier.NoModifier, "keys_asked"),
        (KEYS.Key_Z, CTRL, "undo_asked"),
        (KEYS.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier, "redo_asked"),
        (KEYS.Key_F, CTRL, "search_asked"),
        (KEYS.Key_Escape, Qt.KeyboardModifier.NoModifier, "escaped"),
    ],
)
def test_other_keys_are_said(
    qtbot: QtBot, window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier, signal: str
) -> None:
    with qtbot.waitSignal(getattr(window, signal)):
        qtbot.keyClick(window, key, modifier)


def test_a_text_field_keeps_its_own_undo(qtbot: QtBot, window: Window) -> None:
    field = QLineEdit()
    window.add_page("today", field)
    window.show_page("today")
    field.setFocus()
    qtbot.keyClicks(field, "Sam")
    with qtbot.assertNotEmitted(window.undo_asked):
        qtbot.keyClick(field, KEYS.Key_Z, CTRL)
    assert field.text() == ""


def test_one_page_is_shown_and_its_place_is_marked(window: Window) -> None:
    for name in ("today", "step"):
        window.add_page(name, QWidget())
    window.show_page("step", chosen="set-up")
    assert window.shown() == "step"
    assert button(window, "Set up").isChecked()
    assert not button(window, "Today").isChecked()


def test_before_any_page_nothing_is_shown(window: Window) -> None:
    assert window.shown() == ""


def test_the_side_list_can_step_aside(window: Window) -> None:
    window.add_page("first", QWidget())
    window.show_page("first", side=False)
    assert seen(window, Button) == []
    window.show_page("first")
    assert len(seen(window, Button)) == len(PLACES)


def test_where_there_is_room_places_are_written_out(window: Window) -> None:
    assert button(window, "Today").text().strip() == "Today"
    assert says(window, "FamilySafe")


def test_where_there_is_little_room_there_are_icons_with_tips(window: Window) -> None:
    window.resize(1000, 700)
    come_to_rest()
    today = button(window, "Today")
    assert today.text() == ""
    assert today.toolTip() == "Today (Ctrl+1)"
    assert not says(window, "FamilySafe")
    assert not says(window, "F2")


def test_help_now_says_its_key(window: Window) -> None:
    assert says(window, "F2")


def test_a_key_takes_the_keyboard_along_in_the_side_list(qtbot: QtBot, window: Window) -> None:
    button(window, "Today").setFocus()
    qtbot.keyClick(window, KEYS.Key_2, CTRL)
    assert button(window, "Set up").hasFocus()


def test_a_key_leaves_the_keyboard_in_a_page(qtbot: QtBot, window: Window) -> None:
    field = QLineEdit()
    window.add_page("set-up", field)
    window.show_page("set-up")
    field.setFocus()
    qtbot.keyClick(window, KEYS.Key_2, CTRL)
    assert field.hasFocus()


def test_twice_the_text_leaves_icons(show: Show, theme: Theme) -> None:
    theme.text_size = 200
    window = Window(theme)
    show(window, 1280, 800)
    assert button(window, "Today").text() == ""
    assert theme.palette is LIGHT


def test_closing_is_said(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.closing):
        qtbot.keyClick(window, KEYS.Key_Q, CTRL)
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("key", "modifier", "said"),
    [
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, "lock_asked"),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier, "hide_asked"),
    ],
)
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("over", ["nothing", "list", "menu", "dialog", "list in a dialog", "files"])
def test_locking_and_hiding_are_heard_wherever_one_is(  # noqa: PLR0917 - what is crossed
    qtbot: QtBot, window: Window, over: str, key: Qt.Key, modifier: Qt.KeyboardModifier, said: str
) -> None:
    heard: list[str] = []
    getattr(window, said).connect(lambda: heard.append(said))
    opened = open_over(window, over)
    if over in {"dialog", "files"}:
        qtbot.waitUntil(opened.isActiveWindow)
    qtbot.keyClick(opened, key, modifier)
    assert heard == [said]
    for one in reversed(QApplication.topLevelWidgets()):
        if one is not window:
            one.hide()


def open_over(window: Window, over: str) -> QWidget:
    """What has the keyboard then."""
    if over == "menu":
        menu = QMenu(window)
        menu.addAction("Copy")
        menu.popup(window.pos())
        return menu
    if over == "files":
        dialog = new_dialog(window, "Back up to", "FamilySafe backup (*.familysafe)", lambda _path: None)
        dialog.open()
        return dialog
    place: QWidget = window
    if "dialog" in over:
        place = Dialog(window.theme, "Add a child", window)
        place.show()
    if over.startswith("list"):
        box = QComboBox(place)
        box.addItems(["January", "February"])
        box.show()
        box.showPopup()
        return box.view()
    return place
