"""What comes first, and why: needs; then account, device, app; then what brought them here; then worth per minute."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from familysafe.domain.answer import Answer
from familysafe.domain.catalogue import Catalogue
from familysafe.domain.guide import GuideKind
from familysafe.domain.household import Household, Worry
from familysafe.domain.plan import PlanItem, Reason, ReasonCode
from familysafe.domain.target import ItemKey, Target, TargetKind
from familysafe.planning.gather import Found

KIND_OF_WORRY: Mapping[Worry, GuideKind] = {Worry.NEW_DEVICE: GuideKind.DEVICE, Worry.ASKED_FOR_APP: GuideKind.APP}
BEHIND: Mapping[str, ReasonCode] = {"accounts": ReasonCode.AFTER_ACCOUNTS, "devices": ReasonCode.AFTER_DEVICES}
FINE = 1_000_000  # worth per minute in millionths: exact enough to tell any two fractions of small numbers apart

Gate = tuple[str, str]
Node = ItemKey | Gate
Rank = tuple[bool, int, int, str, Target]


class Line:
    """A graph of items and, for each child, two gates: accounts before devices, devices before apps."""

    def __init__(self) -> None:
        self.after: defaultdict[Node, list[Node]] = defaultdict(list)
        self.waiting: defaultdict[Node, int] = defaultdict(int)

    def put_before(self, first: Node, then: Node) -> None:
        self.after[first].append(then)
        self.waiting[then] += 1

    def behind(self) -> Iterator[tuple[ItemKey, str]]:
        """Each item that waits at a gate which something holds shut, with what is behind it."""
        for gate, items in self.after.items():
            if isinstance(gate, tuple) and self.waiting.get(gate):
                yield from ((item, gate[0]) for item in items if isinstance(item, ItemKey))

    def all_before(self, nodes: Iterable[Node]) -> set[Node]:
        """These nodes and everything that they wait for."""
        before: defaultdict[Node, list[Node]] = defaultdict(list)
        for first, many in self.after.items():
            for then in many:
                before[then].append(first)
        found = set(nodes)
        waiting = list(found)
        while waiting:
            new = set(before.get(waiting.pop(), ())) - found
            found |= new
            waiting += new
        return found

    def walk(self, ranks: Mapping[ItemKey, Rank]) -> Iterator[ItemKey]:
        """Kahn's algorithm with a heap; a gate opens as soon as nothing is left before it."""
        gates = [node for node in self.after if isinstance(node, tuple) and not self.waiting.get(node)]
        ready = [(rank, key) for key, rank in ranks.items() if not self.waiting.get(key)]
        heapq.heapify(ready)
        while ready or gates:
            node: Node = gates.pop() if gates else heapq.heappop(ready)[1]
            if isinstance(node, ItemKey):
                yield node
            for then in self.after.get(node, ()):
                self.waiting[then] -= 1
                if self.waiting[then]:
                    continue
                if isinstance(then, ItemKey):
                    heapq.heappush(ready, (ranks[then], then))
                else:
                    gates.append(then)


def in_order(
    catalogue: Catalogue, household: Household, found: Mapping[ItemKey, Found], answers: Mapping[ItemKey, Answer]
) -> Iterator[PlanItem]:
    """The items in plan order, with what they need and why they stand there; answers ride along and move nothing."""
    line = Line()
    needs = {key: tuple(needed(catalogue, key, item, found)) for key, item in found.items()}
    worries = {key: worry_of(household, item) for key, item in found.items()}
    for key, item in found.items():
        for need in needs[key]:
            line.put_before(need, key)
        for first, then in gates(key, item):
            line.put_before(first, then)
    behind = dict(line.behind())
    needed_by = {need for many in needs.values() for need in many}
    urgent = line.all_before(key for key, worry in worries.items() if worry is not None)
    for key in line.walk({key: rank(key, item, is_urgent=key in urgent) for key, item in found.items()}):
        item = found[key]
        place = place_reason(worries[key], key in needed_by or key in urgent, needs[key], behind.get(key))
        yield PlanItem(
            step=key.step,
            target=key.target,
            guide=item.guide.id,
            children=tuple(child.id for child in item.children),
            minutes=item.step.minutes,
            weight=item.step.weight,
            needs=needs[key],
            reasons=(*item.reasons, place),
            answer=answers.get(key),
        )


def needed(catalogue: Catalogue, key: ItemKey, item: Found, found: Mapping[ItemKey, Found]) -> Iterator[ItemKey]:
    """What must come before, of what is in this plan: for the same child, the same device, or the home."""
    for need in item.step.needs:
        for target in possible_targets(catalogue, need, key.target, item):
            if (before := ItemKey(need, target)) in found:
                yield before


def possible_targets(catalogue: Catalogue, need: str, target: Target, item: Found) -> Iterator[Target]:
    match catalogue.steps[need].target:
        case TargetKind.ACCOUNT as kind:
            service = catalogue.service_of(need)
            for child in item.children:
                yield Target(kind, child=child.id, service=service)
        case TargetKind.CHILD as kind:
            for child in item.children:
                yield Target(kind, child=child.id)
        case TargetKind.HOME as kind:
            yield Target(kind)
        case TargetKind.CONNECTION as kind:
            yield Target(kind, connection=target.connection)
        case kind:
            yield Target(kind, device=target.device)


def gates(key: ItemKey, item: Found) -> Iterator[tuple[Node, Node]]:
    """For each child of an item: the gate it waits at and the gate it holds shut."""
    kind = item.guide.kind
    for child in item.children:
        if kind is GuideKind.APP:
            yield ("devices", child.id), key
        elif kind is GuideKind.DEVICE:
            yield key, ("devices", child.id)
            if key.target.kind is TargetKind.DEVICE:
                yield ("accounts", child.id), key
            else:
                yield key, ("accounts", child.id)


def rank(key: ItemKey, item: Found, *, is_urgent: bool) -> Rank:
    """Smaller is earlier among those that are ready; what a worry waits for is as urgent as what helps with it."""
    step = item.step
    return not is_urgent, -(step.weight * FINE // step.minutes), step.minutes, step.id, key.target


def worry_of(household: Household, item: Found) -> Worry | None:
    """The first of the family's worries that a step helps with."""
    for worry in household.worries:
        if worry in item.step.worries or KIND_OF_WORRY.get(worry) is item.guide.kind:
            return worry
    return None


def place_reason(worry: Worry | None, is_needed: bool, needs: tuple[ItemKey, ...], gate: str | None) -> Reason:
    """The strongest reason for the place: what brought them here, being needed, needing, a gate, or worth for the
    time."""
    if worry is not None:
        return Reason(ReasonCode.WORRY, worry=worry.value)
    if is_needed:
        return Reason(ReasonCode.NEEDED_FIRST)
    if needs:
        return Reason(ReasonCode.AFTER_NEEDS, step=needs[-1].step)
    if gate is not None:
        return Reason(BEHIND[gate])
    return Reason(ReasonCode.MOST_FOR_THE_TIME)
