"""Passphrase and recovery sheet: what is typed reaches the vault, and what comes of it is said."""

from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from familysafe.app import safekeeping
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Protection
from familysafe.domain.secret import Passphrase
from familysafe.domain.strength import Strength
from familysafe.ui.pages.passphrase_form import PassphraseForm
from familysafe.ui.widgets.secret import SecretField
from familysafe.words.strength import strength_sentence
from tests.ui.conftest import Leave, Live, Start
from tests.ui.eyes import come_to_rest, open_dialog, press, says, seen
from tests.ui.homes import Home
from tests.ui.rooms.vaults import TEA, cheap_keys, ignore, live_in, lock, now, opens

OPEN, LOCKED = Protection(passphrase=False, recovery=False), Protection(passphrase=True, recovery=False)
NEW, OLD = TEA.text, "Sam and Younger"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def home(live: Live, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    cheap_keys(monkeypatch)
    home = live_in(live, folder)
    home.go("protection")
    return home


def fill(home: Home, verb: str, *typed: str) -> PassphraseForm:
    """Opens a form and writes into its fields in turn."""
    press(home.page, verb)
    form = open_dialog(home.window)
    assert isinstance(form, PassphraseForm)
    for field, text in zip(seen(form, SecretField), typed, strict=True):
        field.setText(text)
    return form


def send(home: Home, form: PassphraseForm, verb: str, told: str) -> None:
    """Sends a form and waits for what is told then."""
    press(form, verb)

    home.qtbot.waitUntil(lambda: told_over(home, told))


def told_over(home: Home, title: str) -> bool:
    come_to_rest()
    return any(dialog.accessibleName() == title for dialog in open_dialogs(home))


def open_dialogs(home: Home) -> list[QDialog]:
    return [dialog for dialog in home.window.findChildren(QDialog) if dialog.isVisible()]


def test_a_passphrase_is_set(home: Home, folder: Path) -> None:
    send(home, fill(home, "Set a passphrase", NEW, NEW), "Set the passphrase", "The passphrase is set")
    assert now(home) == LOCKED
    assert says(home.page, "There is a passphrase")
    assert opens(folder, TEA)
    assert not opens(folder)


def test_it_goes_straight_on_to_the_sheet(home: Home) -> None:
    send(home, fill(home, "Set a passphrase", NEW, NEW), "Set the passphrase", "The passphrase is set")
    press(open_dialog(home.window), "Make the recovery sheet now")
    assert home.window.shown() == "recovery-sheet"


def test_the_sheet_may_wait(home: Home) -> None:
    send(home, fill(home, "Set a passphrase", NEW, NEW), "Set the passphrase", "The passphrase is set")
    press(open_dialog(home.window), "Later")
    assert home.window.shown() == "protection"
    assert says(home.page, "If the passphrase is forgotten now, everything that you saved is gone.")


def test_a_passphrase_is_changed(home: Home, folder: Path) -> None:
    lock(home, Passphrase(OLD))
    send(home, fill(home, "Change the passphrase", OLD, NEW, NEW), "Change it", "The passphrase is changed")
    assert opens(folder, TEA)
    assert not opens(folder, Passphrase(OLD))


def test_a_passphrase_is_removed(home: Home, folder: Path) -> None:
    lock(home)
    send(home, fill(home, "Remove the passphrase", NEW), "Remove it", "The passphrase is removed")
    assert now(home) == OPEN
    assert says(home.page, "No passphrase")
    assert opens(folder)
    assert not opens(folder, TEA)


@pytest.mark.parametrize(
    ("verb", "send_by", "typed"),
    [
        ("Change the passphrase", "Change it", ("not it", OLD, OLD)),
        ("Remove the passphrase", "Remove it", ("not it",)),
    ],
)
def test_a_wrong_passphrase_changes_nothing_and_is_told_in_the_form(
    home: Home, folder: Path, verb: str, send_by: str, typed: tuple[str, ...]
) -> None:
    lock(home)
    form = fill(home, verb, *typed)
    press(form, send_by)
    home.qtbot.waitUntil(lambda: says(form, "This is not your passphrase. Nothing was changed."))
    assert form.isVisible()
    assert now(home) == LOCKED
    form.reject()
    assert opens(folder, TEA)


def test_a_refusal_of_the_disk_is_told_in_the_form(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> Protection:
        raise FamilySafeError(Code.DISK_FULL)

    monkeypatch.setattr(safekeeping, "set_passphrase", refuse)
    form = fill(home, "Set a passphrase", NEW, NEW)
    press(form, "Set the passphrase")
    home.qtbot.waitUntil(lambda: says(form, "The disk is full"))
    assert now(home) == OPEN
    form.reject()


def test_a_passphrase_is_weighed_as_it_is_typed(home: Home) -> None:
    press(home.page, "Set a passphrase")
    form = open_dialog(home.window)
    field = seen(form, SecretField)[0]
    assert says(form, strength_sentence(Strength.EMPTY))
    home.qtbot.keyClicks(field, NEW)
    assert says(form, strength_sentence(Strength.FOR_EVER))
    form.reject()


@pytest.mark.parametrize(("name", "strength"), [("Younger", Strength.YEARS), ("Zuleikas", Strength.DAYS)])
def test_the_name_of_a_child_hides_nothing(home: Home, name: str, strength: Strength) -> None:
    household = home.snapshot.memory.household
    child = replace(household.children[0], name=name)
    home.after(lambda: home.desk.change_household(replace(household, children=(child,))))
    press(home.page, "Set a passphrase")
    form = open_dialog(home.window)
    home.qtbot.keyClicks(seen(form, SecretField)[0], "zuleikas lamp")
    assert says(form, strength_sentence(strength))
    form.reject()


def test_it_is_set_by_keyboard_alone(home: Home) -> None:
    def type_in(text: str) -> None:
        home.qtbot.keyClicks(QApplication.focusWidget(), text)
        home.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    home.page.setFocus()
    while not (on := QApplication.focusWidget()) or on.accessibleName() != "Set a passphrase":
        home.qtbot.keyClick(on or home.window, Qt.Key.Key_Tab)
    home.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    come_to_rest()
    type_in(NEW)
    type_in(NEW)
    home.qtbot.waitUntil(lambda: told_over(home, "The passphrase is set"))
    assert now(home) == LOCKED


def test_where_nothing_is_kept_nothing_can_be_locked(live: Live) -> None:
    home = live(throw_away=True)
    home.go("protection")
    assert says(home.page, "Nothing is being saved here, so there is nothing to lock.")


@pytest.mark.parametrize("way", ["Back to Settings", "Escape"])
def test_it_leads_back_to_settings(home: Home, way: str) -> None:
    if way == "Escape":
        home.qtbot.keyClick(home.window, Qt.Key.Key_Escape)
    else:
        press(home.page, way)
    assert home.window.shown() == "settings"


def test_settings_lead_to_it(home: Home) -> None:
    home.go("settings")
    press(home.page, "Passphrase and recovery sheet")
    assert home.window.shown() == "protection"


def test_what_was_locked_is_locked_the_next_time(
    start: Start, leave: Leave, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    cheap_keys(monkeypatch)
    shell = start(sample=False)
    set_tea = partial(safekeeping.set_passphrase, new=TEA)
    with qtbot.waitSignal(shell.desk.changed):
        shell.desk.keep_safe(set_tea, ignore, ignore)
    leave(shell)
    again = start(sample=False, says="failed")
    assert again.desk.snapshot is None
