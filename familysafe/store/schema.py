"""The tables of the vault, and the steps that bring an older one up to date."""

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store.database import Database

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
)


def version(database: Database) -> int:
    """How many steps this file has been through."""
    found: int = database.value("PRAGMA user_version")
    return found


def migrate(database: Database) -> None:
    """Takes the steps that are missing, each in a transaction of its own; VAULT_NEWER when there are too many."""
    reached = version(database)
    if reached > len(MIGRATIONS):
        raise FamilySafeError(Code.VAULT_NEWER, found=reached, known=len(MIGRATIONS))
    for number, step in enumerate(MIGRATIONS[reached:], reached + 1):
        with database.transaction():
            for statement in step:
                database.run(statement)
            database.run(f"PRAGMA user_version = {number}")
