"""Every change can be applied, and every change but a preference and what is written down can be taken back."""

from datetime import date

import pytest
from msgspec.structs import replace

from familysafe.domain.answer import Answer, State
from familysafe.domain.change import (
    AddEntry,
    BeginRecord,
    Change,
    ChangeHousehold,
    ForgetLookIn,
    ForgetTalk,
    GiveAnswer,
    KeepLookIn,
    KeepPreferences,
    RecordTalk,
    apply,
    ends_first_start,
    inverse,
    is_for_good,
)
from familysafe.domain.household import Child, Household
from familysafe.domain.memory import Memory, Preferences
from familysafe.domain.record import LookIn
from familysafe.domain.talk import Talk
from familysafe.domain.target import Target, TargetKind
from tests.builders import a_record, an_entry

TODAY = date(2026, 5, 2)
YESTERDAY = date(2026, 5, 1)
HOME = Target(TargetKind.HOME)
IPAD = Target(TargetKind.DEVICE, device="d1")
TOLD = Answer("home.telling-is-safe", HOME, YESTERDAY, State.DONE)
LATER = Answer("ipad.code", IPAD, YESTERDAY, State.LATER)
TALK = Talk("t1", YESTERDAY, ("trust.a",), note="went well")
RECORD = a_record("r1", an_entry("e1"))
LOOK_IN = LookIn("l1", "pictures", (TODAY,))
BEFORE = Memory(
    household=Household("GB", children=(Child("c1", "Sam"),)),
    answers=(TOLD, LATER),
    talks=(TALK,),
    records=(RECORD,),
    look_ins=(LOOK_IN,),
)

UNDONE: tuple[Change, ...] = (
    ChangeHousehold(Household("IE")),
    GiveAnswer(Answer(TOLD.step, HOME, TODAY, State.LOOSENED)),
    RecordTalk(Talk("t1", TODAY, (), note="wrote it anew")),
    RecordTalk(Talk("t2", TODAY, ("trust.b",))),
    ForgetTalk("t1"),
    KeepLookIn(LookIn("l1", "pictures", ())),
    KeepLookIn(LookIn("l2", "money", (TODAY,))),
    ForgetLookIn("l1"),
)
FOR_GOOD: tuple[Change, ...] = (
    BeginRecord(a_record("r2", an_entry("e1"), situation="money")),
    AddEntry("r1", an_entry("e2", "On Monday.")),
    AddEntry("r1", an_entry("e2", "", corrects="e1")),
)


@pytest.mark.parametrize("change", UNDONE, ids=lambda change: type(change).__name__)
def test_a_change_taken_back_leaves_what_was_remembered(change: Change) -> None:
    back = inverse(change, BEFORE, TODAY)
    assert back is not None
    after = apply(back, apply(change, BEFORE))
    assert replace(after, answers=()) == replace(BEFORE, answers=())
    assert after.by_key() == BEFORE.by_key()


@pytest.mark.parametrize("change", [*UNDONE, *FOR_GOOD], ids=lambda change: type(change).__name__)
def test_a_change_changes_something(change: Change) -> None:
    assert apply(change, BEFORE) != BEFORE


def test_a_new_answer_comes_last_and_takes_the_place_of_the_old() -> None:
    new = Answer(TOLD.step, HOME, TODAY, State.LOOSENED)
    assert apply(GiveAnswer(new), BEFORE).answers == (LATER, new)


def test_the_same_step_on_another_device_is_another_answer() -> None:
    other = Answer("ipad.code", Target(TargetKind.DEVICE, device="d2"), TODAY)
    assert apply(GiveAnswer(other), BEFORE).answers == (TOLD, LATER, other)


def test_a_first_answer_taken_back_is_to_do_again() -> None:
    first = Answer("home.who-helps", HOME, TODAY, State.DONE)
    assert inverse(GiveAnswer(first), BEFORE, TODAY) == GiveAnswer(Answer("home.who-helps", HOME, TODAY, State.TO_DO))


def test_preferences_are_kept_and_never_undone() -> None:
    keep = KeepPreferences(Preferences(90, started=True))
    assert apply(keep, BEFORE).preferences.minutes == 90
    assert inverse(keep, BEFORE, TODAY) is None


def test_forgetting_a_talk_that_never_was_changes_nothing_and_cannot_be_undone() -> None:
    assert apply(ForgetTalk("t9"), BEFORE) == BEFORE
    assert inverse(ForgetTalk("t9"), BEFORE, TODAY) is None


def test_forgetting_a_look_in_that_never_was_changes_nothing_and_cannot_be_undone() -> None:
    assert apply(ForgetLookIn("l9"), BEFORE) == BEFORE
    assert inverse(ForgetLookIn("l9"), BEFORE, TODAY) is None


@pytest.mark.parametrize("change", FOR_GOOD, ids=lambda change: type(change).__name__)
def test_what_is_written_down_is_never_undone(change: Change) -> None:
    assert inverse(change, BEFORE, TODAY) is None
    assert is_for_good(change)


def test_nothing_else_is_for_good() -> None:
    others = (*UNDONE, KeepPreferences(Preferences()))
    assert not any(is_for_good(change) for change in others)


@pytest.mark.parametrize(("was", "now", "ends"), [(False, True, True), (True, True, False), (False, False, False)])
def test_first_start_ends_once(was: bool, now: bool, ends: bool) -> None:
    before = replace(BEFORE, preferences=Preferences(started=was))
    assert ends_first_start(KeepPreferences(Preferences(started=now)), before) is ends


def test_no_other_change_ends_first_start() -> None:
    assert not any(ends_first_start(change, BEFORE) for change in (*UNDONE, *FOR_GOOD))


def test_an_entry_comes_last_in_its_own_record() -> None:
    both = apply(FOR_GOOD[0], BEFORE)
    after = apply(AddEntry("r1", an_entry("e2")), both)
    assert after.records == (a_record("r1", an_entry("e1"), an_entry("e2")), both.records[1])


def test_what_is_written_down_is_not_written_over() -> None:
    for change in (BeginRecord(a_record("r1")), AddEntry("r1", an_entry("e1", "something else"))):
        assert apply(change, BEFORE) == BEFORE


def test_a_line_for_a_record_that_is_not_there_is_no_part_of_another() -> None:
    assert apply(AddEntry("r9", an_entry("e9")), BEFORE) == BEFORE
