"""Everything that is remembered, by way of the store of each kind."""

from collections.abc import Iterable
from typing import assert_never

from familysafe.domain.answer import Answer
from familysafe.domain.change import (
    AddEntry,
    BeginRecord,
    Change,
    ChangeHousehold,
    ForgetLookIn,
    ForgetTalk,
    GiveAnswer,
    KeepLookIn,
    KeepPreferences,
    LookInChange,
    RecordChange,
    RecordTalk,
    TalkChange,
)
from familysafe.domain.memory import Memory
from familysafe.store import (
    answer_store,
    household_store,
    look_in_store,
    preference_store,
    record_store,
    schema,
    talk_store,
)
from familysafe.store.database import Database


def read(database: Database) -> Memory:
    """What the rows say; VAULT_DAMAGED where one of them says nothing that we know."""
    # An older vault that cannot be written to is read without the tables that came later.
    tables = schema.tables(database)
    return Memory(
        household=household_store.read(database),
        answers=answer_store.newest(database),
        talks=talk_store.read(database),
        preferences=preference_store.read(database),
        records=record_store.read(database) if "records" in tables else (),
        look_ins=look_in_store.read(database) if "look_ins" in tables else (),
    )


def replace_all(database: Database, memory: Memory, answers: Iterable[Answer]) -> None:
    """Puts this in the place of every row. By way of the nouns, so that what is strange is refused or made plain."""
    for name in schema.tables(database):
        database.run(f"DELETE FROM {name}")  # noqa: S608 - a table of ours
    household_store.write(database, memory.household)
    preference_store.write(database, memory.preferences)
    for talk in memory.talks:
        talk_store.write(database, talk)
    for record in memory.records:
        record_store.begin(database, record)
    for look_in in memory.look_ins:
        look_in_store.write(database, look_in)
    answer_store.add_all(database, answers)


def write(database: Database, change: Change) -> None:
    """The rows after a change."""
    match change:
        case ChangeHousehold(household):
            household_store.write(database, household)
        case GiveAnswer(answer):
            answer_store.add(database, answer)
        case RecordTalk() | ForgetTalk():
            write_talk(database, change)
        case KeepPreferences(preferences):
            preference_store.write(database, preferences)
        case BeginRecord() | AddEntry():
            write_record(database, change)
        case KeepLookIn() | ForgetLookIn():
            write_look_in(database, change)
        case _:
            assert_never(change)


def write_talk(database: Database, change: TalkChange) -> None:
    match change:
        case RecordTalk(talk):
            talk_store.write(database, talk)
        case ForgetTalk(talk_id):
            talk_store.forget(database, talk_id)
        case _:
            assert_never(change)


def write_record(database: Database, change: RecordChange) -> None:
    match change:
        case BeginRecord(record):
            record_store.begin(database, record)
        case AddEntry(record_id, entry):
            record_store.add(database, record_id, entry)
        case _:
            assert_never(change)


def write_look_in(database: Database, change: LookInChange) -> None:
    match change:
        case KeepLookIn(look_in):
            look_in_store.write(database, look_in)
        case ForgetLookIn(look_in_id):
            look_in_store.forget(database, look_in_id)
        case _:
            assert_never(change)
