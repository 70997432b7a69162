"""The exact answer to: which things, each with what it needs, are worth most in so many minutes?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from familysafe.planning.prices import Prices, prices_of

Chosen = tuple[int, "Chosen"] | None
Best = tuple[int, Chosen]  # a way to spend some minutes: what it is worth, and which things it takes
Row = dict[int, Best]  # the best way to spend so many minutes
Held = frozenset[int]
States = Mapping[Held, Row]
HAIR = 32  # parts of what the dearest thing is worth
NOTHING: Best = (0, None)
IMPOSSIBLE: Best = (-1, None)


class Thing(Struct, frozen=True):
    """One that can be taken; `needs` are the numbers of all that must be taken with it, theirs included."""

    minutes: int
    worth: int
    needs: Held = frozenset()


def fill(things: Sequence[Thing], order: Sequence[int], minutes: int) -> tuple[int, ...]:
    """The numbers of the things that are worth most together; in `order` a thing comes after what it needs.

    There must be more things than fit. Looks first among the choices that come within a hair of what no choice can
    exceed, then further and further off.
    """
    prices = prices_of(things, minutes)
    most = prices.most(minutes)
    hair = max(thing.worth for thing in things) // HAIR + 1
    while True:
        least = max(most - hair, 0)
        within = frozenset(number for number in order if most - prices.loss(number, things[number].needs) >= least)
        best = Walk(things, [number for number in order if number in within], minutes, prices, least).best()
        if best[0] >= least:
            return tuple(sorted(unroll(best[1])))
        hair = min(2 * hair, most - best[0])


class Walk:
    """Thing after thing, each taken or not. A state is the set of taken things that somebody ahead may still need."""

    def __init__(self, things: Sequence[Thing], order: Sequence[int], minutes: int, prices: Prices, least: int) -> None:
        self.things = things
        self.order = order
        self.minutes = minutes
        self.prices = prices
        self.least = least
        self.passed: set[int] = set()
        self.users: defaultdict[int, list[int]] = defaultdict(list)
        for number in order:
            for need in things[number].needs:
                self.users[need].append(number)

    def best(self) -> Best:
        """The best of all rows, as long as it is worth `least`."""
        states: States = {frozenset(): {0: NOTHING}}
        hope = sum(self.prices.hopes[number] for number in self.order)
        for number in self.order:
            self.pass_by(number)
            hope -= self.prices.hopes[number]
            states = self.promising(self.after(states, number), hope)
        ways = (best for row in states.values() for best in row.values())
        return max(ways, key=lambda best: best[0], default=IMPOSSIBLE)

    def pass_by(self, number: int) -> None:
        """From here on it is decided."""
        self.passed.add(number)
        for need in self.things[number].needs:
            self.users[need].remove(number)

    def after(self, states: States, number: int) -> dict[Held, Row]:
        """The states without and with one more thing."""
        thing = self.things[number]
        following: dict[Held, Row] = {}
        for held, row in states.items():
            merge(following, self.still_needed(held), row)
            if thing.needs <= held:
                merge(following, self.still_needed(held | {number}), longer(row, thing, number, self.minutes))
        return following

    def still_needed(self, held: Held) -> Held:
        """Those of the taken things without which something ahead could not be taken any more."""
        return frozenset(one for one in held if any(self.can_come(user, held) for user in self.users[one]))

    def can_come(self, number: int, held: Held) -> bool:
        return all(need in held or need not in self.passed for need in self.things[number].needs)

    def promising(self, states: States, hope: int) -> States:
        """Without all that cannot come to `least` any more."""
        price = self.prices.minute
        found: dict[Held, Row] = {}
        for held, row in states.items():
            paid = sum(self.prices.paid.get((user, one), 0) for one in held for user in self.users[one])
            missing = self.least - hope - paid - price * self.minutes
            kept = {spent: best for spent, best in row.items() if best[0] - price * spent >= missing}
            if kept:
                found[held] = kept
        return found


def longer(row: Row, thing: Thing, number: int, minutes: int) -> Row:
    """The row after taking one more thing."""
    return {
        spent + thing.minutes: (worth + thing.worth, (number, chosen))
        for spent, (worth, chosen) in row.items()
        if spent + thing.minutes <= minutes
    }


def merge(states: dict[Held, Row], held: Held, row: Row) -> None:
    """Of two ways to spend as many minutes the better one stays."""
    known = states.setdefault(held, row)
    if known is not row:
        better = {spent: best for spent, best in row.items() if best[0] > known.get(spent, IMPOSSIBLE)[0]}
        states[held] = {**known, **better}


def unroll(chosen: Chosen) -> Iterator[int]:
    while chosen is not None:
        number, chosen = chosen
        yield number
