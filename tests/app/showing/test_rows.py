"""A step as a row: whose it is, where it belongs, and whether it should be looked at again."""

from datetime import date, timedelta

import pytest

from familysafe.app.showing.rows import Showing, group_id, is_stale
from familysafe.domain.answer import Answer, Evidence, State
from familysafe.domain.household import Device
from familysafe.domain.target import Target, TargetKind
from familysafe.domain.views import StepRow
from tests.app.looking import FAMILY, IPAD_CODE, YOUNGER, look
from tests.builders import TODAY

HOME = Target(TargetKind.HOME)


def rows_of(showing: Showing) -> tuple[StepRow, ...]:
    return tuple(map(showing.row, showing.snapshot.plan.items))


def rows(**target: str) -> dict[str, StepRow]:
    """The rows by step, of one target's child, device or connection where that is asked for."""
    wanted = target.items()
    return {
        row.key.step: row for row in rows_of(look()) if all(getattr(row.key.target, key) == one for key, one in wanted)
    }


def test_a_row_speaks_of_this_family() -> None:
    row = rows(device="d1")["ipad.code"]
    assert (row.title, row.why, row.place) == (
        "Set a code on the iPad",
        "Younger cannot change it.",
        "The iPad · Younger",
    )


def test_a_row_of_one_child_carries_the_child_s_letter() -> None:
    assert rows(device="d2")["ipad.code"].initial == "E"


def test_a_row_of_the_home_carries_no_letter_even_with_one_child() -> None:
    alone = look(FAMILY.without_child("c2"))
    assert {row.key.step: row.initial for row in rows_of(alone)}["home.drawer"] == ""


def test_a_row_of_several_children_carries_no_letter() -> None:
    shared = look(FAMILY.with_device(Device("d1", "ipad", used_by=("c1", "c2"))))
    assert next(row for row in rows_of(shared) if row.key == IPAD_CODE).initial == ""


def test_a_row_knows_its_own_answer() -> None:
    showing = look(answers=[a_test(1)])
    assert [row.key for row in rows_of(showing) if row.answer == a_test(1)] == [IPAD_CODE]


@pytest.mark.parametrize(
    ("step", "target", "group"),
    [
        ("ipad.code", {"device": "d1"}, "device:d1"),
        ("ee.filter", {"device": "d1"}, "device:d1"),
        ("ipad.account", {"child": "c2"}, "device:d2"),
        ("roblox.chat", {"child": "c1"}, "account:c1:roblox"),
        ("sky.shield", {}, "connection:n1"),
        ("home.drawer", {}, "home"),
        ("home.who", {"child": "c1"}, "home"),
    ],
)
def test_a_step_is_filed_under_what_it_is_done_at(step: str, target: dict[str, str], group: str) -> None:
    assert rows(**target)[step].group == group


def test_every_step_is_filed_somewhere() -> None:
    assert all(group_id(item) for item in look().snapshot.plan.items)


def a_test(days: int, evidence: Evidence = Evidence.TESTED, state: State = State.DONE) -> Answer:
    return Answer("ipad.code", IPAD_CODE.target, TODAY - timedelta(days=days), state, evidence)


@pytest.mark.parametrize(
    ("answer", "stale"),
    [
        (None, False),
        (a_test(120), False),
        (a_test(121), True),
        (a_test(900, Evidence.SEEN), False),
        (a_test(900, state=State.LOOSENED), False),
        (Answer("a.b", HOME, TODAY, State.LATER), False),
        (Answer("a.b", HOME, TODAY, State.LATER, until=TODAY), True),
        (Answer("a.b", HOME, TODAY, State.LATER, until=date(2030, 1, 1)), False),
    ],
)
def test_a_test_grows_old_and_a_later_comes_round(answer: Answer | None, stale: bool) -> None:
    assert is_stale(answer, 120, TODAY) is stale


def test_a_row_knows_that_its_test_has_grown_old() -> None:
    showing = look(answers=[a_test(121)])
    assert [row.key for row in showing.stale_rows()] == [IPAD_CODE]


def test_a_child_without_a_nickname_still_has_a_letter() -> None:
    nameless = look(FAMILY.with_child(type(YOUNGER)("c1", ""), ()))
    assert next(row for row in rows_of(nameless) if row.key == IPAD_CODE).initial == "Y"
