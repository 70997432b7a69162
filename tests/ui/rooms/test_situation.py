"""What has happened, step by step, in one process and with a family or none."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from familysafe.app.showing.help import situation_view
from familysafe.domain.change import ForgetLookIn, KeepLookIn
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Memory
from familysafe.domain.record import LookIn
from familysafe.ui.rooms.situation import afterwards
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.contact import ContactCard
from familysafe.ui.widgets.drawn import QrCode
from tests.builders import TODAY
from tests.ui.conftest import Live
from tests.ui.eyes import button, come_to_rest, open_dialog, press, says, seen, texts
from tests.ui.help_views import help_content
from tests.ui.homes import Home, a_memory

ASK = "Ask me later how things are"
WRITE = "Write it down here"
DAYS = (TODAY.replace(day=24), TODAY.replace(month=12, day=6), TODAY.replace(year=2027, month=1, day=22))
FAILED = Code.DISK_FULL


@pytest.fixture
def home(live: Live) -> Home:
    home = live(content=help_content())
    home.wiring.open_situation("pictures")
    assert home.window.shown() == "situation"
    return home


def go_to_the_end(home: Home, situation: str = "pictures") -> None:
    home.wiring.open_situation(situation)
    while not says(home.page, "You have been through all of it"):
        press(home.page, next(one.text() for one in seen(home.page, Button) if one.text() in ("Next", "After that")))


def names(home: Home) -> list[str]:
    return [one.accessibleName() for one in seen(home.page, Button)]


def test_it_begins_with_the_first_screen_and_what_is_true_here(home: Home) -> None:
    assert texts(home.page)[:1] == ["A picture went round · step 1 of 3"]
    assert says(home.page, "Do pictures.words.")
    assert not says(home.page, "In France.")
    home.wiring.choose_help_region("FR")
    assert says(home.page, "In France.")


def test_beside_a_screen_stand_those_of_ones_nation(home: Home) -> None:
    for region, wanted in (("GB-SCT", {"gb-childline", "gb-sct"}), ("GB-WLS", {"gb-childline"})):
        home.wiring.choose_help_region(region)
        assert {card.contact.id for card in seen(home.page, ContactCard)} == wanted


def test_place_and_marks_are_there_when_one_comes_back(qtbot: QtBot, home: Home) -> None:
    press(home.page, "Done")
    press(home.page, "Not possible")
    qtbot.keyClick(home.window, Qt.Key.Key_Escape)
    assert home.window.shown() == "today"
    home.go("help")
    press(home.page, "A picture went round")
    assert texts(home.page)[0] == "A picture went round · step 3 of 3"
    press(home.page, "Back")
    assert texts(home.page)[0] == "A picture went round · step 2 of 3 · not possible"
    press(home.page, "Back")
    assert texts(home.page)[0] == "A picture went round · step 1 of 3 · done"
    press(home.page, "Back")
    assert home.window.shown() == "help"


def test_nothing_of_a_walk_is_saved_and_another_window_knows_nothing_of_it(live: Live, home: Home) -> None:
    press(home.page, "Done")
    assert home.store.saved == []
    other = live(content=help_content(), store=home.store)
    other.wiring.open_situation("pictures")
    assert texts(other.page)[0] == "A picture went round · step 1 of 3"


@pytest.mark.parametrize("situation", ["pictures", "inside", "door"])
@pytest.mark.parametrize("place", ["today", "first"])
@pytest.mark.parametrize("way", ["Escape", "Leave quickly (Escape)"])
def test_one_key_or_click_leaves(qtbot: QtBot, live: Live, situation: str, place: str, way: str) -> None:
    home = live(None if place == "today" else Memory(), content=help_content())
    home.wiring.open_situation(situation)
    press(home.page, "Next")
    if way == "Escape":
        qtbot.keyClick(home.window, Qt.Key.Key_Escape)
    else:
        press(home.page, way)
    assert home.window.shown() == place


def test_pages_are_opened_and_codes_drawn_by_a_click_only(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    press(home.page, "Next")
    press(home.page, "Show the QR code of https://www.childline.org.uk/")
    assert len(seen(home.page, QrCode)) == 1
    assert opened == []
    press(home.page, "Open https://www.childline.org.uk/ in the browser")
    assert [url.host() for url in opened] == ["www.childline.org.uk"]


def test_the_note_leads_to_the_record_of_this_situation(home: Home) -> None:
    press(home.page, "Next")
    press(home.page, WRITE)
    assert home.window.shown() == "record"
    assert home.wiring.situation == "pictures"


@pytest.mark.parametrize("situation", ["inside", "door"])
def test_where_nothing_may_be_kept_neither_record_nor_question_is_offered(home: Home, situation: str) -> None:
    home.wiring.open_situation(situation)
    press(home.page, "Next")
    assert says(home.page, "Do pictures.note.")
    assert WRITE not in names(home)
    go_to_the_end(home, situation)
    assert not says(home.page, "Settings that would help now")
    assert not says(home.page, "Look in again")
    view = situation_view(home.wiring.content, situation, "GB", TODAY)
    assert view is not None
    assert afterwards(home.wiring, view) is None


def test_during_first_start_nothing_is_offered_that_would_be_kept(live: Live) -> None:
    home = live(Memory(), content=help_content())
    home.wiring.open_situation("pictures")
    press(home.page, "Next")
    assert WRITE not in names(home)
    go_to_the_end(home)
    assert not says(home.page, "Look in again")
    assert home.store.saved == []


def test_afterwards_lead_on_to_what_would_help(home: Home) -> None:
    go_to_the_end(home)
    press(home.page, "Open the card: Opener of trust.tea?")
    assert home.window.shown() == "card"
    go_to_the_end(home)
    press(home.page, "Start: Set a code on the old tablet")
    assert home.window.shown() == "step"


def test_a_card_for_another_age_is_not_offered(home: Home) -> None:
    go_to_the_end(home)
    assert not says(home.page, "Opener of trust.bus?")


def test_to_be_asked_later_is_kept_with_three_days_and_taken_back(home: Home) -> None:
    go_to_the_end(home)
    assert home.store.saved == []
    home.after(lambda: press(home.page, ASK))
    (kept,) = home.store.saved
    assert isinstance(kept, KeepLookIn)
    assert (kept.look_in.situation, kept.look_in.days) == ("pictures", DAYS)
    assert button(home.page, ASK).isChecked()
    home.after(lambda: press(home.page, ASK))
    assert home.store.saved[1:] == [ForgetLookIn(kept.look_in.id)]
    assert home.store.memory.look_ins == ()
    assert not button(home.page, ASK).isChecked()


def test_what_could_not_be_kept_is_not_shown_as_kept(home: Home) -> None:
    go_to_the_end(home)
    home.store.refuses = FamilySafeError(FAILED)
    with home.qtbot.waitSignal(home.desk.failed):
        press(home.page, ASK)
    press(open_dialog(home.window), "Close")
    come_to_rest()
    assert home.window.shown() == "situation"
    assert not button(home.page, ASK).isChecked()


def test_days_that_were_chosen_before_are_not_chosen_anew(live: Live) -> None:
    kept = LookIn("l1", "pictures", (TODAY.replace(day=30),))
    home = live(a_memory(look_ins=(kept,)), content=help_content())
    go_to_the_end(home)
    assert button(home.page, ASK).isChecked()
    assert says(home.page, "30 Nov 2026")
    home.after(lambda: press(home.page, ASK))
    assert home.store.saved == [ForgetLookIn("l1")]


def test_a_situation_that_is_not_there_gives_way_to_help(home: Home) -> None:
    home.wiring.open_situation("never-heard-of")
    assert home.window.shown() == "help"
