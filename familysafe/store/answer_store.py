"""The log of answers: only ever added to, its order is the order of its rows and never that of a clock."""

import msgspec
from msgspec.structs import replace

from familysafe.domain.answer import Answer
from familysafe.domain.target import ItemKey, Target
from familysafe.store import stored
from familysafe.store.database import Database, Row
from familysafe.store.text import clean_note

TARGET = ("kind", "child", "device", "connection", "service")
REST = ("on", "state", "evidence", "outcome", "until", "reason", "note", "menu_note", "child_there")
COLUMNS = ("step", *TARGET, *REST)
NAMES = ", ".join(f'"{name}"' for name in COLUMNS)
ADD = f"INSERT INTO answers ({NAMES}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608 - names from above
KEY = ", ".join(("step", *TARGET))
NEWEST = f"SELECT {NAMES} FROM answers WHERE id IN (SELECT max(id) FROM answers GROUP BY {KEY}) ORDER BY id"  # noqa: S608
HISTORY = f"SELECT {NAMES} FROM answers WHERE ({KEY}) = (?, ?, ?, ?, ?, ?) ORDER BY id DESC"  # noqa: S608


def add(database: Database, answer: Answer) -> None:
    """One more entry at the end of the log."""
    database.run(ADD, *to_row(answer))


def newest(database: Database) -> tuple[Answer, ...]:
    """The last entry for each step and target, in the order in which they were given."""
    return tuple(from_row(row) for row in database.rows(NEWEST))


def history(database: Database, key: ItemKey) -> tuple[Answer, ...]:
    """Every entry for one step and target, the last one first."""
    return tuple(from_row(row) for row in database.rows(HISTORY, key.step, *target_row(key.target)))


def to_row(answer: Answer) -> Row:
    """The values of COLUMNS."""
    clean = replace(answer, note=clean_note(answer.note), menu_note=clean_note(answer.menu_note))
    values = msgspec.to_builtins(clean)
    return (answer.step, *target_row(answer.target), *(values[name] for name in REST))


def target_row(target: Target) -> Row:
    """The values of TARGET."""
    values = msgspec.to_builtins(target)
    return tuple(values[name] for name in TARGET)


def from_row(row: Row) -> Answer:
    values = dict(zip(COLUMNS, row, strict=True))
    target = {name: values.pop(name) for name in TARGET}
    return stored.from_columns({**values, "target": target}, Answer)
