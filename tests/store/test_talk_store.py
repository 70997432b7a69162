"""Talks stay in the order in which they were written down."""

from datetime import date

from msgspec.structs import replace

from familysafe.domain.talk import Talk
from familysafe.store import talk_store
from familysafe.store.database import Database

FIRST = Talk("t1", date(2026, 5, 1), ("sharing.photos",), ("c1", "c2"), "went well")
SECOND = Talk("t2", date(2020, 1, 1), ("sleep.night", "sleep.morning"))


def test_talks_come_back_in_the_order_of_writing_whatever_their_day(database: Database) -> None:
    talk_store.write(database, FIRST)
    talk_store.write(database, SECOND)
    assert talk_store.read(database) == (FIRST, SECOND)


def test_a_talk_written_anew_takes_the_place_of_the_old_one(database: Database) -> None:
    anew = Talk("t1", date(2026, 5, 1), ("sharing.photos",), note="better than I thought")
    for talk in (FIRST, SECOND, anew):
        talk_store.write(database, talk)
    assert talk_store.read(database) == (SECOND, anew)


def test_a_talk_is_forgotten_for_good(database: Database) -> None:
    talk_store.write(database, FIRST)
    talk_store.write(database, SECOND)
    talk_store.forget(database, "t1")
    talk_store.forget(database, "never there")
    assert talk_store.read(database) == (SECOND,)


def test_the_note_is_cleaned(database: Database) -> None:
    talk_store.write(database, Talk("t1", date(2026, 5, 1), (), note="one\r\ntwo\ud800"))
    assert talk_store.read(database)[0].note == "one\ntwo"


def test_a_talk_that_is_amended_keeps_its_place(database: Database) -> None:
    talk_store.write(database, FIRST)
    talk_store.write(database, SECOND)
    talk_store.amend(database, replace(FIRST, note="one\r\ntwo"))
    assert talk_store.read(database) == (replace(FIRST, note="one\ntwo"), SECOND)
