"""Today: what is chosen there leads on."""

from tests.ui.conftest import Live
from tests.ui.eyes import press


def test_a_step_is_opened_from_there(live: Live) -> None:
    home = live()
    press(home.page, "Start: Do roblox.chat")
    assert home.window.shown() == "step"
    assert home.wiring.step == home.key("roblox.chat")


def test_a_card_is_opened_from_there(live: Live) -> None:
    home = live()
    press(home.page, "Open the card")
    assert home.window.shown() == "card"


def test_a_ring_leads_to_its_guide(live: Live) -> None:
    home = live()
    press(home.page, "Open The old tablet")
    assert home.window.shown() == "guide"


def test_the_time_there_is_is_kept(live: Live) -> None:
    home = live()
    home.after(lambda: press(home.page, "How long have you got?: 5 min"))
    assert home.store.memory.preferences.minutes == 5


def test_where_nobody_is_known_it_leads_to_family(live: Live) -> None:
    home = live()
    home.wiring.go("family")
    assert home.window.shown() == "family"
