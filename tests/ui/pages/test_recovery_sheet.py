"""A recovery sheet in the making: words in order, then three of them from paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from familysafe.domain.safekeeping import Protection
from familysafe.domain.secret import Passphrase, RecoveryWords, Secret
from familysafe.ui.pages.protection import NONE, ONLY_SHEET, PASSPHRASE_ONLY, SHEET_ONLY
from familysafe.ui.pages.recovery_sheet import RecoverySheetPage, WordGrid
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.drawn import QrCode
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.secret import SecretField
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, press, says, seen, texts
from tests.ui.sheets import RIGHT, SHEET, WORDS

SELECTING = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


@pytest.fixture
def page(theme: Theme, show: Show) -> RecoverySheetPage:
    page = RecoverySheetPage(theme)
    page.show_sheet(SHEET, NONE)
    show(page, 1000, 700)
    return page


def words_on(page: RecoverySheetPage) -> list[str]:
    return [text for text in texts(page) if text in WORDS]


def field(page: RecoverySheetPage, number: int) -> QLineEdit:
    return next(one for one in seen(page, QLineEdit) if one.accessibleName() == f"Word {number}")


def check(page: RecoverySheetPage, typed: dict[int, str]) -> None:
    press(page, "Check three words")
    come_to_rest()
    for number, word in typed.items():
        field(page, number).setText(word)
    press(page, "Check")


def test_the_words_stand_in_order_each_behind_its_number(page: RecoverySheetPage) -> None:
    grid = seen(page, WordGrid)[0]
    assert texts(grid) == [part for number, word in enumerate(WORDS, start=1) for part in (f"{number}.", word)]


@pytest.mark.parametrize("width", [1200, 760, 420, 250, 120])
def test_they_go_downwards_in_even_columns_however_wide_it_is(theme: Theme, show: Show, width: int) -> None:
    grid = WordGrid(theme, WORDS)
    show(grid, width, 700)
    come_to_rest()
    places = [label.mapTo(grid, label.rect().topLeft()) for label in seen(grid, PlainLabel) if label.text() in WORDS]
    assert [(at.x(), at.y()) for at in places] == sorted((at.x(), at.y()) for at in places)
    columns = [sum(at.x() == left for at in places) for left in sorted({at.x() for at in places})]
    assert len(set(columns)) == 1
    assert len(columns) in {1, 2, 3, 4}


def test_the_same_words_stand_there_as_a_code(page: RecoverySheetPage) -> None:
    (code,) = seen(page, QrCode)
    assert code._rows == SHEET.code
    assert code.accessibleName() == "QR code of the twelve words"


def test_no_word_can_be_selected_or_copied(qtbot: QtBot, page: RecoverySheetPage) -> None:
    QGuiApplication.clipboard().clear()
    for label in seen(page, PlainLabel):
        assert not label.textInteractionFlags() & SELECTING
        qtbot.mouseDClick(label, Qt.MouseButton.LeftButton)
        assert not label.hasSelectedText()
    assert not any("opy" in one.accessibleName() for one in seen(page, Button))
    assert QGuiApplication.clipboard().text() == ""


def test_it_can_be_printed_or_saved(qtbot: QtBot, page: RecoverySheetPage) -> None:
    for signal, verb in ((page.print_asked, "Print"), (page.pdf_asked, "Save as PDF")):
        with qtbot.waitSignal(signal):
            press(page, verb)


@pytest.mark.parametrize("now", [NONE, SHEET_ONLY])
def test_an_older_sheet_is_spoken_of_where_there_is_one(theme: Theme, now: Protection) -> None:
    page = RecoverySheetPage(theme)
    page.show_sheet(SHEET, now)
    assert says(page, "The sheet that you have stays good until this one counts.") is now.recovery


ASKS = [
    (PASSPHRASE_ONLY, "Your passphrase now", Passphrase("tea pot")),
    (ONLY_SHEET, "The twelve words of the sheet before", RecoveryWords(("tea", "pot"))),
]


@pytest.mark.parametrize(("now", "name", "said"), ASKS)
def test_what_opens_the_vault_is_asked_for_beside_the_words(
    qtbot: QtBot, page: RecoverySheetPage, now: Protection, name: str, said: Secret
) -> None:
    page.show_sheet(SHEET, now)
    with qtbot.assertNotEmitted(page.counted):
        check(page, RIGHT)
    assert says(page, "that you have now.")
    field = next(one for one in seen(page, SecretField))
    assert (field.accessibleName(), field.hasFocus()) == (name, True)
    qtbot.keyClicks(field, "tea pot")
    assert not says(page, "that you have now.")
    with qtbot.waitSignal(page.counted) as counted:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert counted.args == [said]
    page.wait()
    assert not field.isEnabled()
    page.refuse_current()
    assert says(page, "Nothing was changed.")
    assert (field.isEnabled(), field.hasFocus()) == (True, True)


def test_where_nothing_opens_the_vault_but_this_account_nothing_is_asked_for(
    qtbot: QtBot, page: RecoverySheetPage
) -> None:
    page.show_sheet(SHEET, SHEET_ONLY)
    with qtbot.waitSignal(page.counted) as counted:
        check(page, RIGHT)
    assert counted.args == [None]
    assert seen(page, SecretField) == []


def test_three_words_are_asked_for_and_none_is_shown(page: RecoverySheetPage) -> None:
    press(page, "Check three words")
    come_to_rest()
    assert [one.accessibleName() for one in seen(page, QLineEdit)] == ["Word 2", "Word 7", "Word 12"]
    assert field(page, 2).hasFocus()
    assert words_on(page) == []
    assert seen(page, QrCode) == []


def test_it_counts_when_the_three_fit(qtbot: QtBot, page: RecoverySheetPage) -> None:
    with qtbot.waitSignal(page.counted):
        check(page, RIGHT)


@pytest.mark.parametrize("typed", [{}, {**RIGHT, 7: "winner"}, {2: "winner"}, dict.fromkeys(RIGHT, WORDS[0])])
def test_it_does_not_count_when_one_differs(qtbot: QtBot, page: RecoverySheetPage, typed: dict[int, str]) -> None:
    wrong = SHEET.differing(typed)[0]
    with qtbot.assertNotEmitted(page.counted):
        check(page, typed)
    assert says(page, f"Word {wrong} is another one on the sheet.")
    assert field(page, wrong).hasFocus()
    assert f"Word {wrong}" in field(page, wrong).accessibleDescription()
    qtbot.keyClicks(field(page, wrong), "w")
    assert not says(page, "is another one on the sheet")


def test_going_back_shows_the_words_again(page: RecoverySheetPage) -> None:
    press(page, "Check three words")
    come_to_rest()
    press(page, "Show the words again")
    come_to_rest()
    assert words_on(page) == list(WORDS)
    assert button(page, "Check three words").hasFocus()


def test_what_was_typed_stays_when_the_same_sheet_is_drawn_again(page: RecoverySheetPage) -> None:
    press(page, "Check three words")
    come_to_rest()
    field(page, 2).setText("winn")
    page.show_sheet(SHEET, NONE)
    come_to_rest()
    assert field(page, 2).text() == "winn"


def test_it_is_done_by_keyboard_alone(qtbot: QtBot, page: RecoverySheetPage) -> None:
    assert button(page, "Check three words").hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    come_to_rest()
    with qtbot.waitSignal(page.counted):
        for word in RIGHT.values():
            qtbot.keyClicks(QApplication.focusWidget(), word)
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_while_it_works_nothing_can_be_pressed(page: RecoverySheetPage) -> None:
    check(page, RIGHT)
    page.wait()
    assert says(page, "One moment…")
    assert not button(page, "Check").isEnabled()
    assert not button(page, "Show the words again").isEnabled()
    assert not any(one.isEnabled() for one in seen(page, QLineEdit))


def test_after_a_refusal_one_goes_on_where_one_was(page: RecoverySheetPage) -> None:
    check(page, RIGHT)
    page.wait()
    page.go_on()
    assert not says(page, "One moment…")
    assert button(page, "Check").isEnabled()
    assert field(page, 2).text() == "winner"


def test_what_came_of_it_is_said_beside_the_buttons(page: RecoverySheetPage) -> None:
    page.say("Sent to the printer.")
    assert says(page, "Sent to the printer.")


def test_no_word_stays_behind(page: RecoverySheetPage) -> None:
    page.forget()
    page.say("Sent to the printer.")  # which may come late
    come_to_rest()
    assert not [label.text() for label in page.findChildren(PlainLabel) if label.text() in WORDS]
    assert page.findChildren(QrCode) == []
    assert [one.accessibleName() for one in seen(page, Button)] == ["Back to Passphrase and recovery sheet"]
    assert page._sheet is None


def test_the_way_back_is_asked_for(qtbot: QtBot, page: RecoverySheetPage) -> None:
    with qtbot.waitSignal(page.back):
        press(page, "Back to Passphrase and recovery sheet")
