"""The records, each with its entries in the order in which they were written; an entry is never written over."""

from msgspec.structs import replace

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.record import Entry, Record
from familysafe.store import stored
from familysafe.store.database import Database
from familysafe.store.text import clean_note

# Said twice is written once, so that a line is neither doubled nor changed by being sent again.
ADD = "INSERT INTO entries (record, entry, body) VALUES (?, ?, ?) ON CONFLICT (record, entry) DO NOTHING"


def read(database: Database) -> tuple[Record, ...]:
    """Every record with all its entries, the one begun last at the end."""
    entries: dict[str, list[Entry]] = {}
    for record_id, body in database.rows("SELECT record, body FROM entries ORDER BY id"):
        entries.setdefault(record_id, []).append(stored.from_json(body, Entry))
    records = [stored.from_json(body, Record) for (body,) in database.rows("SELECT body FROM records ORDER BY id")]
    return tuple(replace(record, entries=tuple(entries.get(record.id, ()))) for record in records)


def begin(database: Database, record: Record) -> None:
    """A record with the entries that it has by now; one that is there already stays as it is."""
    if not is_there(database, record.id):
        database.run("INSERT INTO records (record, body) VALUES (?, ?)", record.id, body_of(record))
        database.run_for_each(ADD, (row(record.id, entry) for entry in record.entries))


def add(database: Database, record_id: str, entry: Entry) -> None:
    """One more entry; RECORD_MISSING where there is no such record, for what was typed must not vanish unnoticed."""
    if not is_there(database, record_id):
        raise FamilySafeError(Code.RECORD_MISSING)
    database.run(ADD, *row(record_id, entry))


def amend(database: Database, record: Record) -> None:
    """Writes anew what it is about; the entries stay as they are."""
    database.run("UPDATE records SET body = ? WHERE record = ?", body_of(record), record.id)


def forget(database: Database, record_id: str) -> None:
    """The record and every entry of it."""
    database.run("DELETE FROM entries WHERE record = ?", record_id)
    database.run("DELETE FROM records WHERE record = ?", record_id)


def is_there(database: Database, record_id: str) -> bool:
    return bool(database.rows("SELECT 1 FROM records WHERE record = ?", record_id))


def body_of(record: Record) -> str:
    """Everything but the entries, which have rows of their own."""
    return stored.to_json(replace(record, entries=()))


def row(record_id: str, entry: Entry) -> tuple[str, str, str]:
    """The values of ADD, the text made plain."""
    return record_id, entry.id, stored.to_json(replace(entry, text=clean_note(entry.text)))
