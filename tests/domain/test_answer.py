"""What is settled, what waits, and what an answer is kept under."""

from datetime import date

import pytest

from familysafe.domain.answer import LOOSENED_REASONS, NOT_FOR_US_REASONS, Answer, AnswerReason, State
from familysafe.domain.target import ItemKey, Target, TargetKind

IPAD = Target(TargetKind.DEVICE, device="d1")
DAY = date(2026, 5, 1)


@pytest.mark.parametrize("state", [State.DONE, State.NOT_FOR_US, State.LOOSENED])
def test_what_is_done_not_for_us_or_loosened_is_settled(state: State) -> None:
    assert Answer("ipad.code", IPAD, DAY, state).is_settled


@pytest.mark.parametrize("state", [State.TO_DO, State.LATER])
def test_what_is_to_do_or_later_is_not_settled(state: State) -> None:
    assert not Answer("ipad.code", IPAD, DAY, state).is_settled


def test_a_later_waits_until_its_day_has_come() -> None:
    later = Answer("ipad.code", IPAD, DAY, State.LATER, until=date(2026, 5, 8))
    assert later.is_waiting(date(2026, 5, 7))
    assert not later.is_waiting(date(2026, 5, 8))


def test_a_later_without_a_day_does_not_wait() -> None:
    assert not Answer("ipad.code", IPAD, DAY, State.LATER).is_waiting(DAY)


def test_a_day_left_over_from_a_later_does_not_make_what_is_done_wait() -> None:
    assert not Answer("ipad.code", IPAD, DAY, State.DONE, until=date(2027, 1, 1)).is_waiting(DAY)


def test_an_answer_is_kept_under_its_step_and_target() -> None:
    assert Answer("ipad.code", IPAD, DAY).key == ItemKey("ipad.code", IPAD)


@pytest.mark.parametrize("reasons", [NOT_FOR_US_REASONS, LOOSENED_REASONS])
def test_nobody_has_to_say_why(reasons: tuple[AnswerReason, ...]) -> None:
    assert reasons[-1] is AnswerReason.RATHER_NOT_SAY


def test_every_reason_can_be_given_somewhere() -> None:
    assert {*NOT_FOR_US_REASONS, *LOOSENED_REASONS} == set(AnswerReason)
