"""The days on which to ask how things are, in the order in which they were chosen."""

from familysafe.domain.record import LookIn
from familysafe.store import stored
from familysafe.store.database import Database


def read(database: Database) -> tuple[LookIn, ...]:
    """Every look-in, the one chosen last at the end."""
    return tuple(stored.from_json(body, LookIn) for (body,) in database.rows("SELECT body FROM look_ins ORDER BY id"))


def write(database: Database, look_in: LookIn) -> None:
    """Adds a look-in; one with the same id is taken out first."""
    forget(database, look_in.id)
    database.run("INSERT INTO look_ins (look_in, body) VALUES (?, ?)", look_in.id, stored.to_json(look_in))


def forget(database: Database, look_in_id: str) -> None:
    database.run("DELETE FROM look_ins WHERE look_in = ?", look_in_id)
