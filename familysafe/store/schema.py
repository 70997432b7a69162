"""The tables of the vault, and the steps that bring an older one up to date."""

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store.database import Database, Row

# Step n makes schema n, which `user_version` then says. A step that was released is never edited. Any change to the
# fields of a stored noun needs a step too, even an empty one: an older app then refuses politely.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE household (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL)",
        "CREATE TABLE preferences (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL)",
        "CREATE TABLE talks (id INTEGER PRIMARY KEY, talk TEXT NOT NULL UNIQUE, body TEXT NOT NULL)",
        """
        CREATE TABLE answers (
            id INTEGER PRIMARY KEY,
            step TEXT NOT NULL,
            kind TEXT NOT NULL,
            child TEXT NOT NULL,
            device TEXT NOT NULL,
            connection TEXT NOT NULL,
            service TEXT NOT NULL,
            "on" TEXT NOT NULL,
            state TEXT NOT NULL,
            evidence TEXT,
            outcome TEXT,
            until TEXT,
            reason TEXT,
            note TEXT NOT NULL,
            menu_note TEXT NOT NULL,
            child_there INTEGER
        )
        """,
        "CREATE INDEX newest_answer ON answers (step, kind, child, device, connection, service, id)",
    ),
    # The preferences know when to lock, and whether a passphrase was offered.
    (),
    # What a family wrote down of something that has happened, and the days on which to ask how things are.
    (
        "CREATE TABLE records (id INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, body TEXT NOT NULL)",
        """
        CREATE TABLE entries (
            id INTEGER PRIMARY KEY,
            record TEXT NOT NULL,
            entry TEXT NOT NULL,
            body TEXT NOT NULL,
            UNIQUE (record, entry)
        )
        """,
        "CREATE TABLE look_ins (id INTEGER PRIMARY KEY, look_in TEXT NOT NULL UNIQUE, body TEXT NOT NULL)",
    ),
)
Counts = tuple[tuple[str, int], ...]


def version(database: Database) -> int:
    """How many steps this file has been through."""
    found: int = database.value("PRAGMA user_version")
    return found


def missing(database: Database) -> tuple[tuple[str, ...], ...]:
    """The steps that are still to be taken; VAULT_NEWER when there are too many already."""
    reached = version(database)
    if reached > len(MIGRATIONS):
        raise FamilySafeError(Code.VAULT_NEWER, found=reached, known=len(MIGRATIONS))
    return MIGRATIONS[reached:]


def only_adds(steps: tuple[tuple[str, ...], ...]) -> bool:
    """True when the tables that are there stay as they are, so that they can be read without these steps."""
    return all(statement.startswith("CREATE TABLE ") for step in steps for statement in map(str.strip, step))


def migrate(database: Database) -> None:
    """Takes the steps that are missing, each in a transaction of its own; VAULT_NEWER when there are too many."""
    for number, step in enumerate(missing(database), version(database) + 1):
        with database.transaction():
            for statement in step:
                database.run(statement)
            database.run(f"PRAGMA user_version = {number}")


def tables(database: Database) -> tuple[str, ...]:
    """The names of the tables, in the order of the alphabet."""
    return tuple(name for (name,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))


def counts(database: Database) -> Counts:
    """How many rows each table has."""
    return tuple((name, database.value(f"SELECT count(*) FROM {name}")) for name in tables(database))  # noqa: S608


def is_empty(database: Database) -> bool:
    """True while no table has a row."""
    return not any(database.rows(f"SELECT 1 FROM {name} LIMIT 1") for name in tables(database))  # noqa: S608


def is_ours(database: Database) -> bool:
    """True when a file has exactly the tables, indices and nothing else that its number stands for."""
    fresh = Database.in_memory()
    try:
        for step in MIGRATIONS[: version(database)]:
            for statement in step:
                fresh.run(statement)
        return shape(fresh) == shape(database)
    finally:
        fresh.close()


def shape(database: Database) -> frozenset[Row]:
    """What a file is made of."""
    return frozenset(database.rows("SELECT type, name, tbl_name, sql FROM sqlite_master"))
