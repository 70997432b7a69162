"""Help now: needs nothing but the content, and says nothing of what is quiet."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from familysafe.domain.memory import Memory
from familysafe.ui.widgets.button import Button
from tests.builders import a_record, an_entry
from tests.ui.conftest import Live
from tests.ui.eyes import button, press, says, seen
from tests.ui.help_views import help_content
from tests.ui.homes import Home, a_memory

TILE = "A picture went round"
AGAIN = "Go on where you were"
WRITTEN = "What you wrote down"


@pytest.fixture
def home(live: Live) -> Home:
    home = live(content=help_content())
    home.go("help")
    return home


def choose(home: Home, name: str, code: str) -> None:
    box = next(one for one in seen(home.page, QComboBox) if one.accessibleName() == name)
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def test_it_says_whom_to_call(home: Home) -> None:
    assert says(home.page, "Pick up a phone: call 999")


def test_another_country_is_kept_as_a_look_and_not_with_the_family(home: Home) -> None:
    with home.qtbot.waitSignal(home.wiring.appearance_changed) as said:
        choose(home, "Country", "FR")
    assert (said.args[0].help_country, said.args[0].help_nation) == ("FR", "")
    assert home.store.saved == []
    assert says(home.page, "call the emergency number of your country")


def test_a_nation_is_kept_beside_its_country_until_another_country_is_chosen(home: Home) -> None:
    with home.qtbot.waitSignal(home.wiring.appearance_changed) as said:
        choose(home, "Nation", "GB-SCT")
    assert (said.args[0].help_country, said.args[0].help_nation) == ("GB", "SCT")
    assert home.wiring.help_region() == "GB-SCT"
    choose(home, "Country", "IE")
    assert home.wiring.help_region() == "IE"


def test_what_was_begun_is_said_on_its_tile(home: Home) -> None:
    press(home.page, TILE)
    home.go("help")
    assert not says(home.page, AGAIN)
    press(home.page, TILE)
    press(home.page, "Next")
    home.go("help")
    assert says(button(home.page, TILE), AGAIN)


@pytest.mark.parametrize("started", [True, False], ids=["a family is open", "first start"])
@pytest.mark.parametrize("way", ["Escape", "Leave quickly (Escape)"])
def test_who_leaves_comes_back_to_where_they_were_only_while_a_family_is_open(
    qtbot: QtBot, live: Live, started: bool, way: str
) -> None:
    home = live(None if started else Memory(), content=help_content())
    home.go("help")
    press(home.page, TILE)
    press(home.page, "Done")
    if way == "Escape":
        qtbot.keyClick(home.window, Qt.Key.Key_Escape)
    else:
        press(home.page, way)
    assert says(home.go("help"), AGAIN) is started
    press(home.page, TILE)
    assert says(home.page, "step 2 of 3" if started else "step 1 of 3")
    assert not says(home.page, "done")


@pytest.mark.parametrize("name", ["Inside our home", "I am a child: start here"], ids=["quiet", "child's door"])
def test_of_these_nothing_is_said_and_they_begin_anew(home: Home, name: str) -> None:
    press(home.page, name)
    press(home.page, "Done")
    assert says(home.page, "step 2 of 2")
    home.go("help")
    assert not says(home.page, AGAIN)
    press(home.page, name)
    assert says(home.page, "step 1 of 2")
    assert not says(home.page, "done")


def test_who_goes_from_a_quiet_situation_to_the_contacts_comes_back_to_the_same_step(home: Home) -> None:
    press(home.page, "Inside our home")
    press(home.page, "Next")
    press(home.page, "Everyone who can help")
    press(home.page, "Inside our home")
    assert says(home.page, "step 2 of 2")


def test_everyone_who_can_help_is_there_without_a_situation(home: Home) -> None:
    press(home.page, TILE)
    home.go("help")
    press(home.page, "Everyone who can help")
    assert home.window.shown() == "help-contacts"
    press(home.page, "Help now")
    assert home.window.shown() == "help"


@pytest.mark.parametrize(("started", "place"), [(True, "today"), (False, "first")])
@pytest.mark.parametrize("way", ["Escape", "Leave quickly (Escape)"])
def test_one_key_or_click_leaves(qtbot: QtBot, live: Live, started: bool, place: str, way: str) -> None:
    home = live(None if started else Memory(), content=help_content())
    home.go("help")
    if way == "Escape":
        qtbot.keyClick(home.window, Qt.Key.Key_Escape)
    else:
        press(home.page, way)
    assert home.window.shown() == place


def test_what_was_written_down_is_offered_where_there_is_a_record(live: Live) -> None:
    record = a_record("r1", an_entry(), situation="pictures")
    home = live(a_memory(records=(record,)), content=help_content())
    home.go("help")
    press(home.page, WRITTEN)
    assert home.window.shown() == "record"
    assert home.wiring.record == "r1"


def test_where_nothing_was_written_down_it_is_not_offered(home: Home, live: Live) -> None:
    assert WRITTEN not in [one.text() for one in seen(home.page, Button)]


def in_country(home: Home, country: str) -> None:
    home.after(lambda: home.desk.change_household(replace(home.snapshot.memory.household, country=country)))


def test_the_country_follows_the_family_until_one_is_chosen_here(live: Live) -> None:
    home = live()
    in_country(home, "US")
    assert home.wiring.appearance.help_country == "US"  # so that the locked door knows it too
    in_country(home, "AU")
    assert home.wiring.help_region() == "AU"
    home.go("help")
    home.wiring.choose_help_region("NZ")
    in_country(home, "IE")
    assert home.wiring.help_region() == "NZ"


def test_whoever_comes_next_is_asked_about_danger_anew(live: Live) -> None:
    home = live(content=help_content())
    press(home.go("help"), "No, go on")
    assert not says(home.page, "First: is anyone in danger right now?")
    press(home.page, "Leave quickly (Escape)")
    assert says(home.go("help"), "First: is anyone in danger right now?")
