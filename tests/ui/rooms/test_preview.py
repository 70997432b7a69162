"""A guide that is not in the plan leads on to Family and back to Search."""

import pytest

from tests.builders import a_household
from tests.ui.conftest import Live
from tests.ui.eyes import press, says
from tests.ui.homes import a_memory


@pytest.mark.parametrize(("name", "page"), [("Open Family", "family"), ("Back to Search", "search")])
def test_it_leads_on_and_back(live: Live, name: str, page: str) -> None:
    home = live(a_memory(household=a_household(accounts=())))
    home.wiring.group = "roblox"
    home.wiring.go("preview")
    assert says(home.page, "This is not in your plan yet.")
    press(home.page, name)
    assert home.window.shown() == page


def test_one_that_is_not_there_gives_way_to_the_search(live: Live) -> None:
    home = live()
    home.wiring.group = "no-such-guide"
    home.wiring.go("preview")
    assert home.window.shown() == "search"
