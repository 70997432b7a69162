"""Help now: danger first, then what has happened."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from familysafe.app.showing.help import help_view
from familysafe.content.compiled import Compiled
from familysafe.domain.help_views import Danger
from familysafe.ui.pages.help_now import Around, HelpNowPage
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button, Tile
from familysafe.ui.widgets.card import Card
from familysafe.ui.widgets.plain import PlainLabel
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, come_to_rest, press, says, seen, texts
from tests.ui.help_views import a_help_view, a_tile

CALL = "Pick up a phone: call 999"


@pytest.fixture
def page(theme: Theme, show: Show) -> HelpNowPage:
    page = HelpNowPage(theme)
    page.show_view(a_help_view())
    show(page, 1000, 900)
    return page


def names(page: HelpNowPage, kind: type[QAbstractButton]) -> list[str]:
    return [one.accessibleName() for one in seen(page, kind)]


def say(page: HelpNowPage, name: str) -> None:
    """Answers whether anyone is in danger."""
    press(page, name)
    come_to_rest()


def test_danger_is_asked_before_what_has_happened(page: HelpNowPage) -> None:
    asked = texts(page).index("First: is anyone in danger right now?")
    assert asked < texts(page).index(CALL) < texts(page).index("What has happened?")


@pytest.mark.parametrize("again", [(), ("Not sure",)], ids=["asked", "not sure"])
def test_the_number_to_call_comes_straight_after_the_question(page: HelpNowPage, again: tuple[str, ...]) -> None:
    for name in again:
        say(page, name)
    shown = texts(page)
    asked = shown.index("First: is anyone in danger right now?")
    assert shown[asked + 1] == CALL
    assert shown[asked + 2].startswith("Is anyone" if again else "Someone is on the way")


def test_at_the_largest_text_in_a_small_window_the_number_is_seen_at_once(
    make_theme: Callable[..., Theme], show: Show
) -> None:
    page = HelpNowPage(make_theme(text_size=200))
    page.show_view(a_help_view())
    show(page, 890, 640)
    for name in (CALL, "Not sure", "No, go on"):
        (part,) = [one for one in seen(page, QWidget) if isinstance(one, PlainLabel | Button) and one.text() == name]
        assert part.visibleRegion().boundingRect() == part.rect(), name


def test_who_is_not_sure_reads_the_questions_before_going_on(page: HelpNowPage) -> None:
    say(page, "Not sure")
    lowest = max(
        one.mapTo(page, one.rect().bottomLeft()).y() for one in seen(page, PlainLabel) if "Is any" in one.text()
    )
    go_on = button(page, "No, go on")
    assert go_on.mapTo(page, go_on.rect().topLeft()).y() > lowest


def test_the_number_to_call_is_large_and_can_be_selected(page: HelpNowPage) -> None:
    (call,) = [one for one in seen(page, PlainLabel) if one.text() == CALL]
    assert call.kind == "help-big"
    assert call.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_silent_and_signed_ways_stand_with_the_number(page: HelpNowPage) -> None:
    assert says(page, "Press 55.")
    assert says(page, "Text 999")


def test_where_no_number_was_checked_none_is_made_up(page: HelpNowPage) -> None:
    page.show_view(a_help_view(region="FR", nations=(), danger=Danger("", (), ())))
    come_to_rest()
    assert says(page, "call the emergency number of your country")
    assert not says(page, "999")
    assert not says(page, "55")


def test_not_sure_shows_what_to_ask_oneself(page: HelpNowPage) -> None:
    assert not says(page, "Is anyone hurt?")
    say(page, "Not sure")
    assert says(page, "Is anyone hurt?")
    assert says(page, "Is anyone on the way?")
    assert says(page, "Not sure is enough to call.")
    assert says(page, CALL)
    assert "Not sure" not in names(page, Button)


@pytest.mark.parametrize("ways", [("Not sure",), ("No, go on", "Ask again")], ids=["not sure", "asked again"])
def test_whoever_is_not_sure_has_the_number_under_the_keyboard(page: HelpNowPage, ways: tuple[str, ...]) -> None:
    for name in ways:
        say(page, name)
    focused = page.window().focusWidget()
    assert isinstance(focused, PlainLabel)
    assert focused.text() == CALL


@pytest.mark.parametrize("before", [(), ("Not sure",)], ids=["at once", "after not sure"])
def test_no_leads_the_keyboard_to_the_first_situation(qtbot: QtBot, page: HelpNowPage, before: tuple[str, ...]) -> None:
    for name in before:
        say(page, name)
    go_on = button(page, "No, go on")
    go_on.setFocus()
    qtbot.keyClick(go_on, Qt.Key.Key_Return)
    come_to_rest()
    assert seen(page, Tile)[0].hasFocus()
    with qtbot.waitSignal(page.situation_opened) as said:
        qtbot.keyClick(seen(page, Tile)[0], Qt.Key.Key_Return)
    assert said.args == ["pictures"]


def test_no_where_nothing_can_have_happened_leads_nowhere(page: HelpNowPage) -> None:
    page.show_view(a_help_view(situations=()))
    say(page, "No, go on")
    assert not says(page, "What has happened?")
    assert says(page, CALL)


def test_after_no_the_number_stays_and_one_can_ask_again(page: HelpNowPage) -> None:
    say(page, "No, go on")
    assert says(page, CALL)
    assert not says(page, "First: is anyone in danger right now?")
    say(page, "Ask again")
    assert says(page, "First: is anyone in danger right now?")


def test_what_has_happened_is_asked_in_tiles_small_ones_in_chips(page: HelpNowPage) -> None:
    assert names(page, Tile) == ["A picture went round", "Someone wants to meet"]
    chip = button(page, "The money is gone")
    assert chip.objectName() == "button-chip"
    assert chip.accessibleDescription() == "About it: The money is gone."


def test_the_childs_door_says_for_whom_it_is(qtbot: QtBot, page: HelpNowPage) -> None:
    assert "About it: I am a child." in texts(page)
    with qtbot.waitSignal(page.situation_opened) as said:
        press(page, "I am a child: start here")
    assert said.args == ["door"]


@pytest.mark.parametrize(
    ("name", "own"), [("Someone wants to meet", "meeting"), ("The money is gone", "scam")], ids=["tile", "chip"]
)
def test_what_has_happened_is_opened_by_a_click(qtbot: QtBot, page: HelpNowPage, name: str, own: str) -> None:
    with qtbot.waitSignal(page.situation_opened) as said:
        press(page, name)
    assert said.args == [own]


def test_a_tile_says_what_it_is_about(page: HelpNowPage) -> None:
    assert button(page, "A picture went round").accessibleDescription() == "About it: A picture went round."


def test_where_one_was_is_said_on_its_tile_only(page: HelpNowPage) -> None:
    assert not says(page, "Go on where you were")
    page.show_view(a_help_view(), Around(begun=("pictures",)))
    come_to_rest()
    assert texts(page).count("Go on where you were") == 1
    tile = button(page, "A picture went round")
    assert "Go on where you were" in texts(tile)


def test_the_childs_door_does_not_say_that_somebody_was_there(page: HelpNowPage) -> None:
    page.show_view(a_help_view(), Around(begun=("door",)))
    come_to_rest()
    assert not says(page, "Go on where you were")


def test_what_was_written_down_is_offered_only_where_there_is_something(qtbot: QtBot, page: HelpNowPage) -> None:
    assert "What you wrote down" not in names(page, Button)
    page.show_view(a_help_view(), Around(records=True))
    come_to_rest()
    with qtbot.waitSignal(page.record_asked):
        press(page, "What you wrote down")


def test_everyone_who_can_help_is_one_click_away(qtbot: QtBot, page: HelpNowPage) -> None:
    with qtbot.waitSignal(page.contacts_asked):
        press(page, "Everyone who can help")


def test_leaving_is_one_click(qtbot: QtBot, page: HelpNowPage) -> None:
    with qtbot.waitSignal(page.left):
        click(qtbot, button(page, "Leave quickly (Escape)"))


def test_where_there_is_no_side_list_there_is_a_way_back_and_it_stays(qtbot: QtBot, page: HelpNowPage) -> None:
    assert "Back to first start" not in names(page, Button)
    page.show_view(a_help_view(), Around(back="Back to first start"))
    say(page, "Not sure")
    with qtbot.waitSignal(page.back):
        press(page, "Back to first start")


def test_another_country_is_said(qtbot: QtBot, page: HelpNowPage) -> None:
    box = a_box(page, "Country")
    assert box.currentText() == "United Kingdom"
    with qtbot.waitSignal(page.region_chosen) as said:
        choose(box, "IE")
    assert said.args == ["IE"]


def test_a_nation_is_asked_for_only_where_services_differ(qtbot: QtBot, page: HelpNowPage) -> None:
    box = a_box(page, "Nation")
    assert [box.itemText(number) for number in range(box.count())] == ["All nations", "England", "Scotland"]
    assert box.currentText() == "All nations"
    with qtbot.waitSignal(page.region_chosen) as said:
        choose(box, "GB-SCT")
    assert said.args == ["GB-SCT"]
    page.show_view(a_help_view(region="IE", nations=()))
    come_to_rest()
    assert [one.accessibleName() for one in seen(page, QComboBox)] == ["Country"]


def test_the_nation_that_was_chosen_is_shown(page: HelpNowPage) -> None:
    page.show_view(a_help_view(region="GB-SCT"))
    come_to_rest()
    assert a_box(page, "Nation").currentText() == "Scotland"
    assert a_box(page, "Country").currentText() == "United Kingdom"


def test_the_same_view_leaves_everything_where_it_is(page: HelpNowPage) -> None:
    tile = seen(page, Tile)[0]
    page.show_view(a_help_view())
    assert seen(page, Tile)[0] is tile
    page.show_view(replace(a_help_view(), situations=(a_tile("other", "Another"),)))
    come_to_rest()
    assert names(page, Tile) == ["Another"]


def test_it_says_what_leaves_traces(page: HelpNowPage) -> None:
    assert says(page, "Works without the internet and without the passphrase.")
    assert says(page, "This app saves nothing here. Web pages you open may show in this computer’s history.")
    assert says(page, "own call list")


def a_box(page: HelpNowPage, name: str) -> QComboBox:
    return next(one for one in seen(page, QComboBox) if one.accessibleName() == name)


def choose(box: QComboBox, code: str) -> None:
    """As a person does, who opens the list and picks a line."""
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize("size", [(1056, 800), (938, 640)], ids=["1280", "1024"])
def test_with_every_situation_there_is_the_childs_door_is_seen_without_scrolling(
    theme: Theme, show: Show, content: Compiled, size: tuple[int, int]
) -> None:
    page = HelpNowPage(theme)
    page.show_view(help_view(content, "GB"))
    show(page, *size)
    say(page, "No, go on")
    (door,) = [one for one in seen(page, Card) if one.tone == "help-line"]
    assert door.visibleRegion().boundingRect() == door.rect()
