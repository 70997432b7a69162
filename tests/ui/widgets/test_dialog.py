"""Our own dialogs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.dialog import Ask, Dialog, Tell
from familysafe.ui.widgets.plain import PlainLabel
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, come_to_rest, seen, texts

LONG = "A child, their apps and their steps leave the plan. You can undo it while the window is open. " * 4


@pytest.fixture
def window(show: Show) -> QWidget:
    return show(QWidget(), 1000, 700)


@pytest.fixture
def ask(qtbot: QtBot, theme: Theme, window: QWidget) -> Ask:
    ask = Ask(theme, "Take Younger out?", LONG, "Take out", "Leave as it is", window)
    ask.open()
    qtbot.waitExposed(ask)
    return ask


def clipped(dialog: Dialog) -> list[str]:
    labels = seen(dialog, PlainLabel)
    return [
        label.text() for label in labels if label.wordWrap() and label.height() < label.heightForWidth(label.width())
    ]


def scrolls(dialog: Dialog) -> bool:
    return any(area.verticalScrollBar().maximum() > 0 for area in seen(dialog, QScrollArea))


def test_it_is_high_enough_for_lines_that_wrap(ask: Ask) -> None:
    come_to_rest()
    assert clipped(ask) == []
    assert not scrolls(ask)
    assert ask.height() < 600


def test_what_is_longer_than_the_window_scrolls(theme: Theme, window: QWidget) -> None:
    tell = Tell(theme, "Much", tuple(LONG for _line in range(12)), "Close", window)
    tell.open()
    come_to_rest()
    assert tell.height() <= 0.9 * window.height() + 1
    assert scrolls(tell)
    assert clipped(tell) == []


def test_without_wrapped_lines_it_is_no_higher_than_it_must_be(theme: Theme, window: QWidget) -> None:
    dialog = Dialog(theme, "Choose", window)
    dialog.add(Button("One"), Button("Two"))
    dialog.open()
    come_to_rest()
    assert not scrolls(dialog)
    assert dialog.height() < 400


def test_it_is_never_wider_than_what_it_stands_over(theme: Theme, show: Show) -> None:
    small = show(QWidget(), 400, 600)
    dialog = Dialog(theme, "Wide", small)
    wide = QWidget()
    wide.setMinimumWidth(900)
    dialog.add(wide)
    assert dialog.wanted_width() == 400


def test_it_is_wide_enough_for_its_buttons(theme: Theme, window: QWidget) -> None:
    dialog = Dialog(theme, "Buttons", window)
    dialog.end_with(*(Button("A button with many words") for _number in range(3)))
    dialog.open()
    come_to_rest()
    assert all(one.width() >= one.sizeHint().width() for one in seen(dialog, Button))


def test_it_is_named_and_does_not_block(ask: Ask) -> None:
    assert ask.accessibleName() == "Take Younger out?"
    assert ask.isModal()
    assert texts(ask) == ["Take Younger out?", LONG]


def test_escape_closes_it_and_nothing_happens(qtbot: QtBot, ask: Ask) -> None:
    with qtbot.assertNotEmitted(ask.agreed), qtbot.waitSignal(ask.rejected):
        qtbot.keyClick(ask, Qt.Key.Key_Escape)


def test_the_key_of_help_now_does_nothing_where_there_is_no_help_now(qtbot: QtBot, ask: Ask) -> None:
    with qtbot.assertNotEmitted(ask.agreed), qtbot.assertNotEmitted(ask.rejected):
        ask.activateWindow()
        qtbot.waitUntil(ask.isActiveWindow)
        qtbot.keyClick(ask, Qt.Key.Key_F2)
    assert ask.isVisible()


def test_the_safe_answer_has_the_keyboard(qtbot: QtBot, ask: Ask) -> None:
    qtbot.waitUntil(lambda: button(ask, "Leave as it is").hasFocus())


def test_no_leaves_everything_as_it_is(qtbot: QtBot, ask: Ask) -> None:
    with qtbot.assertNotEmitted(ask.agreed), qtbot.waitSignal(ask.rejected):
        click(qtbot, button(ask, "Leave as it is"))


def test_yes_is_said_once(qtbot: QtBot, ask: Ask) -> None:
    with qtbot.waitSignals([ask.agreed, ask.accepted]):
        click(qtbot, button(ask, "Take out"))


def test_a_closed_dialog_is_gone(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    tell = Tell(theme, "The disk is full", ("Make room.",), "Close", window)
    tell.open()
    with qtbot.waitSignal(tell.destroyed):
        click(qtbot, button(tell, "Close"))
    assert window.findChildren(Dialog) == []


def test_without_a_parent_it_measures_itself(qtbot: QtBot, theme: Theme) -> None:
    dialog = Dialog(theme, "Alone", None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    assert 0 < dialog.wanted_width() <= dialog.width()


def test_it_grows_with_what_it_comes_to_say(theme: Theme, window: QWidget) -> None:
    dialog = Tell(theme, "Nothing was changed", (LONG,), "Close", window)
    more = PlainLabel(LONG)
    more.hide()
    dialog.add(more)
    dialog.open()
    come_to_rest()
    before = dialog.height()
    more.show()
    dialog.fit()
    come_to_rest()
    assert dialog.height() > before
    assert not scrolls(dialog)
    assert clipped(dialog) == []


def test_what_has_just_been_said_is_brought_into_view(theme: Theme, show: Show) -> None:
    small = show(QWidget(), 500, 300)
    dialog = Tell(theme, "Nothing was changed", (LONG,), "Close", small)
    more, last = PlainLabel(LONG), Button("The last one")
    more.hide()
    dialog.add(more, last)
    dialog.open()
    come_to_rest()
    more.show()
    dialog.fit()
    dialog.bring_into_view(last)
    come_to_rest()
    assert last.visibleRegion().boundingRect().height() == last.height()
