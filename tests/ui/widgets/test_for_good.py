"""Before something is deleted for good."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.card import Card
from familysafe.ui.widgets.for_good import ForGood, copies_go_too
from familysafe.words.out_of_reach import copies_out_of_reach
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, press, says, texts


@pytest.fixture
def ask(theme: Theme, show: Show) -> Iterator[ForGood]:
    below = show(Card())
    ask = ForGood(theme, "Delete it?", ("It goes.", copies_go_too()), "Delete", "Keep", parent=below)
    ask.open()
    come_to_rest()
    yield ask
    below.close()


def test_it_says_what_goes_and_what_cannot_be_reached(ask: ForGood) -> None:
    assert {"Delete it?", "It goes.", *copies_out_of_reach()} <= set(texts(ask))
    assert says(ask, "The copies on this computer go too, and a fresh one is made. It cannot be undone.")
    ask.reject()


def test_the_keyboard_is_on_keeping_it(ask: ForGood) -> None:
    assert button(ask, "Keep").hasFocus()
    ask.reject()


def test_a_no_says_nothing(qtbot: QtBot, ask: ForGood) -> None:
    with qtbot.assertNotEmitted(ask.agreed):
        press(ask, "Keep")
    assert not ask.isVisible()


def test_after_a_yes_it_stays_until_it_is_over(qtbot: QtBot, ask: ForGood) -> None:
    with qtbot.waitSignal(ask.agreed) as said:
        press(ask, "Delete")
    assert said.args == [ask]
    assert not button(ask, "One moment…").isEnabled()
    qtbot.keyClick(ask, Qt.Key.Key_Escape)
    assert ask.isVisible()
    ask.over()
    assert not ask.isVisible()
