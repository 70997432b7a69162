"""Small catalogues, homes and plans, by hand and by chance."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st
from msgspec import Struct

from familysafe.domain.answer import Answer, State
from familysafe.domain.catalogue import Catalogue
from familysafe.domain.guide import Guide, GuideKind, Step
from familysafe.domain.household import Account, BirthMonth, Child, Connection, Device, Household, Worry
from familysafe.domain.plan import Plan, PlanItem
from familysafe.domain.target import ItemKey, Target, TargetKind
from familysafe.planning.knapsack import Thing
from tests.builders import a_guide, a_step, content_of

TODAY = date(2026, 6, 15)
NINE, THIRTEEN, GROWN = BirthMonth(2017, 1), BirthMonth(2013, 1), BirthMonth(2008, 6)
STATES = (None, *State)


def step(own: str, target: TargetKind = TargetKind.DEVICE, *needs: str, **more: Any) -> Step:
    """A step with what planning looks at."""
    return a_step(own, target=target, needs=needs, **more)


def guide(own: str, kind: GuideKind, *steps: str, **more: Any) -> Guide:
    return a_guide(own, *steps, kind=kind, **more)


def catalogue(guides: Iterable[Guide], steps: Iterable[Step]) -> Catalogue:
    return content_of(guides, steps=steps).catalogue


def item(
    number: int, *needs: int, minutes: int = 5, weight: int = 3, state: State | None = None, until: date | None = None
) -> PlanItem:
    """The plan's item of that number, needing others by theirs."""
    key = item_key(number)
    answer = None if state is None else Answer(key.step, key.target, TODAY, state, until=until)
    return PlanItem(
        step=key.step,
        target=key.target,
        guide="home",
        children=(),
        minutes=minutes,
        weight=weight,
        needs=tuple(map(item_key, needs)),
        answer=answer,
    )


def item_key(number: int) -> ItemKey:
    return ItemKey(f"home.s{number}", Target(TargetKind.HOME))


@st.composite
def small_plans(draw: st.DrawFn) -> Plan:
    """At most nine items; needs point to what stands earlier, or to what is not in the plan."""
    items = []
    for number in range(draw(st.integers(0, 9))):
        earlier = st.sampled_from([99, *range(number)])
        items.append(
            item(
                number,
                *draw(st.lists(earlier, max_size=2, unique=True)),
                minutes=draw(st.integers(1, 20)),
                weight=draw(st.integers(1, 5)),
                state=draw(st.sampled_from((None, None, None, *STATES))),
                until=TODAY + timedelta(days=draw(st.integers(-1, 1))),
            )
        )
    return Plan(tuple(items), TODAY)


@st.composite
def shared_plans(draw: st.DrawFn) -> Plan:
    """Accounts of up to five children, steps on one of them, and up to five devices that several children share."""
    children = draw(st.integers(2, 5))
    sharing = st.lists(st.integers(0, children - 1), min_size=1, unique=True)
    wanted: list[tuple[int, ...]] = [()] * children
    wanted += [(draw(st.integers(0, children - 1)),) for _ in range(draw(st.integers(0, 3)))]
    wanted += [tuple(draw(sharing)) for _ in range(draw(st.integers(1, 5)))]
    return Plan(
        tuple(
            item(number, *needs, minutes=draw(st.integers(1, 15)), weight=draw(st.integers(1, 5)))
            for number, needs in enumerate(wanted)
        ),
        TODAY,
    )


@st.composite
def some_things(draw: st.DrawFn) -> list[Thing]:
    """One to nine things; each brings the needs of what it needs along."""
    things: list[Thing] = []
    for number in range(draw(st.integers(1, 9))):
        asked = draw(st.sets(st.integers(0, number - 1), max_size=3)) if number else set()
        needs = frozenset(asked).union(*(things[one].needs for one in asked))
        things.append(Thing(draw(st.integers(1, 12)), draw(st.integers(0, 12)), needs))
    return things


def largest_household(catalogue: Catalogue, shared_by: int) -> Household:
    """As many children, devices and apps as a family file may have, with each device shared by some children."""
    ids = [f"c{number}" for number in range(20)]
    guides = [one.id for one in catalogue.of_kind(GuideKind.DEVICE)]
    apps = [one.id for one in catalogue.of_kind(GuideKind.APP)]
    dice = Random(7)  # noqa: S311 - any mixture will do
    return Household(
        children=tuple(Child(own, own, BirthMonth(2010 + at % 13, 1)) for at, own in enumerate(ids)),
        devices=tuple(
            Device(f"d{at}", guides[at % len(guides)], used_by=tuple(sorted(dice.sample(ids, shared_by))))
            for at in range(60)
        ),
        accounts=tuple(Account(own, app) for own in ids for app in apps),
    )


class World(Struct, frozen=True):
    """A catalogue and a home that meets some of it."""

    catalogue: Catalogue
    household: Household


SHELVES = {
    "home": (GuideKind.HOME, (TargetKind.HOME, TargetKind.CHILD)),
    "alpha": (GuideKind.DEVICE, (TargetKind.ACCOUNT,)),
    "beta": (GuideKind.DEVICE, (TargetKind.ACCOUNT, TargetKind.CHILD)),
    "alpha-box": (GuideKind.DEVICE, (TargetKind.DEVICE,)),
    "beta-box": (GuideKind.DEVICE, (TargetKind.DEVICE,)),
    "one-mobile": (GuideKind.CONNECTION, (TargetKind.MOBILE,)),
    "chat": (GuideKind.APP, (TargetKind.ACCOUNT,)),
    "game": (GuideKind.APP, (TargetKind.ACCOUNT, TargetKind.CHILD)),
    "after": (GuideKind.HOME, (TargetKind.HOME, TargetKind.CHILD)),
}  # in an order in which a step of any shelf may need one of a shelf before it


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Guides of every kind whose needs lead only to what may come before, and a home that has most of them."""
    steps: list[Step] = []
    listed: dict[str, list[str]] = {}
    for shelf, (_, targets) in SHELVES.items():
        listed[shelf] = []
        for number in range(draw(st.integers(0, 3))):
            earlier = [one.id for one in steps]
            needs = draw(st.lists(st.sampled_from(earlier), max_size=2, unique=True)) if earlier else []
            own = f"{shelf}.s{number}"
            minutes, weight = draw(st.integers(1, 30)), draw(st.integers(1, 5))
            worries = tuple(draw(st.lists(st.sampled_from(Worry), max_size=1)))
            target = draw(st.sampled_from(targets))
            steps.append(step(own, target, *needs, minutes=minutes, weight=weight, worries=worries))
            listed[shelf].append(own)
    listed["alpha-box"] += listed["alpha"]
    listed["beta-box"] += [*listed["alpha"], *listed["beta"]]
    guides = [guide(own, kind, *listed[own], service=own) for own, (kind, _) in SHELVES.items()]
    return World(catalogue(guides, steps), draw(homes()))


@st.composite
def homes(draw: st.DrawFn) -> Household:
    """Up to three children with up to three devices, apps and worries."""
    children = tuple(
        Child(f"c{number}", "Sam", draw(st.sampled_from((None, NINE, THIRTEEN, GROWN))))
        for number in range(draw(st.integers(0, 3)))
    )
    ids = [child.id for child in children]
    some = st.lists(st.sampled_from(ids), unique=True).map(tuple) if ids else st.just(())
    devices = tuple(
        Device(
            id=f"d{number}",
            guide=draw(st.sampled_from(("alpha-box", "beta-box", "unheard-of"))),
            used_by=draw(some),
            mobile=draw(st.sampled_from((None, "one-mobile"))),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    accounts = tuple(Account(own, app) for own in ids for app in draw(st.sets(st.sampled_from(("chat", "game")))))
    worries = tuple(draw(st.lists(st.sampled_from(Worry), max_size=2, unique=True)))
    return Household("GB", worries, children, devices, (Connection("n1", "unheard-of"),), accounts)
