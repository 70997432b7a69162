"""The one place that opens SQLCipher, and makes sure that it is really on."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import files

PLAIN_BEGINNING = b"SQLite format 3\x00"
SECONDS_TO_WAIT = 1.0
PRAGMAS = (
    # The settings of SQLCipher 4, named so that a later library goes on reading this file.
    "cipher_compatibility = 4",
    # Not WAL, not FULL: both lost acknowledged changes when power was cut (design/security.md).
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "fullfsync = 1",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "temp_store = MEMORY",
    "foreign_keys = ON",
)
REFUSALS = MappingProxyType(
    {
        sqlcipher.SQLITE_FULL: Code.DISK_FULL,
        sqlcipher.SQLITE_NOTADB: Code.VAULT_DAMAGED,
        sqlcipher.SQLITE_CORRUPT: Code.VAULT_DAMAGED,
        sqlcipher.SQLITE_READONLY: Code.VAULT_READ_ONLY,
        sqlcipher.SQLITE_BUSY: Code.ALREADY_OPEN,
        sqlcipher.SQLITE_CANTOPEN: Code.DISK_REFUSES,
        sqlcipher.SQLITE_IOERR: Code.DISK_REFUSES,
    }
)

Row = tuple[Any, ...]


class Database:
    """An open, keyed SQLCipher file; it may be handed from thread to thread but used by one at a time."""

    def __init__(self, path: Path, connection: Any) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, key: bytes) -> "Database":
        """Opens a file that exists, with a raw 256-bit key.

        VAULT_NOT_ENCRYPTED when it, or the library, is an ordinary SQLite; VAULT_DAMAGED when the key does not
        open it; DISK_REFUSES when it is not there.
        """
        refuse_plain(path)
        with translated(path):
            connection = sqlcipher.connect(
                f"{path.absolute().as_uri()}?mode=rw",
                uri=True,
                timeout=SECONDS_TO_WAIT,
                isolation_level=None,
                check_same_thread=False,
            )
            try:
                prepare(connection, key)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Everything a query finds."""
        with translated(self.path):
            found: list[Row] = self._connection.execute(sql, values).fetchall()
            return found

    def value(self, sql: str, *values: object) -> Any:
        """The first column of the first row; None when nothing is found."""
        found = self.rows(sql, *values)
        return found[0][0] if found else None

    def run(self, sql: str, *values: object) -> None:
        """Runs one statement for what it does."""
        with translated(self.path):
            self._connection.execute(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block is on the disk afterwards, or none of it."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # What made it fail is worth more than a second failure; an open journal is rolled back at the next start.
            with suppress(sqlcipher.Error):
                self._connection.rollback()
            raise

    def is_encrypted(self) -> bool:
        """True when SQLCipher is on and the file on the disk is not in clear."""
        return is_on(self._connection) and not is_plain(self.path)

    def is_whole(self) -> bool:
        """Reads and authenticates every page; takes time with the size of the file."""
        try:
            return not self.rows("PRAGMA cipher_integrity_check") and self.value("PRAGMA integrity_check") == "ok"
        except FamilySafeError:
            return False

    def close(self) -> None:
        self._connection.close()


def prepare(connection: Any, key: bytes) -> None:
    """Sets the key and the pragmas, then reads once, which is when a wrong key shows."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if not is_on(connection):
        raise FamilySafeError(Code.VAULT_NOT_ENCRYPTED, what="library")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.set_authorizer(permit)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def is_on(connection: Any) -> bool:
    """An ordinary SQLite ignores the key without a word and has no such pragma."""
    return bool(connection.execute("PRAGMA cipher_status").fetchone() == ("1",))


def is_plain(path: Path) -> bool:
    return files.read(path, len(PLAIN_BEGINNING)) == PLAIN_BEGINNING


def refuse_plain(path: Path) -> None:
    if is_plain(path):
        raise FamilySafeError(Code.VAULT_NOT_ENCRYPTED, what="file")


def permit(action: int, *_: object) -> int:
    """Everything but ATTACH, which could carry the family's words into another file."""
    verdict: int = sqlcipher.SQLITE_DENY if action == sqlcipher.SQLITE_ATTACH else sqlcipher.SQLITE_OK
    return verdict


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns what SQLite reports of the disk or the file into a code; mistakes in our own SQL pass unchanged."""
    try:
        yield
    except sqlcipher.Error as error:
        code = REFUSALS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if code is None:
            raise
        # SQLite calls a file that was moved away read-only.
        code = code if files.is_there(path) else Code.DISK_REFUSES
        raise FamilySafeError(code) from error
