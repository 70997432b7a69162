"""What is taken out is gone from the tables, from the copies here, and from everything that an old key opens."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.household import Account, Child, Device
from familysafe.domain.target import ItemKey
from familysafe.store import backups, copies, deletion, files, header, protection, restoring, rotation, schema
from familysafe.store.database import Database
from familysafe.store.vault import Vault
from tests.store.family import (
    ALL,
    BOTH,
    CHEAP,
    ELDERS,
    IN_A_WEEK,
    KNOWN,
    LATER,
    LATER_ON,
    OF_BOTH,
    OF_NOBODY,
    OWN,
    SHARED,
    TALK,
    TODAY,
    breaks_off,
    content,
    damage,
    fill,
)

CODE = ItemKey("ipad.code", OWN)


@pytest.fixture
def full(vault: Vault) -> Vault:
    """A vault with a family in it, and a copy."""
    fill(vault)
    backups.make(vault, TODAY)
    return vault


WAYS: dict[str, Callable[[Vault], None]] = {
    "a child": lambda vault: deletion.forget_child(vault, "c1", TODAY),
    "a note": lambda vault: deletion.forget_notes(vault, (CODE,), TODAY),
    "the note of a talk": lambda vault: deletion.forget_talk_note(vault, "t1", TODAY),
    "a record": lambda vault: deletion.forget_record(vault, "r1", TODAY),
}
EVERY_WAY = pytest.mark.parametrize("forget", WAYS.values(), ids=WAYS)


# A child


def test_a_child_goes_with_their_accounts_and_the_devices_only_they_used(full: Vault) -> None:
    deletion.forget_child(full, "c1", TODAY)
    household = full.read().household
    assert household.children == (Child("c2", "Elder"),)
    assert household.accounts == (Account("c2", "whatsapp"),)
    assert household.devices == (Device("d2", "iphone", "", ("c2",)), Device("d3", "android"))


def test_their_answers_go_with_all_that_was_said_before(full: Vault) -> None:
    deletion.forget_child(full, "c1", TODAY)
    assert {answer.target for answer in restoring.every_answer(full.database, lambda _: None)} == {SHARED, ELDERS}


def test_talks_with_them_alone_go_and_they_are_taken_out_of_the_others(full: Vault) -> None:
    deletion.forget_child(full, "c1", TODAY)
    talks = full.read().talks
    assert [(talk.id, talk.children, talk.note) for talk in talks] == [
        (BOTH.id, ("c2",), BOTH.note),
        (ALL.id, (), ALL.note),
    ]


def test_their_id_stands_nowhere_any_more(full: Vault) -> None:
    deletion.forget_child(full, "c1", TODAY)
    for table in schema.tables(full.database):
        assert all("c1" not in map(str, row) for row in full.database.rows(f"SELECT * FROM {table}"))  # noqa: S608
        assert '"c1"' not in str(full.database.rows(f"SELECT * FROM {table}"))  # noqa: S608


def test_records_of_them_alone_go_and_they_are_taken_out_of_the_others(full: Vault) -> None:
    deletion.forget_child(full, "c1", TODAY)
    assert full.read().records == (OF_BOTH.without_child("c1"), OF_NOBODY)
    assert full.database.rows("SELECT 1 FROM entries WHERE record = 'r1'") == []
    assert full.read().look_ins == (LATER_ON,)


def test_a_child_nobody_knows_takes_nothing_along(full: Vault) -> None:
    before = full.read()
    deletion.forget_child(full, "c9", TODAY)
    assert full.read() == before


# Notes


def test_a_note_goes_from_the_whole_history_and_the_answers_stay(full: Vault) -> None:
    before = full.history(CODE)
    deletion.forget_notes(full, (CODE,), TODAY)
    after = full.history(CODE)
    assert [answer.state for answer in after] == [answer.state for answer in before]
    assert {(answer.note, answer.menu_note) for answer in after} == {("", "")}
    assert full.history(ItemKey("iphone.code", SHARED))[0].note == "third"


def test_the_note_of_a_talk_goes_and_the_talk_stays_in_its_place(full: Vault) -> None:
    deletion.forget_talk_note(full, "t1", TODAY)
    assert [(talk.id, talk.note) for talk in full.read().talks] == [
        ("t1", ""),
        (BOTH.id, BOTH.note),
        (ALL.id, ALL.note),
    ]
    assert full.read().talks[0].children == TALK.children


# Records


def test_a_record_goes_with_every_wording_and_the_days_to_ask_about_it(full: Vault) -> None:
    before = full.read()
    deletion.forget_record(full, "r1", TODAY)
    assert full.read() == replace(before, records=(OF_BOTH, OF_NOBODY), look_ins=(LATER_ON,))
    assert len(full.database.rows("SELECT * FROM entries")) == len(OF_BOTH.entries)


def test_the_days_to_ask_stay_as_long_as_a_record_of_the_same_situation(full: Vault) -> None:
    deletion.forget_record(full, "r2", TODAY)
    assert full.read().look_ins == (IN_A_WEEK, LATER_ON)
    deletion.forget_record(full, "r3", TODAY)
    assert full.read().look_ins == (IN_A_WEEK,)


def test_a_record_nobody_knows_takes_nothing_along(full: Vault) -> None:
    before = full.read()
    deletion.forget_record(full, "r9", TODAY)
    assert full.read() == before


# For good


@EVERY_WAY
def test_older_copies_go_and_a_fresh_one_is_made(full: Vault, forget: Callable[[Vault], None]) -> None:
    backups.make(full, TODAY)
    older = set(content(full.folder / "backups").values())
    files.make_folder(full.folder / "aside")
    (full.folder / "aside" / "0001-vault.db").write_bytes(b"damaged")
    forget(full)
    assert len(backups.listed(full.folder)) == 1
    assert older.isdisjoint(content(full.folder / "backups").values())
    assert content(full.folder / "aside") == {}
    assert restoring.look_into(full, backups.listed(full.folder)[0]).talks == len(full.read().talks)
    assert full.check().backups_sound == 1


@EVERY_WAY
def test_what_an_old_copy_of_the_file_holds_is_not_opened_by_today_s_key(
    full: Vault, forget: Callable[[Vault], None]
) -> None:
    old, key = full.database.path.read_bytes(), full.keys.data
    forget(full)
    assert full.keys.data != key
    assert not Database.fits(full.database.path, key)
    (full.folder / "old.db").write_bytes(old)
    assert not Database.fits(full.folder / "old.db", full.keys.data)


@EVERY_WAY
def test_it_is_one_transaction(full: Vault, forget: Callable[[Vault], None], monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(full.folder)
    memory = full.read()

    def refuses(*_: object) -> None:
        raise FamilySafeError(Code.DISK_FULL)

    with monkeypatch.context() as patch:
        run = Database.run
        patch.setattr(
            Database, "run", lambda one, sql, *given: refuses() if "application" in sql else run(one, sql, *given)
        )
        with pytest.raises(FamilySafeError):
            forget(full)
    assert full.read() == memory
    assert content(full.folder) == before


@EVERY_WAY
@pytest.mark.parametrize("place", ["compact", "rotate", "drop_all", "make"])
def test_a_break_after_it_is_gone_on_with_at_the_next_start(
    full: Vault, forget: Callable[[Vault], None], monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    key = full.keys.data
    wheres = {"compact": Database, "rotate": rotation, "drop_all": backups, "make": backups}
    with monkeypatch.context() as patch:
        patch.setattr(wheres[place], place, breaks_off)
        with pytest.raises(SystemExit):
            forget(full)
    memory = full.read()
    full.close()
    with Vault.open(full.folder, today=TODAY) as again:
        assert again.read() == memory
        assert again.keys.data != key
        assert again.database.value("PRAGMA application_id") == 0
        assert len(backups.listed(again.folder)) == (0 if place == "make" else 1)
        assert all(backups.is_sound(copy, again.keys) for copy in copies.copies(again.folder))
        assert backups.due(again, TODAY) is (place == "make")


def test_that_no_fresh_copy_could_be_made_is_no_reason_to_say_it_is_not_gone(
    full: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object) -> None:
        raise FamilySafeError(Code.DISK_FULL)

    monkeypatch.setattr(backups, "make", refuses)
    deletion.forget_child(full, "c1", TODAY)
    assert backups.listed(full.folder) == ()


@EVERY_WAY
def test_without_room_for_a_change_of_key_nothing_is_taken_out(
    full: Vault, forget: Callable[[Vault], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise FamilySafeError(Code.DISK_FULL)

    memory, before = full.read(), content(full.folder)
    monkeypatch.setattr(files, "require_room", no_room)
    with pytest.raises(FamilySafeError):
        forget(full)
    assert full.read() == memory
    assert content(full.folder) == before


def test_an_open_vault_goes_on_saving(full: Vault) -> None:
    deletion.forget_child(full, "c1", TODAY)
    full.save(LATER)
    memory = full.read()
    full.close()
    with Vault.open(full.folder) as again:
        assert again.read() == memory


def test_a_start_does_not_take_anything_out_by_itself(full: Vault) -> None:
    before = content(full.folder)
    full.close()
    Vault.open(full.folder).close()
    assert content(full.folder) == before


# Everything


def test_every_file_of_a_vault_goes_and_its_folder_too(full: Vault) -> None:
    folder = full.folder
    full.close()
    damage(folder / "vault.db")
    Vault.open(folder).close()
    for left in ("vault.db-journal", "vault.db.new", "vault.header.new", "device.key.new", "vault.suspect"):
        (folder / left).touch()
    files.make_folder(folder / "unpacked")
    (folder / "unpacked" / "vault.db").touch()
    (folder / "backups" / "copy.new").touch()
    (folder / "backups" / "0001-2026-11-22-day.header.new").touch()
    (folder / "aside" / "0001-vault.header2.damaged").touch()
    files.make_folder(copies.arriving(folder) / "unpacked")
    (copies.arriving(folder) / "vault.header").touch()
    (copies.arriving(folder) / "unpacked" / "vault.db").touch()
    deletion.delete_vault(folder)
    assert list(folder.parent.iterdir()) == []


def test_the_keys_go_first_and_nothing_opens_what_is_left(full: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    protection.set_passphrase(full, KNOWN, CHEAP)
    protection.remove_passphrase(full)
    full.close()
    monkeypatch.setattr(files, "remove", breaks_off)
    with pytest.raises(SystemExit):
        deletion.delete_vault(full.folder)
    assert set(content(full.folder)) == {"vault.db", "backups/0001-2026-11-22-day.db"}


def test_what_is_not_of_a_vault_stays(full: Vault) -> None:
    full.close()
    (full.folder / "notes.txt").touch()
    (full.folder / "backups" / "notes.header").touch()
    deletion.delete_vault(full.folder)
    assert set(content(full.folder)) == {"notes.txt", "backups/notes.header"}


def test_a_vault_without_a_header_can_be_deleted_too(full: Vault) -> None:
    full.close()
    for name in header.COPIES:
        (full.folder / name).unlink()
    deletion.delete_vault(full.folder)
    assert not full.folder.exists()


def test_where_there_is_no_vault_there_is_nothing_to_delete(tmp_path: Path) -> None:
    deletion.delete_vault(tmp_path / "absent")
    assert list(tmp_path.iterdir()) == []
