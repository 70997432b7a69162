"""What was done is said below the page, can be taken back from there, and never unseen."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from familysafe.domain.answer import Answer, Evidence, State
from familysafe.domain.household import Child
from familysafe.domain.memory import Memory
from familysafe.ui.widgets.banner import Banner
from tests.builders import TODAY, a_household
from tests.ui.conftest import Live
from tests.ui.eyes import button, come_to_rest, press, seen, texts
from tests.ui.homes import Home
from tests.ui.views import IPAD

KEY_Z, CTRL, SHIFT = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SEEN = Answer("ipad.code", IPAD, TODAY, State.DONE, Evidence.SEEN)
OUT = a_household().without_child("c1")


def line(home: Home) -> tuple[str, ...]:
    """What stands below the page: its words and its button."""
    come_to_rest()
    return tuple(
        text
        for banner in seen(home.window, Banner)
        if banner.kind == "undo"
        for text in (*texts(banner), *(one.text() for one in seen(banner, QAbstractButton)))
    )


def take_out(home: Home) -> None:
    home.after(lambda: home.desk.change_household(OUT))


def test_before_anything_was_done_nothing_is_said(live: Live) -> None:
    assert line(live()) == ()


def test_what_was_done_is_said_and_taken_back_by_a_click(live: Live) -> None:
    home = live()
    home.go("family")
    take_out(home)
    assert line(home) == ("Younger was taken out", "Undo")
    home.after(lambda: press(home.window, "Undo"))
    assert home.store.memory.household == a_household()
    assert line(home) == ("Undone: Younger was taken out", "Do it again")


def test_what_was_taken_back_by_mistake_is_done_again(live: Live) -> None:
    home = live()
    take_out(home)
    home.after(lambda: press(home.window, "Undo"))
    home.after(lambda: press(home.window, "Do it again"))
    assert home.store.memory.household == OUT
    assert line(home) == ("Younger was taken out", "Undo")


def test_the_keys_say_what_they_took_back_too(qtbot: QtBot, live: Live) -> None:
    home = live()
    home.after(lambda: home.desk.answer(SEEN))
    home.open_step("roblox.chat")
    assert line(home) == ()
    home.after(lambda: qtbot.keyClick(home.window, KEY_Z, CTRL))
    assert line(home) == ("Undone: “Set a code on the old tablet” (The old tablet · Younger): seen", "Do it again")
    home.after(lambda: qtbot.keyClick(home.window, KEY_Z, CTRL | SHIFT))
    assert home.store.memory.answers[-1] == SEEN


def test_the_button_keeps_the_keyboard(qtbot: QtBot, live: Live) -> None:
    home = live()
    take_out(home)
    button(home.window, "Undo").setFocus()
    home.after(lambda: qtbot.keyClick(home.window.focusWidget(), Qt.Key.Key_Return))
    assert button(home.window, "Do it again").hasFocus()


def test_it_leaves_with_its_page(live: Live) -> None:
    home = live()
    home.go("family")
    take_out(home)
    home.go("family")
    assert line(home) != ()
    home.go("talk")
    assert line(home) == ()


def test_what_cannot_be_undone_leaves_the_line_as_it_is(live: Live) -> None:
    home = live()
    take_out(home)
    home.after(lambda: home.desk.prefer("minutes", 5))
    assert line(home) == ("Younger was taken out", "Undo")


def test_it_does_not_come_again_by_itself(live: Live) -> None:
    home = live()
    take_out(home)
    home.go("family")
    home.after(home.desk.refresh)
    assert line(home) == ()


def test_rows_that_were_read_anew_are_not_undone(live: Live) -> None:
    home = live()
    take_out(home)
    home.after(lambda: home.desk.rework(lambda _vault: None, lambda _done: None, lambda _error: None))
    assert line(home) == ()


@pytest.mark.parametrize("place", ["help", "help-contacts"])
def test_in_help_nothing_is_taken_back(qtbot: QtBot, live: Live, place: str) -> None:
    home = live()
    take_out(home)
    home.go(place)
    qtbot.keyClick(home.window, KEY_Z, CTRL)
    home.after(home.desk.refresh)
    assert home.store.memory.household == OUT
    home.after(home.desk.undo)
    qtbot.keyClick(home.window, KEY_Z, CTRL | SHIFT)
    home.after(home.desk.refresh)
    assert home.store.memory.household == a_household()
    assert line(home) == ()


def test_first_start_has_its_own_way_back(qtbot: QtBot, live: Live) -> None:
    home = live(Memory())
    said = replace(a_household(), children=(Child("c1", "Sam"),))
    home.after(lambda: home.desk.change_household(said))
    qtbot.keyClick(home.window, KEY_Z, CTRL)
    home.after(home.desk.refresh)
    assert (line(home), home.store.memory.household) == ((), said)
    home.after(lambda: home.desk.prefer("started", True))
    qtbot.keyClick(home.window, KEY_Z, CTRL)
    home.after(home.desk.refresh)
    assert (line(home), home.store.memory.household) == ((), said)


def test_the_line_is_announced(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    home = live()
    take_out(home)
    home.after(home.desk.undo)
    assert heard == ["Younger was taken out", "Undone: Younger was taken out"]
