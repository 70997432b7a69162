"""This family, on this day: these steps, in this order, for these reasons."""

from pathlib import Path

import pytest

from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Answer, State
from familysafe.planning.build import build_plan
from tests.scenarios.scenario import Outcome

FILES = sorted(Path(__file__).parent.glob("*.toml"))
FAMILIES = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def test_there_are_families_of_many_kinds() -> None:
    assert len(FILES) >= 25


@FAMILIES
def test_a_family_gets_the_plan_that_is_right_for_it(file: Path, content: Compiled) -> None:
    assert list(Outcome(file, content).surprises()) == []


@FAMILIES
def test_a_scenario_expects_something(file: Path, content: Compiled) -> None:
    expected = Outcome(file, content).scenario.expect
    assert expected.steps or expected.absent or expected.first or expected.before or expected.titles


@FAMILIES
def test_what_a_step_needs_stands_before_it(file: Path, content: Compiled) -> None:
    items = Outcome(file, content).plan.items
    places = {item.key: place for place, item in enumerate(items)}
    assert [item.step for item in items for need in item.needs if places[need] >= places[item.key]] == []


@FAMILIES
def test_every_step_says_why_it_is_here_and_why_it_stands_there(file: Path, content: Compiled) -> None:
    outcome = Outcome(file, content)
    assert {name: said for name in outcome.names if len(said := outcome.reasons(name)) < 2} == {}


@FAMILIES
def test_answering_everything_moves_nothing(file: Path, content: Compiled) -> None:
    outcome = Outcome(file, content)
    today = outcome.scenario.today
    answers = {item.key: Answer(item.step, item.target, today, State.DONE) for item in outcome.plan.items}
    after = build_plan(content.catalogue, outcome.household, answers, today)
    assert [item.key for item in after.items] == [item.key for item in outcome.plan.items]
