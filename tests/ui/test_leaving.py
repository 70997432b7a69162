"""Before the window ends all that was written is saved, or somebody says that it may go without."""

import pytest
from pytestqt.qtbot import QtBot

from familysafe.app.relaunch import HIDE, LOCK
from familysafe.domain.change import KeepPreferences
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Preferences
from familysafe.ui.leaving import Leaving, Question
from tests.ui.conftest import Live
from tests.ui.eyes import press, says
from tests.ui.homes import Home

CHANGE = KeepPreferences(Preferences(started=True, minutes=45))


@pytest.fixture
def home(live: Live) -> Home:
    home = live()
    home.desk.fall_silent()
    return home


@pytest.fixture
def leaving(home: Home) -> Leaving:
    return Leaving(home.desk, home.window.theme, "/home/somebody/FamilySafe", home.window)


def asked(qtbot: QtBot, leaving: Leaving) -> Question:
    qtbot.waitUntil(lambda: leaving.question is not None)
    assert leaving.question is not None
    return leaving.question


def test_where_nothing_waits_it_is_ready_at_once(qtbot: QtBot, leaving: Leaving) -> None:
    with qtbot.waitSignal(leaving.ready, timeout=0):
        leaving.begin(LOCK)


def test_what_is_being_saved_is_waited_for(qtbot: QtBot, home: Home, leaving: Leaving) -> None:
    home.desk.apply(CHANGE)
    with qtbot.waitSignal(leaving.ready):
        leaving.begin(LOCK)
        assert not home.desk.is_settled
    assert home.store.saved[-1] == CHANGE
    assert leaving.question is None


def test_what_is_refused_is_told_and_can_be_tried_again(qtbot: QtBot, home: Home, leaving: Leaving) -> None:
    home.store.refuses = FamilySafeError(Code.VAULT_READ_ONLY)
    home.desk.apply(CHANGE)
    leaving.begin(LOCK)
    question = asked(qtbot, leaving)
    assert question.isVisible()
    assert says(question, "What was saved can be read but not changed.")
    assert says(question, "/home/somebody/FamilySafe")
    home.store.refuses = FamilySafeError(Code.DISK_FULL)
    with qtbot.assertNotEmitted(leaving.ready), qtbot.waitSignal(home.desk.settled):
        press(question, "Try again")
    assert says(question, "The disk is full")
    home.store.refuses = None
    with qtbot.waitSignal(leaving.ready):
        press(question, "Try again")
    assert home.store.saved[-1] == CHANGE
    assert not question.isVisible()


@pytest.mark.parametrize(("code", "says_so"), [(LOCK, "Lock without it"), (0, "Close without it")])
def test_it_may_go_without(qtbot: QtBot, home: Home, leaving: Leaving, code: int, says_so: str) -> None:
    home.store.refuses = FamilySafeError(Code.DISK_FULL)
    home.desk.apply(CHANGE)
    leaving.begin(code)
    question = asked(qtbot, leaving)
    question.reject()
    assert question.isVisible()
    with qtbot.waitSignal(leaving.ready, timeout=0):
        press(question, says_so)


def test_after_hiding_the_question_waits_below(qtbot: QtBot, home: Home, leaving: Leaving) -> None:
    home.store.refuses = FamilySafeError(Code.DISK_FULL)
    home.desk.apply(CHANGE)
    leaving.begin(HIDE, minimised=True)
    assert asked(qtbot, leaving).isMinimized()
    leaving.end()


def test_where_nobody_could_answer_nobody_is_asked(qtbot: QtBot, home: Home, leaving: Leaving) -> None:
    home.store.refuses = FamilySafeError(Code.DISK_FULL)
    home.desk.apply(CHANGE)
    with qtbot.waitSignal(leaving.ready):
        leaving.begin(0)
        leaving.ask_no_more()
    assert leaving.question is None


def test_a_question_that_stands_gives_way(qtbot: QtBot, home: Home, leaving: Leaving) -> None:
    home.store.refuses = FamilySafeError(Code.DISK_FULL)
    home.desk.apply(CHANGE)
    leaving.begin(LOCK)
    question = asked(qtbot, leaving)
    with qtbot.waitSignal(leaving.ready, timeout=0):
        leaving.ask_no_more()
    assert not question.isVisible()
