"""The best steps for the minutes there are: an exact knapsack in which a step may need others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from familysafe.domain.plan import Plan, PlanItem
from familysafe.domain.target import ItemKey
from familysafe.planning.knapsack import Held, Thing, fill

Needs = Sequence[Held]  # for each item, the numbers of all that must come with it


def pick(plan: Plan, minutes: int) -> tuple[PlanItem, ...]:
    """The items with the greatest sum of weights that fit into `minutes`, in plan order.

    What an item needs is either settled or picked too; settled and postponed items are never picked. Ties go to what
    stands earlier in the plan.
    """
    items = candidates(plan, minutes)
    if sum(item.minutes for item in items) <= minutes:
        return tuple(items)
    numbers = {item.key: number for number, item in enumerate(items)}
    needs: list[frozenset[int]] = []
    for item in items:
        asked = [numbers[need] for need in item.needs if need in numbers]
        needs.append(frozenset(asked).union(*(needs[one] for one in asked)))
    things = [
        Thing(item.minutes, item.weight * len(items) ** 2 + len(items) - number, needs[number])
        for number, item in enumerate(items)
    ]
    order = tuple(depth_first(needs, ends(items, needs)))
    return tuple(items[number] for number in fill(things, order, minutes))


def candidates(plan: Plan, minutes: int) -> list[PlanItem]:
    """What could be picked: open now, with all it needs open or settled, and short enough together with that."""
    known = {item.key: item for item in plan.items}
    open_now: dict[ItemKey, PlanItem] = {}
    together: dict[ItemKey, frozenset[ItemKey]] = {}
    for item in plan.items:
        waiting = item.answer is not None and item.answer.is_waiting(plan.today)
        reachable = all(need in open_now or known[need].is_settled for need in item.needs if need in known)
        if item.is_settled or waiting or not reachable:
            continue
        all_of_it = frozenset({item.key}).union(*(together[need] for need in item.needs if need in together))
        if sum(known[one].minutes for one in all_of_it) <= minutes:
            open_now[item.key] = item
            together[item.key] = all_of_it
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


def ends(items: list[PlanItem], needs: Needs) -> list[int]:
    """The items that no other needs, so sorted that states stay few: one family of needs after another, in each child
    after child, and what several share right after the last of them."""
    family = families(needs)
    last = [max(items[one].target.child for one in (*needs[number], number)) for number in range(len(items))]
    needed = frozenset[int]().union(*needs)

    def place(number: int) -> tuple[int, str, str, str, str, int]:
        at = items[number].target
        return family[number], last[number], at.device, at.connection, at.service, number

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
