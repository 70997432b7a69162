"""A card: a talk that took place is kept."""

from tests.ui.conftest import Live
from tests.ui.eyes import open_dialog, press, says


def test_a_talk_is_kept_with_the_children_who_were_there(live: Live) -> None:
    home = live()
    home.wiring.open_card("trust.tea")
    press(home.page, "We talked")
    dialog = open_dialog(home.page)
    press(dialog, "Younger")
    home.after(lambda: press(dialog, "Keep"))
    (talk,) = home.store.memory.talks
    assert (talk.cards, talk.children) == (("trust.tea",), ("c1",))
    assert says(home.page, "Talked about on 22 Nov 2026.")


def test_help_is_one_click_away(live: Live) -> None:
    home = live()
    home.wiring.open_card("trust.tea")
    press(home.page, "Help now")
    assert home.window.shown() == "help"


def test_back_leads_to_talk(live: Live) -> None:
    home = live()
    home.wiring.open_card("trust.tea")
    press(home.page, "Back to Talk")
    assert home.window.shown() == "talk"
