"""An older vault is brought up to date, a newer one is left alone."""

import pytest

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import schema
from familysafe.store.database import Database

TABLES = {"household", "preferences", "talks", "answers", "records", "entries", "look_ins"}


def tables(database: Database) -> set[str]:
    return {row[0] for row in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_an_empty_file_gets_every_table(bare: Database) -> None:
    schema.migrate(bare)
    assert tables(bare) == TABLES
    assert schema.version(bare) == len(schema.MIGRATIONS)


def test_a_vault_that_is_up_to_date_is_not_touched(database: Database) -> None:
    before = database.path.read_bytes()
    schema.migrate(database)
    assert database.path.read_bytes() == before


def test_only_the_missing_steps_are_taken(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    database.run("INSERT INTO talks (talk, body) VALUES ('kept', '{}')")
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, ("CREATE TABLE later (id INTEGER PRIMARY KEY)",)))
    schema.migrate(database)
    assert tables(database) == {*TABLES, "later"}
    assert schema.version(database) == len(schema.MIGRATIONS)
    assert database.value("SELECT talk FROM talks") == "kept"


def test_a_step_that_breaks_off_leaves_the_schema_before_it(bare: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, ("DROP TABLE talks", "SELEKT")))
    with pytest.raises(Exception, match="syntax"):
        schema.migrate(bare)
    assert tables(bare) == TABLES
    assert schema.version(bare) == len(schema.MIGRATIONS) - 1


def test_a_newer_schema_is_refused_politely(database: Database) -> None:
    database.run("PRAGMA user_version = 99")
    with pytest.raises(FamilySafeError) as refused:
        schema.migrate(database)
    assert refused.value.code is Code.VAULT_NEWER
    assert refused.value.details == {"found": 99, "known": len(schema.MIGRATIONS)}


def test_the_newest_answers_are_found_by_an_index(database: Database) -> None:
    plan = database.rows(
        "EXPLAIN QUERY PLAN SELECT max(id) FROM answers GROUP BY step, kind, child, device, connection, service"
    )
    assert "COVERING INDEX newest_answer" in plan[0][3]


def test_what_is_missing_is_told_before_anything_is_done(bare: Database) -> None:
    assert schema.missing(bare) == schema.MIGRATIONS
    schema.migrate(bare)
    assert schema.missing(bare) == ()


def test_steps_that_leave_the_tables_as_they_are_are_known() -> None:
    first, *others = schema.MIGRATIONS
    assert not schema.only_adds((first,))
    assert schema.only_adds(tuple(others))
    assert not schema.only_adds((*others, ("CREATE TABLE more (id)", "ALTER TABLE talks ADD more TEXT")))


def test_rows_are_counted_in_every_table(database: Database) -> None:
    assert schema.counts(database) == tuple((name, 0) for name in sorted(TABLES))
    assert schema.is_empty(database)
    database.run("INSERT INTO talks (talk, body) VALUES ('t1', '{}')")
    assert ("talks", 1) in schema.counts(database)
    assert not schema.is_empty(database)


def test_a_file_without_tables_is_empty(bare: Database) -> None:
    assert schema.is_empty(bare)


@pytest.mark.parametrize("number", range(1, len(schema.MIGRATIONS) + 1))
def test_tables_of_our_own_making_are_known(bare: Database, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    steps = schema.MIGRATIONS
    monkeypatch.setattr(schema, "MIGRATIONS", steps[:number])
    schema.migrate(bare)
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    assert schema.is_ours(bare)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE more (id INTEGER PRIMARY KEY)",
        "DROP INDEX newest_answer",
        "CREATE TRIGGER t AFTER DELETE ON talks BEGIN DELETE FROM answers; END",
        "CREATE VIEW v AS SELECT * FROM talks",
    ],
)
def test_tables_of_somebody_else_s_are_not(database: Database, sql: str) -> None:
    database.run(sql)
    assert not schema.is_ours(database)
