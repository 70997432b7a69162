"""The six that matter most of each device, connection and home."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from familysafe.app.showing.rows import Showing, group_id
from familysafe.domain.answer import Evidence, State
from familysafe.domain.guide import GuideKind
from familysafe.domain.plan import PlanItem
from familysafe.domain.views import Group, Progress
from familysafe.words.labels import KINDS

SIX = 6
RING_KINDS = frozenset({"device", "connection", "home"})


def filed(showing: Showing) -> dict[str, list[PlanItem]]:
    """The plan by device, account, connection and home; in each shelf in the order in which they first come up."""
    found: defaultdict[str, list[PlanItem]] = defaultdict(list)
    for item in showing.snapshot.plan.items:
        found[group_id(item)].append(item)
    return dict(sorted(found.items(), key=shelf_order))


def groups(showing: Showing) -> tuple[Group, ...]:
    return tuple(group(showing, name, items) for name, items in filed(showing).items())


def rings(showing: Showing) -> tuple[Progress, ...]:
    """What is counted for devices, connections and the home, never for a child."""
    return tuple(
        progress(showing, name, items) for name, items in filed(showing).items() if name.partition(":")[0] in RING_KINDS
    )


def shelf_order(entry: tuple[str, list[PlanItem]]) -> int:
    """Devices first, then apps, connections, the home."""
    return ("device", "account", "connection", "home").index(entry[0].partition(":")[0])


def group(showing: Showing, name: str, items: list[PlanItem]) -> Group:
    guide = showing.catalogue.guides[main_guide(showing, name, items)]
    return Group(
        id=name,
        title=group_title(showing, name, items),
        icon=guide.icon,
        guide=guide.id,
        rows=tuple(map(showing.row, items)),
        progress=progress(showing, name, items),
    )


def group_title(showing: Showing, name: str, items: list[PlanItem]) -> str:
    """`The iPad · Younger`."""
    return " · ".join(part for part in heading(showing, name, items[0]) if part)


def progress(showing: Showing, name: str, items: list[PlanItem]) -> Progress:
    title, who = heading(showing, name, items[0])
    icon = showing.catalogue.guides[main_guide(showing, name, items)].icon
    return count(name, title, who, icon, items)


def main_guide(showing: Showing, name: str, items: list[PlanItem]) -> str:
    """A device's own guide, also where its first item comes from its network."""
    kind, _, own = name.partition(":")
    if kind == "device":
        guide = showing.household.device(own).guide
        return guide if guide in showing.catalogue.guides else items[0].guide
    return items[0].guide


def heading(showing: Showing, name: str, item: PlanItem) -> tuple[str, str]:
    kind, _, own = name.partition(":")
    names = showing.names
    if kind == "device":
        device = showing.household.device(own)
        users = names.children(device.used_by) if device.used_by else ""
        title = names.device_name(device)
        return title[:1].upper() + title[1:], users
    if kind == "account":
        return names.guide(item.guide), names.child(item.target.child)
    return (names.target(item) if kind == "connection" else KINDS[GuideKind.HOME]()), ""


def count(name: str, title: str, who: str, icon: str, items: Iterable[PlanItem]) -> Progress:
    """Of the six heaviest (ties: earlier in the plan), how many are tested, seen, told or settled otherwise."""
    six = sorted(items, key=lambda item: -item.weight)[:SIX]
    known: Counter[Evidence | None] = Counter(
        item.answer.evidence if item.answer.state is State.DONE else None
        for item in six
        if item.answer is not None and item.answer.is_settled
    )
    return Progress(
        id=name,
        title=title,
        who=who,
        icon=icon,
        of=len(six),
        tested=known[Evidence.TESTED],
        seen=known[Evidence.SEEN],
        told=known[Evidence.TOLD],
        settled=known[None],
    )
