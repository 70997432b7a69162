"""Passphrase and recovery sheet: what is on now, and what can be done about it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familysafe.domain.safekeeping import Protection
from familysafe.ui.pages.passphrase_form import Task
from familysafe.ui.pages.protection import BOTH, NONE, ONLY_SHEET, PASSPHRASE_ONLY, SHEET_ONLY, ProtectionPage
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, press, says, seen


@pytest.fixture
def page(theme: Theme, show: Show) -> ProtectionPage:
    page = ProtectionPage(theme)
    page.show_view(NONE, throw_away=False)
    show(page, 980, 700)
    return page


def look_at(page: ProtectionPage, protection: Protection) -> None:
    page.show_view(protection, throw_away=False)
    come_to_rest()


@pytest.mark.parametrize(
    ("protection", "said"),
    [
        (NONE, ("No passphrase", "No recovery sheet", "Anyone who can use this computer account")),
        (SHEET_ONLY, ("No passphrase", "There is a recovery sheet", "open a backup file on another computer")),
        (ONLY_SHEET, ("No passphrase", "asks for the twelve words", "all that opens FamilySafe")),
        (PASSPHRASE_ONLY, ("There is a passphrase", "No recovery sheet", "everything that you saved is gone")),
        (BOTH, ("There is a passphrase", "There is a recovery sheet", "when the passphrase is forgotten")),
    ],
)
def test_it_says_what_is_on_now(page: ProtectionPage, protection: Protection, said: tuple[str, ...]) -> None:
    look_at(page, protection)
    assert [part for part in said if not says(page, part)] == []


@pytest.mark.parametrize(
    ("protection", "verbs", "main"),
    [
        (NONE, ["Set a passphrase", "Make a recovery sheet"], "Set a passphrase"),
        (SHEET_ONLY, ["Set a passphrase", "Make a new recovery sheet"], "Set a passphrase"),
        (
            PASSPHRASE_ONLY,
            ["Make a recovery sheet", "Change the passphrase", "Remove the passphrase"],
            "Make a recovery sheet",
        ),
        (BOTH, ["Change the passphrase", "Remove the passphrase", "Make a new recovery sheet"], ""),
    ],
)
def test_it_offers_what_fits_and_the_next_thing_first(
    page: ProtectionPage, protection: Protection, verbs: list[str], main: str
) -> None:
    look_at(page, protection)
    buttons = seen(page, Button)
    assert [one.accessibleName() for one in buttons] == ["Back to Settings", *verbs]
    assert [one.accessibleName() for one in buttons if one.kind == "go"] == ([main] if main else [])


@pytest.mark.parametrize(
    ("protection", "verb", "task"),
    [
        (NONE, "Set a passphrase", Task.SET),
        (BOTH, "Change the passphrase", Task.CHANGE),
        (BOTH, "Remove the passphrase", Task.REMOVE),
    ],
)
def test_what_is_to_be_done_is_asked_for(
    qtbot: QtBot, page: ProtectionPage, protection: Protection, verb: str, task: Task
) -> None:
    look_at(page, protection)
    with qtbot.waitSignal(page.task_asked) as said:
        press(page, verb)
    assert said.args == [task]


def test_a_sheet_is_asked_for_and_the_way_back(qtbot: QtBot, page: ProtectionPage) -> None:
    for signal, verb in ((page.sheet_asked, "Make a recovery sheet"), (page.back, "Back to Settings")):
        with qtbot.waitSignal(signal):
            press(page, verb)


def test_what_is_lost_when_it_is_forgotten_is_said_before(page: ProtectionPage) -> None:
    assert says(page, "A forgotten passphrase with a lost recovery sheet: then nobody can open what you saved, ever.")


def test_where_nothing_is_kept_there_is_nothing_to_lock(page: ProtectionPage) -> None:
    page.show_view(NONE, throw_away=True)
    come_to_rest()
    assert says(page, "Nothing is being saved here, so there is nothing to lock.")
    assert [one.accessibleName() for one in seen(page, Button)] == ["Back to Settings"]


def test_it_is_all_reached_by_keyboard(qtbot: QtBot, page: ProtectionPage) -> None:
    look_at(page, BOTH)
    button(page, "Back to Settings").setFocus()
    reached = []
    for _again in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget().accessibleName())
    assert reached == ["Change the passphrase", "Remove the passphrase", "Make a new recovery sheet"]
    with qtbot.waitSignal(page.sheet_asked):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
