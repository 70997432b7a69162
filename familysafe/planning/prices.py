"""What a minute is worth when time is short, and what things must pay for what they need: bounds for the knapsack.

At a price for each minute, a thing that is worth more than its minutes may pay for those among its needs that are worth
less. Whatever is left over bounds what any choice can be worth; the best price makes that bound the smallest.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from typing import Protocol

from msgspec import Struct


class Priced(Protocol):
    """What has a price: see Thing."""

    @property
    def minutes(self) -> int: ...
    @property
    def worth(self) -> int: ...
    @property
    def needs(self) -> frozenset[int]: ...


class Prices(Struct, frozen=True):
    """The price of a minute; for each thing what it can add at most; and who pays how much for what it needs."""

    minute: int
    hopes: tuple[int, ...]
    losses: tuple[int, ...]
    paid: dict[tuple[int, int], int]

    def loss(self, number: int, needs: frozenset[int]) -> int:
        """How much less any choice with this thing is worth at most."""
        return self.losses[number] + sum(self.losses[need] for need in needs)

    def most(self, minutes: int) -> int:
        """No choice for so many minutes is worth more."""
        return self.minute * minutes + sum(self.hopes)


class Choice(Struct, frozen=True):
    """Some things together."""

    worth: int = 0
    minutes: int = 0

    @classmethod
    def of(cls, things: Sequence[Priced], numbers: Iterable[int]) -> "Choice":
        taken = [things[number] for number in numbers]
        return cls(sum(one.worth for one in taken), sum(one.minutes for one in taken))

    def at(self, price: int) -> int:
        """What is left of its worth when its minutes are paid."""
        return self.worth - price * self.minutes


def prices_of(things: Sequence[Priced], minutes: int) -> Prices:
    """The prices with the smallest bound.

    The bound falls and then rises with the price, along straight lines, each that of a choice which is the best at some
    price. Where the lines of a choice that takes too long and of one with time to spare cross, another may be better.
    """
    long, short = Choice.of(things, range(len(things))), Choice()
    while True:
        price = (long.worth - short.worth) // (long.minutes - short.minutes)
        prices, choice = at_price(things, price)
        if choice.minutes in {long.minutes, short.minutes} or choice.at(price) <= max(long.at(price), short.at(price)):
            return prices
        if choice.minutes > minutes:
            long = choice
        else:
            short = choice


def at_price(things: Sequence[Priced], price: int) -> tuple[Prices, Choice]:
    """Lets things pay for their needs until nobody can pay any more: a maximal flow, and the best choice by it."""
    left = [thing.worth - price * thing.minutes for thing in things]
    market = Market(things, left)
    for number, thing in enumerate(things):
        if left[number] > 0 and thing.needs:
            while market.pay_for_one(number):
                pass
    hopes, losses = tuple(max(0, one) for one in left), tuple(max(0, -one) for one in left)
    return Prices(price, hopes, losses, market.paid), Choice.of(things, market.gainful())


class Market:
    """Who pays for what; somebody may take over what another pays, who then pays for something else."""

    def __init__(self, things: Sequence[Priced], left: list[int]) -> None:
        self.things = things
        self.left = left
        self.poor = {number for number, one in enumerate(left) if one < 0}
        self.paid: dict[tuple[int, int], int] = {}
        self.payers: defaultdict[int, set[int]] = defaultdict(set)

    def pay_for_one(self, giver: int) -> bool:
        """Along the shortest way from a giver to a need with something left to pay; False where there is none."""
        if not self.left[giver]:
            return False
        came: dict[int, tuple[int, int]] = {}  # for each need: who would pay more for it, and less for what
        seen, waiting = {giver}, deque([(giver, -1)])
        while waiting:
            payer, instead = waiting.popleft()
            for need in self.things[payer].needs & self.poor:
                if need in came:
                    continue
                came[need] = payer, instead
                if self.left[need] < 0:
                    self.move(need, came)
                    return True
                for other in self.payers[need] - seen:
                    seen.add(other)
                    waiting.append((other, need))
        return False

    def gainful(self) -> set[int]:
        """Those with something left, all that they need, and all who paid for that."""
        waiting = [number for number, one in enumerate(self.left) if one > 0]
        seen = set(waiting)
        while waiting:
            number = waiting.pop()
            new = (self.things[number].needs | self.payers.get(number, set())) - seen
            seen |= new
            waiting += new
        return seen

    def move(self, need: int, came: dict[int, tuple[int, int]]) -> None:
        way = [(need, *came[need])]
        while way[-1][2] >= 0:
            way.append((way[-1][2], *came[way[-1][2]]))
        giver = way[-1][1]
        limits = [self.paid[payer, instead] for _, payer, instead in way if instead >= 0]
        much = min(self.left[giver], -self.left[need], *limits)
        for paid_for, payer, instead in way:
            self.change(payer, paid_for, much)
            if instead >= 0:
                self.change(payer, instead, -much)
        self.left[giver] -= much
        self.left[need] += much

    def change(self, payer: int, need: int, much: int) -> None:
        now = self.paid.pop((payer, need), 0) + much
        self.payers[need].discard(payer)
        if now:
            self.paid[payer, need] = now
            self.payers[need].add(payer)
