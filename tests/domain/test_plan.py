"""A plan knows its time and finds its items."""

from datetime import date

from familysafe.domain.answer import Answer, State
from familysafe.domain.plan import Plan, PlanItem
from familysafe.domain.target import ItemKey, Target, TargetKind

TODAY = date(2026, 5, 1)
HOME = Target(TargetKind.HOME)
TELL = PlanItem("home.tell", HOME, "home", (), 10, 5)
DONE = PlanItem("home.who", HOME, "home", (), 5, 4, answer=Answer("home.who", HOME, TODAY, State.DONE))
LATER = PlanItem("home.old", HOME, "home", (), 5, 4, answer=Answer("home.old", HOME, TODAY, State.LATER))
PLAN = Plan((TELL, DONE, LATER), TODAY)


def test_a_plan_takes_the_time_of_all_its_steps() -> None:
    assert PLAN.minutes == 20


def test_an_item_is_found_by_step_and_target() -> None:
    assert PLAN.item(ItemKey("home.who", HOME)) is DONE


def test_a_step_that_does_not_stand_here_is_not_found() -> None:
    assert PLAN.item(ItemKey("home.who", Target(TargetKind.CHILD, child="c1"))) is None


def test_only_what_was_answered_for_good_is_settled() -> None:
    assert [item.is_settled for item in PLAN.items] == [False, True, False]
