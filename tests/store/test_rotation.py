"""The key of the database changes, and a break at any moment leaves a header that opens it."""

from pathlib import Path

import pytest

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import files, header, rotation
from familysafe.store.database import Database
from familysafe.store.vault import Vault


def test_the_old_key_no_longer_opens_the_database(closed: Path) -> None:
    with Vault.open(closed) as vault:
        before = vault.keys
        after = rotation.rotate(vault.folder, vault.database, before)
    Database.open(closed / "vault.db", after.data).close()
    with pytest.raises(FamilySafeError):
        Database.open(closed / "vault.db", before.data)


def test_nothing_is_pending_afterwards(closed: Path) -> None:
    with Vault.open(closed) as vault:
        rotation.rotate(vault.folder, vault.database, vault.keys)
    assert header.read(closed).keys.pending_data_key is None


def test_a_change_that_did_not_begin_is_opened_by_the_old_key(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Database, "rekey", lambda *_: (_ for _ in ()).throw(SystemExit))
    with Vault.open(closed) as vault, pytest.raises(SystemExit):
        rotation.rotate(vault.folder, vault.database, vault.keys)
    assert header.read(closed).keys.pending_data_key is not None
    Vault.open(closed).close()


def test_a_change_that_was_not_written_down_is_found_and_ended(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch, Vault.open(closed) as vault:
        patch.setattr(rotation, "finish", lambda *_: (_ for _ in ()).throw(SystemExit))
        with pytest.raises(SystemExit):
            rotation.rotate(vault.folder, vault.database, vault.keys)
    with Vault.open(closed) as vault:
        assert vault.keys.pending is None
    assert header.read(closed).keys.pending_data_key is None


def test_there_is_nothing_to_finish_where_nothing_was_begun(closed: Path) -> None:
    with Vault.open(closed) as vault:
        before = header.read(closed)
        assert rotation.finish(closed, vault.keys) is vault.keys
    assert header.read(closed) == before


def test_where_the_last_header_cannot_be_written_the_vault_goes_on_with_the_new_key(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Vault.open(closed) as vault:
        with monkeypatch.context() as patch:
            patch.setattr(rotation, "finish", full)
            vault.keys = rotation.rotate(vault.folder, vault.database, vault.keys)
        Database.open(closed / "vault.db", vault.keys.data).close()
    with Vault.open(closed) as vault:
        assert vault.keys.pending is None


def test_a_change_that_fails_puts_the_header_back(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Database, "rekey", lambda *_: False)
    with Vault.open(closed) as vault:
        with pytest.raises(FamilySafeError) as refused:
            rotation.rotate(vault.folder, vault.database, vault.keys)
        assert header.read(closed).keys == vault.keys.chain
    assert refused.value.code is Code.DISK_REFUSES


def test_where_the_disk_has_filled_meanwhile_it_is_called_full(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> bool:
        monkeypatch.setattr(files, "require_room", full)
        return False

    monkeypatch.setattr(Database, "rekey", fails)
    with Vault.open(closed) as vault, pytest.raises(FamilySafeError) as refused:
        rotation.rotate(vault.folder, vault.database, vault.keys)
    assert refused.value.code is Code.DISK_FULL


def test_without_room_nothing_is_begun(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needed: list[int] = []
    monkeypatch.setattr(files, "require_room", lambda _folder, size: needed.append(size) or full())
    with Vault.open(closed) as vault:
        before = header.read(closed)
        with pytest.raises(FamilySafeError):
            rotation.rotate(vault.folder, vault.database, vault.keys)
        assert header.read(closed) == before
        assert needed[0] > 2 * vault.database.path.stat().st_size


def full(*_: object) -> None:
    raise FamilySafeError(Code.DISK_FULL)
