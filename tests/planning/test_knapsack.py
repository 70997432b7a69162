"""What is taken is worth most, has what it needs, and fits."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from familysafe.planning.knapsack import Thing, fill
from tests.planning.making import some_things


def best_by_trying_all(things: list[Thing], minutes: int) -> int:
    every = (set(some) for size in range(len(things) + 1) for some in combinations(range(len(things)), size))
    return max(sum(things[one].worth for one in some) for some in every if fits(things, some, minutes))


def fits(things: list[Thing], some: set[int], minutes: int) -> bool:
    enough = sum(things[one].minutes for one in some) <= minutes
    return enough and all(things[one].needs <= some for one in some)


@given(some_things(), st.integers(0, 60))
def test_nothing_else_is_worth_more(things: list[Thing], minutes: int) -> None:
    if sum(thing.minutes for thing in things) > minutes:
        taken = fill(things, range(len(things)), minutes)
        assert fits(things, set(taken), minutes)
        assert sum(things[one].worth for one in taken) == best_by_trying_all(things, minutes)


def test_what_is_far_from_the_bound_is_found_too() -> None:
    assert fill([Thing(10, 1000), Thing(9, 1)], range(2), 9) == (1,)
