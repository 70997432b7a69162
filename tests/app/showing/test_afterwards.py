"""Once the first days are over: what would help now, for the family that is open."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from familysafe.app.showing.afterwards import MOST_STEPS, afterwards_view, due
from familysafe.app.showing.rows import Showing
from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Answer, State
from familysafe.domain.household import Household
from familysafe.domain.record import LookIn
from familysafe.domain.situation import Situation
from tests.app.looking import FAMILY, IPAD_CODE, YOUNGER, content, look
from tests.builders import TODAY, a_situation

TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


def happened(*situations: Situation) -> Compiled:
    made = content()
    return replace(made, catalogue=replace(made.catalogue, situations={one.id: one for one in situations}))


def threatened(
    *plan: str,
    cards: tuple[str, ...] = (),
    household: Household = FAMILY,
    answers: tuple[Answer, ...] = (),
    look_ins: tuple[LookIn, ...] = (),
) -> Showing:
    made = happened(a_situation(plan=plan, cards=cards))
    return look(household, answers, made=made, look_ins=look_ins)


def test_steps_come_in_the_order_of_the_situation_one_for_each_of_their_targets() -> None:
    view = afterwards_view(threatened("roblox.chat", "ipad.code"), "threatened")
    shown = [(row.key.step, row.initial) for row in view.steps]
    assert shown == [("roblox.chat", "Y"), ("roblox.chat", "E"), ("ipad.code", "Y"), ("ipad.code", "E")]


def test_a_step_that_is_not_in_the_plan_of_this_family_is_left_out() -> None:
    view = afterwards_view(threatened("xbox.chat", "home.drawer"), "threatened")
    assert [row.key.step for row in view.steps] == ["home.drawer"]


def test_what_is_done_already_is_left_out() -> None:
    done = Answer(IPAD_CODE.step, IPAD_CODE.target, TODAY, State.DONE)
    view = afterwards_view(threatened("ipad.code", answers=(done,)), "threatened")
    assert [row.key.target.device for row in view.steps] == ["d2"]


def test_a_frightened_family_gets_few_steps_at_a_time() -> None:
    every = ("home.drawer", "home.who", "roblox.chat", "ipad.code", "ee.filter")
    assert len(afterwards_view(threatened(*every), "threatened").steps) == MOST_STEPS


def test_cards_are_for_the_ages_at_home_in_the_order_of_the_situation() -> None:
    cards = ("trust.bus", "trust.tea", "games.chat")
    assert afterwards_view(threatened(cards=cards), "threatened").cards == (
        ("trust.bus", "Opener of trust.bus?"),
        ("trust.tea", "Opener of trust.tea?"),
        ("games.chat", "Opener of games.chat?"),
    )
    young = afterwards_view(threatened(cards=cards, household=Household(children=(YOUNGER,))), "threatened")
    assert [own for own, _ in young.cards] == ["trust.tea", "games.chat"]


def test_a_look_in_is_offered_after_two_days_two_weeks_and_two_months() -> None:
    days = afterwards_view(threatened(), "threatened").days
    assert [(day - TODAY).days for day in days] == [2, 14, 61]


def test_the_look_in_of_this_situation_is_shown_and_no_other() -> None:
    other, own = LookIn("l1", "bullying", (TOMORROW,)), LookIn("l2", "threatened", (TOMORROW,))
    assert afterwards_view(threatened(look_ins=(other, own)), "threatened").look_in == own
    assert afterwards_view(threatened(look_ins=(other,)), "threatened").look_in is None


@pytest.mark.parametrize(
    ("days", "asks"),
    [((TODAY,), True), ((YESTERDAY, TOMORROW), True), ((TOMORROW,), False), ((), False)],
)
def test_a_look_in_asks_from_its_day_on(days: tuple[date, ...], asks: bool) -> None:
    kept = LookIn("l1", "threatened", days)
    assert due((kept,), TODAY) == (kept if asks else None)


def test_of_several_look_ins_the_first_that_is_due_asks() -> None:
    later, first, second = (
        LookIn("l1", "bullying", (TOMORROW,)),
        LookIn("l2", "threatened", (TODAY,)),
        LookIn("l3", "scam", (YESTERDAY,)),
    )
    assert due((later, first, second), TODAY) == first
