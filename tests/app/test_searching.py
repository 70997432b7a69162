"""What a family types is looked for in titles, reasons, guides and everyday words."""

import pytest

from familysafe.app.searching import plan_index
from familysafe.app.showing.rows import Showing
from familysafe.content.compiled import Compiled
from familysafe.domain.household import Device, Household
from familysafe.domain.memory import Memory
from familysafe.domain.snapshot import Snapshot
from familysafe.planning.build import build_plan
from tests.app.looking import IPAD_CODE, YOUNGER, look
from tests.builders import TODAY


@pytest.mark.parametrize("typed", ["code", "younger", "cannot change", "ipad", "turn it on"])
def test_a_step_is_found_by_its_title_its_target_its_why_its_guide_and_what_to_do(typed: str) -> None:
    assert IPAD_CODE in plan_index(look()).find(typed)


def test_only_steps_of_the_plan_are_found() -> None:
    showing = look()
    assert set(plan_index(showing).find("do")) <= {item.key for item in showing.snapshot.plan.items}


def test_what_help_now_is_about_is_no_slip_for_another_word(content: Compiled) -> None:
    family = Household(children=(YOUNGER,), devices=(Device("d1", "alexa", used_by=("c1",)),))
    plan = build_plan(content.catalogue, family, {}, TODAY)
    index = plan_index(Showing(content, Snapshot(Memory(family), plan)))
    assert index.find("buying")
    assert not index.find("bullying")
