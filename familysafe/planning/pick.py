"""The best steps for the minutes there are: an exact knapsack in which a step may need others."""

from collections import defaultdict
from collections.abc import Iterator

from familysafe.domain.plan import Plan, PlanItem
from familysafe.domain.target import ItemKey

EVENING = 90
Chosen = tuple[int, "Chosen"] | None
Best = tuple[int, int, Chosen]  # a way to spend some minutes: sum of weights, how early its steps stand, which they are
Row = list[Best]  # the best way for every number of minutes
Held = frozenset[int]
NOTHING: Best = (0, 0, None)
IMPOSSIBLE: Best = (-1, 0, None)


def pick(plan: Plan, minutes: int) -> tuple[PlanItem, ...]:
    """The items with the greatest sum of weights that fit into `minutes`, in plan order.

    What an item needs is either settled or picked too; settled and postponed items are never picked. Ties go to what
    stands earlier in the plan.
    """
    items = candidates(plan, minutes)
    numbers = {item.key: number for number, item in enumerate(items)}
    needs = [frozenset(numbers[need] for need in item.needs if need in numbers) for item in items]
    chosen = fill(items, needs, minutes)[2]
    return tuple(items[number] for number in sorted(unroll(chosen)))


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


def fill(items: list[PlanItem], needs: list[Held], minutes: int) -> Best:
    """The best of all rows. A state is the set of picked items that somebody later still asks for; each state keeps
    the best way for every number of minutes, so the result is exact."""
    order = list(depth_first(needs))
    last_use = {need: place for place, number in enumerate(order) for need in needs[number]}
    states: dict[Held, Row] = {frozenset(): [NOTHING] * (minutes + 1)}
    for place, number in enumerate(order):
        item = items[number]
        following: dict[Held, Row] = {}
        for held, row in states.items():
            kept = frozenset(one for one in held if last_use[one] > place)
            merge(following, kept, row)
            if needs[number] <= held:
                asked = last_use.get(number, -1) > place
                merge(following, kept | {number} if asked else kept, extended(row, item, number, len(items)))
        states = following
    return max((row[minutes] for row in states.values()), key=worth)


def depth_first(needs: list[Held]) -> Iterator[int]:
    """Numbers so that needs come before, and close before, what asks for them: states stay few."""
    seen: set[int] = set()
    for number in range(len(needs)):
        stack = [number]
        while stack:
            top = stack[-1]
            missing = [need for need in sorted(needs[top]) if need not in seen]
            if top in seen:
                stack.pop()
            elif missing:
                stack.extend(reversed(missing))
            else:
                seen.add(top)
                stack.pop()
                yield top


def extended(row: Row, item: PlanItem, number: int, count: int) -> Row:
    """The row after picking one more item."""
    return [IMPOSSIBLE] * item.minutes + [
        (weight + item.weight, earliness + count - number, (number, chosen)) if weight >= 0 else IMPOSSIBLE
        for weight, earliness, chosen in row[: len(row) - item.minutes]
    ]


def merge(states: dict[Held, Row], held: Held, row: Row) -> None:
    known = states.get(held)
    states[held] = row if known is None else [max(pair, key=worth) for pair in zip(known, row, strict=True)]


def worth(best: Best) -> tuple[int, int]:
    return best[0], best[1]


def unroll(chosen: Chosen) -> Iterator[int]:
    while chosen is not None:
        number, chosen = chosen
        yield number
