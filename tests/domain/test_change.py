"""Every change can be applied, and every change but a preference can be taken back."""

from datetime import date

import pytest

from familysafe.domain.answer import Answer, State
from familysafe.domain.change import (
    Change,
    ChangeHousehold,
    ForgetTalk,
    GiveAnswer,
    KeepPreferences,
    RecordTalk,
    apply,
    inverse,
)
from familysafe.domain.household import Child, Household
from familysafe.domain.memory import Memory, Preferences
from familysafe.domain.talk import Talk
from familysafe.domain.target import Target, TargetKind

TODAY = date(2026, 5, 2)
YESTERDAY = date(2026, 5, 1)
HOME = Target(TargetKind.HOME)
IPAD = Target(TargetKind.DEVICE, device="d1")
TOLD = Answer("home.telling-is-safe", HOME, YESTERDAY, State.DONE)
LATER = Answer("ipad.code", IPAD, YESTERDAY, State.LATER)
TALK = Talk("t1", YESTERDAY, ("trust.a",), note="went well")
BEFORE = Memory(Household("GB", children=(Child("c1", "Sam"),)), (TOLD, LATER), (TALK,))

UNDONE: tuple[Change, ...] = (
    ChangeHousehold(Household("IE")),
    GiveAnswer(Answer(TOLD.step, HOME, TODAY, State.LOOSENED)),
    RecordTalk(Talk("t1", TODAY, (), note="wrote it anew")),
    RecordTalk(Talk("t2", TODAY, ("trust.b",))),
    ForgetTalk("t1"),
)


@pytest.mark.parametrize("change", UNDONE, ids=lambda change: type(change).__name__)
def test_a_change_taken_back_leaves_what_was_remembered(change: Change) -> None:
    back = inverse(change, BEFORE, TODAY)
    assert back is not None
    after = apply(back, apply(change, BEFORE))
    assert (after.household, after.by_key(), after.talks) == (BEFORE.household, BEFORE.by_key(), BEFORE.talks)


@pytest.mark.parametrize("change", UNDONE, ids=lambda change: type(change).__name__)
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
