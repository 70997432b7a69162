"""A guide: to its steps, and back to the plan."""

from tests.ui.conftest import Live
from tests.ui.eyes import press


def test_a_step_is_opened_from_its_guide_and_back_leads_there(live: Live) -> None:
    home = live()
    home.wiring.open_group("device:d1")
    press(home.page, "Start: Set a code on the old tablet")
    assert home.window.shown() == "step"
    press(home.page, "Back to The old tablet · Younger")
    assert home.window.shown() == "guide"


def test_back_leads_to_the_plan(live: Live) -> None:
    home = live()
    home.wiring.open_group("device:d1")
    press(home.page, "Back to Set up")
    assert home.window.shown() == "set-up"
