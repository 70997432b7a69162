"""What is remembered is found by step and target."""

from datetime import date

from familysafe.domain.answer import Answer
from familysafe.domain.memory import Memory
from familysafe.domain.target import Target, TargetKind

HOME = Target(TargetKind.HOME)


def test_an_answer_is_found_under_its_key() -> None:
    answer = Answer("home.telling-is-safe", HOME, date(2026, 1, 1))
    assert Memory(answers=(answer,)).by_key() == {answer.key: answer}


def test_of_two_answers_the_newer_decides() -> None:
    old, new = (Answer("home.telling-is-safe", HOME, date(2026, 1, day)) for day in (1, 2))
    assert Memory(answers=(old, new)).by_key()[new.key] is new
