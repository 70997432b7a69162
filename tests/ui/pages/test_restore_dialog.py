"""A copy on its way back, one thing at a time."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Contents
from familysafe.domain.secret import Passphrase, RecoveryWords
from familysafe.ui.pages.restore_dialog import RestoreDialog
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.card import Card
from familysafe.ui.widgets.progress import Bar
from familysafe.ui.widgets.secret import SecretField
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, press, says, seen, texts

THERE, HERE = Contents(date(2026, 11, 20), 2, 3, 31, 1, 2), Contents(date(2026, 11, 22), 1, 4, 33, 0, 1)


@pytest.fixture
def dialog(theme: Theme, show: Show) -> Iterator[RestoreDialog]:
    below = show(Card(), 1000, 700)
    dialog = RestoreDialog(theme, below)
    dialog.open()
    come_to_rest()
    yield dialog
    below.close()


def type_in(qtbot: QtBot, dialog: RestoreDialog, text: str) -> None:
    come_to_rest()
    (field,) = seen(dialog, SecretField)
    qtbot.keyClicks(field, text)


def test_first_it_is_looked_into(qtbot: QtBot, dialog: RestoreDialog) -> None:
    assert says(dialog, "Looking into it.")
    with qtbot.waitSignal(dialog.stopped):
        press(dialog, "Cancel")
    assert not dialog.isVisible()


def test_the_passphrase_of_the_file_is_asked_for(qtbot: QtBot, dialog: RestoreDialog) -> None:
    dialog.ask_secret()
    type_in(qtbot, dialog, "kettle boat ")
    with qtbot.waitSignal(dialog.tried) as said:
        qtbot.keyClick(seen(dialog, SecretField)[0], Qt.Key.Key_Return)
    assert said.args == [Passphrase("kettle boat")]
    assert not button(dialog, "One moment…").isEnabled()


def test_its_recovery_words_do_as_well(qtbot: QtBot, dialog: RestoreDialog) -> None:
    dialog.ask_secret()
    press(dialog, "Use the words of its recovery sheet")
    type_in(qtbot, dialog, "Kettle boat, lamp")
    with qtbot.waitSignal(dialog.tried) as said:
        press(dialog, "Open")
    assert said.args == [RecoveryWords(("kettle", "boat", "lamp"))]
    dialog.ask_secret("That does not open it.")
    come_to_rest()
    assert seen(dialog, SecretField)[0].accessibleName() == "The twelve words"
    press(dialog, "Use its passphrase")
    come_to_rest()
    assert seen(dialog, SecretField)[0].accessibleName() == "Passphrase of the file"


def test_without_anything_typed_nothing_is_tried(qtbot: QtBot, dialog: RestoreDialog) -> None:
    dialog.ask_secret()
    type_in(qtbot, dialog, "  ")
    with qtbot.assertNotEmitted(dialog.tried):
        press(dialog, "Open")


def test_what_was_wrong_is_told_beside_an_empty_field_that_has_the_keyboard(
    qtbot: QtBot, dialog: RestoreDialog
) -> None:
    dialog.ask_secret("That does not open it.")
    come_to_rest()
    (field,) = seen(dialog, SecretField)
    assert says(dialog, "That does not open it.")
    assert field.hasFocus()
    assert field.accessibleDescription() == "That does not open it."


def test_what_is_in_it_stands_beside_what_is_here(qtbot: QtBot, dialog: RestoreDialog) -> None:
    dialog.show_contents(THERE, HERE)
    come_to_rest()
    shown = texts(dialog)
    for said in ("Copy of 20 Nov 2026", "2 children", "3 devices", "31 answers", "1 talk", "2 records"):
        assert said in shown
    for said in ("Here now", "1 child", "4 devices", "33 answers", "0 talks", "1 record"):
        assert said in shown
    assert says(dialog, "What is here now is replaced. It is kept as a copy")
    assert button(dialog, "Leave as it is").hasFocus()
    with qtbot.waitSignal(dialog.agreed):
        press(dialog, "Bring it back")


def test_where_there_is_nothing_yet_nothing_is_replaced(dialog: RestoreDialog) -> None:
    dialog.show_contents(THERE, None)
    come_to_rest()
    assert not says(dialog, "Here now")
    assert not says(dialog, "replaced")
    assert says(dialog, "with the passphrase of the file, or with its recovery words")


def test_while_it_is_put_in_place_cancel_waits_for_the_work_to_stop(qtbot: QtBot, dialog: RestoreDialog) -> None:
    dialog.show_progress()
    dialog.come(0.4)
    come_to_rest()
    assert seen(dialog, Bar)[0].value() == 400
    with qtbot.waitSignal(dialog.stopped):
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not button(dialog, "Stopping…").isEnabled()


def test_a_refusal_says_what_to_do_and_can_be_closed(dialog: RestoreDialog) -> None:
    dialog.show_progress()
    dialog.refuse(FamilySafeError(Code.BACKUP_UNREADABLE))
    come_to_rest()
    assert says(dialog, "This file cannot be read as a FamilySafe backup.")
    assert says(dialog, "Nothing was changed.")
    press(dialog, "Close")
    assert not dialog.isVisible()


@pytest.mark.parametrize("state", ["secret", "contents", "progress", "refused"])
def test_everything_of_each_state_fits_into_it(dialog: RestoreDialog, state: str) -> None:
    {
        "secret": lambda: dialog.ask_secret("That does not open it. Look at the keyboard."),
        "contents": lambda: dialog.show_contents(THERE, HERE),
        "progress": dialog.show_progress,
        "refused": lambda: dialog.refuse(FamilySafeError(Code.VAULT_NEWER)),
    }[state]()
    come_to_rest()
    assert dialog._scroll.verticalScrollBar().maximum() == 0
