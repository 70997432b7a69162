"""The one place that opens SQLCipher, and makes sure that it is really on."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import files

PLAIN_BEGINNING = b"SQLite format 3\x00"
SECONDS_TO_WAIT = 1.0
# Of SQLite's machine, between two looks at whether long work should go on: about a millisecond.
OPERATIONS = 1000
READ_AND_WRITE, READ_AS_IT_IS = "mode=rw", "mode=ro&immutable=1"
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
Tell = Callable[[float], None]


def silent(done: float) -> None:
    """Tells nobody how far long work has come."""


class Guard:
    """SQLite asks it before every statement: anything but ATTACH, which could carry the family's words elsewhere.

    Copying a database and making it compact need an ATTACH of their own: only for the one file that was announced.
    """

    def __init__(self) -> None:
        self._announced: str | None = None

    def __call__(self, action: int, name: str | None = None, *_: object) -> int:
        denied = action == sqlcipher.SQLITE_ATTACH and (name is None or name != self._announced)
        verdict: int = sqlcipher.SQLITE_DENY if denied else sqlcipher.SQLITE_OK
        return verdict

    @contextmanager
    def announced(self, name: str) -> Iterator[None]:
        """Allows one file while the block runs."""
        self._announced = name
        try:
            yield
        finally:
            self._announced = None


class Gone:
    """In the place of a connection that could not be made again, so that nothing more is said to be saved."""

    def close(self) -> None:
        """It is closed."""

    def __getattr__(self, name: str) -> Any:
        raise FamilySafeError(Code.DISK_REFUSES, what="connection")


class Database:
    """An open, keyed SQLCipher file; it may be handed from thread to thread but used by one at a time."""

    def __init__(self, path: Path, connection: Any, guard: Guard | None = None) -> None:
        self.path = path
        self._connection = connection
        self._guard = guard or Guard()

    @classmethod
    def open(cls, path: Path, key: bytes) -> "Database":
        """Opens a file that exists, with a raw 256-bit key.

        VAULT_NOT_ENCRYPTED when it, or the library, is an ordinary SQLite; VAULT_DAMAGED when the key does not
        open it; DISK_REFUSES when it is not there.
        """
        return cls(path, *connected(path, key, READ_AND_WRITE))

    @classmethod
    def fits(cls, path: Path, key: bytes) -> bool:
        """True when a key opens a file with tables in it; what a break left in a journal is not rolled back.

        Any key opens an empty file, and a wrong one would spoil what a journal keeps.
        """
        try:
            database = cls(path, *connected(path, key, READ_AS_IT_IS))
        except FamilySafeError as refusal:
            if refusal.code is Code.VAULT_DAMAGED:
                return False
            raise
        try:
            return bool(database.value("SELECT count(*) FROM sqlite_master"))
        finally:
            database.close()

    @classmethod
    def in_memory(cls) -> "Database":
        """One that holds nothing of the family and is gone when it is closed."""
        return cls(Path(), sqlcipher.connect(":memory:", isolation_level=None))

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

    def run_for_each(self, sql: str, rows: Iterable[Row]) -> None:
        """Runs one statement for every row of values."""
        with translated(self.path):
            self._connection.executemany(sql, rows)

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

    def rekey(self, key: bytes, before: bytes) -> bool:
        """Writes every page anew under another raw key, in one transaction; False where it failed, and `before` is it.

        A connection in which that failed goes on writing under the other key, which nobody could read later; so the
        file is opened anew. Where that is refused too nothing more is saved.
        """
        try:
            self._connection.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"")
        except (sqlcipher.Error, MemoryError):
            self._connection.close()
            self._connection = Gone()
            return self._open_anew(before, key)
        return True

    def _open_anew(self, before: bytes, key: bytes) -> bool:
        """Whether the key was changed all the same; the old one comes first, since only it can roll a journal back."""
        try:
            self._connection, self._guard = connected(self.path, before, READ_AND_WRITE)
        except FamilySafeError as refusal:
            if refusal.code is not Code.VAULT_DAMAGED:
                raise
            self._connection, self._guard = connected(self.path, key, READ_AND_WRITE)
            return True
        return False

    def is_encrypted(self) -> bool:
        """True when SQLCipher is on and the file on the disk is not in clear."""
        return is_on(self._connection) and not is_plain(self.path)

    def is_whole(self, tell: Tell = silent) -> bool:
        """Reads and authenticates every page; takes time with the size of the file."""
        try:
            tell(0.0)
            if self.rows("PRAGMA cipher_integrity_check"):
                return False
            tell(0.6)
            with self._watched(lambda: tell(0.6)):
                return bool(self.value("PRAGMA integrity_check") == "ok")
        except FamilySafeError as refusal:
            if refusal.code is Code.CANCELLED:
                raise
            return False

    def copy_to(self, path: Path, tell: Tell = silent) -> None:
        """A compact copy under the same key, in a file that is empty or not there; the disk is not waited for."""
        whole = max(1, int(self.value("PRAGMA page_count")) * int(self.value("PRAGMA page_size")))
        address = path.absolute().as_uri()  # which SQLite takes for a file of any name
        with (
            self._guard.announced(address),
            self._watched(lambda: tell(min(1.0, path.stat().st_size / whole))),
        ):
            self.run("VACUUM INTO ?", address)

    def compact(self) -> None:
        """Writes the file anew without what was deleted."""
        with self._guard.announced(""):
            self.run("VACUUM")

    @contextmanager
    def _watched(self, look: Callable[[], None]) -> Iterator[None]:
        """Runs `look` every now and then during a long statement, which a refusal of it ends."""
        refusals: list[FamilySafeError] = []

        def look_on() -> int:
            try:
                look()
            except FamilySafeError as refusal:
                refusals.append(refusal)
            return len(refusals)

        self._connection.set_progress_handler(look_on, OPERATIONS)
        try:
            yield
        except sqlcipher.OperationalError:
            if not refusals:
                raise
        finally:
            self._connection.set_progress_handler(None, 0)
        if refusals:
            raise refusals[0]

    def close(self) -> None:
        self._connection.close()


def connected(path: Path, key: bytes, how: str) -> tuple[Any, Guard]:
    """A keyed connection, and the guard that it asks."""
    refuse_plain(path)
    guard = Guard()
    with translated(path):
        connection = sqlcipher.connect(
            f"{path.absolute().as_uri()}?{how}",
            uri=True,
            timeout=SECONDS_TO_WAIT,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            prepare(connection, key, guard)
        except BaseException:
            connection.close()
            raise
    return connection, guard


def prepare(connection: Any, key: bytes, guard: Guard) -> None:
    """Sets the key and the pragmas, then reads once, which is when a wrong key shows."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if not is_on(connection):
        raise FamilySafeError(Code.VAULT_NOT_ENCRYPTED, what="library")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.set_authorizer(guard)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def is_on(connection: Any) -> bool:
    """An ordinary SQLite ignores the key without a word and has no such pragma."""
    return bool(connection.execute("PRAGMA cipher_status").fetchone() == ("1",))


def is_plain(path: Path) -> bool:
    return files.read(path, len(PLAIN_BEGINNING)) == PLAIN_BEGINNING


def refuse_plain(path: Path) -> None:
    if is_plain(path):
        raise FamilySafeError(Code.VAULT_NOT_ENCRYPTED, what="file")


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
