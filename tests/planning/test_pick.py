"""The best steps for the time there is: exactly the best, and nothing that cannot be done now."""

from datetime import timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familysafe.cli.family_file import MOST_CHILDREN
from familysafe.content.compiled import Compiled
from familysafe.domain.answer import State
from familysafe.domain.guide import GuideKind
from familysafe.domain.household import BirthMonth, Child, Device, Household
from familysafe.domain.plan import Plan, PlanItem
from familysafe.domain.target import ItemKey
from familysafe.planning.build import build_plan
from familysafe.planning.pick import pick
from tests.planning.making import TODAY, item, largest_household, shared_plans, small_plans

EVENING = 90
MINUTES = st.integers(0, 60)


def weight(items: tuple[PlanItem, ...]) -> int:
    return sum(one.weight for one in items)


def may_be_picked(plan: Plan, items: tuple[PlanItem, ...], minutes: int) -> bool:
    """The rule in plain words, for comparison."""
    known = {one.key: one for one in plan.items}
    keys = {one.key for one in items}
    return sum(one.minutes for one in items) <= minutes and all(
        not one.is_settled
        and not (one.answer and one.answer.is_waiting(plan.today))
        and all(need in keys or need not in known or known[need].is_settled for need in one.needs)
        for one in items
    )


def best_by_trying_all(plan: Plan, minutes: int) -> int:
    every = (some for size in range(len(plan.items) + 1) for some in combinations(plan.items, size))
    return max(weight(some) for some in every if may_be_picked(plan, some, minutes))


@given(small_plans(), MINUTES)
def test_no_other_choice_would_do_more(plan: Plan, minutes: int) -> None:
    assert weight(pick(plan, minutes)) == best_by_trying_all(plan, minutes)


@given(small_plans(), MINUTES)
def test_what_is_picked_can_be_done_in_the_time(plan: Plan, minutes: int) -> None:
    assert may_be_picked(plan, pick(plan, minutes), minutes)


@given(small_plans(), MINUTES)
def test_what_is_picked_stands_in_plan_order(plan: Plan, minutes: int) -> None:
    picked = pick(plan, minutes)
    assert picked == tuple(one for one in plan.items if one in picked)


@given(small_plans(), MINUTES)
def test_the_same_plan_gives_the_same_pick(plan: Plan, minutes: int) -> None:
    assert pick(plan, minutes) == pick(plan, minutes)


@settings(max_examples=60)
@given(shared_plans(), MINUTES)
def test_no_other_choice_would_do_more_where_children_share_everything(plan: Plan, minutes: int) -> None:
    picked = pick(plan, minutes)
    assert may_be_picked(plan, picked, minutes)
    assert weight(picked) == best_by_trying_all(plan, minutes)


def plan_of(*items: PlanItem) -> Plan:
    return Plan(items, TODAY)


def test_nothing_is_picked_from_an_empty_plan() -> None:
    assert pick(plan_of(), EVENING) == ()


def test_nothing_fits_into_no_time() -> None:
    assert pick(plan_of(item(0)), 0) == ()


def test_two_small_steps_that_do_more_beat_one_big_step() -> None:
    plan = plan_of(item(0, minutes=10, weight=5), item(1, minutes=5, weight=3), item(2, minutes=5, weight=3))
    assert [one.step for one in pick(plan, 10)] == ["home.s1", "home.s2"]


def test_a_heavy_step_brings_what_it_needs_along() -> None:
    plan = plan_of(item(0, minutes=9, weight=1), item(1, 0, minutes=1, weight=5), item(2, minutes=10, weight=5))
    assert [one.step for one in pick(plan, 10)] == ["home.s0", "home.s1"]


def test_a_step_whose_need_does_not_fit_with_it_is_left_for_another_day() -> None:
    plan = plan_of(item(0, minutes=9, weight=1), item(1, 0, minutes=5, weight=5))
    assert [one.step for one in pick(plan, 10)] == ["home.s0"]


def test_a_step_whose_need_is_settled_can_be_picked_alone() -> None:
    plan = plan_of(item(0, state=State.NOT_FOR_US), item(1, 0))
    assert [one.step for one in pick(plan, 5)] == ["home.s1"]


def test_a_step_whose_need_is_postponed_is_not_picked() -> None:
    plan = plan_of(item(0, state=State.LATER, until=TODAY + timedelta(days=1)), item(1, 0))
    assert pick(plan, EVENING) == ()


def test_a_later_that_has_come_round_is_picked() -> None:
    plan = plan_of(item(0, state=State.LATER, until=TODAY))
    assert pick(plan, 5) == plan.items


def test_of_two_steps_alike_the_earlier_is_picked() -> None:
    assert [one.step for one in pick(plan_of(item(0), item(1), item(2)), 5)] == ["home.s0"]


def test_steps_that_need_each_other_s_needs_are_picked_once() -> None:
    plan = plan_of(item(0), item(1, 0), item(2, 0), item(3, 1, 2))
    assert pick(plan, 20) == plan.items


def test_a_quarter_of_an_hour_is_found_for_a_family_that_shares_everything(content: Compiled) -> None:
    """Each shared device needs an account of every child: without care for that, this takes longer than the evening."""
    catalogue = content.catalogue
    children = tuple(Child(f"c{number}", "Sam", BirthMonth(2010 + number, 1)) for number in range(4))
    guides = [guide.id for guide in catalogue.of_kind(GuideKind.DEVICE)]
    devices = tuple(Device(f"d{number}", guide) for number, guide in enumerate(guides * 2))
    plan = build_plan(catalogue, Household(children=children, devices=devices), {}, TODAY)
    picked = pick(plan, 15)
    assert may_be_picked(plan, picked, 15)
    assert weight(picked) >= weight(one_after_another(plan, 15))


@pytest.mark.parametrize("shared_by", [2, 3, MOST_CHILDREN])
@pytest.mark.parametrize("minutes", [15, EVENING])
def test_an_evening_is_found_for_the_largest_family_there_can_be(
    content: Compiled, shared_by: int, minutes: int
) -> None:
    """It would not end, were every set of children who may share a device looked at."""
    plan = build_plan(content.catalogue, largest_household(content.catalogue, shared_by), {}, TODAY)
    picked = pick(plan, minutes)
    assert may_be_picked(plan, picked, minutes)
    assert weight(picked) >= weight(one_after_another(plan, minutes))


def one_after_another(plan: Plan, minutes: int) -> tuple[PlanItem, ...]:
    """The steps of an unanswered plan in its order, as long as they fit and can be done."""
    taken: dict[ItemKey, PlanItem] = {}
    left = minutes
    for one in plan.items:
        if one.minutes <= left and all(need in taken for need in one.needs):
            taken[one.key] = one
            left -= one.minutes
    return tuple(taken.values())
