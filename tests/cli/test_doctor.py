"""`familysafe doctor` looks at everything, makes nothing, and says plainly what is wrong."""

import os
import sys
from importlib import metadata
from pathlib import Path

import pytest

from familysafe.__main__ import main
from familysafe.app.paths import vault_folder
from familysafe.cli import doctor
from familysafe.domain.secret import passphrase_of
from familysafe.store import backups, protection
from familysafe.store.derivation import new_words
from familysafe.store.slots import Cost
from familysafe.store.vault import Vault
from tests.builders import TODAY

KNOWN, WORDS = passphrase_of("kettle boat lamp river"), new_words()
Out = pytest.CaptureFixture[str]


def test_a_healthy_computer_is_called_one(shelf: Path, capsys: Out, tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there"
    assert main(["--data-dir", str(folder), "doctor"]) == 0
    said = capsys.readouterr().out
    assert said.endswith("All is well.\n")
    assert "7 guides, 6 steps, 3 cards, 2 services (digest-of-a-test)" in said
    assert "nothing yet" in said
    assert not folder.exists()


def test_a_vault_is_opened_and_checked(tmp_path: Path) -> None:
    Vault.create(tmp_path / "data").close()
    found = {finding.label: finding for finding in doctor.vault(tmp_path / "data")}
    assert found["encryption is on"].says.startswith("yes (SQLCipher 4")
    assert not any(finding.wrong for finding in found.values())


def test_a_vault_that_others_can_read_is_wrong(shelf: Path, capsys: Out, tmp_path: Path) -> None:
    folder = vault_folder(tmp_path / "data")
    Vault.create(folder).close()
    (folder / "vault.db").chmod(0o644)
    assert main(["--data-dir", str(tmp_path / "data"), "doctor"]) == 1
    said = capsys.readouterr().out
    assert "WRONG  only you can read it" in said
    assert said.endswith("1 thing is wrong.\n")


def test_a_damaged_vault_is_wrong_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "vault.db").write_bytes(b"nonsense")
    (found,) = doctor.vault(tmp_path)
    assert found.wrong
    assert (tmp_path / "vault.db").read_bytes() == b"nonsense"


def test_looking_deep_reads_the_backups_too(shelf: Path, capsys: Out, tmp_path: Path) -> None:
    folder = vault_folder(tmp_path / "data")
    with Vault.create(folder) as vault:
        assert main(["--data-dir", str(tmp_path / "data"), "doctor", "--deep"]) == 0
        assert "none yet" in capsys.readouterr().out
        backups.make(vault, TODAY)
        backups.make(vault, TODAY)
    assert main(["--data-dir", str(tmp_path / "data"), "doctor", "--deep"]) == 0
    assert "ok backups 2 of 2 can be read through" in plain(capsys.readouterr().out)
    (folder / "backups" / "0001-2026-11-22-day.db").write_bytes(b"rubbish")
    assert main(["--data-dir", str(tmp_path / "data"), "doctor"]) == 0
    assert "backups" not in capsys.readouterr().out
    assert main(["--data-dir", str(tmp_path / "data"), "doctor", "--deep"]) == 1
    said = plain(capsys.readouterr().out)
    assert "WRONG backups 1 of 2 can be read through" in said
    assert said.endswith("1 thing is wrong.")


def plain(said: str) -> str:
    """What was said, without its columns."""
    return " ".join(said.split())


def test_a_torn_header_is_wrong_and_stays_as_it_is(tmp_path: Path) -> None:
    Vault.create(tmp_path / "data").close()
    (tmp_path / "data" / "vault.header2").write_bytes(b"torn")
    found = {finding.label: finding for finding in doctor.vault(tmp_path / "data")}
    assert found["both key headers"].wrong
    assert (tmp_path / "data" / "vault.header2").read_bytes() == b"torn"


def test_a_damaged_vault_with_a_backup_stays_as_it_is_too(tmp_path: Path) -> None:
    with Vault.create(tmp_path / "data") as vault:
        backups.make(vault, TODAY)
    (tmp_path / "data" / "vault.db").write_bytes(b"nonsense")
    (found,) = doctor.vault(tmp_path / "data", deep=True)
    assert found.wrong
    assert (tmp_path / "data" / "vault.db").read_bytes() == b"nonsense"


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """The folder of a closed vault behind a passphrase and a sheet with these words."""
    with Vault.create(tmp_path / "data") as vault:
        protection.set_passphrase(vault, KNOWN, Cost(8192, 1))
        protection.set_recovery(vault, WORDS, Cost(8192, 1), KNOWN)
    return tmp_path / "data"


def test_a_locked_vault_is_as_it_should_be(locked: Path) -> None:
    (found,) = doctor.vault(locked)
    assert not found.wrong
    assert found.says.startswith("locked, as it should be")


def test_without_a_terminal_a_locked_vault_cannot_be_looked_into(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    monkeypatch.setattr(doctor, "getpass", lambda _: pytest.fail("asked"))
    (found,) = doctor.vault(locked, deep=True)
    assert found.wrong


@pytest.mark.parametrize("typed", [f" {KNOWN.text} ", " ".join(WORDS.words)])
def test_in_a_terminal_it_asks_for_the_passphrase_or_the_words(
    locked: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(doctor, "getpass", lambda _: typed)
    found = {finding.label: finding for finding in doctor.vault(locked, deep=True)}
    assert found["every page is whole"].says == "yes"
    assert not any(finding.wrong for finding in found.values())


def test_a_wrong_passphrase_is_told(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(doctor, "getpass", lambda _: "another one")
    (found,) = doctor.vault(locked, deep=True)
    assert found.says.startswith("That does not open it.")


def test_a_vault_that_cannot_be_opened_for_another_reason_is_not_asked_for(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(doctor, "getpass", lambda _: KNOWN.text)
    (locked / "vault.db").write_bytes(b"nonsense")
    (found,) = doctor.vault(locked, deep=True)
    assert found.says.startswith("What was saved cannot be read")


def test_a_cipher_that_does_not_load_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "familysafe.store.vault", None)
    (found,) = doctor.vault(tmp_path)
    assert found.wrong
    assert "cannot be loaded" in found.says


def test_a_missing_library_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert [finding.label for finding in doctor.versions() if finding.wrong] == list(doctor.LIBRARIES)


def test_missing_guides_are_wrong(tmp_path: Path) -> None:
    (found,) = doctor.content(tmp_path)
    assert found.wrong


def test_two_wrong_things_are_counted() -> None:
    assert doctor.verdict(2) == "2 things are wrong."


def test_a_data_folder_may_be_there_or_not(tmp_path: Path) -> None:
    assert doctor.data(tmp_path).says == str(tmp_path)
    assert doctor.data(tmp_path / "a" / "b").says.endswith("(not there yet)")


def test_a_file_in_the_place_of_the_data_folder_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert doctor.data(tmp_path / "file").wrong
    assert doctor.data(tmp_path / "file" / "x").wrong


def test_a_data_folder_that_cannot_be_written_to_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert doctor.data(tmp_path).wrong


@pytest.mark.parametrize(
    ("environment", "system", "why", "expected"),
    [
        ({}, "darwin", "", ("the system's own", False)),
        ({}, "linux", "neither is set.", ("none in this session", False)),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", "", ("only offscreen", False)),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", "", ("Wayland wayland-0", False)),
        ({"DISPLAY": ":0"}, "linux", "", ("X11 :0", False)),
        ({"DISPLAY": ":0"}, "linux", "libxcb-cursor.so.0 is missing.", ("libxcb-cursor.so.0 is missing.", True)),
        ({"WAYLAND_DISPLAY": "wayland-9"}, "linux", "nothing answers.", ("nothing answers.", True)),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", "", ("only offscreen", False)),
    ],
)
def test_the_screen(
    environment: dict[str, str],
    system: str,
    why: str,
    expected: tuple[str, bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor, "why_no_display", lambda *_: why)
    found = doctor.display(environment, system)
    says, wrong = expected
    assert says in found.says
    assert found.wrong is wrong


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one screen")
def test_a_screen_that_is_not_there_is_wrong(
    shelf: Path, capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    assert main(["--data-dir", str(tmp_path / "data"), "doctor"]) == 1
    said = plain(capsys.readouterr().out)
    assert "WRONG screen nothing answers at WAYLAND_DISPLAY wayland-9." in said
    assert said.endswith("1 thing is wrong.")


def test_before_there_is_a_vault_the_cipher_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {finding.label: finding for finding in doctor.vault(tmp_path / "data")}
    assert found["encryption works"].says.startswith("yes (SQLCipher 4")
    assert not (tmp_path / "data").exists()
    monkeypatch.setattr("familysafe.store.database.is_on", lambda _connection: False)
    assert [finding.wrong for finding in doctor.vault(tmp_path / "data")] == [False, True]


def test_a_file_in_the_place_of_the_data_folder_is_one_wrong_thing(shelf: Path, capsys: Out, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert main(["--data-dir", str(tmp_path / "file"), "doctor"]) == 1
    assert capsys.readouterr().out.endswith("1 thing is wrong.\n")
