"""A guide: its steps for one device, and what to know beforehand."""

import pytest
from pytestqt.qtbot import QtBot

from familysafe.ui.pages.guide import GuidePage
from familysafe.ui.theme import Theme
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, says, texts
from tests.ui.views import a_guide_view, a_key


@pytest.fixture
def page(theme: Theme, show: Show) -> GuidePage:
    page = GuidePage(theme)
    page.show_view(a_guide_view())
    show(page, 1000, 700)
    return page


def test_it_says_what_to_have_at_hand_and_what_it_cannot_do(page: GuidePage) -> None:
    wanted = {"The iPad · Younger", "A tablet.", "Have at hand", "You and the iPad.", "What this cannot do"}
    assert wanted <= set(texts(page))


def test_it_does_not_name_its_own_place_at_every_step(page: GuidePage) -> None:
    assert "The iPad" not in texts(page)


def test_birthdays_say_what_changes(page: GuidePage) -> None:
    assert says(page, "From 13: they can end it themselves")


def test_a_service_says_its_own_age_rule(page: GuidePage) -> None:
    page.show_view(a_guide_view(minimum_age=13))
    assert says(page, "The service’s own rule: 13 or older.")


def test_without_ages_and_limits_nothing_is_said_of_them(page: GuidePage) -> None:
    page.show_view(a_guide_view(birthdays=(), limits=()))
    assert not {"Ages", "What this cannot do"} & set(texts(page))


def test_a_step_is_opened(qtbot: QtBot, page: GuidePage) -> None:
    with qtbot.waitSignal(page.step_opened) as said:
        click(qtbot, button(page, "Start: Agree on a bedtime"))
    assert said.args == [a_key("ipad.sleep")]


def test_back_is_said(qtbot: QtBot, page: GuidePage) -> None:
    with qtbot.waitSignal(page.back):
        click(qtbot, button(page, "Back to Set up"))
