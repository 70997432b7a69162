"""What comes first, and why it stands there."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from familysafe.domain.answer import Answer, State
from familysafe.domain.guide import GuideKind
from familysafe.domain.household import Account, Child, Device, Household, Worry
from familysafe.domain.plan import Plan, PlanItem, ReasonCode
from familysafe.domain.target import TargetKind
from familysafe.planning.build import build_plan
from familysafe.planning.gather import gather, home_of
from familysafe.planning.order import in_order
from tests.planning.making import NINE, TODAY, World, catalogue, guide, step, worlds


def plan_of(world: World, today: date = TODAY) -> Plan:
    return build_plan(world.catalogue, world.household, {}, today)


@given(worlds())
def test_every_step_that_was_found_stands_in_the_plan_once(world: World) -> None:
    found = gather(world.catalogue, home_of(world.catalogue, world.household, TODAY))
    keys = [item.key for item in plan_of(world).items]
    assert len(keys) == len(set(keys))
    assert set(keys) == set(found)


@given(worlds())
def test_what_a_step_needs_stands_before_it(world: World) -> None:
    before = set()
    for item in plan_of(world).items:
        assert before.issuperset(item.needs)
        before.add(item.key)


@given(worlds())
def test_a_child_s_accounts_come_before_devices_and_devices_before_apps(world: World) -> None:
    for child in world.household.children:
        stages = [stage for item in plan_of(world).items if (stage := stage_of(world, item, child.id)) is not None]
        assert stages == sorted(stages)


def stage_of(world: World, item: PlanItem, child: str) -> int | None:
    kind = world.catalogue.guides[item.guide].kind
    if child not in item.children or kind not in {GuideKind.DEVICE, GuideKind.APP}:
        return None
    return 2 if kind is GuideKind.APP else int(item.target.kind is TargetKind.DEVICE)


@given(worlds(), st.data())
def test_answers_ride_along_and_move_nothing(world: World, data: st.DataObject) -> None:
    before = plan_of(world)
    answered = data.draw(st.lists(st.sampled_from(before.items), unique=True) if before.items else st.just([]))
    answers = {item.key: Answer(item.step, item.target, TODAY, data.draw(st.sampled_from(State))) for item in answered}
    after = build_plan(world.catalogue, world.household, answers, TODAY)
    assert after.items == tuple(replace(item, answer=answers.get(item.key)) for item in before.items)


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_in_which_steps_were_found_does_not_matter(world: World, dice: "st.random.Random") -> None:
    found = gather(world.catalogue, home_of(world.catalogue, world.household, TODAY))
    shuffled = list(found.items())
    dice.shuffle(shuffled)
    assert list(in_order(world.catalogue, world.household, dict(shuffled), {})) == list(plan_of(world).items)


@given(worlds(), st.data())
def test_the_order_in_which_the_family_told_us_does_not_matter(world: World, data: st.DataObject) -> None:
    home = world.household
    told = replace(
        home,
        children=tuple(data.draw(st.permutations(home.children))),
        devices=tuple(data.draw(st.permutations(home.devices))),
        accounts=tuple(data.draw(st.permutations(home.accounts))),
    )
    other = build_plan(world.catalogue, told, {}, TODAY)
    assert [item.key for item in other.items] == [item.key for item in plan_of(world).items]


CHILD = Child("c1", "Sam", NINE)


def home(*worries: Worry, child: Child = CHILD) -> Household:
    return Household("GB", worries, (child,), (Device("d1", "box", used_by=("c1",)),), (), (Account("c1", "chat"),))


def ordered(household: Household, *steps: tuple[str, TargetKind, dict[str, object]]) -> tuple[PlanItem, ...]:
    made = [step(own, target, *more.pop("needs", ()), **more) for own, target, more in steps]  # type: ignore[arg-type]
    names = {"home": GuideKind.HOME, "box": GuideKind.DEVICE, "chat": GuideKind.APP}
    guides = [
        guide(name, kind, *(one.id for one in made if one.id.startswith(f"{name}.")), service=name)
        for name, kind in names.items()
    ]
    return build_plan(catalogue(guides, made), household, {}, TODAY).items


def names_of(items: tuple[PlanItem, ...]) -> list[str]:
    return [item.step for item in items]


HOME, DEVICE, ACCOUNT = TargetKind.HOME, TargetKind.DEVICE, TargetKind.ACCOUNT


def test_what_does_more_for_each_minute_comes_first() -> None:
    items = ordered(
        home(),
        ("home.long", HOME, {"weight": 5, "minutes": 20}),
        ("home.short", HOME, {"weight": 2, "minutes": 4}),
    )
    assert names_of(items) == ["home.short", "home.long"]


def test_of_steps_worth_the_same_the_shorter_comes_first() -> None:
    items = ordered(
        home(), ("home.a", HOME, {"weight": 4, "minutes": 8}), ("home.b", HOME, {"weight": 2, "minutes": 4})
    )
    assert names_of(items) == ["home.b", "home.a"]


def test_of_steps_alike_in_all_the_id_decides() -> None:
    items = ordered(home(), ("home.b", HOME, {}), ("home.a", HOME, {}))
    assert names_of(items) == ["home.a", "home.b"]


def test_what_brought_the_family_here_comes_first() -> None:
    items = ordered(
        home(Worry.SLEEP),
        ("home.a", HOME, {"weight": 5, "minutes": 1}),
        ("home.b", HOME, {"weight": 1, "minutes": 30, "worries": (Worry.SLEEP,)}),
    )
    assert names_of(items) == ["home.b", "home.a"]


def test_a_new_device_comes_before_the_home() -> None:
    items = ordered(home(Worry.NEW_DEVICE), ("home.a", HOME, {"weight": 5}), ("box.b", DEVICE, {"weight": 1}))
    assert names_of(items) == ["box.b", "home.a"]


def test_an_app_that_was_asked_for_still_waits_for_the_device_it_runs_on() -> None:
    items = ordered(
        home(Worry.ASKED_FOR_APP),
        ("chat.a", ACCOUNT, {"weight": 5}),
        ("box.b", DEVICE, {"weight": 1}),
        ("home.c", HOME, {"weight": 5}),
    )
    assert names_of(items).index("box.b") < names_of(items).index("chat.a")


def test_what_an_asked_for_app_waits_for_comes_before_the_home() -> None:
    items = ordered(
        home(Worry.ASKED_FOR_APP),
        ("home.a", HOME, {"weight": 5, "minutes": 1}),
        ("box.account", ACCOUNT, {"weight": 1, "minutes": 30}),
        ("box.b", DEVICE, {"weight": 1, "minutes": 30}),
        ("chat.a", ACCOUNT, {"weight": 1, "minutes": 30}),
    )
    assert names_of(items) == ["box.account", "box.b", "chat.a", "home.a"]
    assert [place(item) for item in items[:3]] == [
        ReasonCode.NEEDED_FIRST,
        ReasonCode.NEEDED_FIRST,
        ReasonCode.WORRY,
    ]


def test_what_a_worry_needs_comes_before_what_nobody_worries_about() -> None:
    items = ordered(
        home(Worry.SLEEP),
        ("home.a", HOME, {"weight": 5, "minutes": 1}),
        ("home.b", HOME, {"weight": 1, "minutes": 30}),
        ("home.c", HOME, {"weight": 1, "minutes": 30, "worries": (Worry.SLEEP,), "needs": ("home.b",)}),
    )
    assert names_of(items) == ["home.b", "home.c", "home.a"]


def test_the_devices_of_a_child_who_has_no_app_can_wait_for_the_worry_about_apps() -> None:
    kim = Device("d2", "box", used_by=("c2",))
    told = home(Worry.ASKED_FOR_APP)
    both = replace(told, children=(CHILD, Child("c2", "Kim", NINE)), devices=(*told.devices, kim))
    items = ordered(both, ("home.a", HOME, {"weight": 5}), ("box.b", DEVICE, {"weight": 1}), ("chat.a", ACCOUNT, {}))
    assert [(item.step, item.target.device) for item in items] == [
        ("box.b", "d1"),
        ("chat.a", ""),
        ("home.a", ""),
        ("box.b", "d2"),
    ]


def test_just_checking_puts_nothing_first() -> None:
    steps = (("home.a", HOME, {"weight": 5}), ("box.b", DEVICE, {"weight": 1}))
    checking = ordered(home(Worry.CHECKING), *[(own, target, dict(more)) for own, target, more in steps])
    assert names_of(checking) == names_of(ordered(home(), *steps))


def place(item: PlanItem) -> ReasonCode:
    return item.reasons[-1].code


def test_a_place_is_explained_by_the_worry_first() -> None:
    items = ordered(home(Worry.SLEEP), ("home.a", HOME, {"worries": (Worry.SLEEP,)}))
    assert (place(items[0]), items[0].reasons[-1].worry) == (ReasonCode.WORRY, "sleep")


@pytest.mark.parametrize(
    ("own", "why"),
    [
        ("home.a", ReasonCode.NEEDED_FIRST),
        ("home.b", ReasonCode.AFTER_NEEDS),
        ("home.c", ReasonCode.MOST_FOR_THE_TIME),
    ],
)
def test_a_place_is_explained_by_needs_or_by_worth(own: str, why: ReasonCode) -> None:
    items = ordered(home(), ("home.a", HOME, {}), ("home.b", HOME, {"needs": ("home.a",)}), ("home.c", HOME, {}))
    assert {item.step: place(item) for item in items}[own] is why


def test_a_place_behind_a_gate_is_explained_by_the_gate() -> None:
    items = ordered(home(), ("box.account", ACCOUNT, {}), ("box.code", DEVICE, {}), ("chat.a", ACCOUNT, {}))
    assert [(item.step, place(item)) for item in items] == [
        ("box.account", ReasonCode.MOST_FOR_THE_TIME),
        ("box.code", ReasonCode.AFTER_ACCOUNTS),
        ("chat.a", ReasonCode.AFTER_DEVICES),
    ]


def test_a_gate_that_nothing_holds_shut_explains_nothing() -> None:
    assert place(ordered(home(), ("chat.a", ACCOUNT, {}))[0]) is ReasonCode.MOST_FOR_THE_TIME


def test_a_step_that_comes_after_its_need_names_it() -> None:
    items = ordered(home(), ("home.a", HOME, {}), ("home.b", HOME, {"needs": ("home.a",)}))
    assert items[1].reasons[-1].step == "home.a"


def test_a_device_of_two_children_needs_the_accounts_of_both() -> None:
    steps = [step("box.account", ACCOUNT), step("box.code", DEVICE, "box.account")]
    shared = Household(children=(CHILD, Child("c2", "Kim", NINE)), devices=(Device("d1", "box", used_by=("c1", "c2")),))
    made = catalogue([guide("box", GuideKind.DEVICE, "box.account", "box.code", service="box")], steps)
    last = build_plan(made, shared, {}, TODAY).items[-1]
    assert [need.target.child for need in last.needs] == ["c1", "c2"]


def test_a_need_that_stands_nowhere_in_this_home_is_no_obstacle() -> None:
    made = catalogue(
        [guide("home", GuideKind.HOME, "home.a"), guide("box", GuideKind.DEVICE, "box.b")],
        [step("home.a", HOME, "box.b"), step("box.b", DEVICE)],
    )
    assert [item.needs for item in build_plan(made, Household(), {}, TODAY).items] == [()]


def test_a_connection_s_step_needs_the_one_of_the_same_connection() -> None:
    from familysafe.domain.household import Connection

    first, then = step("net.a", TargetKind.CONNECTION), step("net.b", TargetKind.CONNECTION, "net.a")
    made = catalogue([guide("net", GuideKind.CONNECTION, "net.a", "net.b")], [first, then])
    two = Household(connections=(Connection("n1", "net"), Connection("n2", "net")))
    items = build_plan(made, two, {}, TODAY).items
    assert {(item.target.connection, *(need.target.connection for need in item.needs)) for item in items} == {
        ("n1",),
        ("n2",),
        ("n1", "n1"),
        ("n2", "n2"),
    }
