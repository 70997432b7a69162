"""Search: results below the field, grouped, as one types."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from familysafe.domain.finds import Find, FindKind, Finds
from familysafe.ui.pages.search import SearchPage
from familysafe.ui.theme import Theme
from tests.ui.conftest import Show
from tests.ui.eyes import press, says, seen, texts

GUIDE = Find(FindKind.GUIDE, "discord", "Discord", "Chat and voice.", "talk")
STEP = Find(FindKind.STEP, "discord", "Close private chat", "Discord", "talk")
SITUATION = Find(FindKind.SITUATION, "bullying", "Bullying or a pile-on", "Hurt online.", "help")
CARD = Find(FindKind.CARD, "games.who", "Who do you chat to?", "Games · 8–10", "game")


@pytest.fixture
def page(theme: Theme, show: Show) -> SearchPage:
    page = show(SearchPage(theme))
    assert isinstance(page, SearchPage)
    return page


def field(page: SearchPage) -> QLineEdit:
    return seen(page, QLineEdit)[0]


def test_every_letter_asks_for_results(qtbot: QtBot, page: SearchPage) -> None:
    with qtbot.waitSignals([page.typed] * 2):
        qtbot.keyClicks(field(page), "in")


def test_results_stand_in_their_groups(page: SearchPage) -> None:
    field(page).setText("disc")
    page.show_view(Finds("disc", (GUIDE,), (STEP,), (CARD,), (SITUATION,)))
    named = {"Help now", SITUATION.title, "Guides", "Steps", "Cards to talk with", "Discord"}
    order = [text for text in texts(page) if text in named]
    assert order == ["Help now", SITUATION.title, "Guides", "Discord", "Steps", "Cards to talk with"]
    assert says(page, "Discord · not in your plan yet")


def test_a_group_without_results_is_not_named(page: SearchPage) -> None:
    field(page).setText("disc")
    page.show_view(Finds("disc", (GUIDE,)))
    assert "Steps" not in texts(page)


def test_an_older_text_is_passed_over(page: SearchPage) -> None:
    field(page).setText("disc")
    page.show_view(Finds("dis", (GUIDE,)))
    assert not says(page, "Discord")


@pytest.mark.parametrize("find", [SITUATION, GUIDE, STEP, CARD], ids=lambda find: find.kind.value)
def test_a_result_is_opened(qtbot: QtBot, page: SearchPage, find: Find) -> None:
    field(page).setText("xx")
    page.show_view(Finds("xx", **{f"{find.kind.value}s": (find,)}))
    with qtbot.waitSignal(page.chosen) as said:
        press(page, f"Open: {find.title}")
    assert said.args == [find]


def test_nothing_found_is_no_dead_end(qtbot: QtBot, page: SearchPage) -> None:
    field(page).setText("qqq")
    page.show_view(Finds("qqq"))
    assert says(page, "general steps for any device or app")
    with qtbot.waitSignal(page.family_asked):
        press(page, "Open Family")
    with qtbot.waitSignal(page.help_asked):
        press(page, "Open Help now")


def test_where_nothing_is_found_the_general_guides_can_be_opened(qtbot: QtBot, page: SearchPage) -> None:
    field(page).setText("kik")
    page.show_view(Finds("kik", general=(GUIDE,)))
    assert says(page, "Nothing is called that here")
    assert "Not in the list?" in texts(page)
    with qtbot.waitSignal(page.chosen) as said:
        press(page, "Open: Discord")
    assert said.args == [GUIDE]
    field(page).setText("disc")
    page.show_view(Finds("disc", (GUIDE,)))
    assert "Not in the list?" not in texts(page)


def test_nothing_is_left_of_what_was_looked_for(page: SearchPage) -> None:
    field(page).setText("scam")
    page.clear()
    assert page.text() == ""


def test_an_empty_field_says_what_can_be_found(page: SearchPage) -> None:
    page.show_view(Finds())
    assert says(page, "in everyday words")


def test_the_field_gets_the_keyboard_with_its_text_chosen(qtbot: QtBot, page: SearchPage) -> None:
    field(page).setText("bed")
    page.focus_search()
    qtbot.waitUntil(field(page).hasFocus)
    assert field(page).selectedText() == page.text() == "bed"
