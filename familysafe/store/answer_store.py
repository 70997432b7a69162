"""The log of answers: only ever added to, its order is the order of its rows and never that of a clock."""

from collections.abc import Iterable, Iterator

import msgspec

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
SOME = f"SELECT id, {NAMES} FROM answers WHERE id > ? ORDER BY id LIMIT ?"  # noqa: S608
AT_ONCE = 1000
CLEAR = f"UPDATE answers SET note = '', menu_note = '' WHERE ({KEY}) = (?, ?, ?, ?, ?, ?)"  # noqa: S608
HISTORY = f"SELECT {NAMES} FROM answers WHERE ({KEY}) = (?, ?, ?, ?, ?, ?) ORDER BY id DESC"  # noqa: S608


def add(database: Database, answer: Answer) -> None:
    """One more entry at the end of the log."""
    database.run(ADD, *to_row(answer))


def newest(database: Database) -> tuple[Answer, ...]:
    """The last entry for each step and target, in the order in which they were given."""
    return tuple(from_row(row) for row in database.rows(NEWEST))


def everything(database: Database) -> Iterator[Answer]:
    """The whole log, the first entry first."""
    last = 0
    while some := database.rows(SOME, last, AT_ONCE):
        yield from (from_row(row) for _, *row in some)
        last = some[-1][0]


def add_all(database: Database, answers: Iterable[Answer]) -> None:
    """More entries at the end of the log, in their order."""
    database.run_for_each(ADD, (to_row(answer) for answer in answers))


def forget_notes(database: Database, key: ItemKey) -> None:
    """Takes both notes out of every entry for one step and target."""
    database.run(CLEAR, key.step, *target_row(key.target))


def forget_child(database: Database, child_id: str, devices: Iterable[str]) -> None:
    """Takes out every entry for a child, and for the devices that were only theirs."""
    database.run("DELETE FROM answers WHERE child = ?", child_id)
    database.run_for_each("DELETE FROM answers WHERE device = ?", ((device,) for device in devices))


def history(database: Database, key: ItemKey) -> tuple[Answer, ...]:
    """Every entry for one step and target, the last one first."""
    return tuple(from_row(row) for row in database.rows(HISTORY, key.step, *target_row(key.target)))


def to_row(answer: Answer) -> Row:
    """The values of COLUMNS."""
    values = msgspec.to_builtins(answer)
    values |= {"note": clean_note(answer.note), "menu_note": clean_note(answer.menu_note)}
    return (answer.step, *(values["target"][name] for name in TARGET), *(values[name] for name in REST))


def target_row(target: Target) -> Row:
    """The values of TARGET."""
    values = msgspec.to_builtins(target)
    return tuple(values[name] for name in TARGET)


def from_row(row: Iterable[object]) -> Answer:
    values = dict(zip(COLUMNS, row, strict=True))
    target = {name: values.pop(name) for name in TARGET}
    return stored.from_columns({**values, "target": target}, Answer)
