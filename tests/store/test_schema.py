"""An older vault is brought up to date, a newer one is left alone."""

import pytest

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import schema
from familysafe.store.database import Database

TABLES = {"household", "preferences", "talks", "answers"}


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
