"""The best steps for the minutes there are: an exact knapsack in which a step may need others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from familysafe.domain.plan import Plan, PlanItem
from familysafe.domain.target import ItemKey

EVENING = 90
Chosen = tuple[int, "Chosen"] | None
Best = tuple[int, Chosen]  # a way to spend some minutes: what it is worth, and which steps it takes
Row = list[Best]  # the best way for every number of minutes
Held = frozenset[int]
Needs = Sequence[Held]  # for each item, the numbers of those that it needs
NOTHING: Best = (0, None)
IMPOSSIBLE: Best = (-1, None)


def pick(plan: Plan, minutes: int) -> tuple[PlanItem, ...]:
    """The items with the greatest sum of weights that fit into `minutes`, in plan order.

    What an item needs is either settled or picked too; settled and postponed items are never picked. Ties go to what
    stands earlier in the plan.
    """
    items = candidates(plan, minutes)
    if sum(item.minutes for item in items) <= minutes:
        return tuple(items)
    numbers = {item.key: number for number, item in enumerate(items)}
    needs = [frozenset(numbers[need] for need in item.needs if need in numbers) for item in items]
    return tuple(items[number] for number in sorted(unroll(fill(items, needs, minutes)[1])))


def candidates(plan: Plan, minutes: int) -> list[PlanItem]:
    """What could be picked: open now, short enough, and with all it needs open or settled."""
    known = {item.key: item for item in plan.items}
    open_now: dict[ItemKey, PlanItem] = {}
    for item in plan.items:
        waiting = item.answer is not None and item.answer.is_waiting(plan.today)
        reachable = all(need in open_now or known[need].is_settled for need in item.needs if need in known)
        if not item.is_settled and not waiting and item.minutes <= minutes and reachable:
            open_now[item.key] = item
    return without_outshone(list(open_now.values()), minutes)


def without_outshone(items: list[PlanItem], minutes: int) -> list[PlanItem]:
    """Drops what can never be in a best pick: of leaves alike in needs and minutes, only so many fit."""
    needed = {need for item in items for need in item.needs}
    open_keys = {item.key for item in items}
    alike: defaultdict[tuple[frozenset[ItemKey], int], list[PlanItem]] = defaultdict(list)
    for item in items:
        if item.key not in needed:
            alike[frozenset(open_keys.intersection(item.needs)), item.minutes].append(item)
    dropped: set[ItemKey] = set()
    for (_, each), group in alike.items():
        group.sort(key=lambda item: -item.weight)
        dropped.update(item.key for item in group[minutes // each :])
    return [item for item in items if item.key not in dropped]


def fill(items: list[PlanItem], needs: Needs, minutes: int) -> Best:
    """The best of all rows. A state is the set of picked items that somebody later may still ask for; each state keeps
    the best way for every number of minutes, so the result is exact."""
    ahead = Ahead(needs)
    states: dict[Held, Row] = {frozenset(): [NOTHING] * (minutes + 1)}
    for number in depth_first(needs, ends(items, needs)):
        ahead.pass_by(number)
        gain = items[number].weight * len(items) ** 2 + len(items) - number  # weight first, then an early place
        following: dict[Held, Row] = {}
        for held, row in states.items():
            merge(following, ahead.still_asked(held), row)
            if needs[number] <= held:
                longer = extended(row, items[number].minutes, gain, number)
                if longer[-1] is not IMPOSSIBLE:
                    merge(following, ahead.still_asked(held | {number}), longer)
        states = following
    return max((row[minutes] for row in states.values()), key=lambda best: best[0])


class Ahead:
    """What is not decided yet, and what of the decided it still asks for."""

    def __init__(self, needs: Needs) -> None:
        self.needs = needs
        self.users: defaultdict[int, list[int]] = defaultdict(list)
        for number, asked in enumerate(needs):
            for need in sorted(asked):
                self.users[need].append(number)
        self.passed: set[int] = set()

    def pass_by(self, number: int) -> None:
        """From here on `number` is decided."""
        self.passed.add(number)
        for need in self.needs[number]:
            self.users[need].remove(number)

    def still_asked(self, held: Held) -> Held:
        """Those of the picked items without which something ahead could not be picked any more."""
        return frozenset(one for one in held if any(self.can_come(user, held) for user in self.users[one]))

    def can_come(self, number: int, held: Held) -> bool:
        """True while everything that an item needs is picked or still ahead."""
        return all(need in held if need in self.passed else self.can_come(need, held) for need in self.needs[number])


def ends(items: list[PlanItem], needs: Needs) -> list[int]:
    """The items that no other needs, so sorted that states stay few: one family of needs after another, in each the
    accounts of its children first, then device by device."""
    family = families(needs)
    needed = frozenset[int]().union(*needs)

    def place(number: int) -> tuple[int, str, str, str, str, int]:
        at = items[number].target
        return family[number], at.device, at.connection, at.service, at.child, number

    return sorted((number for number in range(len(items)) if number not in needed), key=place)


def families(needs: Needs) -> list[int]:
    """For each number, the smallest of those that hang together with it by needs."""
    above = list(range(len(needs)))

    def smallest(number: int) -> int:
        while above[number] != number:
            number = above[number]
        return number

    for number, asked in enumerate(needs):
        for need in asked:
            low, high = sorted((smallest(number), smallest(need)))
            above[high] = low
    return [smallest(number) for number in range(len(needs))]


def depth_first(needs: Needs, starts: Iterable[int]) -> Iterator[int]:
    """Every number once, needs just before what asks for them; what is needed has the smaller number."""
    seen: set[int] = set()
    for start in starts:
        stack = [start]
        while stack:
            missing = sorted(needs[stack[-1]] - seen, reverse=True)
            stack += missing
            if not missing:
                seen.add(stack[-1])
                yield stack.pop()


def extended(row: Row, minutes: int, gain: int, number: int) -> Row:
    """The row after picking one more item."""
    return [IMPOSSIBLE] * minutes + [
        (worth + gain, (number, chosen)) if worth >= 0 else IMPOSSIBLE for worth, chosen in row[: len(row) - minutes]
    ]


def merge(states: dict[Held, Row], held: Held, row: Row) -> None:
    known = states.get(held)
    states[held] = row if known is None else [a if a[0] >= b[0] else b for a, b in zip(known, row, strict=True)]


def unroll(chosen: Chosen) -> Iterator[int]:
    while chosen is not None:
        number, chosen = chosen
        yield number
