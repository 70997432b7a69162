"""Look-ins stay in the order in which they were chosen."""

from datetime import date

from familysafe.domain.record import LookIn
from familysafe.store import look_in_store
from familysafe.store.database import Database

FIRST = LookIn("l1", "pictures", (date(2026, 11, 29), date(2026, 12, 22)))
SECOND = LookIn("l2", "money", ())


def test_look_ins_come_back_with_every_day(database: Database) -> None:
    look_in_store.write(database, FIRST)
    look_in_store.write(database, SECOND)
    assert look_in_store.read(database) == (FIRST, SECOND)


def test_one_that_is_chosen_anew_takes_the_place_of_the_old_one(database: Database) -> None:
    anew = LookIn("l1", "pictures", (date(2027, 1, 1),))
    for look_in in (FIRST, SECOND, anew):
        look_in_store.write(database, look_in)
    assert look_in_store.read(database) == (SECOND, anew)


def test_a_look_in_is_forgotten(database: Database) -> None:
    look_in_store.write(database, FIRST)
    look_in_store.write(database, SECOND)
    look_in_store.forget(database, "l1")
    look_in_store.forget(database, "never there")
    assert look_in_store.read(database) == (SECOND,)
