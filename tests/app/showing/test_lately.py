"""What was done last, as the line below the page says it."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from familysafe.app.showing.lately import what_was_done
from familysafe.domain.answer import Answer, AnswerReason, Evidence, Outcome, State
from familysafe.domain.change import Change, ChangeHousehold, ForgetLookIn, ForgetTalk, GiveAnswer, RecordTalk, apply
from familysafe.domain.deed import Deed
from familysafe.domain.household import Account, Child, Connection, Device, Household, Worry
from familysafe.domain.memory import Memory
from familysafe.domain.talk import Talk
from familysafe.domain.target import ItemKey, Target, TargetKind
from tests.app.looking import ELDER, FAMILY, IPAD_CODE, YOUNGER, look
from tests.builders import TODAY

TALK = Talk("t1", TODAY, ())


def said(change: Change, before: Memory | None = None) -> str:
    """What is said of a change once it is done."""
    before = before or Memory(household=FAMILY)
    after = apply(change, before)
    return what_was_done(look(after.household, after.answers), Deed(change, change, before))


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (FAMILY.without_child("c1"), "Younger was taken out"),
        (replace(FAMILY, children=()), "Younger, Elder were taken out"),
        (FAMILY.with_child(Child("c3", "Sam"), ()), "Sam was added"),
        (FAMILY.with_child(Child("c3", ""), ()), "Your child was added"),
        (FAMILY.with_child(replace(YOUNGER, name="Mouse"), ("roblox",)), "Mouse was changed"),
        (FAMILY.without_device("d1"), "The iPad was taken out"),
        (FAMILY.with_device(Device("d3", "ipad")).with_device(Device("d4", "ipad", "Red")), "The iPad, Red were added"),
        (FAMILY.with_device(replace(FAMILY.device("d2"), name="Blue")), "Blue was changed"),
        (replace(FAMILY, connections=(Connection("n2", "sky"),)), "The connections were changed"),
        (replace(FAMILY, accounts=(Account("c1", "roblox"),)), "The apps were changed"),
        (replace(FAMILY, country="IE"), "The country was changed"),
        (replace(FAMILY, worries=(Worry.SLEEP,)), "What brings you here was changed"),
        (replace(FAMILY, children=(ELDER, YOUNGER)), "The family was changed"),
    ],
)
def test_a_change_of_the_family_names_who_or_what(after: Household, sentence: str) -> None:
    assert said(ChangeHousehold(after)) == sentence


def answer(**parts: Any) -> Answer:
    return replace(Answer(IPAD_CODE.step, IPAD_CODE.target, TODAY), **parts)


@pytest.mark.parametrize(
    ("parts", "short"),
    [
        ({"state": State.DONE, "evidence": Evidence.SEEN}, "seen"),
        ({"state": State.DONE, "evidence": Evidence.TESTED, "outcome": Outcome.HELD}, "tested"),
        ({"evidence": Evidence.TESTED, "outcome": Outcome.DID_NOT_HOLD}, "did not hold"),
        ({"state": State.LATER, "until": TODAY}, "later"),
        ({"state": State.LOOSENED, "reason": AnswerReason.OLDER_NOW}, "loosened on purpose"),
        ({}, "to do"),
        ({"menu_note": "It says Lock."}, "a note"),
        ({"state": State.DONE, "evidence": Evidence.SEEN, "note": "Ask Sam."}, "seen"),
    ],
)
def test_an_answer_names_its_step_and_what_it_is_for(parts: dict[str, Any], short: str) -> None:
    assert said(GiveAnswer(answer(**parts))) == f"“Set a code on the iPad” (The iPad · Younger): {short}"


def test_a_note_to_what_was_answered_before_is_a_note() -> None:
    seen = answer(state=State.DONE, evidence=Evidence.SEEN)
    before = Memory(household=FAMILY, answers=(seen,))
    assert said(GiveAnswer(replace(seen, note="Ask Sam.")), before).endswith(": a note")


def test_what_was_seen_again_on_another_day_is_no_note() -> None:
    seen = answer(state=State.DONE, evidence=Evidence.SEEN, note="Ask Sam.")
    before = Memory(household=FAMILY, answers=(replace(seen, on=TODAY - timedelta(days=9)),))
    assert said(GiveAnswer(seen), before).endswith(": seen")


def test_a_step_that_has_left_the_plan_is_not_named() -> None:
    gone = ItemKey("ipad.code", Target(TargetKind.DEVICE, device="d9"))
    assert said(GiveAnswer(Answer(gone.step, gone.target, TODAY))) == "A step was answered"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (RecordTalk(Talk("t2", TODAY, ())), "A talk was noted"),
        (RecordTalk(replace(TALK, note="Went well.")), "A talk was changed"),
        (ForgetTalk("t1"), "A talk was taken out"),
        (ForgetLookIn("l1"), "Something was changed"),
    ],
)
def test_talks_are_said_and_being_asked_again_is_not(change: Change, sentence: str) -> None:
    assert said(change, Memory(household=FAMILY, talks=(TALK,))) == sentence
