"""SQLCipher is on, strict, and speaks in codes."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import database as module
from familysafe.store import files
from familysafe.store.database import Database


def refusal(path: Path, key: bytes) -> Code:
    with pytest.raises(FamilySafeError) as refused:
        Database.open(path, key)
    return refused.value.code


def filled(database: Database, rows: int = 200) -> Database:
    with database.transaction():
        database.run("CREATE TABLE words (word TEXT)")
        for number in range(rows):
            database.run("INSERT INTO words VALUES (?)", f"{number} {'word ' * 100}")
    return database


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("cipher_status", "1"),
        ("cipher_log_level", "NONE"),
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("fullfsync", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("temp_store", 2),
        ("foreign_keys", 1),
    ],
)
def test_the_pragmas_are_as_the_design_asks(bare: Database, pragma: str, value: object) -> None:
    assert bare.value(f"PRAGMA {pragma}") == value


def test_the_settings_are_those_of_sqlcipher_4(bare: Database) -> None:
    settings = {row[0] for row in bare.rows("PRAGMA cipher_settings")}
    assert {"PRAGMA cipher_page_size = 4096;", "PRAGMA cipher_hmac_algorithm = HMAC_SHA512;"} <= settings


def test_nothing_of_the_file_is_in_clear(bare: Database) -> None:
    content = filled(bare).path.read_bytes()
    assert bare.is_encrypted()
    assert not content.startswith(b"SQLite format 3")
    assert b"word" not in content


def test_a_plain_file_swapped_in_is_refused(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / "plain.db"
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE words (word TEXT)")
    plain.close()
    before = path.read_bytes()
    assert refusal(path, key) is Code.VAULT_NOT_ENCRYPTED
    assert path.read_bytes() == before


def test_a_plain_file_swapped_in_while_open_is_seen(bare: Database) -> None:
    bare.path.write_bytes(b"SQLite format 3\x00" + bytes(100))
    assert not bare.is_encrypted()


def test_a_plain_library_swapped_in_is_refused_before_it_writes(
    bare: Database, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlcipher, "connect", sqlite3.connect)
    assert refusal(bare.path, key) is Code.VAULT_NOT_ENCRYPTED
    assert bare.path.read_bytes() == b""


def test_another_key_does_not_open_it(bare: Database) -> None:
    assert refusal(filled(bare).path, bytes(32)) is Code.VAULT_DAMAGED


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path, key: bytes) -> None:
    assert refusal(tmp_path / "absent.db", key) is Code.DISK_REFUSES
    assert not (tmp_path / "absent.db").exists()


def test_attach_is_denied_and_so_is_a_copy_into_another_file(bare: Database, tmp_path: Path) -> None:
    for statement in ("ATTACH ? AS other", "VACUUM INTO ?"):
        with pytest.raises(sqlcipher.DatabaseError, match=r"not authorized|authorization denied"):
            bare.run(statement, str(tmp_path / "other.db"))
    assert not (tmp_path / "other.db").exists()


def test_a_mistake_in_our_own_words_stays_what_it_is(bare: Database) -> None:
    with pytest.raises(sqlcipher.OperationalError, match="syntax"):
        bare.run("SELEKT")


def test_a_block_that_fails_leaves_nothing(bare: Database) -> None:
    filled(bare, 1)
    with pytest.raises(ZeroDivisionError):
        half_done(bare)
    assert bare.value("SELECT count(*) FROM words") == 1
    with bare.transaction():
        bare.run("INSERT INTO words VALUES ('kept')")
    assert bare.value("SELECT count(*) FROM words") == 2


def test_a_query_without_rows_has_no_value(bare: Database) -> None:
    assert bare.value("SELECT 1 WHERE 0") is None


def test_the_journal_of_an_open_transaction_is_private_and_not_in_clear(bare: Database) -> None:
    filled(bare)
    bare.run("PRAGMA cache_size = 1")
    journal = bare.path.with_name("bare.db-journal")
    with bare.transaction():
        bare.run("UPDATE words SET word = upper(word)")
        assert journal.stat().st_size > 0
        assert journal.stat().st_mode & 0o777 == 0o600
        assert b"word" not in journal.read_bytes().lower()
    assert not journal.exists()


def test_a_vault_in_use_elsewhere_is_already_open(bare: Database, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS_TO_WAIT", 0)
    other = Database.open(filled(bare).path, key)
    with bare.transaction(), pytest.raises(FamilySafeError) as refused, other.transaction():
        pytest.fail("two writers at once")
    other.close()
    assert refused.value.code is Code.ALREADY_OPEN


def test_a_folder_that_vanishes_is_a_disk_that_refuses(tmp_path: Path, key: bytes) -> None:
    files.make_folder(tmp_path / "stick")
    files.make_file(tmp_path / "stick" / "vault.db")
    database = filled(Database.open(tmp_path / "stick" / "vault.db", key))
    shutil.rmtree(tmp_path / "stick")
    with pytest.raises(FamilySafeError) as refused, database.transaction():
        database.run("DELETE FROM words")
    database.close()
    assert refused.value.code is Code.DISK_REFUSES


def test_a_file_that_loses_its_end_while_open_is_not_whole(bare: Database) -> None:
    filled(bare)
    assert bare.is_whole()
    os.truncate(bare.path, 4096 * 3)
    assert not bare.is_whole()


def test_a_roll_back_that_fails_does_not_hide_the_reason(tmp_path: Path) -> None:
    class Broken:
        def execute(self, sql: str, values: object) -> None:
            if sql == "COMMIT":
                raise error(sqlcipher.SQLITE_FULL)

        def rollback(self) -> None:
            raise error(sqlcipher.SQLITE_IOERR)

    (tmp_path / "vault.db").touch()
    with pytest.raises(FamilySafeError) as refused, Database(tmp_path / "vault.db", Broken()).transaction():
        pass
    assert refused.value.code is Code.DISK_FULL


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (sqlcipher.SQLITE_FULL, Code.DISK_FULL),
        (sqlcipher.SQLITE_NOTADB, Code.VAULT_DAMAGED),
        (sqlcipher.SQLITE_CORRUPT | 1 << 8, Code.VAULT_DAMAGED),
        (sqlcipher.SQLITE_READONLY, Code.VAULT_READ_ONLY),
        (sqlcipher.SQLITE_BUSY, Code.ALREADY_OPEN),
        (sqlcipher.SQLITE_IOERR | 3 << 8, Code.DISK_REFUSES),
    ],
)
def test_each_refusal_of_the_disk_has_its_code(tmp_path: Path, number: int, code: Code) -> None:
    with pytest.raises(FamilySafeError) as refused, module.translated(tmp_path):
        raise error(number)
    assert refused.value.code is code


def test_every_changed_byte_is_noticed(bare: Database, key: bytes, tmp_path: Path) -> None:
    path = filled(bare).path
    bare.close()
    whole = path.read_bytes()
    places = {*range(100), *range(100, len(whole), 601), len(whole) - 1}
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        path.write_bytes(damaged)
        assert is_noticed(path, key), place


@pytest.mark.parametrize("rest", [2, 15, 16, 100, 4095, 4096, 4097, 8192, -4096, -1])
def test_a_file_cut_short_is_noticed(bare: Database, key: bytes, rest: int) -> None:
    path = filled(bare).path
    bare.close()
    path.write_bytes(path.read_bytes()[:rest])
    assert is_noticed(path, key)


def test_a_page_from_an_older_file_is_noticed(bare: Database, key: bytes) -> None:
    path = filled(bare).path
    old = path.read_bytes()
    with bare.transaction():
        bare.run("DELETE FROM words")
    bare.close()
    new = path.read_bytes()
    path.write_bytes(old[:4096] + new[4096:])
    assert is_noticed(path, key)


def half_done(database: Database) -> None:
    with database.transaction():
        database.run("INSERT INTO words VALUES ('lost')")
        raise ZeroDivisionError


def is_noticed(path: Path, key: bytes) -> bool:
    try:
        database = Database.open(path, key)
    except FamilySafeError as refused:
        return refused.code is Code.VAULT_DAMAGED
    try:
        return not database.is_whole()
    finally:
        database.close()


def error(number: int) -> Any:
    """What SQLCipher raises, with its number."""
    made = sqlcipher.OperationalError("from a test")
    made.sqlite_errorcode = number
    return made


# Copies


def test_a_copy_opens_with_the_key_only_and_holds_the_same(bare: Database, key: bytes, tmp_path: Path) -> None:
    filled(bare).copy_to(tmp_path / "it's a copy 100%.db")
    path = tmp_path / "it's a copy 100%.db"
    written = path.read_bytes()
    assert not written.startswith(b"SQLite format 3")
    assert b"word" not in written
    assert refusal(path, bytes(32)) is Code.VAULT_DAMAGED
    with pytest.raises(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as plain:
        plain.execute("SELECT * FROM words").fetchall()
    copy = Database.open(path, key)
    assert copy.rows("SELECT * FROM words") == bare.rows("SELECT * FROM words")
    assert copy.is_whole()
    copy.close()


def test_a_private_file_stays_private_when_it_is_copied_into(bare: Database, tmp_path: Path) -> None:
    files.make_file(tmp_path / "copy.db")
    filled(bare).copy_to(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600


def test_only_the_announced_file_may_be_attached_and_only_while_it_is(bare: Database, tmp_path: Path) -> None:
    announced, other = str(tmp_path / "announced.db"), str(tmp_path / "other.db")
    with bare._guard.announced(announced):
        with pytest.raises(sqlcipher.DatabaseError, match="not authorized"):
            bare.run(f"ATTACH '{other}' AS other")
        with pytest.raises(sqlcipher.DatabaseError, match="not authorized"):
            bare.run("ATTACH ? AS other", announced)
        bare.run(f"ATTACH '{announced}' AS announced")
        bare.run("DETACH announced")
    with pytest.raises(sqlcipher.DatabaseError, match="not authorized"):
        bare.run(f"ATTACH '{announced}' AS announced")
    assert not (tmp_path / "other.db").exists()


def test_after_a_copy_nothing_can_be_attached(bare: Database, tmp_path: Path) -> None:
    filled(bare).copy_to(tmp_path / "copy.db")
    with pytest.raises(sqlcipher.DatabaseError, match="not authorized"):
        bare.run(f"ATTACH '{tmp_path / 'copy.db'}' AS other")


def test_a_copy_tells_how_far_it_has_come_and_can_be_stopped(bare: Database, tmp_path: Path) -> None:
    told: list[float] = []
    filled(bare, 2000).copy_to(tmp_path / "copy.db", told.append)
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] <= 1
    with pytest.raises(FamilySafeError) as refused:
        bare.copy_to(tmp_path / "second.db", stop)
    assert refused.value.code is Code.CANCELLED
    bare.run("DELETE FROM words")


def test_reading_through_can_be_stopped(bare: Database) -> None:
    with pytest.raises(FamilySafeError) as refused:
        filled(bare).is_whole(stop)
    assert refused.value.code is Code.CANCELLED
    assert bare.is_whole()


def test_a_mistake_in_a_long_statement_stays_what_it_is(bare: Database) -> None:
    with pytest.raises(sqlcipher.OperationalError, match="syntax"), bare._watched(lambda: None):
        bare.run("SELEKT")


def test_a_compact_file_keeps_what_it_holds_and_drops_the_rest(bare: Database) -> None:
    filled(bare)
    bare.run("DELETE FROM words WHERE rowid > 1")
    before = bare.path.stat().st_size
    bare.compact()
    assert bare.path.stat().st_size < before
    assert bare.value("SELECT count(*) FROM words") == 1
    assert [path.name for path in bare.path.parent.iterdir()] == ["bare.db"]


# When the key cannot be changed


class Fails:
    """A connection in which the change of key fails, before or after it was made; and which is then left."""

    def __init__(self, whole: Any, *, after: bool = False) -> None:
        self._whole, self._after, self.closed = whole, after, False

    def execute(self, sql: str, *given: object) -> Any:
        if "rekey" not in sql:
            return self._whole.execute(sql, *given)
        if self._after:
            self._whole.execute(sql)
        raise sqlcipher.OperationalError("An error occurred with PRAGMA key or rekey.")

    def close(self) -> None:
        self.closed = True
        self._whole.close()


@pytest.mark.parametrize("after", [False, True])
def test_a_change_of_key_that_fails_leaves_the_connection_and_goes_on_by_the_key_that_fits(
    bare: Database, key: bytes, after: bool
) -> None:
    failing = bare._connection = Fails(filled(bare)._connection, after=after)
    assert bare.rekey(bytes(32), key) is after
    assert failing.closed
    bare.run("INSERT INTO words VALUES ('later')")
    bare.close()
    again = Database.open(bare.path, bytes(32) if after else key)
    assert (again.value("SELECT count(*) FROM words"), again.is_whole()) == (201, True)
    again.close()


def test_where_the_file_cannot_be_opened_anew_nothing_more_is_saved(bare: Database, key: bytes) -> None:
    filled(bare)
    journal = bare.path.with_name("bare.db-journal")
    journal.mkdir()
    with pytest.raises(FamilySafeError) as refused:
        bare.rekey(bytes(32), key)
    assert refused.value.code is Code.DISK_REFUSES
    with pytest.raises(FamilySafeError) as refused:
        bare.run("INSERT INTO words VALUES ('later')")
    assert refused.value.code is Code.DISK_REFUSES
    bare.close()
    journal.rmdir()
    Database.open(bare.path, key).close()


@pytest.mark.parametrize("name", ["file:copy.db?mode=ro", "quote'd.db", os.fsdecode(b"not \xff utf-8.db")])
def test_a_copy_may_have_any_name_that_a_file_may_have(
    bare: Database, key: bytes, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(bare.path.parent)
    try:
        Path(name).touch()
    except OSError:
        pytest.skip("this system has no such names")
    filled(bare).copy_to(Path(name))
    copy = Database.open(Path(name), key)
    assert copy.value("SELECT count(*) FROM words") == 200
    copy.close()


def test_one_statement_runs_for_every_row(bare: Database) -> None:
    filled(bare, 0).run_for_each("INSERT INTO words VALUES (?)", ((str(number),) for number in range(3)))
    assert bare.rows("SELECT word FROM words") == [("0",), ("1",), ("2",)]


# Keys that fit


def test_a_key_that_fits_is_told_from_others_without_touching_a_journal(bare: Database, key: bytes) -> None:
    filled(bare)
    bare.run("PRAGMA cache_size = 1")
    journal = bare.path.with_name("bare.db-journal")
    copy, left = bare.path.with_name("copy.db"), bare.path.with_name("copy.db-journal")
    with bare.transaction():
        bare.run("UPDATE words SET word = upper(word)")
        copy.write_bytes(bare.path.read_bytes())
        left.write_bytes(journal.read_bytes())
    before = copy.read_bytes(), left.read_bytes()
    assert not Database.fits(copy, bytes(32))
    Database.fits(copy, key)
    assert (copy.read_bytes(), left.read_bytes()) == before
    assert Database.fits(bare.path, key)


@pytest.mark.parametrize("content", [b"", b"x", b"no database " * 1000])
def test_no_key_fits_a_file_without_tables(tmp_path: Path, key: bytes, content: bytes) -> None:
    (tmp_path / "other.db").write_bytes(content)
    assert not Database.fits(tmp_path / "other.db", key)


def test_whether_a_key_fits_a_file_that_is_not_there_cannot_be_told(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(FamilySafeError) as refused:
        Database.fits(tmp_path / "absent.db", key)
    assert refused.value.code is Code.DISK_REFUSES


def test_one_in_memory_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    database = Database.in_memory()
    filled(database)
    database.close()
    assert list(tmp_path.iterdir()) == []


def stop(done: float) -> None:
    raise FamilySafeError(Code.CANCELLED)
