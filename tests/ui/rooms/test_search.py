"""Search: what is typed is found, and what is found is opened."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from familysafe.ui.widgets.button import Button
from tests.ui.conftest import Live
from tests.ui.eyes import press, seen
from tests.ui.help_views import help_content
from tests.ui.homes import Home


@pytest.fixture
def search(live: Live) -> Callable[[str], Home]:
    """Types into the search of a family."""

    def typed(text: str) -> Home:
        home = live()
        home.window.search_asked.emit()
        assert home.window.shown() == "search"
        seen(home.page, QLineEdit)[0].setText(text)
        return home

    return typed


def test_ctrl_f_puts_the_cursor_into_the_field(qtbot: QtBot, search: Callable[[str], Home]) -> None:
    home = search("")
    qtbot.waitUntil(seen(home.page, QLineEdit)[0].hasFocus)


def test_a_step_of_the_plan_is_opened_at_its_place(search: Callable[[str], Home]) -> None:
    home = search("code")
    title = next(
        one.accessibleName() for one in seen(home.page, type(home.window._lock)) if "code" in one.accessibleName()
    )
    press(home.page, title)
    assert home.window.shown() == "step"


def test_a_guide_of_the_plan_is_opened_as_it_stands_there(search: Callable[[str], Home]) -> None:
    home = search("roblox")
    press(home.page, "Open: Roblox")
    assert home.window.shown() == "guide"


def test_a_guide_that_is_not_in_the_plan_can_be_read(search: Callable[[str], Home]) -> None:
    home = search("other")
    press(home.page, "Open: Other-device")
    assert home.window.shown() == "preview"


def test_a_card_is_opened(search: Callable[[str], Home]) -> None:
    home = search("opener trust")
    names = [one.accessibleName() for one in seen(home.page, Button)]
    press(home.page, next(name for name in names if "Opener of trust" in name))
    assert home.window.shown() == "card"


@pytest.mark.parametrize(("button", "page"), [("Open Family", "family"), ("Open Help now", "help")])
def test_nothing_found_leads_to_family_and_to_help_now(search: Callable[[str], Home], button: str, page: str) -> None:
    home = search("qqqqq")
    press(home.page, button)
    assert home.window.shown() == page


@pytest.mark.parametrize(
    ("own", "title", "at"), [("pictures", "A picture went round", 1), ("inside", "Inside our home", 0)]
)
def test_what_has_happened_is_opened_and_the_words_for_it_are_gone(live: Live, own: str, title: str, at: int) -> None:
    home = live(content=help_content())
    home.wiring.walks.move(own, 1)
    home.window.search_asked.emit()
    field = seen(home.page, QLineEdit)[0]
    field.setText(title)
    press(home.page, f"Open: {title}")
    assert home.window.shown() == "situation"
    assert home.wiring.walks.of(own).at == at  # where nothing is kept, it begins anew
    assert field.text() == ""
