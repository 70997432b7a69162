"""What a family types is looked for in titles, reasons, guides and everyday words."""

import pytest

from familysafe.app.searching import plan_index
from tests.app.looking import IPAD_CODE, look


@pytest.mark.parametrize("typed", ["code", "younger", "cannot change", "ipad", "turn it on"])
def test_a_step_is_found_by_its_title_its_target_its_why_its_guide_and_what_to_do(typed: str) -> None:
    assert IPAD_CODE in plan_index(look()).find(typed)


def test_only_steps_of_the_plan_are_found() -> None:
    showing = look()
    assert set(plan_index(showing).find("do")) <= {item.key for item in showing.snapshot.plan.items}
