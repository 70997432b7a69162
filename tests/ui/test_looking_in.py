"""“Look in again”, on the days that somebody chose."""

from datetime import date

import pytest
from msgspec.structs import replace

from familysafe.domain.change import ForgetLookIn, KeepLookIn
from familysafe.domain.record import LookIn
from familysafe.ui.guard import Guard
from familysafe.ui.looking_in import look_in
from familysafe.ui.widgets.banner import Banner
from tests.builders import TODAY
from tests.ui.conftest import Live
from tests.ui.eyes import button, press, says, seen, texts
from tests.ui.help_views import help_content
from tests.ui.homes import Home, a_memory

ASK = "Ask me later how things are"
YESTERDAY, TOMORROW = TODAY.replace(day=21), TODAY.replace(day=23)
LATER = TODAY.replace(month=12, day=24)


def at_home(live: Live, *look_ins: LookIn) -> Home:
    """A family that chose days, with the guard that looks at them."""
    home = live(a_memory(look_ins=look_ins), content=help_content())
    guard = Guard(home.desk, lambda _code: None, home.window)
    guard.follow(home.window, home.wiring)
    return home


def about(*days: date, situation: str = "pictures", own: str = "l1") -> LookIn:
    return LookIn(own, situation, days)


def banners(home: Home) -> list[str]:
    return [text for one in seen(home.window, Banner) for text in texts(one)]


@pytest.mark.parametrize("day", [TODAY, YESTERDAY], ids=["today", "a day that was missed"])
def test_on_its_day_it_says_no_more_than_to_look_in(live: Live, day: date) -> None:
    home = at_home(live, about(day, LATER))
    assert banners(home) == ["Look in again"]
    (banner,) = seen(home.window, Banner)
    said = [banner.accessibleName(), *(one.accessibleName() for one in seen(banner, type(button(banner, "Look in"))))]
    assert not any("picture" in text for text in said)


@pytest.mark.parametrize("days", [(), (TOMORROW, LATER)], ids=["no day left", "another day"])
def test_on_other_days_it_says_nothing(live: Live, days: tuple[date, ...]) -> None:
    assert banners(at_home(live, about(*days))) == []


def test_nobody_who_has_not_chosen_it_is_asked(live: Live) -> None:
    assert banners(at_home(live)) == []


def test_looking_in_leads_to_what_is_later_and_the_days_that_came_are_done(live: Live) -> None:
    asked = about(YESTERDAY, TODAY, LATER)
    home = at_home(live, asked)
    home.after(lambda: press(home.window, "Look in"))
    assert home.window.shown() == "situation"
    assert says(home.page, "You have been through all of it")
    assert home.store.saved == [KeepLookIn(replace(asked, days=(LATER,)))]
    assert banners(home) == []
    assert button(home.page, ASK).isChecked()
    assert says(home.page, ": 24 Dec 2026.")


def test_after_the_last_day_nothing_is_left_of_it(live: Live) -> None:
    home = at_home(live, about(TODAY))
    home.after(lambda: press(home.window, "Look in"))
    assert home.store.saved == [ForgetLookIn("l1")]
    assert home.store.memory.look_ins == ()
    assert banners(home) == []
    assert not button(home.page, ASK).isChecked()


def test_of_two_the_one_whose_day_has_come_is_asked_about(live: Live) -> None:
    home = at_home(live, about(LATER, own="l2"), about(TODAY, own="l1"))
    home.after(lambda: press(home.window, "Look in"))
    assert home.store.saved == [ForgetLookIn("l1")]


def test_of_something_that_is_not_told_of_any_more_help_is_opened(live: Live) -> None:
    home = at_home(live, about(TODAY, situation="gone"))
    home.after(lambda: press(home.window, "Look in"))
    assert home.window.shown() == "help"
    assert home.store.saved == [ForgetLookIn("l1")]


def test_where_guidance_is_longer_in_a_country_one_comes_to_its_end(live: Live) -> None:
    home = at_home(live, about(TODAY))
    one = home.wiring.content.catalogue.situations["pictures"]
    longer = replace(one, steps_in={"IE": (*one.steps, "inside.first", "door.first")})
    situations = {**home.wiring.content.catalogue.situations, "pictures": longer}
    catalogue = replace(home.wiring.content.catalogue, situations=situations)
    home.wiring.content = replace(home.wiring.content, catalogue=catalogue)
    home.wiring.choose_help_region("IE")
    home.after(lambda: press(home.window, "Look in"))
    assert says(home.page, "You have been through all of it")


def test_on_no_day_there_is_nowhere_to_look_in(live: Live) -> None:
    home = at_home(live, about(LATER))
    look_in(home.wiring)
    assert home.window.shown() == "today"
    assert home.store.saved == []
