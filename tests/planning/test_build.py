"""A plan is made from what is known today, and from nothing else."""

from datetime import date

from familysafe.domain.answer import Answer, State
from familysafe.domain.guide import GuideKind
from familysafe.domain.household import BirthMonth, Child, Device, Household
from familysafe.domain.target import Target, TargetKind
from familysafe.planning.build import build_plan
from tests.planning.making import TODAY, catalogue, guide, step

CATALOGUE = catalogue(
    [
        guide("home", GuideKind.HOME, "home.tell"),
        guide("ipad", GuideKind.DEVICE, "ipad.account", "ipad.code", service="apple"),
    ],
    [
        step("home.tell", TargetKind.HOME, minutes=10, weight=5),
        step("ipad.account", TargetKind.ACCOUNT),
        step("ipad.code", TargetKind.DEVICE, "ipad.account"),
    ],
)
FAMILY = Household(
    children=(Child("c1", "Sam", BirthMonth(2009, 7)),), devices=(Device("d1", "ipad", used_by=("c1",)),)
)


def test_an_answer_stands_beside_its_step() -> None:
    told = Answer("home.tell", Target(TargetKind.HOME), TODAY, State.DONE)
    plan = build_plan(CATALOGUE, FAMILY, {told.key: told}, TODAY)
    assert [item.answer for item in plan.items if item.step == "home.tell"] == [told]


def test_an_answer_for_something_that_is_gone_is_no_step() -> None:
    gone = Answer("ipad.code", Target(TargetKind.DEVICE, device="d9"), TODAY, State.DONE)
    assert build_plan(CATALOGUE, FAMILY, {gone.key: gone}, TODAY) == build_plan(CATALOGUE, FAMILY, {}, TODAY)


def test_a_plan_knows_its_day() -> None:
    assert build_plan(CATALOGUE, FAMILY, {}, TODAY).today == TODAY


def test_on_the_first_of_the_month_of_the_eighteenth_birthday_a_child_s_steps_end() -> None:
    day_before = build_plan(CATALOGUE, FAMILY, {}, date(2027, 6, 30))
    birthday = build_plan(CATALOGUE, FAMILY, {}, date(2027, 7, 1))
    assert {item.step for item in day_before.items} == {"home.tell", "ipad.account", "ipad.code"}
    assert {item.step for item in birthday.items} == {"home.tell"}


def test_an_item_carries_what_a_page_needs_of_its_step() -> None:
    item = next(item for item in build_plan(CATALOGUE, FAMILY, {}, TODAY).items if item.step == "home.tell")
    assert (item.guide, item.children, item.minutes, item.weight) == ("home", ("c1",), 10, 5)
