"""First start: every answer is kept at once."""

from familysafe.domain.household import Worry
from familysafe.domain.memory import Memory
from tests.ui.conftest import Live
from tests.ui.eyes import button, press, says


def test_what_was_answered_is_kept_before_one_goes_on(live: Live) -> None:
    home = live(Memory())
    press(home.page, "Screens, sleep and rows")
    home.after(lambda: press(home.page, "Next"))
    assert home.store.memory.household.worries == (Worry.SLEEP,)
    assert not home.store.memory.preferences.started


def test_the_plan_is_shown_after_the_last_question(live: Live) -> None:
    home = live(Memory())
    for _question in range(5):
        press(home.page, "Skip")
    home.after(lambda: press(home.page, "Show the plan"))
    home.qtbot.waitUntil(lambda: home.window.shown() == "today")
    assert home.store.memory.preferences.started


def test_without_saving_it_says_so(live: Live) -> None:
    home = live(Memory(), throw_away=True)
    assert says(home.page, "Nothing will be saved")
    assert button(home.page, "Next").isVisible()
