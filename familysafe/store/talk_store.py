"""The talks, in the order in which they were written down."""

from msgspec.structs import replace

from familysafe.domain.talk import Talk
from familysafe.store import stored
from familysafe.store.database import Database
from familysafe.store.text import clean_note


def read(database: Database) -> tuple[Talk, ...]:
    """Every talk, the one written last at the end."""
    return tuple(stored.from_json(body, Talk) for (body,) in database.rows("SELECT body FROM talks ORDER BY id"))


def write(database: Database, talk: Talk) -> None:
    """Adds a talk; one with the same id is taken out first."""
    forget(database, talk.id)
    body = stored.to_json(replace(talk, note=clean_note(talk.note)))
    database.run("INSERT INTO talks (talk, body) VALUES (?, ?)", talk.id, body)


def amend(database: Database, talk: Talk) -> None:
    """Writes a talk anew in its place."""
    body = stored.to_json(replace(talk, note=clean_note(talk.note)))
    database.run("UPDATE talks SET body = ? WHERE talk = ?", body, talk.id)


def forget(database: Database, talk_id: str) -> None:
    database.run("DELETE FROM talks WHERE talk = ?", talk_id)
