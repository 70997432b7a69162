"""Names, headers and keys of copies."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Backup, BackupReason
from familysafe.store import backups, copies, files, header, keys
from familysafe.store.vault import Vault
from tests.store.family import TODAY, cut, damage

DAY = Backup(7, date(2026, 11, 22), BackupReason.DAY)


@pytest.mark.parametrize(
    ("backup", "name"),
    [
        (DAY, "0007-2026-11-22-day.db"),
        (replace(DAY, reason=BackupReason.RESTORE), "0007-2026-11-22-restore.db"),
        (replace(DAY, reason=BackupReason.MIGRATION), "0007-2026-11-22-migration-3.db"),
        (replace(DAY, number=12345), "12345-2026-11-22-day.db"),
    ],
)
def test_a_name_says_number_day_and_reason(tmp_path: Path, backup: Backup, name: str) -> None:
    path = copies.path_for(tmp_path, backup, 3)
    assert path == tmp_path / "backups" / name
    found = copies.named(path)
    assert found is not None
    assert found.backup == backup
    assert found.header == path.with_suffix(".header")


@pytest.mark.parametrize(
    "name",
    [
        "copy.new",
        "7-2026-11-22-day.db",
        "0007-2026-11-22-week.db",
        "0007-2026-02-30-day.db",
        "0007-2026-11-22-day.db.x",
    ],
)
def test_any_other_name_is_no_copy(name: str) -> None:
    assert copies.named(Path(name)) is None


def test_the_newest_is_the_one_with_the_highest_number_whatever_the_clock_said(tmp_path: Path) -> None:
    files.make_folder(tmp_path / "backups")
    for name in ("0009-2036-01-01-day.db", "0010-2025-01-01-day.db", "10001-2026-01-01-day.db", "notes.txt"):
        (tmp_path / "backups" / name).touch()
    assert [copy.backup.number for copy in copies.copies(tmp_path)] == [10001, 10, 9]


def test_where_there_is_no_folder_there_are_no_copies(tmp_path: Path) -> None:
    assert copies.copies(tmp_path) == ()


def test_what_broke_off_is_tidied_away_and_nothing_else(vault: Vault) -> None:
    backups.make(vault, TODAY)
    place = vault.folder / "backups"
    before = {path.name for path in place.iterdir()}
    for left in ("copy.new", "copy.new-journal", "0002-2026-11-22-day.header", "0001-2026-11-22-day.header.new"):
        (place / left).touch()
    (place / "notes.txt").touch()
    (place / "notes.header").touch()
    copies.tidy(vault.folder)
    assert {path.name for path in place.iterdir()} == {*before, "notes.txt", "notes.header"}


def test_the_header_of_a_copy_leads_to_its_own_key_and_to_that_of_the_vault(vault: Vault) -> None:
    own = bytes(range(32))
    chain = copies.chain_for(own, vault.keys)
    opened = keys.behind(chain, vault.keys.master)
    assert (opened.data, opened.pending) == (own, vault.keys.data)
    assert chain.slots == vault.keys.chain.slots
    assert copies.chain_for(vault.keys.data, vault.keys).pending_data_key is None


def test_a_copy_whose_header_is_damaged_is_opened_by_the_key_of_the_vault(vault: Vault) -> None:
    backups.make(vault, TODAY)
    (copy,) = copies.copies(vault.folder)
    damage(copy.header)
    assert copies.key_of(copy, vault.keys) == vault.keys.data


def test_a_copy_behind_another_master_key_has_no_key(vault: Vault) -> None:
    backups.make(vault, TODAY)
    (copy,) = copies.copies(vault.folder)
    strange = replace(vault.keys, master=bytes(32), data=bytes(32), pending=bytes(32))
    assert copies.key_of(copy, strange) is None


@pytest.mark.parametrize("left", [0, 1, 100, 4096])
def test_a_copy_that_is_cut_short_or_empty_has_no_key(vault: Vault, left: int) -> None:
    backups.make(vault, TODAY)
    (copy,) = copies.copies(vault.folder)
    cut(copy.path, left)
    assert copies.key_of(copy, vault.keys) is None


def test_a_header_that_cannot_be_read_now_is_not_taken_for_a_damaged_one(tmp_path: Path) -> None:
    (tmp_path / "a.header").mkdir()
    with pytest.raises(FamilySafeError) as refused:
        copies.chain_in(tmp_path / "a.header")
    assert refused.value.code is Code.DISK_REFUSES
    assert copies.chain_in(tmp_path / "absent.header") is None


def test_a_copy_goes_with_its_header(vault: Vault) -> None:
    backups.make(vault, TODAY)
    copies.drop(copies.copies(vault.folder)[0])
    assert list((vault.folder / "backups").iterdir()) == []


def test_headers_and_what_was_set_aside_are_known_by_their_names() -> None:
    assert all(
        copies.is_header(Path(name))
        for name in (
            "0001-2026-11-22-day.header",
            "0001-vault.header",
            "0001-vault.header2.damaged",
            "0001-a.header.new",
        )
    )
    assert not any(copies.is_header(Path(name)) for name in ("notes.header", "0001-vault.db", "vault.header"))
    assert copies.is_aside(Path("0001-vault.db-journal"))
    assert not copies.is_aside(Path("vault.db"))


def test_a_header_of_a_copy_is_read_like_any_other(vault: Vault) -> None:
    backups.make(vault, TODAY)
    assert isinstance(header.examine(copies.copies(vault.folder)[0].header), header.Header)


def test_a_copy_that_cannot_be_read_now_is_not_taken_for_lost(vault: Vault) -> None:
    backups.make(vault, TODAY)
    (copy,) = copies.copies(vault.folder)
    copy.path.unlink()
    with pytest.raises(FamilySafeError) as refused:
        copies.key_of(copy, vault.keys)
    assert refused.value.code is Code.DISK_REFUSES
    assert not backups.is_sound(copy, vault.keys)


def test_a_plain_file_in_the_place_of_a_copy_has_no_key(vault: Vault) -> None:
    backups.make(vault, TODAY)
    (copy,) = copies.copies(vault.folder)
    copy.path.write_bytes(b"SQLite format 3\x00" + bytes(8000))
    assert copies.key_of(copy, vault.keys) is None
