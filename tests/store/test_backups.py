"""Copies are verified before they have a name, kept by number, and follow the slots of the vault."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Backup, BackupReason
from familysafe.store import backups, copies, files, header, keys, protection, rotation
from familysafe.store.copies import Copy
from familysafe.store.database import Database
from familysafe.store.slots import DeviceSlot, PassphraseSlot
from familysafe.store.vault import Vault
from tests.store.family import CHEAP, KNOWN, LATER, OTHER, TODAY, breaks_off, cancelled_after, content, damage, fill

DAY, MIGRATION, RESTORE = BackupReason.DAY, BackupReason.MIGRATION, BackupReason.RESTORE


@pytest.fixture
def place(vault: Vault) -> Path:
    """The folder of the copies of a vault that holds a family."""
    fill(vault)
    return vault.folder / "backups"


def refusal_of(vault: Vault, **more: object) -> Code:
    with pytest.raises(FamilySafeError) as refused:
        backups.make(vault, TODAY, **more)  # type: ignore[arg-type]
    return refused.value.code


# Making one


def test_a_copy_holds_what_the_vault_holds(vault: Vault, place: Path) -> None:
    assert backups.make(vault, TODAY) == Backup(1, TODAY, DAY)
    (copy,) = copies.copies(vault.folder)
    database = Database.open(copy.path, vault.keys.data)
    assert database.rows("SELECT * FROM answers") == vault.database.rows("SELECT * FROM answers")
    assert database.is_whole()
    database.close()


def test_a_copy_is_private_encrypted_and_opens_with_its_header_alone(vault: Vault, place: Path) -> None:
    backups.make(vault, TODAY)
    assert {path.name for path in place.iterdir()} == {"0001-2026-11-22-day.db", "0001-2026-11-22-day.header"}
    assert {path.stat().st_mode & 0o777 for path in place.iterdir()} == {0o600}
    assert place.stat().st_mode & 0o777 == 0o700
    (copy,) = copies.copies(vault.folder)
    written = copy.path.read_bytes()
    assert not written.startswith(b"SQLite format 3")
    assert b"second" not in written
    found = header.examine(copy.header)
    assert isinstance(found, header.Header)
    opened = keys.unlock(found.keys, keys.read_device_key(vault.folder / "device.key"))
    assert Database.fits(copy.path, opened.data)
    assert not Database.fits(copy.path, bytes(32))


def test_each_copy_has_a_higher_number(vault: Vault, place: Path) -> None:
    made = [backups.make(vault, TODAY, reason).number for reason in (DAY, RESTORE, DAY)]
    assert made == [1, 2, 3]
    assert [backup.number for backup in backups.listed(vault.folder)] == [3, 2, 1]


def test_a_copy_is_due_on_another_day_only(vault: Vault, place: Path) -> None:
    assert backups.due(vault, TODAY)
    backups.make(vault, TODAY, RESTORE)
    assert backups.due(vault, TODAY)
    backups.make(vault, TODAY)
    assert not backups.due(vault, TODAY)
    for other in (TODAY + timedelta(1), TODAY - timedelta(400)):
        assert backups.due(vault, other)


def test_a_damaged_page_is_found_while_copying_and_nothing_is_left(vault: Vault, place: Path) -> None:
    for _ in range(200):
        vault.save(LATER)
    vault.close()
    damage(vault.database.path, -100)
    with Vault.open(vault.folder) as again:
        assert refusal_of(again) is Code.VAULT_DAMAGED
    assert list(place.iterdir()) == []


def test_a_copy_that_does_not_read_back_is_refused(vault: Vault, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_to = Database.copy_to

    def torn(database: Database, path: Path, tell: object) -> None:
        copy_to(database, path)
        damage(path, -100)

    monkeypatch.setattr(Database, "copy_to", torn)
    assert refusal_of(vault) is Code.DISK_REFUSES
    assert list(place.iterdir()) == []


def test_a_copy_that_lacks_a_row_is_refused(vault: Vault, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_to = Database.copy_to

    def lossy(database: Database, path: Path, tell: object) -> None:
        copy_to(database, path)
        copy = Database.open(path, vault.keys.data)
        copy.run("DELETE FROM answers WHERE id = 1")
        copy.close()

    monkeypatch.setattr(Database, "copy_to", lossy)
    assert refusal_of(vault) is Code.DISK_REFUSES


def test_a_full_disk_says_so_and_leaves_the_older_copy(
    vault: Vault, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make(vault, TODAY)
    before = content(place)

    def full(path: Path) -> None:
        raise FamilySafeError(Code.DISK_FULL)

    monkeypatch.setattr(files, "sync_file", full)
    assert refusal_of(vault) is Code.DISK_FULL
    assert content(place) == before


def test_the_header_stands_before_the_copy_has_its_name(
    vault: Vault, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[set[str]] = []
    monkeypatch.setattr(files, "move", lambda *_: seen.append({path.name for path in place.iterdir()}))
    backups.make(vault, TODAY)
    assert seen == [{"copy.new", "0001-2026-11-22-day.header"}]


@pytest.mark.parametrize("share", [0.0, 0.4, 0.7])
def test_it_can_be_stopped_and_then_nothing_is_left(vault: Vault, place: Path, share: float) -> None:
    assert refusal_of(vault, tell=cancelled_after(share)) is Code.CANCELLED
    assert list(place.iterdir()) == []


def test_it_tells_how_far_it_has_come(vault: Vault, place: Path) -> None:
    told: list[float] = []
    backups.make(vault, TODAY, tell=told.append)
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] <= 1


def test_an_older_copy_that_cannot_be_taken_away_is_no_failure(
    vault: Vault, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(folder: Path) -> None:
        raise FamilySafeError(Code.DISK_REFUSES)

    monkeypatch.setattr(backups, "rotate", refuses)
    assert backups.make(vault, TODAY).number == 1


def test_what_was_being_restored_when_it_broke_off_is_taken_away(vault: Vault, place: Path) -> None:
    files.make_folder(vault.folder / "unpacked")
    (vault.folder / "unpacked" / "vault.db").touch()
    backups.make(vault, TODAY)
    assert not (vault.folder / "unpacked").exists()


def test_a_copy_is_sound_until_a_page_of_it_is_damaged(vault: Vault, place: Path) -> None:
    for _ in range(200):
        vault.save(LATER)
    backups.make(vault, TODAY)
    (copy,) = copies.copies(vault.folder)
    assert backups.is_sound(copy, vault.keys)
    damage(copy.path, -100)
    assert not backups.is_sound(copy, vault.keys)
    damage(copy.path)
    assert not backups.is_sound(copy, vault.keys)


def test_a_copy_that_does_not_open_after_all_is_not_sound(
    vault: Vault, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make(vault, TODAY)
    (copy,) = copies.copies(vault.folder)
    monkeypatch.setattr(backups, "key_of", lambda *_: bytes(32))
    assert not backups.is_sound(copy, vault.keys)


def test_to_read_a_copy_through_can_be_stopped(vault: Vault, place: Path) -> None:
    backups.make(vault, TODAY)
    with pytest.raises(FamilySafeError) as refused:
        backups.is_sound(copies.copies(vault.folder)[0], vault.keys, cancelled_after(0))
    assert refused.value.code is Code.CANCELLED


def test_one_copy_can_be_taken_away(vault: Vault, place: Path) -> None:
    first, second = backups.make(vault, TODAY), backups.make(vault, TODAY)
    backups.forget(vault.folder, first)
    assert backups.listed(vault.folder) == (second,)


# Which ones stay


def made_on(days: Iterable[date], reason: BackupReason = DAY, kind: str = "day") -> tuple[Copy, ...]:
    """Copies of these days in the order in which they were made, the newest first."""
    found = [Copy(Backup(number, on, reason), Path(f"{number}"), kind) for number, on in enumerate(days, 1)]
    return tuple(reversed(found))


def days_kept(found: tuple[Copy, ...]) -> list[date]:
    return [copy.backup.on for copy in backups.kept(found)]


def kept_day_by_day(days: Iterable[date]) -> tuple[Copy, ...]:
    """What is left when a copy is made on each of these days and the others go each time."""
    found: tuple[Copy, ...] = ()
    for number, on in enumerate(days, 1):
        found = backups.kept((Copy(Backup(number, on, DAY), Path(), "day"), *found))
    return found


def test_seven_days_and_the_last_of_each_of_four_weeks_before_them_stay() -> None:
    days = [TODAY - timedelta(back) for back in range(200, -1, -1)]
    kept = [copy.backup.on for copy in kept_day_by_day(days)]
    assert kept[:7] == [TODAY - timedelta(back) for back in range(7)]
    assert kept[7:] == [date(2026, 11, 15), date(2026, 11, 8), date(2026, 11, 1), date(2026, 10, 25)]


def test_somebody_who_comes_once_a_month_keeps_eleven_months() -> None:
    days = [date(2025 + month // 12, 1 + month % 12, 3) for month in range(24)]
    assert [copy.backup.on for copy in kept_day_by_day(days)] == days[:-12:-1]


@pytest.mark.parametrize("jump", [-400, 3650])
def test_a_clock_that_was_wrong_for_a_while_does_not_throw_the_right_ones_away(jump: int) -> None:
    before = [TODAY + timedelta(day) for day in range(20)]
    wrong = [TODAY + timedelta(20 + jump + day) for day in range(3)]
    after = [TODAY + timedelta(23 + day) for day in range(3)]
    kept = [copy.backup.on for copy in kept_day_by_day([*before, *wrong, *after])]
    assert kept[:7] == [*after[::-1], *wrong[::-1], before[-1]]
    assert before[-2] in kept


def test_one_copy_of_each_schema_and_two_from_before_restoring_stay() -> None:
    migrations = [
        Copy(Backup(number, TODAY, MIGRATION), Path(), kind)
        for number, kind in ((6, "migration-2"), (5, "migration-1"), (4, "migration-1"))
    ]
    assert [copy.backup.number for copy in backups.kept(tuple(migrations))] == [6, 5]
    assert [copy.backup.number for copy in backups.kept(made_on([TODAY] * 5, RESTORE, "restore"))] == [5, 4]


def test_copies_of_other_reasons_do_not_push_the_daily_ones_out() -> None:
    found = (*made_on([TODAY] * 9, RESTORE, "restore"), *made_on([TODAY - timedelta(1)]))
    assert days_kept(found)[0] == TODAY - timedelta(1)


def test_those_that_do_not_stay_go_with_their_headers(vault: Vault, place: Path) -> None:
    for _ in range(3):
        backups.make(vault, TODAY, RESTORE)
    assert sorted(path.name[:4] for path in place.iterdir()) == ["0002", "0002", "0003", "0003"]


# When the keys change


def slots_in(vault: Vault) -> list[tuple[type, ...]]:
    chains = [copies.chain_in(copy.header) for copy in copies.copies(vault.folder)]
    return [tuple(type(slot) for slot in chain.slots) for chain in chains if chain is not None]


def test_with_a_passphrase_every_copy_asks_for_it(vault: Vault, place: Path) -> None:
    backups.make(vault, TODAY)
    backups.make(vault, TODAY, RESTORE)
    before = vault.keys
    protection.set_passphrase(vault, KNOWN, CHEAP)
    assert slots_in(vault) == [(PassphraseSlot,)] * 2
    for copy in copies.copies(vault.folder):
        chain = copies.chain_in(copy.header)
        assert chain is not None
        opened = keys.unlock(chain, KNOWN)
        assert (opened.data, opened.pending) == (before.data, vault.keys.data)
        assert backups.is_sound(copy, vault.keys)


def test_a_changed_passphrase_voids_the_old_one_in_every_copy(vault: Vault, place: Path) -> None:
    backups.make(vault, TODAY)
    protection.set_passphrase(vault, KNOWN, CHEAP)
    protection.set_passphrase(vault, OTHER, CHEAP)
    chain = copies.chain_in(copies.copies(vault.folder)[0].header)
    assert chain is not None
    keys.unlock(chain, OTHER)
    with pytest.raises(FamilySafeError):
        keys.unlock(chain, KNOWN)


def test_a_copy_whose_key_cannot_be_had_is_taken_away(vault: Vault, place: Path) -> None:
    backups.make(vault, TODAY)
    (copy,) = copies.copies(vault.folder)
    vault.keys = rotation.rotate(vault.folder, vault.database, vault.keys)
    damage(copy.header)
    backups.reslot(vault.folder, vault.keys)
    assert list(place.iterdir()) == []


def test_what_was_laid_beside_a_copy_takes_it_over(vault: Vault, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backups.make(vault, TODAY)
    with monkeypatch.context() as patch:
        patch.setattr(backups, "reslot", breaks_off)
        with pytest.raises(SystemExit):
            protection.set_passphrase(vault, KNOWN, CHEAP)
    assert slots_in(vault) == [(DeviceSlot,)]
    vault.close()
    with Vault.open(vault.folder, KNOWN) as again:
        assert slots_in(again) == [(PassphraseSlot,)]
        assert backups.is_sound(copies.copies(again.folder)[0], again.keys)
    assert not (vault.folder / "device.key").exists()


def test_a_change_that_broke_off_before_the_copies_is_ended_at_the_next_start(
    vault: Vault, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    protection.set_passphrase(vault, KNOWN, CHEAP)
    backups.make(vault, TODAY)
    with monkeypatch.context() as patch:
        patch.setattr(backups, "reslot", breaks_off)
        with pytest.raises(SystemExit):
            protection.set_passphrase(vault, OTHER, CHEAP)
    assert backups.are_behind(vault.folder, keys.unlock(header.read(vault.folder).keys, OTHER))
    vault.close()
    with Vault.open(vault.folder, OTHER) as again:
        assert not backups.are_behind(again.folder, again.keys)


def test_a_file_that_was_set_aside_stays_while_its_header_follows_or_goes(vault: Vault, place: Path) -> None:
    aside = vault.folder / "aside"
    files.make_folder(aside)
    for name in ("0001-vault.db", "0002-vault.db", "0002-vault.header.damaged", "notes.txt"):
        (aside / name).write_bytes(b"damaged")
    copies.write_header(aside / "0001-vault.header", vault.keys.chain)
    protection.set_passphrase(vault, KNOWN, CHEAP)
    assert sorted(path.name for path in aside.iterdir()) == [
        "0001-vault.db",
        "0001-vault.header",
        "0002-vault.db",
        "notes.txt",
    ]
    chain = copies.chain_in(aside / "0001-vault.header")
    assert chain is not None
    assert chain.slots == vault.keys.chain.slots


def test_every_copy_can_go_and_what_was_set_aside_too(vault: Vault, place: Path) -> None:
    backups.make(vault, TODAY)
    aside = vault.folder / "aside"
    files.make_folder(aside)
    for name in ("0001-vault.db", "0001-vault.header", "notes.txt"):
        (aside / name).write_bytes(b"damaged")
    backups.drop_all(vault.folder)
    assert list(place.iterdir()) == []
    assert [path.name for path in aside.iterdir()] == ["notes.txt"]
