"""The child's-eye test: both outcomes are honest, and from 11 on the child is there."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from familysafe.domain.answer import Evidence, Outcome, State
from familysafe.ui.pages.test_dialog import TestDialog
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.plain import PlainLabel
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, come_to_rest, press, says, seen, texts
from tests.ui.views import a_step_view

YES, NO = "Was the child there?: Yes, together", "Was the child there?: No"


@pytest.fixture
def window(show: Show) -> QWidget:
    return show(QWidget(), 1000, 800)


def asked(theme: Theme, window: QWidget, **changes: object) -> TestDialog:
    dialog = TestDialog(theme, a_step_view(**changes), window)
    dialog.open()
    come_to_rest()
    return dialog


@pytest.fixture
def dialog(theme: Theme, window: QWidget) -> TestDialog:
    """The test with a child of 11 or more."""
    return asked(theme, window, asks_child_there=True, children="Elder")


def answer(state: State, outcome: Outcome, there: bool | None) -> dict[str, object]:
    return {"state": state, "evidence": Evidence.TESTED, "outcome": outcome, "child_there": there}


def test_it_shows_the_test_and_that_help_stays_in_reach(dialog: TestDialog) -> None:
    assert dialog.accessibleName() == "Try it as Elder would"
    assert {"Try to open it.", "It stays shut.", "Call somebody."} <= set(texts(dialog))


def test_from_eleven_on_it_asks_whether_the_child_was_there(dialog: TestDialog) -> None:
    assert "Was Elder there?" in texts(dialog)
    assert not button(dialog, YES).isChecked()
    assert not button(dialog, NO).isChecked()


def test_it_held_is_off_until_it_is_said_that_the_child_was_there(qtbot: QtBot, dialog: TestDialog) -> None:
    assert not button(dialog, "It held").isEnabled()
    click(qtbot, button(dialog, YES))
    assert button(dialog, "It held").isEnabled()
    with qtbot.waitSignal(dialog.answered) as said:
        click(qtbot, button(dialog, "It held"))
    assert said.args == [answer(State.DONE, Outcome.HELD, True)]


def test_without_the_child_it_is_not_tested_and_says_what_fits(qtbot: QtBot, dialog: TestDialog) -> None:
    click(qtbot, button(dialog, YES))
    click(qtbot, button(dialog, NO))
    assert not button(dialog, "It held").isEnabled()
    assert says(dialog, "“I have seen it” fits.")
    click(qtbot, button(dialog, YES))
    assert not says(dialog, "“I have seen it” fits.")


@pytest.mark.parametrize("height", [800, 420])
def test_why_it_cannot_be_said_to_have_held_is_in_view(theme: Theme, show: Show, height: int) -> None:
    over = show(QWidget(), 1000, height)
    dialog = asked(theme, over, asks_child_there=True, attempt=("Try to open it.",) * 6)
    press(dialog, NO)
    come_to_rest()
    why = next(label for label in seen(dialog, PlainLabel) if "behind their back" in label.text())
    assert why.visibleRegion().boundingRect().height() == why.height()
    assert why.height() >= why.heightForWidth(why.width())


def test_the_window_grows_with_the_reason_where_there_is_room(dialog: TestDialog) -> None:
    before = dialog.height()
    press(dialog, NO)
    come_to_rest()
    assert dialog.height() > before


@pytest.mark.parametrize(("presence", "there"), [(None, None), (YES, True), (NO, False)])
def test_that_it_did_not_hold_can_always_be_said(
    qtbot: QtBot, dialog: TestDialog, presence: str | None, there: bool | None
) -> None:
    if presence:
        click(qtbot, button(dialog, presence))
        come_to_rest()
    with qtbot.waitSignal(dialog.answered) as said, qtbot.waitSignal(dialog.accepted):
        click(qtbot, button(dialog, "It did not hold"))
    assert said.args == [answer(State.TO_DO, Outcome.DID_NOT_HOLD, there)]


def test_with_a_younger_child_nobody_is_asked_for(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    dialog = asked(theme, window)
    assert not any("there" in text for text in texts(dialog))
    with qtbot.waitSignal(dialog.answered) as said:
        click(qtbot, button(dialog, "It held"))
    assert said.args == [answer(State.DONE, Outcome.HELD, None)]


def test_where_nothing_must_stay_in_reach_nothing_is_said_of_it(theme: Theme, window: QWidget) -> None:
    assert not says(asked(theme, window, still_reachable=()), "help can still be reached")


def test_cancel_says_nothing(qtbot: QtBot, dialog: TestDialog) -> None:
    with qtbot.assertNotEmitted(dialog.answered), qtbot.waitSignal(dialog.rejected):
        click(qtbot, button(dialog, "Cancel"))
