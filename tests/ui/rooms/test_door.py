"""Through the door of a real vault: with the passphrase, with the sheet, and not at all."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from familysafe.app.paths import vault_folder
from familysafe.domain.change import ChangeHousehold, KeepPreferences
from familysafe.domain.memory import Preferences
from familysafe.domain.safekeeping import Protection
from familysafe.domain.secret import Passphrase, RecoveryWords
from familysafe.store import protection
from familysafe.store.derivation import new_words
from familysafe.store.slots import Cost, DeviceSlot
from familysafe.store.vault import Vault
from familysafe.ui.main import Shell
from tests.builders import a_household
from tests.ui.conftest import Leave, Start
from tests.ui.eyes import press, says, seen

CHEAP = Cost(8192, 1)
KETTLE = Passphrase("kettle boat")
PATIENCE = 20_000


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derivations that take no time."""
    monkeypatch.setattr(protection, "calibrated", lambda: CHEAP)


@pytest.fixture
def words() -> RecoveryWords:
    return new_words()


@pytest.fixture
def locked(start: Start, tmp_path: Path, words: RecoveryWords) -> Shell:
    """The window of a family with a passphrase and a sheet."""
    with Vault.create(vault_folder(tmp_path / "data")) as vault:
        vault.save(ChangeHousehold(a_household()))
        vault.save(KeepPreferences(Preferences(started=True)))
        protection.set_passphrase(vault, KETTLE, CHEAP)
        protection.set_recovery(vault, words, CHEAP, KETTLE)
    shell = start(sample=False, says="failed")
    assert shell.window.shown() == "door"
    return shell


def type_in(qtbot: QtBot, shell: Shell, *texts: str) -> None:
    for field, text in zip(seen(shell.window.pages["door"], QLineEdit), texts, strict=True):
        qtbot.keyClicks(field, text)


def test_a_wrong_passphrase_is_told_in_place_and_the_right_one_opens(qtbot: QtBot, locked: Shell) -> None:
    type_in(qtbot, locked, "kettle boot")
    with qtbot.waitSignal(locked.desk.failed, timeout=PATIENCE):
        qtbot.keyClick(seen(locked.window.pages["door"], QLineEdit)[0], Qt.Key.Key_Return)
    assert locked.window.shown() == "door"
    assert says(locked.window.pages["door"], "That does not open it.")
    type_in(qtbot, locked, "kettle boat ")
    with qtbot.waitSignal(locked.desk.changed, timeout=PATIENCE):
        press(locked.window.pages["door"], "Open")
    assert locked.window.shown() == "today"


def test_the_words_open_it_and_the_new_passphrase_holds(
    qtbot: QtBot, locked: Shell, words: RecoveryWords, tmp_path: Path, leave: Leave
) -> None:
    press(locked.window.pages["door"], "I have forgotten it: use the recovery sheet")
    type_in(qtbot, locked, " ".join(words.words), "a new one", "a new one")
    with qtbot.waitSignal(locked.desk.changed, timeout=PATIENCE):
        press(locked.window.pages["door"], "Open and keep the new passphrase")
    assert locked.window.shown() == "today"
    leave(locked)
    with Vault.open(vault_folder(tmp_path / "data"), Passphrase("a new one")) as vault:
        assert vault.read().preferences.started
    with Vault.open(vault_folder(tmp_path / "data"), words) as vault:
        assert vault.standing.protection == Protection(passphrase=True, recovery=True)


def test_a_vault_that_came_by_its_sheet_asks_for_its_words_alone(
    qtbot: QtBot, start: Start, tmp_path: Path, words: RecoveryWords
) -> None:
    folder = vault_folder(tmp_path / "data")
    with Vault.create(folder) as vault:
        vault.save(KeepPreferences(Preferences(started=True)))
        protection.set_recovery(vault, words, CHEAP)
        protection.keep(vault, vault.keys.chain.without(DeviceSlot))
    shell = start(sample=False, says="failed")
    wrong = " ".join(reversed(words.words))
    for typed, signal in ((wrong, shell.desk.failed), (" ".join(words.words), shell.desk.changed)):
        assert not says(shell.window.pages["door"], "Your passphrase opens it.")
        type_in(qtbot, shell, typed, "a new one", "a new one")
        with qtbot.waitSignal(signal, timeout=PATIENCE):
            press(shell.window.pages["door"], "Open and keep the new passphrase")
    assert shell.window.shown() == "today"
    assert shell.desk.snapshot is not None
    assert shell.desk.snapshot.standing.protection == Protection(passphrase=True, recovery=True)


def test_help_now_opens_while_locked_and_leads_back(locked: Shell) -> None:
    press(locked.window.pages["door"], "Help now (F2)")
    assert locked.window.shown() == "help"
    press(locked.window.pages["help"], "Back. What was saved stays closed")
    assert locked.window.shown() == "door"


def test_no_page_of_the_family_is_made_while_locked(qtbot: QtBot, locked: Shell) -> None:
    for keys in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        qtbot.keyClick(locked.window, keys, Qt.KeyboardModifier.ControlModifier)
    assert set(locked.window.pages) == {"door"}


@pytest.mark.parametrize(("content", "part"), [(b"x" * 600, "damaged"), (None, "its key is missing")])
def test_what_else_keeps_it_shut_is_told_apart(start: Start, tmp_path: Path, content: bytes | None, part: str) -> None:
    Vault.create(vault_folder(tmp_path / "data")).close()
    for name in ("vault.header", "vault.header2") if content else ("device.key",):
        file = vault_folder(tmp_path / "data") / name
        file.unlink() if content is None else file.write_bytes(content)
    shell = start(sample=False, says="failed")
    assert shell.window.shown() == "door"
    assert says(shell.window.pages["door"], part)
