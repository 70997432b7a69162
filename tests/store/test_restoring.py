"""A copy is looked into, takes the place of what is here, or becomes the vault of a new computer."""

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from familysafe.domain.answer import Answer
from familysafe.domain.change import ChangeHousehold, GiveAnswer
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.household import Household
from familysafe.domain.memory import Memory
from familysafe.domain.safekeeping import Backup, BackupReason, Contents
from familysafe.domain.secret import RecoveryWords, Secret
from familysafe.store import archive, backups, copies, exporting, files, header, keys, protection, restoring, schema
from familysafe.store.database import Database
from familysafe.store.derivation import new_words
from familysafe.store.slots import Cost, DeviceSlot, PassphraseSlot
from familysafe.store.vault import Vault
from tests.store.family import (
    CHEAP,
    FAMILY,
    KNOWN,
    LATER,
    OTHER,
    TODAY,
    answer,
    back_to_the_first_schema,
    cancelled_after,
    content,
    cut,
    damage,
    fill,
)

CONTENTS = Contents(TODAY, children=2, devices=3, answers=4, talks=3, records=3)
DAY = date(2026, 11, 30)
ONE_FILE = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """A file of another family's computer, behind a passphrase."""
    path = tmp_path / "backup.familysafe"
    with Vault.create(tmp_path / "elsewhere") as other:
        fill(other)
        protection.set_passphrase(other, KNOWN, CHEAP)
        exporting.export(other, path, TODAY)
    return path


@pytest.fixture
def here(vault: Vault) -> Vault:
    """A vault in which something else stands, and a copy from before that."""
    fill(vault)
    backups.make(vault, TODAY)
    vault.save(ChangeHousehold(Household("IE")))
    vault.save(LATER)
    return vault


def refusal(work: Callable[[], object]) -> Code:
    with pytest.raises(FamilySafeError) as refused:
        work()
    return refused.value.code


def every_answer(vault: Vault) -> list[Answer]:
    return list(restoring.every_answer(vault.database, lambda _: None))


# Looking into it


def test_a_file_says_what_is_in_it(exported: Path) -> None:
    assert restoring.look_into(None, exported, KNOWN) == CONTENTS


def test_a_copy_says_what_is_in_it_without_being_asked_for_a_secret(here: Vault) -> None:
    (backup,) = backups.listed(here.folder)
    assert restoring.look_into(here, backup) == CONTENTS


def test_looking_changes_nothing_and_leaves_nothing(here: Vault, exported: Path, tmp_path: Path) -> None:
    before = content(tmp_path)
    (backup,) = backups.listed(here.folder)
    restoring.look_into(here, backup)
    restoring.look_into(here, exported, KNOWN)
    restoring.look_into(None, exported, KNOWN)
    assert content(tmp_path) == before
    assert not (here.folder / "unpacked").exists()


def test_while_it_is_looked_into_the_copy_is_private(here: Vault, exported: Path) -> None:
    with restoring.opened(here, exported, KNOWN) as found:
        place = found.database.path
        assert place.parent == here.folder / "unpacked"
        assert place.stat().st_mode & 0o777 == 0o600
        assert place.parent.stat().st_mode & 0o777 == 0o700


def test_what_a_break_left_unpacked_is_not_taken_for_the_copy(here: Vault, exported: Path) -> None:
    files.make_folder(here.folder / "unpacked")
    (here.folder / "unpacked" / "vault.db-journal").write_bytes(b"left")
    assert restoring.look_into(here, exported, KNOWN) == CONTENTS


@pytest.mark.parametrize(
    ("secret", "code"),
    [
        (None, Code.VAULT_LOCKED),
        (OTHER, Code.VAULT_WRONG_SECRET),
        (new_words(), Code.VAULT_WRONG_SECRET),
        (RecoveryWords(("no", "words")), Code.VAULT_WRONG_SECRET),
    ],
)
def test_a_file_opens_for_its_secret_only(here: Vault, exported: Path, secret: Secret | None, code: Code) -> None:
    assert refusal(lambda: restoring.look_into(here, exported, secret)) is code


def test_a_file_of_this_very_vault_opens_without_being_asked(here: Vault, tmp_path: Path) -> None:
    words = new_words()
    protection.set_recovery(here, words, CHEAP)
    exporting.export(here, tmp_path / "own.familysafe", TODAY)
    assert restoring.look_into(here, tmp_path / "own.familysafe").children == 0
    assert restoring.look_into(None, tmp_path / "own.familysafe", words).children == 0
    assert refusal(lambda: restoring.look_into(None, tmp_path / "own.familysafe")) is Code.VAULT_LOCKED


def test_a_copy_that_is_gone_or_damaged_cannot_be_read(here: Vault) -> None:
    (backup,) = backups.listed(here.folder)
    absent = replace(backup, number=99)
    assert refusal(lambda: restoring.look_into(here, absent)) is Code.BACKUP_UNREADABLE
    assert refusal(lambda: restoring.look_into(None, backup)) is Code.BACKUP_UNREADABLE
    damage(copies.copies(here.folder)[0].path)
    assert refusal(lambda: restoring.look_into(here, backup)) is Code.BACKUP_UNREADABLE


def test_a_file_that_is_not_there_cannot_be_read(here: Vault, tmp_path: Path) -> None:
    assert refusal(lambda: restoring.look_into(here, tmp_path / "absent", KNOWN)) is Code.BACKUP_UNREADABLE


# Putting it in place


def test_restoring_puts_everything_back_as_it_was(here: Vault) -> None:
    (backup,) = backups.listed(here.folder)
    with restoring.opened(here, backup, None) as found:
        asked = found.database.rows("SELECT * FROM answers"), found.database.rows("SELECT talk, body FROM talks")
        memory = restoring.remembered(found.database)
    restoring.restore(here, backup, None, DAY)
    assert here.read() == memory
    assert memory.household == FAMILY
    assert (here.database.rows("SELECT * FROM answers"), here.database.rows("SELECT talk, body FROM talks")) == asked


def test_every_table_is_restored(here: Vault) -> None:
    (backup,) = backups.listed(here.folder)
    restoring.restore(here, backup, None, DAY)
    with restoring.opened(here, backup, None) as found:
        assert schema.counts(found.database) == schema.counts(here.database)
        assert all(count for _, count in schema.counts(found.database)), "a table that this test does not fill"


def test_what_was_here_is_kept_and_can_be_brought_back(here: Vault) -> None:
    before, log = here.read(), every_answer(here)
    (backup,) = backups.listed(here.folder)
    kept = restoring.restore(here, backup, None, DAY)
    assert kept == Backup(2, DAY, BackupReason.RESTORE)
    assert here.read() != before
    restoring.restore(here, kept, None, DAY)
    assert (here.read(), every_answer(here)) == (before, log)


def test_restoring_lasts(here: Vault) -> None:
    (backup,) = backups.listed(here.folder)
    restoring.restore(here, backup, None, DAY)
    memory = here.read()
    here.close()
    with Vault.open(here.folder) as again:
        assert again.read() == memory
        assert again.check().backups_sound == 2


def test_a_file_from_elsewhere_leaves_the_keys_of_this_computer(here: Vault, exported: Path) -> None:
    protection.set_passphrase(here, OTHER, CHEAP)
    before = header.read(here.folder)
    restoring.restore(here, exported, KNOWN, DAY)
    assert here.read().household == FAMILY
    assert header.read(here.folder) == before
    here.close()
    with Vault.open(here.folder, OTHER) as again:
        assert again.read().household == FAMILY


@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 0.9, 1.0])
def test_it_can_be_stopped_and_then_nothing_has_changed(here: Vault, exported: Path, share: float) -> None:
    before, files_before = here.read(), set(content(here.folder))
    assert refusal(lambda: restoring.restore(here, exported, KNOWN, DAY, cancelled_after(share))) is Code.CANCELLED
    assert here.read() == before
    assert set(content(here.folder)) == files_before
    here.save(LATER)


def test_it_tells_how_far_it_has_come(here: Vault, exported: Path) -> None:
    told: list[float] = []
    restoring.restore(here, exported, KNOWN, DAY, told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_full_disk_says_so_and_nothing_has_changed(
    here: Vault, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, files_before = here.read(), set(content(here.folder))
    run = Database.run_for_each

    def full(database: Database, sql: str, rows: object) -> None:
        raise FamilySafeError(Code.DISK_FULL)

    monkeypatch.setattr(Database, "run_for_each", full)
    assert refusal(lambda: restoring.restore(here, exported, KNOWN, DAY)) is Code.DISK_FULL
    monkeypatch.setattr(Database, "run_for_each", run)
    assert here.read() == before
    assert set(content(here.folder)) == files_before


def test_without_room_for_what_is_here_nothing_is_replaced(
    here: Vault, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = here.read()

    def full(*_: object, **__: object) -> None:
        raise FamilySafeError(Code.DISK_FULL)

    monkeypatch.setattr(backups, "keep", full)
    assert refusal(lambda: restoring.restore(here, exported, KNOWN, DAY)) is Code.DISK_FULL
    assert here.read() == before


def test_an_older_copy_that_cannot_be_taken_away_is_no_failure(
    here: Vault, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(folder: Path) -> None:
        raise FamilySafeError(Code.DISK_REFUSES)

    monkeypatch.setattr(backups, "rotate", refuses)
    restoring.restore(here, exported, KNOWN, DAY)
    assert here.read().household == FAMILY


def test_a_long_log_keeps_its_order(here: Vault) -> None:
    for number in range(1100):
        here.save(GiveAnswer(answer(f"ipad.step-{number % 7}", LATER.answer.target, str(number))))
    log = every_answer(here)
    backup = backups.make(here, DAY)
    restoring.restore(here, backup, None, DAY)
    assert every_answer(here) == log


# Files of other versions, and of other hands


def remade(exported: Path, change: Callable[[Database], None], secret: Secret = KNOWN) -> None:
    """The same file with other tables, by somebody who knows the secret."""
    place = exported.with_name("remade.db")
    head, on = archive.unpack(exported, place)
    database = Database.open(place, keys.unlock(header.decode(head).keys, secret).data)
    change(database)
    database.close()
    with exported.open("wb") as file:
        archive.pack(file, head, place, on)
    place.unlink()


def rewritten(exported: Path, change: Callable[[header.Header], header.Header]) -> None:
    """The same file with another header."""
    place = exported.with_name("remade.db")
    head, on = archive.unpack(exported, place)
    with exported.open("wb") as file:
        archive.pack(file, header.encode(change(header.decode(head))), place, on)


def test_a_file_of_an_older_schema_is_brought_up_to_date_in_private(
    here: Vault, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = (*schema.MIGRATIONS, ("CREATE TABLE later (id INTEGER PRIMARY KEY)",))
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    schema.migrate(here.database)
    before = exported.read_bytes()
    assert restoring.look_into(here, exported, KNOWN) == CONTENTS
    restoring.restore(here, exported, KNOWN, DAY)
    assert here.read().household == FAMILY
    assert schema.version(here.database) == len(later)
    assert exported.read_bytes() == before


def test_a_copy_of_schema_1_is_read_as_well(here: Vault) -> None:
    (copy,) = copies.copies(here.folder)
    database = Database.open(copy.path, here.keys.data)
    back_to_the_first_schema(database)
    database.close()
    before = copy.path.read_bytes()
    assert restoring.look_into(here, copy.backup) == replace(CONTENTS, records=0)
    assert copy.path.read_bytes() == before


def test_a_newer_file_is_left_to_a_newer_familysafe(here: Vault, exported: Path) -> None:
    remade(exported, lambda database: database.run("PRAGMA user_version = 99"))
    assert refusal(lambda: restoring.look_into(here, exported, KNOWN)) is Code.VAULT_NEWER


def test_a_newer_header_is_left_to_a_newer_familysafe(here: Vault, exported: Path) -> None:
    rewritten(exported, lambda found: replace(found, format=2))
    assert refusal(lambda: restoring.look_into(here, exported, KNOWN)) is Code.VAULT_NEWER


STRANGE: dict[str, str] = {
    "a trigger": "CREATE TRIGGER t AFTER DELETE ON talks BEGIN DELETE FROM answers; END",
    "a table of its own": "CREATE TABLE more (id INTEGER PRIMARY KEY)",
    "an index more": "CREATE INDEX more ON talks (body)",
    "no tables": "DROP TABLE talks",
    "no schema": "PRAGMA user_version = 0",
    "less than none": "PRAGMA user_version = -1",
    "words that do not fit": "UPDATE household SET body = '[]'",
    "words without end": "UPDATE household SET body = replace(hex(zeroblob(50000)), '0', '[')",
    "bytes in the place of words": "UPDATE preferences SET body = x'ff00'",
    "words that are none": "UPDATE household SET body = CAST(x'ff' AS TEXT)",
    "an answer that is none": "UPDATE answers SET state = 'broken' WHERE id = 1",
    "a talk that is none": "UPDATE talks SET body = '{}'",
}


@pytest.mark.parametrize("sql", STRANGE.values(), ids=STRANGE)
def test_what_is_not_of_our_making_is_refused_and_changes_nothing(here: Vault, exported: Path, sql: str) -> None:
    remade(exported, lambda database: database.run(sql))
    before = here.read()
    assert refusal(lambda: restoring.restore(here, exported, KNOWN, DAY)) is Code.BACKUP_UNREADABLE
    assert here.read() == before
    assert len(backups.listed(here.folder)) == 1


def test_notes_that_would_stall_a_window_are_made_plain(here: Vault, exported: Path) -> None:
    remade(exported, lambda database: database.run("UPDATE answers SET note = ? WHERE id = 2", "x" * 1_000_000))
    restoring.restore(here, exported, KNOWN, DAY)
    notes = [answer.note for answer in every_answer(here)]
    assert max(map(len, notes)) <= 20_000
    assert max(len(line) for note in notes for line in note.split("\n")) <= 2_000


def test_a_plain_database_in_the_file_is_refused(here: Vault, exported: Path, tmp_path: Path) -> None:
    head, on = archive.unpack(exported, tmp_path / "remade.db")
    (tmp_path / "remade.db").write_bytes(b"SQLite format 3\x00" + bytes(8000))
    with exported.open("wb") as file:
        archive.pack(file, head, tmp_path / "remade.db", on)
    assert refusal(lambda: restoring.look_into(here, exported, KNOWN)) is Code.BACKUP_UNREADABLE


@pytest.mark.parametrize("rest", [0, 1, 4096, 8192])
def test_a_database_cut_short_in_the_file_is_refused(here: Vault, exported: Path, tmp_path: Path, rest: int) -> None:
    head, on = archive.unpack(exported, tmp_path / "remade.db")
    cut(tmp_path / "remade.db", rest)
    with exported.open("wb") as file:
        archive.pack(file, head, tmp_path / "remade.db", on)
    assert refusal(lambda: restoring.look_into(here, exported, KNOWN)) is Code.BACKUP_UNREADABLE


def test_a_header_that_does_not_hang_together_is_refused(here: Vault, exported: Path) -> None:
    strange = keys.new_chain(bytes(32)).data_key
    rewritten(exported, lambda found: replace(found, keys=replace(found.keys, data_key=strange)))
    assert refusal(lambda: restoring.look_into(here, exported, KNOWN)) is Code.BACKUP_UNREADABLE


def test_a_derivation_that_this_computer_cannot_do_is_refused(
    here: Vault, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_much(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(keys, "derive", too_much)
    assert refusal(lambda: restoring.look_into(here, exported, KNOWN)) is Code.BACKUP_UNREADABLE


def test_a_file_that_asks_for_more_than_a_computer_bears_is_refused(here: Vault, exported: Path) -> None:
    place = exported.with_name("remade.db")
    head, on = archive.unpack(exported, place)
    body = msgspec.json.decode(head[: -2 * header.DIGEST_BYTES])
    body["keys"]["slots"][0]["cost"]["memory"] = 1 << 40
    written = msgspec.json.encode(body) + b"\n"
    with exported.open("wb") as file:
        archive.pack(file, written + header.checksum(written), place, on)
    assert refusal(lambda: restoring.look_into(here, exported, KNOWN)) is Code.BACKUP_UNREADABLE


@ONE_FILE
@given(data=st.data())
def test_any_changed_byte_ends_in_a_code_or_in_the_same_family(exported: Path, data: st.DataObject) -> None:
    whole = exported.read_bytes()
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 3))):
        changed[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    spoiled = exported.with_name("spoiled.familysafe")
    spoiled.write_bytes(changed)
    assert outcome(spoiled) in {Code.BACKUP_UNREADABLE, (2, 3, 4, 3, 3)}


@ONE_FILE
@given(data=st.data())
def test_any_changed_byte_behind_a_right_checksum_ends_in_a_code(exported: Path, data: st.DataObject) -> None:
    head, database = parts(exported)
    changed = {"head": bytearray(head), "database": bytearray(database)}
    part = changed[data.draw(st.sampled_from(("head", "database")))]
    for _ in range(data.draw(st.integers(1, 3))):
        part[data.draw(st.integers(0, len(part) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    spoiled, place = exported.with_name("spoiled.familysafe"), exported.with_name("spoiled.db")
    place.write_bytes(changed["database"])
    body = bytes(changed["head"][: -2 * header.DIGEST_BYTES])
    with spoiled.open("wb") as file:
        archive.pack(file, body + header.checksum(body), place, TODAY)
    codes = {Code.BACKUP_UNREADABLE, Code.VAULT_NEWER, Code.VAULT_WRONG_SECRET}
    assert outcome(spoiled) in {*codes, (2, 3, 4, 3, 3)}


def parts(exported: Path) -> tuple[bytes, bytes]:
    with zipfile.ZipFile(BytesIO(exported.read_bytes())) as found:
        return found.read("vault.header"), found.read("vault.db")


def outcome(path: Path) -> Code | tuple[int, ...]:
    try:
        return msgspec.structs.astuple(restoring.look_into(None, path, KNOWN))[1:]
    except FamilySafeError as refused:
        return refused.code


# A new computer


def test_a_file_becomes_the_vault_of_a_new_computer(folder: Path, exported: Path) -> None:
    restoring.adopt(folder, exported, KNOWN)
    assert refusal(lambda: Vault.open(folder)) is Code.VAULT_LOCKED
    with Vault.open(folder, KNOWN) as vault:
        assert vault.read().household == FAMILY
        assert len(every_answer(vault)) == 5
        facts = vault.check()
        assert (facts.modes_ok, facts.header_copies_ok, facts.integrity_ok) == (True, True, True)
    chain = header.read(folder).keys
    assert (len(chain.slots), chain.slot(DeviceSlot)) == (1, None)
    assert {path.name for path in folder.parent.iterdir()} == {folder.name, "elsewhere", exported.name}


def test_the_recovery_words_are_enough_on_a_new_computer(folder: Path, tmp_path: Path) -> None:
    words = new_words()
    with Vault.create(tmp_path / "elsewhere") as other:
        memory = fill(other)
        protection.set_recovery(other, words, CHEAP)
        exporting.export(other, tmp_path / "backup.familysafe", TODAY)
    restoring.adopt(folder, tmp_path / "backup.familysafe", words)
    with Vault.open(folder, words) as vault:
        assert vault.read() == memory
        assert vault.standing.protection.only_sheet
        protection.set_passphrase(vault, OTHER, CHEAP)
        assert not vault.standing.protection.only_sheet
    with Vault.open(folder, OTHER) as vault:
        assert vault.read() == memory


def test_a_vault_that_is_here_is_never_replaced_by_a_file(here: Vault, exported: Path) -> None:
    before = content(here.folder)
    assert refusal(lambda: restoring.adopt(here.folder, exported, KNOWN)) is Code.DISK_REFUSES
    assert content(here.folder) == before


def test_a_vault_that_nobody_can_open_is_set_aside_whole(folder: Path, exported: Path, tmp_path: Path) -> None:
    with Vault.create(folder) as lost:
        protection.set_passphrase(lost, OTHER, CHEAP)
    before = content(folder)
    aside = copies.beside(folder, TODAY)
    restoring.adopt(folder, exported, KNOWN, aside=aside)
    assert content(aside) == before
    assert copies.set_beside(folder) == (aside,)
    assert copies.beside(folder, TODAY) != aside
    with Vault.open(folder, KNOWN) as vault:
        assert vault.read().household == FAMILY


@pytest.mark.parametrize("broken", [1, 2])
def test_what_cannot_be_put_in_place_leaves_what_was_there(
    folder: Path, exported: Path, broken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Vault.create(folder) as lost:
        protection.set_passphrase(lost, OTHER, CHEAP)
    before, moves, really = content(folder), [], files.move

    def refuse(source: Path, target: Path) -> None:
        moves.append(target)
        if len(moves) == broken:
            raise FamilySafeError(Code.DISK_REFUSES)
        really(source, target)

    monkeypatch.setattr(restoring.files, "move", refuse)
    work = refusal(lambda: restoring.adopt(folder, exported, KNOWN, aside=copies.beside(folder, TODAY)))
    assert work is Code.DISK_REFUSES
    assert content(folder) == before
    assert copies.set_beside(folder) == ()


def test_what_a_first_start_that_broke_off_has_left_makes_way(folder: Path, exported: Path) -> None:
    files.make_folder(folder / "backups")
    keys.make_device_key(folder / "device.key")
    files.make_folder(copies.arriving(folder) / "unpacked")
    (copies.arriving(folder) / "vault.db").write_bytes(b"left by a break")
    restoring.adopt(folder, exported, KNOWN)
    assert not (folder / "device.key").exists()
    with Vault.open(folder, KNOWN) as vault:
        assert vault.read().household == FAMILY


def test_a_folder_with_something_else_in_it_is_left_alone(folder: Path, exported: Path) -> None:
    files.make_folder(folder)
    (folder / "notes.txt").touch()
    assert refusal(lambda: restoring.adopt(folder, exported, KNOWN)) is Code.DISK_REFUSES
    assert content(folder) == {"notes.txt": b""}
    assert not copies.arriving(folder).exists()


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_adopting_can_be_stopped_and_leaves_nothing(folder: Path, exported: Path, share: float) -> None:
    work = refusal(lambda: restoring.adopt(folder, exported, KNOWN, cancelled_after(share)))
    assert work is Code.CANCELLED
    assert not folder.exists()
    assert not copies.arriving(folder).exists()


def test_a_wrong_secret_makes_no_vault(folder: Path, exported: Path) -> None:
    assert refusal(lambda: restoring.adopt(folder, exported, OTHER)) is Code.VAULT_WRONG_SECRET
    assert not Vault.is_in(folder)
    assert not copies.arriving(folder).exists()


def test_an_empty_vault_can_be_moved_too(folder: Path, tmp_path: Path) -> None:
    with Vault.create(tmp_path / "elsewhere") as other:
        protection.set_passphrase(other, KNOWN, Cost(8192, 1))
        exporting.export(other, tmp_path / "backup.familysafe", TODAY)
    restoring.adopt(folder, tmp_path / "backup.familysafe", KNOWN)
    with Vault.open(folder, KNOWN) as vault:
        assert vault.read() == Memory()
    assert header.read(folder).keys.slot(PassphraseSlot) is not None
