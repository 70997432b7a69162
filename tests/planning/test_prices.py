"""Prices bound what any choice can be worth, and at the best price the bound is nearly reached."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from familysafe.planning.knapsack import Thing
from familysafe.planning.prices import Choice, at_price, prices_of
from tests.planning.making import some_things


def choices(things: list[Thing]) -> list[tuple[int, ...]]:
    """Every set of things that has all it needs."""
    numbers = range(len(things))
    every = (some for size in range(len(things) + 1) for some in combinations(numbers, size))
    return [some for some in every if all(things[one].needs <= set(some) for one in some)]


@given(some_things(), st.integers(0, 12))
def test_at_every_price_the_bound_is_what_the_best_choice_leaves(things: list[Thing], price: int) -> None:
    prices, choice = at_price(things, price)
    best = max(Choice.of(things, some).at(price) for some in choices(things))
    assert choice.at(price) == sum(prices.hopes) == best


@given(some_things(), st.integers(0, 12))
def test_whatever_has_a_thing_in_it_is_worth_less_than_the_bound_by_its_loss(things: list[Thing], price: int) -> None:
    prices, _ = at_price(things, price)
    for some in choices(things):
        left = Choice.of(things, some).at(price)
        assert all(left <= sum(prices.hopes) - prices.loss(one, things[one].needs) for one in some)


@given(some_things(), st.integers(1, 40))
def test_no_other_price_gives_a_smaller_bound(things: list[Thing], minutes: int) -> None:
    if sum(thing.minutes for thing in things) > minutes:
        finest = [Thing(thing.minutes, thing.worth * 1000, thing.needs) for thing in things]
        most = prices_of(finest, minutes).most(minutes)
        others = (at_price(finest, price)[0].most(minutes) for price in range(0, 13_000, 250))
        assert most <= min(others) + minutes + sum(thing.minutes for thing in things)  # a price is a whole number


def test_two_things_pay_together_for_what_both_need() -> None:
    things = [Thing(10, 0), Thing(1, 7, frozenset({0})), Thing(1, 7, frozenset({0}))]
    prices, choice = at_price(things, 1)
    assert (sum(prices.hopes), choice) == (2, Choice(14, 12))


def test_what_is_paid_already_is_taken_over_by_another_so_that_more_can_be_paid() -> None:
    things = [Thing(4, 0), Thing(4, 0), Thing(1, 5, frozenset({0, 1})), Thing(1, 5, frozenset({0}))]
    prices, choice = at_price(things, 1)
    assert sum(prices.hopes) == choice.at(1) == 0
    assert sum(prices.losses) == 0
