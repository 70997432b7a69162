"""The door: the passphrase, the sheet, or what else keeps it shut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from familysafe.domain.secret import Passphrase, RecoveryWords
from familysafe.domain.views import DoorView
from familysafe.ui.pages.door import DoorPage
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from tests.ui.conftest import Show
from tests.ui.eyes import button, press, says, seen

LOCKED = DoorView("It is locked.", "Open it.", asks=True)


@pytest.fixture
def page(theme: Theme, show: Show) -> DoorPage:
    page = DoorPage(theme)
    page.show_view(LOCKED)
    shown = show(page)
    assert isinstance(shown, DoorPage)
    return shown


def fields(page: DoorPage) -> list[QLineEdit]:
    return seen(page, QLineEdit)


def test_the_cursor_waits_in_the_field_and_nothing_can_be_pressed_yet(page: DoorPage) -> None:
    assert fields(page)[0].hasFocus()
    assert not button(page, "Open").isEnabled()


def test_enter_opens_with_what_was_typed(qtbot: QtBot, page: DoorPage) -> None:
    qtbot.keyClicks(fields(page)[0], "kettle boat")
    with qtbot.waitSignal(page.unlocked) as said:
        qtbot.keyClick(fields(page)[0], Qt.Key.Key_Return)
    assert said.args == [Passphrase("kettle boat")]


def test_while_it_opens_nothing_else_is_taken(qtbot: QtBot, page: DoorPage) -> None:
    qtbot.keyClicks(fields(page)[0], "kettle")
    press(page, "Open")
    assert not button(page, "One moment…").isEnabled()
    assert not fields(page)[0].isEnabled()


def test_an_empty_field_opens_nothing(qtbot: QtBot, page: DoorPage) -> None:
    with qtbot.assertNotEmitted(page.unlocked):
        qtbot.keyClick(fields(page)[0], Qt.Key.Key_Return)


def test_after_a_wrong_one_it_says_so_and_forgets_what_was_typed(qtbot: QtBot, page: DoorPage) -> None:
    qtbot.keyClicks(fields(page)[0], "kettle")
    page.show_view(DoorView("It is locked.", "Open it.", asks=True, wrong="That does not open it."))
    assert says(page, "That does not open it.")
    assert fields(page)[0].text() == ""
    assert fields(page)[0].hasFocus()


def test_the_passphrase_is_shown_as_dots_and_kept_from_prediction(page: DoorPage) -> None:
    field = fields(page)[0]
    assert field.echoMode() is QLineEdit.EchoMode.Password
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhNoPredictiveText


def test_the_sheet_opens_it_with_a_new_passphrase(qtbot: QtBot, page: DoorPage) -> None:
    press(page, "I have forgotten it: use the recovery sheet")
    words, new, again = fields(page)
    qtbot.keyClicks(words, "Abandon ability, able")
    qtbot.keyClicks(new, "new one")
    assert not button(page, "Open and keep the new passphrase").isEnabled()
    qtbot.keyClicks(again, "new one")
    with qtbot.waitSignal(page.recovered) as said:
        press(page, "Open and keep the new passphrase")
    assert said.args == [RecoveryWords(("abandon", "ability", "able")), Passphrase("new one")]


def test_two_new_passphrases_that_differ_are_told_in_place(qtbot: QtBot, page: DoorPage) -> None:
    press(page, "I have forgotten it: use the recovery sheet")
    for field, text in zip(fields(page), ("abandon", "new one", "new on"), strict=True):
        qtbot.keyClicks(field, text)
    with qtbot.assertNotEmitted(page.recovered):
        press(page, "Open and keep the new passphrase")
    assert says(page, "The two new passphrases are not the same.")


def test_where_only_the_sheet_opens_it_no_passphrase_is_spoken_of(page: DoorPage) -> None:
    for wrong in ("", "That does not open it."):
        page.show_view(DoorView("It is locked.", "Open it.", asks=True, wrong=wrong, only_sheet=not wrong))
        assert fields(page)[0].accessibleName() == "The twelve words"
        assert says(page, "The sheet stays good.")
        assert not says(page, "Your passphrase opens it.")
        assert "Back to the passphrase" not in {one.text() for one in seen(page, Button)}
    page.show_view(LOCKED)
    assert says(page, "Your passphrase opens it.")


def test_one_can_go_back_from_the_sheet(page: DoorPage) -> None:
    press(page, "I have forgotten it: use the recovery sheet")
    press(page, "Back to the passphrase")
    assert says(page, "FamilySafe is locked")


def test_help_now_is_offered_at_the_door(qtbot: QtBot, page: DoorPage) -> None:
    assert says(page, "Help now works without the passphrase")
    with qtbot.waitSignal(page.help_asked):
        press(page, "Help now (F2)")


@pytest.mark.parametrize(
    ("name", "signal"),
    [("Try again", "tried_again"), ("Show the folder", "folder_asked"), ("Use without saving", "unsaved_asked")],
)
def test_what_else_keeps_it_shut_is_said_with_what_to_do(qtbot: QtBot, page: DoorPage, name: str, signal: str) -> None:
    page.show_view(DoorView("It comes from a newer FamilySafe.", "Install the newest."))
    assert says(page, "It comes from a newer FamilySafe.")
    assert says(page, "Install the newest.")
    assert fields(page) == []
    with qtbot.waitSignal(getattr(page, signal)):
        press(page, name)
