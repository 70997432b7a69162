"""The six that matter most, device by device, counted by how well each is known."""

import pytest

from familysafe.app.showing.progress import SIX, count, groups
from familysafe.domain.answer import Answer, Evidence, State
from familysafe.domain.guide import GuideKind
from familysafe.domain.household import Device, Household, Worry
from familysafe.domain.plan import PlanItem
from familysafe.domain.target import Target, TargetKind
from familysafe.domain.views import Group
from tests.app.looking import FAMILY, look
from tests.builders import TODAY, a_guide, a_step, content_of

HOME = Target(TargetKind.HOME)


def by_id(household: Household = FAMILY) -> dict[str, Group]:
    return {group.id: group for group in groups(look(household))}


def test_devices_come_first_then_apps_connections_and_the_home() -> None:
    kinds = [group.id.partition(":")[0] for group in groups(look())]
    assert kinds == ["device", "device", "account", "account", "connection", "home"]


@pytest.mark.parametrize(
    ("own", "title", "who"),
    [
        ("device:d1", "The iPad", "Younger"),
        ("device:d2", "Elder’s iPad", "Elder"),
        ("account:c2:roblox", "Roblox", "Elder"),
        ("connection:n1", "Sky", ""),
        ("home", "Our home", ""),
    ],
)
def test_a_group_is_called_by_its_thing_and_its_people(own: str, title: str, who: str) -> None:
    group = by_id()[own]
    assert (group.progress.title, group.progress.who) == (title, who)
    assert group.title == (f"{title} · {who}" if who else title)


def test_the_home_is_our_home_also_where_a_child_s_step_comes_first() -> None:
    home = by_id()["home"]
    assert home.rows[0].key.target.kind is TargetKind.CHILD
    assert home.title == "Our home"


def test_a_device_of_everybody_names_nobody() -> None:
    assert by_id(FAMILY.with_device(Device("d3", "ipad")))["device:d3"].title == "The iPad"


def test_a_device_s_group_has_its_network_and_its_child_s_account() -> None:
    assert {row.key.step for row in by_id()["device:d1"].rows} == {"ipad.account", "ipad.code", "ee.filter"}


def test_a_device_nobody_wrote_about_is_shown_with_its_network() -> None:
    family = FAMILY.with_device(Device("d1", "unheard-of", used_by=("c1",), mobile="ee"))
    assert by_id(family)["device:d1"].guide == "ee"


def test_a_device_keeps_its_own_guide_where_its_network_comes_first() -> None:
    assert by_id()["device:d1"].guide == "ipad"


def test_every_row_of_the_plan_is_in_one_group() -> None:
    rows = [row.key for group in groups(look()) for row in group.rows]
    assert len(rows) == len(set(rows)) == len(look().snapshot.plan.items)


def item(number: int, weight: int, state: State | None, evidence: Evidence | None = None) -> PlanItem:
    answer = Answer(f"home.s{number}", HOME, TODAY, state, evidence) if state else None
    return PlanItem(f"home.s{number}", HOME, "home", (), 5, weight, answer=answer)


def test_answers_are_counted_by_how_well_they_are_known() -> None:
    items = [
        item(0, 5, State.DONE, Evidence.TESTED),
        item(1, 5, State.DONE, Evidence.SEEN),
        item(2, 5, State.DONE, Evidence.TOLD),
        item(3, 5, State.NOT_FOR_US),
        item(4, 5, State.LATER),
        item(5, 5, None),
    ]
    progress = count("home", "Our home", "", "home", items)
    assert (progress.tested, progress.seen, progress.told, progress.settled, progress.to_do) == (1, 1, 1, 1, 2)


def test_a_control_loosened_on_purpose_counts_as_settled_and_no_longer_as_tested() -> None:
    progress = count("home", "Our home", "", "home", [item(0, 5, State.LOOSENED, Evidence.TESTED)])
    assert (progress.tested, progress.settled) == (0, 1)


def test_only_the_six_heaviest_are_counted() -> None:
    light = [item(number, 1, State.DONE, Evidence.TESTED) for number in range(4)]
    heavy = [item(number, 5, None) for number in range(4, 4 + SIX)]
    progress = count("home", "Our home", "", "home", [*light, *heavy])
    assert (progress.of, progress.tested) == (SIX, 0)


def test_of_steps_that_weigh_the_same_the_earlier_are_counted() -> None:
    first = [item(number, 3, State.DONE, Evidence.SEEN) for number in range(SIX)]
    assert count("home", "Our home", "", "home", [*first, item(9, 3, None)]).seen == SIX


def test_a_worry_does_not_change_the_order_of_the_shelves() -> None:
    worried = Household(worries=(Worry.SLEEP,), children=FAMILY.children, devices=FAMILY.devices)
    content = content_of(
        [a_guide("ipad", "ipad.code"), a_guide("home", "home.sleep", kind=GuideKind.HOME)],
        steps=[a_step("ipad.code"), a_step("home.sleep", target=TargetKind.HOME, worries=(Worry.SLEEP,))],
    )
    assert [group.id for group in groups(look(worried, made=content))] == ["device:d1", "device:d2", "home"]
