"""Today: what is chosen there leads on."""

from familysafe.app.showing.today import today_view
from familysafe.ui.widgets.button import Button
from tests.ui.conftest import Live
from tests.ui.eyes import press, says, seen
from tests.ui.homes import Home


def test_a_step_is_opened_from_there(live: Live) -> None:
    home = live()
    press(home.page, "Start: Do roblox.chat")
    assert home.window.shown() == "step"
    assert home.wiring.step == home.key("roblox.chat")


def starts(home: Home) -> list[Button]:
    return [one for one in seen(home.page, Button) if one.accessibleName().startswith("Start: ")]


def test_next_goes_through_what_fits_and_then_one_can_stop(live: Live) -> None:
    home = live()
    picks = [row.key for row in today_view(home.wiring.showing()).picks]
    assert len(picks) > 1
    starts(home)[0].click()
    gone_through = [home.wiring.step]
    while len(gone_through) < len(picks):
        press(home.page, "Next")
        gone_through.append(home.wiring.step)
    assert gone_through == picks
    press(home.page, "Back to Today")
    assert home.window.shown() == "today"
    assert says(home.page, "You have been through what you had time for.")


def at_the_end(home: Home) -> None:
    picks = tuple(row.key for row in today_view(home.wiring.showing()).picks)
    home.wiring.open_step(picks[-1], picks)
    press(home.page, "Back to Today")
    assert says(home.page, "You can stop here")


def test_who_chooses_more_time_goes_on(live: Live) -> None:
    home = live()
    at_the_end(home)
    home.after(home.desk.refresh)
    assert says(home.page, "You can stop here")
    home.after(lambda: press(home.page, "How long have you got?: 30 min"))
    assert not says(home.page, "You have been through")


def test_after_another_page_the_day_begins_anew(live: Live) -> None:
    home = live()
    at_the_end(home)
    home.go("family")
    home.go("today")
    assert not says(home.page, "You have been through")


def test_a_step_opened_from_elsewhere_goes_on_in_its_guide(live: Live) -> None:
    home = live()
    starts(home)[0].click()
    assert home.wiring.pick
    home.open_step("ipad.code")
    assert home.wiring.pick == ()


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
