"""Everything is read, written and replaced, and nothing is left out."""

from functools import reduce

import msgspec

from familysafe.domain.change import apply
from familysafe.domain.memory import Memory
from familysafe.store import answer_store, memory_store, schema
from familysafe.store.database import Database
from tests.store.family import CHANGES, RECORD


def remembered() -> Memory:
    return reduce(lambda memory, change: apply(change, memory), CHANGES, Memory())


def test_every_change_is_written_as_the_domain_says(database: Database) -> None:
    for change in CHANGES:
        memory_store.write(database, change)
    assert memory_store.read(database) == remembered()


def test_the_family_of_these_tests_leaves_no_part_of_a_memory_empty() -> None:
    empty = msgspec.to_builtins(Memory())
    assert all(part != empty[name] for name, part in msgspec.to_builtins(remembered()).items())


def test_everything_is_put_in_the_place_of_everything(database: Database) -> None:
    for change in CHANGES:
        memory_store.write(database, change)
    before, log = memory_store.read(database), tuple(answer_store.everything(database))
    memory_store.replace_all(database, Memory(), ())
    assert memory_store.read(database) == Memory()
    assert sum(count for name, count in schema.counts(database) if name not in {"household", "preferences"}) == 0
    memory_store.replace_all(database, before, log)
    assert memory_store.read(database) == before
    assert tuple(answer_store.everything(database)) == log
    assert before.records[0].entries[:1] == RECORD.entries
