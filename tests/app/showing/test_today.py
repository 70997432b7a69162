"""The first page: what fits into the time, what has grown old, and how far the family is."""

from datetime import timedelta

from msgspec.structs import replace

from familysafe.app.showing.today import days_since, today_view
from familysafe.domain.answer import Answer, Evidence, State
from familysafe.domain.household import BirthMonth, Child, Household
from familysafe.domain.memory import Preferences
from familysafe.domain.plan import PlanItem
from familysafe.domain.views import TodayView
from tests.app.looking import FAMILY, look
from tests.builders import TODAY


def view(*answers: Answer, minutes: int = 15, household: Household = FAMILY) -> TodayView:
    return today_view(look(household, answers, preferences=Preferences(minutes)))


def a_test(item: PlanItem, days: int) -> Answer:
    return Answer(item.step, item.target, TODAY - timedelta(days=days), State.DONE, Evidence.TESTED)


ITEMS = look().snapshot.plan.items


def test_the_steps_of_today_fit_into_the_time_last_chosen() -> None:
    for minutes in (5, 15, 30):
        assert 0 < sum(row.minutes for row in view(minutes=minutes).picks) <= minutes


def test_that_one_can_stop_is_said_when_one_has_been_through_it() -> None:
    assert not view().stop_here
    assert today_view(look(), stop_here=True).stop_here


def test_what_was_done_is_not_picked_again() -> None:
    assert view(*(a_test(item, 1) for item in ITEMS), minutes=90).picks == ()


def test_open_steps_are_counted() -> None:
    assert view(a_test(ITEMS[0], 1)).open_steps == len(ITEMS) - 1


def test_tests_that_have_grown_old_are_looked_at_again_the_oldest_first() -> None:
    days = [130, 200, 121, 150]
    again = view(*(a_test(item, age) for item, age in zip(ITEMS, days, strict=False))).look_again
    assert [one.days for one in again] == [200, 150, 130]


def test_the_same_step_of_two_children_may_grow_old_on_the_same_day() -> None:
    accounts = [item for item in ITEMS if item.step == "ipad.account"]
    again = view(*(a_test(item, 200) for item in accounts)).look_again
    assert [one.row.children for one in again] == [("c1",), ("c2",)]


def test_a_later_that_has_come_round_is_looked_at_again() -> None:
    later = Answer(ITEMS[0].step, ITEMS[0].target, TODAY - timedelta(days=7), State.LATER, until=TODAY)
    assert [(one.row.key, one.days) for one in view(later).look_again] == [(ITEMS[0].key, 7)]


def test_there_is_a_ring_for_every_device_connection_and_the_home_and_none_for_a_child() -> None:
    assert [ring.id for ring in view().rings] == ["device:d1", "device:d2", "connection:n1", "home"]


def test_the_next_card_goes_with_what_is_to_be_set_up() -> None:
    alone = Household(children=FAMILY.children, accounts=FAMILY.accounts)
    card = view(household=alone, minutes=90).card
    assert card is not None
    assert card.card.id == "games.chat"


def test_a_row_without_an_answer_is_no_days_old() -> None:
    showing = look()
    assert days_since(showing, showing.row(ITEMS[0])) == 0


def test_a_clock_put_back_makes_nothing_older_than_today() -> None:
    showing = look(answers=[a_test(ITEMS[0], -3)])
    assert days_since(showing, showing.row(showing.snapshot.plan.items[0])) == 0


def test_at_sixteen_today_begins_with_a_question() -> None:
    grown = replace(FAMILY, children=(FAMILY.children[0], Child("c2", "Elder", BirthMonth(2010, 3))))
    assert view(household=grown).first.startswith("Ask Elder first: ")
    assert view().first == ""


def test_the_page_knows_its_day_and_its_family() -> None:
    shown = view()
    assert (shown.today, shown.household, shown.minutes, shown.throw_away) == (TODAY, FAMILY, 15, False)
