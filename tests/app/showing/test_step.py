"""A guide and a step, with all that is said about them for this family."""

import pytest
from msgspec.structs import replace

from familysafe.app.showing.step import guide_view, host_of, set_up_view, step_view
from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Answer, State
from familysafe.domain.guide import Confidence, Who
from familysafe.domain.household import AgeBand, Child, Connection, Device, Household
from familysafe.domain.phrasebook import Local, WayRound
from familysafe.domain.target import ItemKey, Target, TargetKind
from familysafe.domain.views import StepView
from tests.app.looking import ELDER, FAMILY, IPAD_CODE, YOUNGER, look
from tests.builders import TODAY, a_guide, a_step, content_of, guide_words, step_words


def shown(household: Household = FAMILY, key: ItemKey = IPAD_CODE) -> StepView:
    view = step_view(look(household), key)
    assert view is not None
    return view


def written(household: Household = FAMILY, *, step: dict[str, object] | None = None, **words: object) -> StepView:
    """The same step in a guide in which it is written differently."""
    content = content_of(
        [a_guide("ipad", "ipad.code")],
        steps=[a_step("ipad.code", **(step or {}))],
        words={"ipad.code": step_words("Set a code", **words)},
    )
    view = step_view(look(household, made=content), IPAD_CODE)
    assert view is not None
    return view


def test_the_plan_s_time_is_that_of_the_open_steps() -> None:
    done = Answer(IPAD_CODE.step, IPAD_CODE.target, TODAY, State.DONE)
    assert set_up_view(look(answers=[done])).minutes == set_up_view(look()).minutes - 5


def test_the_plan_can_be_filtered_by_child() -> None:
    assert set_up_view(look()).children == (("c1", "Younger"), ("c2", "Elder"))


def test_a_guide_page_has_the_guide_s_words_and_the_steps_of_one_device() -> None:
    view = guide_view(look(), "device:d1")
    assert view is not None
    assert (view.title, view.about, view.birthdays) == ("The iPad · Younger", ("About it.",), ((13, "It opens."),))
    assert {row.key.target.device or row.key.target.child for row in view.rows} == {"d1", "c1"}


def test_a_guide_page_speaks_of_this_family() -> None:
    words = guide_words(said="the iPad", room=("{child}, and {device}, charged.",))
    content = content_of([a_guide("ipad", "ipad.code")], steps=[a_step("ipad.code")], words={"ipad": words})
    view = guide_view(look(made=content), "device:d1")
    assert view is not None
    assert view.room == ("Younger, and the iPad, charged.",)


def test_a_group_that_has_left_the_plan_has_no_page() -> None:
    assert guide_view(look(), "device:d9") is None


def test_a_step_that_has_left_the_plan_has_no_page() -> None:
    assert step_view(look(), ItemKey("ipad.code", Target(TargetKind.DEVICE, device="d9"))) is None


def test_a_step_knows_its_place_in_its_guide() -> None:
    rows = guide_view(look(), "device:d1")
    assert rows is not None
    views = [shown(key=row.key) for row in rows.rows]
    assert [view.number for view in views] == [1, 2, 3]
    assert {view.count for view in views} == {3}


def test_one_can_go_from_step_to_step_and_not_beyond_the_ends() -> None:
    rows = guide_view(look(), "device:d1")
    assert rows is not None
    keys = [row.key for row in rows.rows]
    views = [shown(key=key) for key in keys]
    assert [view.previous for view in views] == [None, *keys[:-1]]
    assert [view.following for view in views] == [*keys[1:], None]


def test_a_step_says_why_it_is_here() -> None:
    assert shown().reasons[0] == "Younger (9) uses the iPad"


def test_menus_that_differ_by_system_are_shown_newest_first() -> None:
    assert [(path.system, path.name, path.labels) for path in shown().paths] == [
        ("ipados-27", "iPadOS 27", ("Settings", "The iPad")),
        ("ipados-26", "iPadOS 26", ("Old settings",)),
    ]


@pytest.mark.parametrize(("system", "place"), [("ipados-26", 1), ("ipados-27", 0), (None, 0), ("ipados-12", 0)])
def test_the_path_of_the_device_s_own_system_is_chosen(system: str | None, place: int) -> None:
    family = FAMILY.with_device(replace(FAMILY.device("d1"), system=system))
    assert shown(family).chosen_path == place


def test_a_step_of_no_device_has_the_newest_path() -> None:
    account = ItemKey("roblox.chat", Target(TargetKind.ACCOUNT, child="c1", service="roblox"))
    view = shown(key=account)
    assert view.chosen_path == 0
    assert [(path.system, path.labels) for path in view.paths] == [("any", ("Settings", "Codes"))]


def test_a_step_of_a_connection_has_the_path_of_a_device_at_home(content: Compiled) -> None:
    family = Household(devices=(Device("d1", "samsung"),), connections=(Connection("n1", "dns-nextdns"),))
    step = ItemKey("dns-nextdns.android-name", Target(TargetKind.CONNECTION, connection="n1"))
    view = step_view(look(family, made=content), step)
    assert view is not None
    assert view.paths[view.chosen_path].labels[1:3] == ("Connections", "More connection settings")


def test_a_way_round_comes_with_how_to_notice_it() -> None:
    view = written(way_round=WayRound(("A friend’s phone.",), ("Ask {child}.",)))
    assert (view.way_round, view.counter_check) == (("A friend’s phone.",), ("Ask Younger.",))


def test_a_step_without_a_known_way_round_shows_none() -> None:
    assert (shown().way_round, shown().counter_check) == ((), ())


def test_a_sentence_of_another_country_is_not_shown() -> None:
    assert written(limits=("Here.", Local("There.", ("IE",)))).limits == ("Here.",)


EXPLAIN = {AgeBand.FROM_13: ("Older.",), AgeBand.FROM_8: ("Young.",)}


def test_what_to_say_stands_youngest_first() -> None:
    assert [line.band for line in written(explain=EXPLAIN).explain] == [AgeBand.FROM_8, AgeBand.FROM_13]


@pytest.mark.parametrize(
    ("children", "said"),
    [
        ((YOUNGER,), "Young."),
        ((replace(ELDER, id="c1"),), "Older."),
        ((YOUNGER, ELDER), "Young."),
        ((Child("c1", "Sam"),), "Young."),
    ],
)
def test_what_to_say_is_chosen_for_the_youngest_who_is_meant(children: tuple[Child, ...], said: str) -> None:
    device = Device("d1", "ipad", used_by=tuple(child.id for child in children))
    view = written(Household(children=children, devices=(device,)), explain=EXPLAIN)
    assert view.explain[view.chosen_explain].text == said


def test_where_nothing_was_written_to_say_nothing_is_chosen() -> None:
    assert written(explain={}).chosen_explain == 0


@pytest.mark.parametrize(
    ("child", "asked"),
    [
        (YOUNGER, False),
        (Child("c1", "Sam", age_band=AgeBand.FROM_11), True),
        (replace(ELDER, id="c1"), True),
        (Child("c1", "Sam"), False),
    ],
)
def test_from_eleven_on_a_test_asks_whether_the_child_was_there(child: Child, asked: bool) -> None:
    assert shown(Household(children=(child,), devices=FAMILY.devices[:1])).asks_child_there is asked


def test_a_step_to_confirm_says_so() -> None:
    assert written(step={"confidence": Confidence.TO_CONFIRM}).to_confirm
    assert not shown().to_confirm


def test_a_step_says_who_does_it_and_whose_page_it_comes_from() -> None:
    view = written(step={"who": Who.TOGETHER, "official": "https://www.support.example/a"})
    assert (view.who, view.maker) == ("together", "support.example")


def test_the_official_page_is_there_as_a_square_of_dots_too() -> None:
    rows = shown().qr
    assert {len(row) for row in rows} == {len(rows)}
    assert set("".join(rows)) == {"0", "1"}


@pytest.mark.parametrize(
    ("url", "host"), [("https://www.apple.com/x", "apple.com"), ("https://a.b", "a.b"), ("rubbish", "")]
)
def test_a_maker_is_known_by_its_address(url: str, host: str) -> None:
    assert host_of(url) == host


ITEMS = look().snapshot.plan.items
PICK = tuple(item.key for item in (ITEMS[0], ITEMS[-1], ITEMS[2]))


@pytest.mark.parametrize(("at", "following"), [(0, PICK[1]), (1, PICK[2]), (2, None)])
def test_in_a_pick_the_next_of_the_pick_follows(at: int, following: ItemKey | None) -> None:
    view = step_view(look(), PICK[at], PICK)
    assert view is not None
    assert (view.following, view.picked) == (following, True)


def test_what_is_settled_or_has_left_the_plan_is_passed_over() -> None:
    gone = ItemKey("ipad.code", Target(TargetKind.DEVICE, device="d9"))
    done = Answer(PICK[1].step, PICK[1].target, TODAY, State.DONE)
    view = step_view(look(answers=(done,)), PICK[0], (PICK[0], gone, *PICK[1:]))
    assert view is not None
    assert view.following == PICK[2]


def test_a_step_that_was_not_picked_is_followed_by_its_neighbour() -> None:
    other = next(item.key for item in ITEMS if item.key not in PICK)
    assert step_view(look(), other, PICK) == step_view(look(), other)
