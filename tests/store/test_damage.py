"""Whatever of a vault is damaged, the newest sound copy takes its place, and nothing is deleted."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Memory
from familysafe.domain.safekeeping import Backup, BackupReason, Rescue
from familysafe.domain.secret import Secret
from familysafe.store import backups, copies, files, header, keys, memory_store, protection, rotation, schema, suspicion
from familysafe.store.database import Database
from familysafe.store.vault import Vault
from tests.store.family import CHEAP, KNOWN, LATER, OTHER, TODAY, breaks_off, content, cut, damage, fill

FIRST = Backup(1, TODAY, BackupReason.DAY)


class Kept:
    """A closed vault with a copy; what the copy remembers, and the vault itself since then."""

    def __init__(self, folder: Path, secret: Secret | None = None) -> None:
        self.folder = folder
        self.secret = secret
        with Vault.create(folder) as vault:
            self.in_the_copy = fill(vault)
            for _ in range(200):
                vault.save(LATER)
            self.in_the_copy = vault.read()
            backups.make(vault, TODAY)
            if secret is not None:
                protection.set_passphrase(vault, KNOWN, CHEAP)
            vault.save(LATER)
            self.in_the_vault = vault.read()
        self.database = folder / "vault.db"

    def opens(self) -> tuple[Memory, Rescue | None]:
        with Vault.open(self.folder, self.secret) as vault:
            return vault.read(), vault.rescue

    def history(self) -> int:
        """How often something was answered at home: one time less where the copy is what is there."""
        with Vault.open(self.folder, self.secret) as vault:
            return len(vault.history(LATER.answer.key))

    def aside(self) -> dict[str, bytes]:
        return content(self.folder / "aside")

    def refusal(self, secret: Secret | None = None) -> Code:
        with pytest.raises(FamilySafeError) as refused:
            Vault.open(self.folder, secret or self.secret)
        return refused.value.code


@pytest.fixture(params=[None, KNOWN], ids=["by-device-key", "by-passphrase"])
def kept(request: pytest.FixtureRequest, folder: Path) -> Kept:
    return Kept(folder, request.param)


def lose(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    cut(path, 0)


def shorten(path: Path) -> None:
    cut(path, path.stat().st_size - 4096)


def rubbish(path: Path) -> None:
    path.write_bytes(b"rubbish " * 1000)


# The database


@pytest.mark.parametrize("spoil", [lose, empty, shorten, rubbish, damage])
def test_the_newest_copy_takes_the_place_of_a_damaged_database(kept: Kept, spoil: Callable[[Path], None]) -> None:
    spoil(kept.database)
    damaged = kept.database.read_bytes() if kept.database.exists() else None
    memory, rescue = kept.opens()
    assert memory == kept.in_the_copy
    there = damaged is not None
    assert rescue == Rescue(FIRST, str(kept.folder / "aside" / "0001-vault.db") if there else "")
    assert kept.aside().get("0001-vault.db") == damaged
    assert kept.opens() == (memory, None)
    assert header.read(kept.folder).keys.pending_data_key is None


def test_a_sound_vault_is_left_alone(kept: Kept) -> None:
    assert kept.opens() == (kept.in_the_vault, None)
    assert kept.history() == 201


def test_a_page_that_is_damaged_later_on_is_found_by_reading(kept: Kept) -> None:
    damage(kept.database, -100)
    memory, rescue = kept.opens()
    assert memory == kept.in_the_copy
    assert rescue is not None
    assert kept.history() == 200


def test_damage_in_the_history_is_found_by_looking_and_mended_at_the_next_start(kept: Kept) -> None:
    page = spoil_a_page_of_the_history(kept)
    assert page
    memory, rescue = kept.opens()
    assert (memory, rescue) == (kept.in_the_vault, None)
    with Vault.open(kept.folder, kept.secret) as vault, pytest.raises(FamilySafeError):
        vault.history(LATER.answer.key)
    assert suspicion.is_noted(kept.folder)
    assert kept.opens()[1] is not None
    assert not suspicion.is_noted(kept.folder)
    assert kept.history() == 200


def spoil_a_page_of_the_history(kept: Kept) -> int:
    """Damages a page that only older entries stand on, which no start has to read."""
    whole = kept.database.read_bytes()
    for page in range(2, len(whole) // 4096):
        damage(kept.database, page * 4096 + 50)
        with Vault.look_at(kept.folder, kept.secret) as vault:
            if reads(vault) and not vault.database.is_whole() and not has_history(vault):
                return page
        kept.database.write_bytes(whole)
    return 0


def reads(vault: Vault) -> bool:
    try:
        memory_store.read(vault.database)
    except FamilySafeError:
        return False
    return True


def has_history(vault: Vault) -> bool:
    try:
        return bool(vault.database.rows("SELECT * FROM answers"))
    except FamilySafeError:
        return False


def test_a_suspicion_without_ground_is_forgotten(kept: Kept) -> None:
    suspicion.note(kept.folder)
    assert kept.opens() == (kept.in_the_vault, None)
    assert not suspicion.is_noted(kept.folder)


def test_a_damaged_copy_is_passed_over(kept: Kept) -> None:
    with Vault.open(kept.folder, kept.secret) as vault:
        backups.make(vault, TODAY)
        newest = copies.copies(kept.folder)[0].path
    damage(newest, -100)
    damage(kept.database)
    memory, rescue = kept.opens()
    assert memory == kept.in_the_copy
    assert rescue is not None
    assert rescue.backup == FIRST


def test_with_nothing_to_take_its_place_it_is_damage_and_stays_as_it_is(kept: Kept) -> None:
    for copy in copies.copies(kept.folder):
        damage(copy.path)
    damage(kept.database)
    before = content(kept.folder)
    assert kept.refusal() is Code.VAULT_DAMAGED
    assert content(kept.folder) == before


def test_a_vault_that_can_be_read_in_part_stays_open_where_there_is_no_copy(kept: Kept) -> None:
    for copy in copies.copies(kept.folder):
        copies.drop(copy)
    assert spoil_a_page_of_the_history(kept)
    suspicion.note(kept.folder)
    assert kept.opens() == (kept.in_the_vault, None)


def test_a_vault_that_cannot_be_read_stays_shut_where_there_is_no_copy(kept: Kept) -> None:
    for copy in copies.copies(kept.folder):
        copies.drop(copy)
    damage(kept.database, -100)
    with Vault.open(kept.folder, kept.secret) as vault, pytest.raises(FamilySafeError) as refused:
        vault.read()
    assert refused.value.code is Code.VAULT_DAMAGED


def test_words_that_do_not_fit_are_no_damaged_page(kept: Kept) -> None:
    with Vault.open(kept.folder, kept.secret) as vault:
        vault.database.run("UPDATE household SET body = '{}{'")
        with pytest.raises(FamilySafeError) as refused:
            vault.read()
    assert refused.value.code is Code.VAULT_DAMAGED
    assert kept.aside() == {}


def test_a_journal_goes_aside_with_its_database(kept: Kept) -> None:
    lose(kept.database)
    (kept.folder / "vault.db-journal").write_bytes(b"left by a break")
    kept.opens()
    assert kept.aside()["0001-vault.db-journal"] == b"left by a break"
    assert not (kept.folder / "vault.db-journal").exists()


def test_each_file_aside_has_a_name_of_its_own(kept: Kept) -> None:
    for number in (1, 2):
        damage(kept.database)
        rescue = kept.opens()[1]
        assert rescue is not None
        assert rescue.aside.endswith(f"000{number}-vault.db")


def test_a_full_disk_is_said_and_changes_nothing(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: Path, target: Path) -> None:
        raise FamilySafeError(Code.DISK_FULL)

    damage(kept.database)
    before = content(kept.folder)
    with monkeypatch.context() as patch:
        patch.setattr(files, "copy", full)
        assert kept.refusal() is Code.DISK_FULL
    assert content(kept.folder) == before
    assert kept.opens()[0] == kept.in_the_copy


def test_a_folder_that_cannot_be_written_to_is_damage(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(source: Path, target: Path) -> None:
        raise FamilySafeError(Code.VAULT_READ_ONLY)

    damage(kept.database)
    monkeypatch.setattr(files, "copy", refuses)
    assert kept.refusal() is Code.VAULT_DAMAGED


def test_without_room_for_the_copy_what_can_be_read_is_shown(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: Path, target: Path) -> None:
        raise FamilySafeError(Code.DISK_FULL)

    assert spoil_a_page_of_the_history(kept)
    suspicion.note(kept.folder)
    with monkeypatch.context() as patch:
        patch.setattr(files, "copy", full)
        assert kept.opens() == (kept.in_the_vault, None)
    assert kept.opens()[1] is not None


def test_a_copy_of_an_older_schema_is_brought_up_to_date(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    later = (*schema.MIGRATIONS, ("CREATE TABLE later (id INTEGER PRIMARY KEY)",))
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    Vault.open(kept.folder, kept.secret).close()
    with Vault.open(kept.folder, kept.secret) as vault:
        assert schema.version(vault.database) == len(later)
    damage(kept.database, -100)
    suspicion.note(kept.folder)
    with Vault.open(kept.folder, kept.secret) as vault:
        assert vault.rescue is not None
        assert schema.version(vault.database) == len(later)


@pytest.mark.parametrize("step", range(1, 8))
def test_a_break_at_any_step_opens_or_begins_again(kept: Kept, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    damage(kept.database)
    damaged = kept.database.read_bytes()
    steps = [0]

    def counted(work: Callable[..., object]) -> Callable[..., object]:
        def one(*given: object) -> object:
            steps[0] += 1
            return breaks_off() if steps[0] == step else work(*given)

        return one

    with monkeypatch.context() as patch:
        for name in ("copy", "move", "write"):
            patch.setattr(files, name, counted(getattr(files, name)))
        try:
            Vault.open(kept.folder, kept.secret).close()
        except SystemExit:
            assert steps[0] == step
    memory, _ = kept.opens()
    assert memory == kept.in_the_copy
    assert [content for name, content in kept.aside().items() if name.endswith("vault.db")] == [damaged]
    assert header.read(kept.folder).keys.pending_data_key is None


# The header


def spoil_headers(folder: Path) -> None:
    for name in header.COPIES:
        (folder / name).write_bytes(b"torn")


def lose_headers(folder: Path) -> None:
    for name in header.COPIES:
        (folder / name).unlink()


@pytest.mark.parametrize("spoil", [spoil_headers, lose_headers])
def test_without_a_header_a_copy_s_opens_the_vault_of_which_nothing_is_lost(
    kept: Kept, spoil: Callable[[Path], None]
) -> None:
    spoil(kept.folder)
    assert kept.opens() == (kept.in_the_vault, None)
    assert header.both_sound(kept.folder)
    assert kept.opens() == (kept.in_the_vault, None)


def test_where_an_older_header_was_put_back_that_of_a_copy_opens_the_vault(kept: Kept) -> None:
    older = {name: (kept.folder / name).read_bytes() for name in header.COPIES}
    with Vault.open(kept.folder, kept.secret) as vault:
        vault.keys = rotation.rotate(vault.folder, vault.database, vault.keys)
        backups.make(vault, TODAY)
        vault.save(LATER)
        known = vault.read()
    for name, content_then in older.items():
        (kept.folder / name).write_bytes(content_then)
    for _again in range(2):
        assert kept.opens() == (known, None)
    assert not [name for name in kept.aside() if name.endswith(".db")]


def test_damaged_headers_are_kept_aside(kept: Kept) -> None:
    spoil_headers(kept.folder)
    kept.opens()
    assert kept.aside() == {"0001-vault.header.damaged": b"torn", "0001-vault.header2.damaged": b"torn"}


@pytest.mark.parametrize("spoil", [spoil_headers, lose_headers])
@pytest.mark.parametrize("spoil_too", [lose, empty, rubbish, damage])
def test_without_header_and_database_a_copy_takes_the_place_of_both(
    kept: Kept, spoil: Callable[[Path], None], spoil_too: Callable[[Path], None]
) -> None:
    spoil(kept.folder)
    spoil_too(kept.database)
    assert Vault.is_in(kept.folder)
    memory, rescue = kept.opens()
    assert memory == kept.in_the_copy
    assert rescue is not None
    assert kept.opens() == (memory, None)


def test_a_header_that_does_not_hang_together_is_damage_too(kept: Kept) -> None:
    found = header.read(kept.folder)
    strange = keys.new_chain(bytes(32)).data_key
    header.write(kept.folder, header.Header(header.replace(found.keys, data_key=strange), database_made=True))
    assert kept.opens() == (kept.in_the_vault, None)


def test_a_lost_header_does_not_take_the_lock_away(folder: Path) -> None:
    kept = Kept(folder, KNOWN)
    spoil_headers(folder)
    with pytest.raises(FamilySafeError) as refused:
        Vault.open(folder)
    assert refused.value.code is Code.VAULT_LOCKED
    assert kept.refusal(OTHER) is Code.VAULT_WRONG_SECRET
    assert kept.opens() == (kept.in_the_vault, None)


def test_a_lost_device_key_is_no_damage(folder: Path) -> None:
    kept = Kept(folder)
    damage(kept.database)
    (folder / "device.key").unlink()
    before = content(folder)
    assert kept.refusal() is Code.VAULT_KEY_MISSING
    assert content(folder) == before


def test_without_header_and_with_damaged_headers_of_copies_it_is_damage(kept: Kept) -> None:
    spoil_headers(kept.folder)
    for copy in copies.copies(kept.folder):
        damage(copy.header)
    before = content(kept.folder)
    assert kept.refusal() is Code.VAULT_DAMAGED
    assert content(kept.folder) == before


def test_without_header_and_copies_of_use_nothing_is_changed(kept: Kept) -> None:
    spoil_headers(kept.folder)
    damage(kept.database)
    for copy in copies.copies(kept.folder):
        damage(copy.path)
    before = content(kept.folder)
    assert kept.refusal() is Code.VAULT_DAMAGED
    assert content(kept.folder) == before


def test_a_newer_header_is_left_to_a_newer_familysafe(kept: Kept) -> None:
    body = b'{"format":99}\n'
    for name in header.COPIES:
        (kept.folder / name).write_bytes(body + header.checksum(body))
    assert kept.refusal() is Code.VAULT_NEWER


def test_a_header_that_cannot_be_read_any_more_is_no_damage(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    damage(kept.database)
    before = content(kept.folder)

    def refuses(*_: object) -> None:
        raise FamilySafeError(Code.DISK_REFUSES)

    monkeypatch.setattr("familysafe.store.damage.unlock", refuses)
    assert kept.refusal() is Code.DISK_REFUSES
    assert content(kept.folder) == before


def test_headers_of_copies_from_elsewhere_are_passed_over(kept: Kept, tmp_path: Path) -> None:
    with Vault.open(kept.folder, kept.secret) as vault:
        backups.make(vault, TODAY)
    with Vault.create(tmp_path / "other") as other:
        backups.make(other, TODAY)
        (strange,) = copies.copies(other.folder)
    newest, _ = copies.copies(kept.folder)
    shutil.copy(newest.header, newest.path.with_name("0009-2026-11-22-day.header"))
    shutil.copy(strange.path, newest.path.with_name("0009-2026-11-22-day.db"))
    shutil.copy(strange.header, newest.path.with_name("0003-2026-11-22-day.header"))
    shutil.copy(strange.path, newest.path.with_name("0003-2026-11-22-day.db"))
    spoil_headers(kept.folder)
    assert kept.opens() == (kept.in_the_vault, None)


def test_a_vault_whose_key_was_changed_since_the_copy_needs_the_key_of_the_copy(kept: Kept) -> None:
    with Vault.open(kept.folder, kept.secret) as vault:
        vault.keys = rotation.rotate(vault.folder, vault.database, vault.keys)
        changed = vault.keys.data
    damage(kept.database)
    assert kept.opens()[0] == kept.in_the_copy
    (copy,) = copies.copies(kept.folder)
    with Vault.open(kept.folder, kept.secret) as vault:
        assert vault.keys.data != changed
        assert Database.fits(copy.path, vault.keys.data)
