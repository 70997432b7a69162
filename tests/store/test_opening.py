"""The files of a vault are made in an order that can break off anywhere (see also test_vault_opening)."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Backup, BackupReason
from familysafe.store import backups, copies, header, opening, rotation, schema
from familysafe.store.database import Database
from familysafe.store.vault import Vault
from tests.store.family import TODAY, back_to_the_first_schema, breaks_off, content, fill


def test_the_header_says_that_the_database_is_still_to_come(folder: Path) -> None:
    opening.prepare(folder)
    assert not header.read(folder).database_made
    assert not (folder / opening.DATABASE).exists()


def test_a_vault_is_never_made_over_another(folder: Path) -> None:
    opening.prepare(folder)
    with pytest.raises(FamilySafeError) as refused:
        opening.prepare(folder)
    assert refused.value.code is Code.DISK_REFUSES


def test_the_device_keys_bytes_open_it_too(folder: Path) -> None:
    opening.prepare(folder)
    opened = opening.open_files(folder, (folder / opening.DEVICE_KEY).read_bytes())
    opened.database.close()
    assert header.read(folder).database_made


# Bringing the tables up to date

LATER = (*schema.MIGRATIONS, ("CREATE TABLE later (id INTEGER PRIMARY KEY)",))


@pytest.fixture
def full(vault: Vault) -> Path:
    """The folder of a closed vault with a family in it."""
    fill(vault)
    vault.close()
    return vault.folder


def schema_of(folder: Path) -> int:
    with Vault.look_at(folder) as vault:
        return schema.version(vault.database)


def test_a_copy_is_made_before_the_tables_change(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", LATER)
    with Vault.open(full, today=TODAY) as vault:
        assert backups.listed(full) == (Backup(1, TODAY, BackupReason.MIGRATION),)
        assert schema.version(vault.database) == len(LATER)
        (copy,) = copies.copies(full)
        database = Database.open(copy.path, vault.keys.data)
        assert schema.version(database) == len(LATER) - 1
        assert "later" not in schema.tables(database)
        database.close()
    assert copy.path.name == f"0001-2026-11-22-migration-{len(LATER) - 1}.db"


def test_a_vault_of_schema_1_opens_with_everything_in_it(full: Path) -> None:
    with Vault.open(full) as vault:
        memory = vault.read()
        back_to_the_first_schema(vault.database)
    with Vault.open(full, today=TODAY) as vault:
        assert vault.read() == replace(memory, records=(), look_ins=())
        assert schema.version(vault.database) == len(schema.MIGRATIONS)
    assert [backup.reason for backup in backups.listed(full)] == [BackupReason.MIGRATION]


def test_a_vault_in_which_nothing_stands_needs_no_copy(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", LATER)
    Vault.open(closed).close()
    assert schema_of(closed) == len(LATER)
    assert backups.listed(closed) == ()


def test_without_a_copy_the_tables_do_not_change(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> None:
        raise FamilySafeError(Code.DISK_FULL)

    monkeypatch.setattr(schema, "MIGRATIONS", LATER)
    before = content(full)
    with monkeypatch.context() as patch:
        patch.setattr(Database, "copy_to", no_room)
        with pytest.raises(FamilySafeError) as refused:
            Vault.open(full)
    assert refused.value.code is Code.DISK_FULL
    assert content(full) == before
    Vault.open(full).close()
    assert schema_of(full) == len(LATER)


def test_copies_of_one_schema_do_not_pile_up(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", LATER)
    for _ in range(3):
        with monkeypatch.context() as patch:
            patch.setattr(schema, "migrate", breaks_off)
            with pytest.raises(SystemExit):
                Vault.open(full)
    Vault.open(full).close()
    assert len(backups.listed(full)) == 1


def test_an_older_vault_whose_tables_stay_as_they_are_is_read_where_nothing_can_be_written(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Vault.open(full) as vault:
        memory = vault.read()
        back_to_the_first_schema(vault.database)

    def refuses(*_: object) -> None:
        raise FamilySafeError(Code.VAULT_READ_ONLY)

    monkeypatch.setattr(backups, "keep", refuses)
    with Vault.open(full) as vault:
        assert vault.read() == replace(memory, records=(), look_ins=())
        assert schema.version(vault.database) == 1
    changed = (*schema.MIGRATIONS, ("ALTER TABLE talks ADD later TEXT",))
    monkeypatch.setattr(schema, "MIGRATIONS", changed)
    with pytest.raises(FamilySafeError) as refused:
        Vault.open(full)
    assert refused.value.code is Code.VAULT_READ_ONLY


def test_a_newer_vault_is_refused_before_anything_is_touched(full: Path) -> None:
    with Vault.open(full) as vault:
        vault.database.run("PRAGMA user_version = 99")
    (full / header.COPIES[1]).write_bytes(b"torn")
    before = content(full)
    with pytest.raises(FamilySafeError) as refused:
        Vault.open(full)
    assert refused.value.code is Code.VAULT_NEWER
    assert content(full) == before


def test_a_newer_vault_is_refused_before_a_change_of_its_key_is_ended(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Vault.open(full) as vault:
        vault.database.run("PRAGMA user_version = 99")
        with monkeypatch.context() as patch:
            patch.setattr(rotation, "finish", breaks_off)
            with pytest.raises(SystemExit):
                rotation.rotate(full, vault.database, vault.keys)
    before = content(full)
    with pytest.raises(FamilySafeError) as refused:
        Vault.open(full)
    assert refused.value.code is Code.VAULT_NEWER
    assert content(full) == before


def test_a_folder_with_only_copies_left_holds_a_vault(full: Path) -> None:
    with Vault.open(full) as vault:
        memory = vault.read()
        backups.make(vault, TODAY)
    for name in (*header.COPIES, opening.DATABASE):
        (full / name).unlink()
    assert opening.holds_a_vault(full)
    with Vault.open_or_create(full) as vault:
        assert vault.read() == memory
