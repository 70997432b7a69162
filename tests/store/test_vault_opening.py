"""Which folders open as a vault, and what is said of the others."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlcipher3 import dbapi2 as sqlcipher

from familysafe.domain.answer import Answer, State
from familysafe.domain.change import GiveAnswer
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Memory
from familysafe.domain.target import Target, TargetKind
from familysafe.store import files, header, keys
from familysafe.store.database import Database
from familysafe.store.vault import Vault

DONE = Answer("iphone.code", Target(TargetKind.DEVICE, device="d1"), date(2026, 6, 1), State.DONE)


def refusal(folder: Path) -> Code:
    with pytest.raises(FamilySafeError) as refused:
        Vault.open(folder)
    return refused.value.code


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def data_key(folder: Path) -> bytes:
    return keys.unlock(header.read(folder).keys, keys.read_device_key(folder / "device.key")).data


# What opens and what does not


def test_an_existing_vault_is_not_written_over(closed: Path) -> None:
    before = content(closed)
    with pytest.raises(FamilySafeError) as refused:
        Vault.create(closed)
    assert refused.value.code is Code.DISK_REFUSES
    assert content(closed) == before


def test_open_or_create_makes_one_and_then_opens_it(folder: Path) -> None:
    with Vault.open_or_create(folder) as vault:
        vault.save(GiveAnswer(DONE))
    with Vault.open_or_create(folder) as vault:
        assert vault.read().answers == (DONE,)


def test_a_database_without_a_header_is_kept_and_needs_its_key(closed: Path) -> None:
    for name in header.COPIES:
        (closed / name).unlink()
    before = content(closed)
    with pytest.raises(FamilySafeError) as refused:
        Vault.open_or_create(closed)
    assert refused.value.code is Code.VAULT_KEY_MISSING
    assert content(closed) == before


@pytest.mark.parametrize("other", [None, b"", bytes(32)])
def test_without_its_device_key_a_vault_stays_shut(closed: Path, other: bytes | None) -> None:
    (closed / "device.key").unlink()
    if other is not None:
        (closed / "device.key").write_bytes(other)
    before = content(closed)
    with pytest.raises(FamilySafeError) as refused:
        Vault.open_or_create(closed)
    assert refused.value.code is Code.VAULT_KEY_MISSING
    assert content(closed) == before


def test_a_folder_without_a_vault_has_none_to_open(tmp_path: Path) -> None:
    assert refusal(tmp_path) is Code.VAULT_KEY_MISSING


@pytest.mark.parametrize("name", header.COPIES)
def test_one_damaged_header_copy_is_mended_at_the_next_start(closed: Path, name: str) -> None:
    (closed / name).write_bytes(b"torn")
    with Vault.open(closed) as vault:
        assert vault.check().header_copies_ok
        vault.save(GiveAnswer(DONE))
    with Vault.open(closed) as vault:
        assert vault.read().answers == (DONE,)


def test_two_damaged_header_copies_are_damage(closed: Path) -> None:
    for name in header.COPIES:
        (closed / name).write_bytes(b"torn")
    assert refusal(closed) is Code.VAULT_DAMAGED


@pytest.mark.parametrize("left", [None, b"", b"x"])
def test_a_lost_database_is_damage_and_not_a_fresh_start(closed: Path, left: bytes | None) -> None:
    (closed / "vault.db").unlink()
    if left is not None:
        (closed / "vault.db").write_bytes(left)
    assert refusal(closed) is Code.VAULT_DAMAGED


def test_a_damaged_database_is_damage_and_stays_as_it_is(closed: Path) -> None:
    damaged = bytearray((closed / "vault.db").read_bytes())
    damaged[100] ^= 1
    (closed / "vault.db").write_bytes(damaged)
    assert refusal(closed) is Code.VAULT_DAMAGED
    assert (closed / "vault.db").read_bytes() == damaged


def test_a_database_of_another_vault_is_damage(closed: Path, tmp_path: Path) -> None:
    with Vault.create(tmp_path / "other"):
        (closed / "vault.db").write_bytes((tmp_path / "other" / "vault.db").read_bytes())
    assert refusal(closed) is Code.VAULT_DAMAGED


def test_a_newer_schema_is_left_to_a_newer_familysafe(closed: Path) -> None:
    database = Database.open(closed / "vault.db", data_key(closed))
    database.run("PRAGMA user_version = 99")
    database.close()
    before = content(closed)
    assert refusal(closed) is Code.VAULT_NEWER
    assert content(closed) == before


def test_a_vault_that_was_rotated_halfway_keeps_its_pending_key(closed: Path) -> None:
    found = header.read(closed)
    header.write(closed, replace(found, keys=replace(found.keys, pending_data_key=bytes(72))))
    Vault.open(closed).close()
    assert header.read(closed).keys.pending_data_key == bytes(72)


# What a first start leaves when it breaks off (tests/faults kills it at every step as well)


def test_a_key_left_alone_is_used(folder: Path) -> None:
    files.make_folder(folder)
    left = keys.make_device_key(folder / "device.key")
    Vault.open_or_create(folder).close()
    assert keys.read_device_key(folder / "device.key") == left


@pytest.mark.parametrize("names", [header.COPIES, header.COPIES[:1]], ids=["both-copies", "one-copy"])
@pytest.mark.parametrize("database", [None, b""], ids=["no-database", "empty-database"])
def test_a_header_left_without_a_database_is_gone_on_with(
    folder: Path, names: tuple[str, ...], database: bytes | None
) -> None:
    files.make_folder(folder)
    chain = keys.new_chain(keys.make_device_key(folder / "device.key"))
    for name in names:
        files.write(folder / name, header.encode(header.Header(chain, sequence=1)))
    if database is not None:
        (folder / "vault.db").write_bytes(database)
    with Vault.open_or_create(folder) as vault:
        assert vault.read() == Memory()
        assert vault.check().modes_ok
    assert header.read(folder).database_made


def test_a_database_made_but_not_noted_keeps_what_it_holds(closed: Path) -> None:
    with Vault.open(closed) as vault:
        vault.save(GiveAnswer(DONE))
    header.write(closed, replace(header.read(closed), database_made=False))
    with Vault.open_or_create(closed) as vault:
        assert vault.read().answers == (DONE,)
    assert header.read(closed).database_made


# What is not encrypted


def test_a_plain_database_swapped_in_is_refused(closed: Path) -> None:
    (closed / "vault.db").unlink()
    with closing(sqlite3.connect(closed / "vault.db")) as plain, plain:
        plain.execute("PRAGMA user_version = 1")
    before = content(closed)
    assert refusal(closed) is Code.VAULT_NOT_ENCRYPTED
    assert content(closed) == before


def test_a_plain_library_swapped_in_is_refused(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlcipher, "connect", sqlite3.connect)
    assert refusal(closed) is Code.VAULT_NOT_ENCRYPTED


def test_a_first_start_on_a_plain_library_writes_no_tables(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlcipher, "connect", sqlite3.connect)
    with pytest.raises(FamilySafeError) as refused:
        Vault.create(folder)
    assert refused.value.code is Code.VAULT_NOT_ENCRYPTED
    assert (folder / "vault.db").read_bytes() == b""
