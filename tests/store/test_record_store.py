"""Records come back as they were written; an entry is only ever added."""

import pytest

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.record import RecordField
from familysafe.store import record_store
from familysafe.store.database import Database
from familysafe.store.text import LONGEST_LINE, LONGEST_NOTE
from tests.builders import a_record, an_entry

FIRST, SECOND = an_entry("e1"), an_entry("e2", "On Monday.", field=RecordField.WHEN)
BETTER = an_entry("e3", "On Tuesday.", field=RecordField.WHEN, corrects="e2")
OTHER = a_record("r2", situation="money", children=())


def rows(database: Database) -> list[tuple[object, ...]]:
    return [tuple(row) for row in database.rows("SELECT * FROM entries ORDER BY id")]


def test_records_come_back_in_the_order_in_which_they_were_begun(database: Database) -> None:
    record_store.begin(database, OTHER)
    record_store.begin(database, a_record("r1", FIRST, SECOND))
    assert record_store.read(database) == (OTHER, a_record("r1", FIRST, SECOND))


def test_each_entry_comes_at_the_end_of_its_own_record(database: Database) -> None:
    record_store.begin(database, a_record("r1", FIRST))
    record_store.begin(database, OTHER)
    for record_id, entry in (("r1", SECOND), ("r2", FIRST), ("r1", BETTER)):
        record_store.add(database, record_id, entry)
    assert record_store.read(database) == (a_record("r1", FIRST, SECOND, BETTER), OTHER.with_entry(FIRST))


def test_what_was_written_before_is_not_touched_by_what_comes_after(database: Database) -> None:
    record_store.begin(database, a_record("r1", FIRST, SECOND))
    before = rows(database)
    record_store.add(database, "r1", BETTER)
    record_store.add(database, "r1", an_entry("e1", "something else"))
    record_store.begin(database, a_record("r1", an_entry("e9"), situation="money"))
    record_store.amend(database, a_record("r1", children=()))
    assert rows(database)[:2] == before
    assert record_store.read(database) == (a_record("r1", FIRST, SECOND, BETTER, children=()),)


def test_a_line_for_a_record_that_is_gone_is_refused(database: Database) -> None:
    record_store.begin(database, OTHER)
    with pytest.raises(FamilySafeError) as refused:
        record_store.add(database, "r1", FIRST)
    assert refused.value.code is Code.RECORD_MISSING
    assert rows(database) == []


def test_a_record_is_forgotten_with_every_entry(database: Database) -> None:
    record_store.begin(database, a_record("r1", FIRST, SECOND))
    record_store.begin(database, OTHER.with_entry(FIRST))
    record_store.forget(database, "r1")
    record_store.forget(database, "never there")
    assert record_store.read(database) == (OTHER.with_entry(FIRST),)
    assert len(rows(database)) == 1


def test_the_text_is_made_plain_when_it_is_begun_and_when_it_is_added(database: Database) -> None:
    strange, plain = "one\r\ntwo\ud800", "one\ntwo"
    record_store.begin(database, a_record("r1", an_entry("e1", strange)))
    record_store.add(database, "r1", an_entry("e2", strange))
    (record,) = record_store.read(database)
    assert [entry.text for entry in record.entries] == [plain, plain]


def test_a_line_is_as_long_as_a_note_at_most(database: Database) -> None:
    record_store.begin(database, a_record("r1", an_entry("e1", "x" * (LONGEST_NOTE + 5000))))
    ((entry,),) = (record.entries for record in record_store.read(database))
    assert len(entry.text) == LONGEST_NOTE
    assert max(map(len, entry.text.split("\n"))) == LONGEST_LINE


@pytest.mark.parametrize("column", ["records", "entries"])
def test_what_is_not_a_record_is_damage(database: Database, column: str) -> None:
    record_store.begin(database, a_record("r1", FIRST))
    database.run(f"UPDATE {column} SET body = '{{}}'")  # noqa: S608 - a table of ours
    with pytest.raises(FamilySafeError) as refused:
        record_store.read(database)
    assert refused.value.code is Code.VAULT_DAMAGED
    assert "asked" not in str(refused.value.details)


def test_entries_of_no_record_are_not_shown(database: Database) -> None:
    record_store.begin(database, a_record("r1", FIRST))
    database.run("DELETE FROM records")
    assert record_store.read(database) == ()
