"""The made-up family shows what the app can do, on any day."""

from datetime import date

import pytest

from familysafe.app.sample import sample_changes, sample_household
from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Evidence, State
from familysafe.domain.change import ChangeHousehold, GiveAnswer, KeepPreferences, apply
from familysafe.domain.memory import Memory
from familysafe.planning.build import build_plan

DAYS = (date(2026, 1, 1), date(2026, 12, 31), date(2028, 2, 29))


@pytest.mark.parametrize("today", DAYS)
def test_the_children_are_nine_and_thirteen(today: date) -> None:
    assert [child.age_on(today) for child in sample_household(today).children] == [9, 13]


def test_every_guide_of_the_family_is_written(content: Compiled) -> None:
    family = sample_household(DAYS[0])
    guides = {thing.guide for thing in (*family.devices, *family.connections, *family.accounts)}
    assert guides <= set(content.catalogue.guides)


@pytest.mark.parametrize("today", DAYS)
def test_some_steps_are_told_some_seen_some_tested_and_most_are_open(content: Compiled, today: date) -> None:
    memory = Memory()
    for change in sample_changes(content.catalogue, today):
        memory = apply(change, memory)
    plan = build_plan(content.catalogue, memory.household, memory.by_key(), today)
    answers = [item.answer for item in plan.items if item.answer]
    assert {answer.evidence for answer in answers} == set(Evidence)
    assert {answer.state for answer in answers} == {State.DONE}
    assert 0 < len(answers) < len(plan.items) / 2


def test_the_family_comes_first_and_the_first_start_is_behind_it(content: Compiled) -> None:
    changes = sample_changes(content.catalogue, DAYS[0])
    assert isinstance(changes[0], ChangeHousehold)
    assert all(isinstance(change, GiveAnswer) for change in changes[1:-1])
    assert isinstance(changes[-1], KeepPreferences)
    assert changes[-1].preferences.started
