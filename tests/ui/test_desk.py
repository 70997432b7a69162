"""The desk: verbs go in and return at once; a snapshot or a refusal follows."""

import threading
from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familysafe.app.session import Session
from familysafe.domain.answer import Answer, Evidence, State
from familysafe.domain.change import (
    AddEntry,
    BeginRecord,
    ChangeHousehold,
    ForgetTalk,
    GiveAnswer,
    KeepPreferences,
    RecordTalk,
)
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.household import Household
from familysafe.domain.memory import Preferences
from familysafe.domain.safekeeping import Protection, Standing
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.talk import Talk
from familysafe.ui.desk import Desk
from familysafe.ui.jobs import Jobs
from tests.builders import TODAY, a_household, a_record, an_entry, small_content
from tests.ui.homes import MemoryStore, a_memory, opener
from tests.ui.views import IPAD

SEEN = Answer("ipad.code", IPAD, TODAY, State.DONE, Evidence.SEEN)
TALK = Talk("t1", TODAY, ("trust.tea",))
LOCKED = Standing(protection=Protection(passphrase=True, recovery=False))


@pytest.fixture
def closed(qapp: QApplication) -> Iterator[Desk]:
    """A desk at which nothing was opened yet."""
    jobs = Jobs()
    desk = Desk(small_content(), jobs, jobs)
    yield desk
    desk.close()
    jobs.deleteLater()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(a_memory())


@pytest.fixture
def desk(qtbot: QtBot, closed: Desk, store: MemoryStore) -> Desk:
    """A desk with a family at it."""
    with qtbot.waitSignal(closed.changed):
        closed.open(opener(small_content(), store))
    return closed


def refuse() -> Session:
    raise FamilySafeError(Code.VAULT_DAMAGED)


def test_opening_answers_with_a_snapshot(qtbot: QtBot, closed: Desk, store: MemoryStore) -> None:
    with qtbot.waitSignal(closed.changed) as said:
        closed.open(opener(small_content(), store))
        assert closed.snapshot is None
    assert said.args == [closed.snapshot]
    assert isinstance(closed.snapshot, Snapshot)
    assert closed.snapshot.memory == store.memory


def test_what_cannot_be_opened_says_why(qtbot: QtBot, closed: Desk) -> None:
    with qtbot.waitSignal(closed.failed) as said:
        closed.open(refuse)
    assert said.args[0].code is Code.VAULT_DAMAGED
    assert closed.snapshot is None


def test_where_opening_fails_what_was_open_stays_open(qtbot: QtBot, desk: Desk, store: MemoryStore) -> None:
    with qtbot.waitSignal(desk.failed):
        desk.open(refuse)
    assert not store.closed
    with qtbot.waitSignal(desk.changed):
        desk.answer(SEEN)


def test_opening_another_household_closes_the_first(qtbot: QtBot, desk: Desk, store: MemoryStore) -> None:
    other = MemoryStore()
    with qtbot.waitSignal(desk.changed):
        desk.open(opener(small_content(), other, throw_away=True))
    assert store.closed
    assert desk.snapshot is not None
    assert desk.snapshot.throw_away


def test_an_answer_is_saved_and_shown(qtbot: QtBot, desk: Desk, store: MemoryStore) -> None:
    with qtbot.waitSignal(desk.changed):
        desk.answer(SEEN)
        assert store.memory.answers == () or desk.snapshot is not None
    assert store.saved == [GiveAnswer(SEEN)]
    assert desk.snapshot is not None
    assert desk.snapshot.memory.answers == (SEEN,)


def test_an_answer_that_cannot_be_saved_is_not_shown(qtbot: QtBot, desk: Desk, store: MemoryStore) -> None:
    store.refuses = FamilySafeError(Code.DISK_FULL)
    with qtbot.waitSignal(desk.failed) as said, qtbot.assertNotEmitted(desk.changed):
        desk.answer(SEEN)
    assert said.args == [store.refuses]
    assert desk.snapshot is not None
    assert desk.snapshot.memory.answers == ()


def test_undo_takes_the_last_answer_back(qtbot: QtBot, desk: Desk) -> None:
    for verb in (lambda: desk.answer(SEEN), desk.undo):
        with qtbot.waitSignal(desk.changed):
            verb()
    assert desk.snapshot is not None
    assert desk.snapshot.memory.answers == (Answer("ipad.code", IPAD, TODAY),)


def test_a_changed_household_is_saved(qtbot: QtBot, desk: Desk, store: MemoryStore) -> None:
    with qtbot.waitSignal(desk.changed):
        desk.change_household(Household(country="IE"))
    assert store.saved == [ChangeHousehold(Household(country="IE"))]


def test_every_change_is_kept_in_the_order_in_which_it_was_made(qtbot: QtBot, desk: Desk, store: MemoryStore) -> None:
    made = (RecordTalk(TALK), BeginRecord(a_record("r1")), AddEntry("r1", an_entry()), ForgetTalk("t1"))
    for change in made:
        with qtbot.waitSignal(desk.changed):
            desk.apply(change)
    assert store.saved == [*made]
    assert (store.memory.talks, store.memory.records) == ((), (a_record("r1", an_entry()),))


def test_the_time_there_is_and_that_one_has_started_are_kept(qtbot: QtBot, closed: Desk) -> None:
    store = MemoryStore()
    for verb in (lambda: closed.open(opener(small_content(), store)), lambda: closed.prefer("minutes", 90)):
        with qtbot.waitSignal(closed.changed):
            verb()
    with qtbot.waitSignal(closed.changed):
        closed.prefer("started", True)
    assert store.saved == [KeepPreferences(Preferences(90)), KeepPreferences(Preferences(90, started=True))]


def test_before_anything_is_open_small_verbs_do_nothing(qtbot: QtBot, closed: Desk) -> None:
    with qtbot.assertNotEmitted(closed.changed), qtbot.assertNotEmitted(closed.failed):
        closed.prefer("minutes", 5)
        closed.prefer("started", True)


def test_a_change_before_anything_is_open_is_refused(qtbot: QtBot, closed: Desk) -> None:
    with qtbot.waitSignal(closed.failed) as said:
        closed.change_household(a_household())
    assert isinstance(said.args[0], FamilySafeError)


def test_work_on_the_vault_says_what_came_of_it(qtbot: QtBot, desk: Desk, store: MemoryStore) -> None:
    came: list[object] = []
    desk.keep_safe(lambda vault: (vault, threading.current_thread().name), came.append, came.append)
    assert came == []
    qtbot.waitUntil(lambda: came == [(store.vault, "store")])


def test_what_opens_the_vault_now_is_shown_when_it_has_changed(qtbot: QtBot, desk: Desk, store: MemoryStore) -> None:
    heard: list[str] = []
    desk.changed.connect(lambda _now: heard.append("changed"))
    with qtbot.waitSignal(desk.changed):
        desk.keep_safe(lambda _vault: lock(store), lambda _now: heard.append("then"), heard.append)
    assert heard == ["then", "changed"]
    assert desk.snapshot is not None
    assert desk.snapshot.standing == LOCKED


def test_work_that_leaves_everything_as_it_was_is_not_shown(qtbot: QtBot, desk: Desk) -> None:
    came: list[object] = []
    with qtbot.assertNotEmitted(desk.changed):
        desk.keep_safe(lambda _vault: 1, came.append, came.append)
        qtbot.waitUntil(lambda: came == [1])


def test_work_that_is_refused_is_told_to_who_asked_and_what_it_did_is_shown(
    qtbot: QtBot, desk: Desk, store: MemoryStore
) -> None:
    refused: list[FamilySafeError] = []

    def half(_vault: object) -> None:
        lock(store)
        raise FamilySafeError(Code.DISK_FULL)

    with qtbot.assertNotEmitted(desk.failed), qtbot.waitSignal(desk.changed):
        desk.keep_safe(half, lambda _now: pytest.fail("it was not done"), refused.append)
    assert [error.code for error in refused] == [Code.DISK_FULL]
    assert desk.snapshot is not None
    assert desk.snapshot.standing == LOCKED


def test_where_nothing_is_kept_there_is_no_vault_to_work_on(qtbot: QtBot, closed: Desk) -> None:
    refused: list[FamilySafeError] = []
    with qtbot.waitSignal(closed.changed):
        closed.open(opener(small_content(), MemoryStore(), throw_away=True))
    closed.keep_safe(lambda _vault: pytest.fail("there is none"), lambda _now: None, refused.append)
    qtbot.waitUntil(lambda: [error.code for error in refused] == [Code.NOTHING_KEPT])


def lock(store: MemoryStore) -> None:
    store.standing = LOCKED


def test_looking_again_changes_nothing(qtbot: QtBot, desk: Desk, store: MemoryStore) -> None:
    before = desk.snapshot
    with qtbot.waitSignal(desk.changed) as said:
        desk.refresh()
    assert said.args == [before]
    assert store.saved == []


def test_a_search_finds_steps_of_the_plan(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.found) as said:
        desk.search("apple tablet")
    text, keys = said.args
    assert text == "apple tablet"
    assert "ipad.code" in {key.step for key in keys}


def test_a_search_looks_at_the_plan_as_it_is_now(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.found):
        desk.search("roblox")
    with qtbot.waitSignal(desk.changed):
        desk.change_household(a_household(accounts=()))
    with qtbot.waitSignal(desk.found) as said:
        desk.search("roblox")
    assert "roblox.chat" not in {key.step for key in said.args[1]}


def test_a_search_looks_at_the_household_that_is_open(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.found):
        desk.search("roblox")
    with qtbot.waitSignal(desk.changed):
        desk.open(opener(small_content(), MemoryStore()))
    with qtbot.waitSignal(desk.found) as said:
        desk.search("roblox")
    assert said.args[1] == frozenset()


def test_closing_closes_the_store_after_what_was_asked_for(qapp: QApplication, store: MemoryStore) -> None:
    jobs = Jobs()
    desk = Desk(small_content(), jobs, jobs)
    desk.open(opener(small_content(), store))
    desk.answer(SEEN)
    desk.close()
    assert store.saved == [GiveAnswer(SEEN)]
    assert store.closed
    jobs.deleteLater()


def test_work_that_changed_rows_is_shown_and_not_undone(qtbot: QtBot, desk: Desk, store: MemoryStore) -> None:
    said: list[str] = []
    with qtbot.waitSignal(desk.changed):
        desk.answer(SEEN)
    with qtbot.waitSignal(desk.changed):
        desk.rework(replaced(store, "IE"), said.append, no_refusal)
    assert said == ["done"]
    assert desk.snapshot is not None
    assert desk.snapshot.memory.household.country == "IE"
    assert desk.snapshot.lately is None


def test_what_failed_half_way_is_shown_as_far_as_it_came(qtbot: QtBot, desk: Desk, store: MemoryStore) -> None:
    refused: list[FamilySafeError] = []

    def half(vault: object) -> None:
        replaced(store, "IE")(vault)
        raise FamilySafeError(Code.DISK_FULL)

    with qtbot.waitSignal(desk.changed):
        desk.rework(half, lambda _result: None, refused.append)
    assert [error.code for error in refused] == [Code.DISK_FULL]
    assert desk.snapshot is not None
    assert desk.snapshot.memory.household.country == "IE"


def replaced(store: MemoryStore, country: str) -> Callable[[object], str]:
    """Work that writes by another way than a change."""

    def work(_vault: object) -> str:
        store.memory = replace(store.memory, household=Household(country=country))
        return "done"

    return work


def no_refusal(error: FamilySafeError) -> None:
    raise AssertionError(error.code)


def test_beginning_again_closes_first_and_tells_before_it_is_drawn(
    qtbot: QtBot, desk: Desk, store: MemoryStore
) -> None:
    told: list[str] = []

    def empty() -> Session:
        told.append("closed" if store.closed else "open")
        return opener(small_content(), MemoryStore())()

    desk.changed.connect(lambda _snapshot: told.append("drawn"))
    with qtbot.waitSignal(desk.changed):
        desk.begin_again(empty, lambda: told.append("begun"))
    assert told == ["closed", "begun", "drawn"]
    assert desk.snapshot is not None
    assert not desk.snapshot.memory.household.children


def test_where_beginning_again_fails_nothing_is_open(qtbot: QtBot, desk: Desk, store: MemoryStore) -> None:
    with qtbot.waitSignal(desk.failed) as said, qtbot.assertNotEmitted(desk.changed):
        desk.begin_again(refuse, lambda: None)
    assert said.args[0].code is Code.VAULT_DAMAGED
    assert store.closed
    assert desk.snapshot is None


def test_a_silent_desk_shows_nothing_and_keeps_what_was_refused(qtbot: QtBot, desk: Desk, store: MemoryStore) -> None:
    store.refuses = FamilySafeError(Code.DISK_FULL)
    desk.fall_silent()
    with (
        qtbot.assertNotEmitted(desk.changed),
        qtbot.assertNotEmitted(desk.failed),
        qtbot.waitSignal(desk.settled),
    ):
        desk.answer(SEEN)
        desk.refresh()
        assert not desk.is_settled
    assert desk.is_settled
    assert desk.unsaved == [(GiveAnswer(SEEN), store.refuses)]
