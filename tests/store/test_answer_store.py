"""The log of answers: the newest decides, nothing is lost."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from familysafe.domain.answer import Answer, AnswerReason, Evidence, Outcome, State
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.target import ItemKey, Target, TargetKind
from familysafe.store import answer_store
from familysafe.store.database import Database

PHONE = Target(TargetKind.DEVICE, device="d1")
TABLET = Target(TargetKind.DEVICE, device="d2")
ROBLOX = Target(TargetKind.ACCOUNT, child="c1", service="roblox")
TODAY = date(2026, 6, 1)
FULL = Answer(
    "iphone.code",
    ROBLOX,
    TODAY,
    State.LOOSENED,
    Evidence.TESTED,
    Outcome.DID_NOT_HOLD,
    TODAY + timedelta(days=7),
    AnswerReason.ON_TRIAL,
    "null",
    "Settings › Bildschirmzeit 🔒",
    child_there=False,
)


def given_in_turn(database: Database, *answers: Answer) -> None:
    for answer in answers:
        answer_store.add(database, answer)


@pytest.mark.parametrize("answer", [FULL, Answer("ps5.code", PHONE, TODAY), replace(FULL, child_there=True)])
def test_an_answer_comes_back_as_it_was_given(database: Database, answer: Answer) -> None:
    given_in_turn(database, answer)
    assert answer_store.newest(database) == (answer,)


def test_the_newest_decides_and_the_history_is_kept(database: Database) -> None:
    answers = [Answer("iphone.code", PHONE, TODAY, state) for state in (State.LATER, State.DONE, State.LOOSENED)]
    given_in_turn(database, *answers)
    assert answer_store.newest(database) == (answers[2],)
    assert answer_store.history(database, answers[0].key) == tuple(reversed(answers))


@pytest.mark.parametrize("days", [-400, 0, 3650])
def test_a_clock_that_jumps_changes_no_order(database: Database, days: int) -> None:
    first = Answer("iphone.code", PHONE, TODAY, State.DONE)
    second = Answer("iphone.code", PHONE, TODAY + timedelta(days=days), State.TO_DO)
    given_in_turn(database, first, second)
    assert answer_store.newest(database) == (second,)
    assert answer_store.history(database, first.key) == (second, first)


def test_each_target_has_its_own_log(database: Database) -> None:
    answers = [Answer("code", target, TODAY) for target in (PHONE, TABLET, ROBLOX, replace(ROBLOX, child="c2"))]
    given_in_turn(database, *answers)
    assert answer_store.newest(database) == tuple(answers)
    assert answer_store.history(database, ItemKey("code", TABLET)) == (answers[1],)
    assert answer_store.history(database, ItemKey("other", TABLET)) == ()


def test_a_key_answered_again_moves_to_the_end(database: Database) -> None:
    first, second = Answer("code", PHONE, TODAY), Answer("code", TABLET, TODAY)
    given_in_turn(database, first, second, first)
    assert answer_store.newest(database) == (second, first)


def test_both_notes_are_cleaned(database: Database) -> None:
    given_in_turn(database, replace(FULL, note="one\r\ntwo", menu_note="x" * 2_001))
    found = answer_store.newest(database)[0]
    assert (found.note, found.menu_note) == ("one\ntwo", "x" * 2_000 + "\nx")


def test_a_row_that_is_no_answer_is_damage(database: Database) -> None:
    given_in_turn(database, FULL)
    database.run("UPDATE answers SET state = 'CANARY'")
    with pytest.raises(FamilySafeError) as refused:
        answer_store.newest(database)
    assert refused.value.code is Code.VAULT_DAMAGED


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from([PHONE, TABLET, ROBLOX]), st.dates(), st.sampled_from(State)), max_size=12))
def test_any_log_reads_like_a_dictionary_written_in_turn(
    database: Database, entries: list[tuple[Target, date, State]]
) -> None:
    database.run("DELETE FROM answers")
    expected: dict[ItemKey, Answer] = {}
    for target, on, state in entries:
        answer = Answer("code", target, on, state)
        answer_store.add(database, answer)
        expected.pop(answer.key, None)
        expected[answer.key] = answer
    assert answer_store.newest(database) == tuple(expected.values())


def test_the_whole_log_comes_in_the_order_in_which_it_was_given(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer_store, "AT_ONCE", 2)
    answers = [Answer("iphone.code", PHONE, TODAY, state) for state in (State.LATER, State.DONE, State.LOOSENED)]
    answer_store.add_all(database, [*answers, FULL, *answers])
    assert list(answer_store.everything(database)) == [*answers, FULL, *answers]


def test_notes_are_taken_out_of_the_whole_log_of_one_item(database: Database) -> None:
    first, other = replace(FULL, note="first"), Answer("iphone.code", PHONE, TODAY, note="other")
    given_in_turn(database, first, FULL, other)
    answer_store.forget_notes(database, FULL.key)
    log = list(answer_store.everything(database))
    assert [(answer.note, answer.menu_note) for answer in log] == [("", ""), ("", ""), ("other", "")]
    assert log[0].state is State.LOOSENED


def test_a_child_is_taken_out_with_the_devices_that_were_theirs(database: Database) -> None:
    given_in_turn(database, FULL, Answer("a.b", PHONE, TODAY), Answer("a.b", TABLET, TODAY))
    answer_store.forget_child(database, "c1", ["d1"])
    assert [answer.target for answer in answer_store.everything(database)] == [TABLET]
