"""The preferences are one row."""

from familysafe.domain.memory import Preferences
from familysafe.store import preference_store
from familysafe.store.database import Database


def test_a_new_vault_has_the_usual_preferences(database: Database) -> None:
    assert preference_store.read(database) == Preferences()


def test_the_preferences_written_last_are_the_only_ones(database: Database) -> None:
    preference_store.write(database, Preferences(minutes=5))
    preference_store.write(database, Preferences(minutes=30, started=True))
    assert preference_store.read(database) == Preferences(minutes=30, started=True)
    assert database.value("SELECT count(*) FROM preferences") == 1
