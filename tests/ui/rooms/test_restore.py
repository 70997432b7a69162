"""A file from another computer: into a home that has begun, and onto a computer that has nothing yet."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from familysafe.app import safekeeping
from familysafe.app.paths import vault_folder
from familysafe.domain.change import ChangeHousehold, KeepPreferences
from familysafe.domain.household import Household
from familysafe.domain.memory import Preferences
from familysafe.domain.secret import Passphrase, RecoveryWords
from familysafe.store import copies, protection
from familysafe.store.derivation import new_words
from familysafe.store.slots import Cost
from familysafe.store.vault import Vault
from familysafe.ui.main import Shell
from familysafe.ui.rooms import restore
from familysafe.ui.widgets.secret import SecretField
from tests.builders import TODAY, a_household
from tests.ui.conftest import Leave, Start
from tests.ui.eyes import button, come_to_rest, open_dialog, press, says, seen
from tests.ui.homes import Home
from tests.ui.rooms.vaults import TEA, cheap_keys, live_in, opens

CHEAP = Cost(8192, 1)


@pytest.fixture
def words() -> RecoveryWords:
    return new_words()


@pytest.fixture
def file(tmp_path: Path, words: RecoveryWords, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A backup of another home, which every dialog for a file answers with."""
    cheap_keys(monkeypatch)
    path = tmp_path / "other.familysafe"
    with Vault.create(tmp_path / "other") as vault:
        vault.save(ChangeHousehold(a_household()))
        vault.save(KeepPreferences(Preferences(started=True)))
        protection.set_passphrase(vault, TEA, CHEAP)
        protection.set_recovery(vault, words, CHEAP, TEA)
        safekeeping.export(vault, path, TODAY)
    monkeypatch.setattr(restore, "ask_open", lambda *given: given[-1](path))
    return path


def wait_for(qtbot: QtBot, dialog: QDialog, said: str) -> None:
    qtbot.waitUntil(lambda: says(dialog, said))
    come_to_rest()


def try_secret(qtbot: QtBot, dialog: QDialog, secret: str) -> None:
    qtbot.keyClicks(seen(dialog, SecretField)[0], secret)
    press(dialog, "Open")


@pytest.fixture
def fresh(start: Start, file: Path) -> Shell:
    """First start, on a computer that has nothing yet."""
    return start(sample=False)


def ask(shell: Shell) -> QDialog:
    press(shell.window, "I have a backup")
    return open_dialog(shell.window)


def test_a_new_computer_takes_a_file_over_with_its_passphrase(
    qtbot: QtBot, fresh: Shell, tmp_path: Path, leave: Leave
) -> None:
    dialog = ask(fresh)
    wait_for(qtbot, dialog, "Passphrase of the file")
    try_secret(qtbot, dialog, "not it")
    wait_for(qtbot, dialog, "That does not open it.")
    try_secret(qtbot, dialog, TEA.text)
    wait_for(qtbot, dialog, "Copy of 22 Nov 2026")
    assert not says(dialog, "Here now")
    with qtbot.waitSignal(fresh.desk.changed):
        press(dialog, "Bring it back")
    assert fresh.window.shown() == "today"
    assert fresh.desk.snapshot is not None
    assert fresh.desk.snapshot.memory.household == a_household()
    leave(fresh)
    assert opens(vault_folder(tmp_path / "data"), TEA)
    assert not opens(vault_folder(tmp_path / "data"))


def test_a_new_computer_takes_a_file_over_with_its_words(qtbot: QtBot, fresh: Shell, words: RecoveryWords) -> None:
    dialog = ask(fresh)
    wait_for(qtbot, dialog, "Passphrase of the file")
    press(dialog, "Use the words of its recovery sheet")
    try_secret(qtbot, dialog, " ".join(words.words))
    wait_for(qtbot, dialog, "Copy of 22 Nov 2026")
    with qtbot.waitSignal(fresh.desk.changed):
        press(dialog, "Bring it back")
    assert fresh.window.shown() == "today"


@pytest.fixture
def lost(start: Start, file: Path, tmp_path: Path) -> Shell:
    """A home whose passphrase nobody knows any more."""
    with Vault.create(vault_folder(tmp_path / "data")) as vault:
        vault.save(ChangeHousehold(a_household(country="IE")))
        vault.save(KeepPreferences(Preferences(started=True)))
        protection.set_passphrase(vault, Passphrase("nobody knows it now"), CHEAP)
    return start(sample=False, says="failed")


def test_at_the_door_a_file_takes_the_place_of_what_nobody_can_open(
    qtbot: QtBot, lost: Shell, tmp_path: Path, leave: Leave
) -> None:
    assert lost.window.shown() == "door"
    dialog = ask(lost)
    wait_for(qtbot, dialog, "Passphrase of the file")
    try_secret(qtbot, dialog, TEA.text)
    wait_for(qtbot, dialog, "What is here now, and is not open, is set aside in the same folder. Nothing is deleted.")
    with qtbot.waitSignal(lost.desk.changed):
        press(dialog, "Bring it back")
    assert lost.window.shown() == "today"
    assert lost.desk.snapshot is not None
    assert lost.desk.snapshot.memory.household == a_household()
    leave(lost)
    (before,) = copies.set_beside(vault_folder(tmp_path / "data"))
    assert opens(before, Passphrase("nobody knows it now"))
    safekeeping.delete_everything(tmp_path / "data")
    assert not before.exists()


def test_looking_into_a_file_leaves_nothing_behind(qtbot: QtBot, fresh: Shell, tmp_path: Path) -> None:
    dialog = ask(fresh)
    wait_for(qtbot, dialog, "Passphrase of the file")
    try_secret(qtbot, dialog, TEA.text)
    wait_for(qtbot, dialog, "Copy of 22 Nov 2026")
    press(dialog, "Leave as it is")
    assert fresh.window.shown() == "first"
    assert not vault_folder(tmp_path / "data").exists()


def test_taking_over_can_be_stopped(
    qtbot: QtBot, fresh: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*given: Any) -> None:
        while True:
            given[-1](0.5)

    monkeypatch.setattr(safekeeping, "adopt", endless)
    dialog = ask(fresh)
    wait_for(qtbot, dialog, "Passphrase of the file")
    try_secret(qtbot, dialog, TEA.text)
    wait_for(qtbot, dialog, "Copy of 22 Nov 2026")
    press(dialog, "Bring it back")
    with qtbot.waitSignal(dialog.finished):
        press(dialog, "Cancel")
    assert fresh.window.shown() == "first"


def test_after_the_first_answer_there_is_something_to_be_replaced(qtbot: QtBot, fresh: Shell) -> None:
    with qtbot.waitSignal(fresh.desk.changed):
        press(fresh.window, "Next")
    press(fresh.window, "Back")
    dialog = ask(fresh)
    wait_for(qtbot, dialog, "Passphrase of the file")
    try_secret(qtbot, dialog, TEA.text)
    wait_for(qtbot, dialog, "Here now")
    with qtbot.waitSignal(fresh.desk.changed):
        press(dialog, "Bring it back")
    assert fresh.window.shown() == "today"


def test_a_file_that_is_no_backup_is_told(qtbot: QtBot, fresh: Shell, file: Path) -> None:
    file.write_bytes(b"no backup" * 100)
    dialog = ask(fresh)
    wait_for(qtbot, dialog, "This file cannot be read as a FamilySafe backup.")
    press(dialog, "Close")


def test_only_the_first_question_speaks_of_a_backup(fresh: Shell) -> None:
    assert button(fresh.window, "I have a backup").isVisible()
    press(fresh.window, "Skip")
    come_to_rest()
    assert "I have a backup" not in [one.text() for one in seen(fresh.window, type(button(fresh.window, "Skip")))]


@pytest.fixture
def home(live: Callable[..., Home], tmp_path: Path, file: Path) -> Home:
    home = live_in(live, tmp_path / "vault")
    home.wiring.folder = str(tmp_path)
    home.after(lambda: home.desk.change_household(Household(country="IE")))
    home.go("backups")
    return home


def test_a_home_that_has_begun_keeps_its_own_lock(qtbot: QtBot, home: Home) -> None:
    press(home.page, "Restore from a file…")
    dialog = open_dialog(home.window)
    wait_for(qtbot, dialog, "Passphrase of the file")
    try_secret(qtbot, dialog, TEA.text)
    wait_for(qtbot, dialog, "Here now")
    home.after(lambda: press(dialog, "Bring it back"))
    assert home.snapshot.memory.household == a_household()
    assert not home.snapshot.standing.protection.passphrase
    assert says(home.page, "It is brought back.")


def test_what_comes_after_the_dialog_was_closed_is_heard_by_nobody(qtbot: QtBot, home: Home) -> None:
    press(home.page, "Restore from a file…")
    dialog = open_dialog(home.window)
    press(dialog, "Cancel")
    home.after(home.desk.refresh)
    come_to_rest()
    assert not any(one.isVisible() for one in home.window.findChildren(QDialog))
