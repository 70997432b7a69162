"""The private preferences, kept as one row."""

from familysafe.domain.memory import Preferences
from familysafe.store import stored
from familysafe.store.database import Database


def read(database: Database) -> Preferences:
    """The preferences last written; the usual ones before that."""
    body = database.value("SELECT body FROM preferences")
    return Preferences() if body is None else stored.from_json(body, Preferences)


def write(database: Database, preferences: Preferences) -> None:
    database.run("INSERT OR REPLACE INTO preferences (id, body) VALUES (1, ?)", stored.to_json(preferences))
