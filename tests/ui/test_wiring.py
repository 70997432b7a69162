"""From page to page, and from the desk to the page: a real window on small content."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from familysafe.domain.answer import Answer, Evidence, State
from familysafe.domain.change import RecordTalk
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.household import Household
from familysafe.domain.memory import Memory
from familysafe.domain.safekeeping import Protection, Standing
from familysafe.domain.talk import Talk
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.dialog import Dialog
from tests.builders import TODAY, a_household
from tests.ui.conftest import Live
from tests.ui.eyes import button, come_to_rest, open_dialog, press, says, seen, texts
from tests.ui.homes import Home, MemoryStore, a_memory
from tests.ui.views import IPAD

KEYS, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
PLACES = ("today", "set-up", "talk", "family", "help", "settings")
SEEN = Answer("ipad.code", IPAD, TODAY, State.DONE, Evidence.SEEN)


@pytest.mark.parametrize("place", PLACES)
def test_every_place_can_be_gone_to_and_is_marked(live: Live, place: str) -> None:
    home = live()
    home.go(place)
    places = [one for one in seen(home.window, Button) if one.property("page")]
    checked = [one.property("page") for one in places if one.isChecked()]
    assert checked == [place]
    assert texts(home.page)


def test_a_family_that_has_started_begins_at_today(live: Live) -> None:
    assert live().window.shown() == "today"


def test_a_family_that_has_not_begins_at_first_start(live: Live) -> None:
    home = live(Memory())
    assert home.window.shown() == "first"
    assert not button_is_there(home.window, "Today")


def button_is_there(window: QWidget, name: str) -> bool:
    return any(one.accessibleName() == name for one in seen(window, Button))


def test_when_first_start_is_done_today_is_shown(live: Live) -> None:
    home = live(Memory(household=a_household()))
    home.after(lambda: home.desk.prefer("started", True))
    assert home.window.shown() == "today"
    assert button_is_there(home.window, "Today")


def test_during_first_start_an_answer_leaves_one_where_one_is(live: Live) -> None:
    home = live(Memory())
    home.after(lambda: press(home.page, "Next"))
    assert home.window.shown() == "first"
    assert says(home.page, "Which country")


def test_help_can_be_had_before_first_start_and_leads_back(live: Live) -> None:
    home = live(Memory())
    press(home.page, "Something has happened")
    assert home.window.shown() == "help"
    assert not button_is_there(home.window, "Today")
    press(home.page, "Back to first start")
    assert home.window.shown() == "first"


@pytest.mark.parametrize(("started", "place"), [(True, "today"), (False, "first")])
def test_escape_leaves_help_at_once(qtbot: QtBot, live: Live, started: bool, place: str) -> None:
    home = live(None if started else Memory())
    home.go("help")
    qtbot.keyClick(home.window, KEYS.Key_Escape)
    assert home.window.shown() == place


def press_f2(qtbot: QtBot, dialog: QDialog) -> None:
    """Once the dialog has the keyboard, as on a desktop."""
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, KEYS.Key_F2)


def test_help_now_is_one_key_away_from_a_dialog_too(qtbot: QtBot, live: Live) -> None:
    home = live()
    home.wiring.open_keys()
    press_f2(qtbot, open_dialog(home.window))
    assert [one for one in home.window.findChildren(QDialog) if one.isVisible()] == []
    assert home.window.shown() == "help"


def test_help_now_is_one_key_away_from_a_dialog_over_another(qtbot: QtBot, live: Live) -> None:
    home = live()
    home.wiring.open_keys()
    below = open_dialog(home.window)
    home.desk.failed.emit(FamilySafeError(Code.DISK_FULL))
    (above,) = [one for one in home.window.findChildren(QDialog) if one.isVisible() and one is not below]
    press_f2(qtbot, above)
    assert [one for one in home.window.findChildren(QDialog) if one.isVisible()] == []
    assert home.window.shown() == "help"


def test_what_has_to_end_first_stays_in_front_of_help_now(qtbot: QtBot, live: Live) -> None:
    class Working(Dialog):
        def reject(self) -> None:
            """Not now."""

    home = live()
    dialog = Working(home.window.theme, "One moment", home.window)
    dialog.open()
    press_f2(qtbot, dialog)
    assert dialog.isVisible()
    assert home.window.shown() == "today"
    dialog.hide()


def test_escape_goes_up_step_by_step_and_stays_at_a_place(qtbot: QtBot, live: Live) -> None:
    home = live()
    home.open_step("ipad.code")
    shown = []
    for _again in range(3):
        qtbot.keyClick(home.window, KEYS.Key_Escape)
        shown.append(home.window.shown())
    assert shown == ["guide", "set-up", "set-up"]


def test_an_answer_is_drawn_where_one_is(live: Live) -> None:
    home = live()
    home.open_step("ipad.code")
    home.after(lambda: press(home.page, "I have seen it"))
    assert home.window.shown() == "step"
    assert button(home.page, "I have seen it").isChecked()
    assert says(home.page, "Saved. Seen on")


def test_ctrl_z_takes_the_last_answer_back(qtbot: QtBot, live: Live) -> None:
    home = live()
    home.open_step("ipad.code")
    home.after(lambda: press(home.page, "I have seen it"))
    home.after(lambda: qtbot.keyClick(home.window, KEYS.Key_Z, CTRL))
    assert not button(home.page, "I have seen it").isChecked()
    assert home.store.memory.answers == (Answer("ipad.code", IPAD, TODAY),)


def test_ctrl_f_searches_everything(qtbot: QtBot, live: Live) -> None:
    home = live()
    qtbot.keyClick(home.window, KEYS.Key_F, CTRL)
    assert home.window.shown() == "search"
    qtbot.waitUntil(seen(home.page, QLineEdit)[0].hasFocus)


def test_before_first_start_there_is_nothing_to_search(qtbot: QtBot, live: Live) -> None:
    home = live(Memory())
    qtbot.keyClick(home.window, KEYS.Key_F, CTRL)
    assert home.window.shown() == "first"


def test_f1_lists_the_keys(qtbot: QtBot, live: Live) -> None:
    home = live()
    qtbot.keyClick(home.window, KEYS.Key_F1)
    assert says(open_dialog(home.window), "Ctrl+Z")


def test_what_could_not_be_saved_is_told_and_nothing_is_chosen(live: Live) -> None:
    home = live()
    home.open_step("ipad.code")
    home.store.refuses = FamilySafeError(Code.DISK_FULL)
    with home.qtbot.waitSignal(home.desk.failed):
        press(home.page, "I have seen it")
    dialog = open_dialog(home.window)
    assert says(dialog, "The disk is full")
    press(dialog, "Close")
    assert not button(home.page, "I have seen it").isChecked()
    assert not button(home.page, "I have seen it").isDown()
    assert not says(home.page, "Saving")


def test_a_refusal_before_anything_is_open_is_told_over_an_empty_window(live: Live) -> None:
    home = live(Memory())
    home.go("help")
    home.desk.failed.emit(FamilySafeError(Code.VAULT_DAMAGED))
    assert says(open_dialog(home.window), "the file is damaged")
    assert home.window.shown() == "help"


@pytest.mark.parametrize("place", ["help", "help-contacts"])
def test_a_change_elsewhere_does_not_take_one_out_of_help(live: Live, place: str) -> None:
    home = live()
    home.go(place)
    home.after(lambda: home.desk.answer(SEEN))
    assert home.window.shown() == place


def test_a_step_that_leaves_the_plan_gives_way_to_the_page_above(live: Live) -> None:
    home = live()
    home.open_step("roblox.chat")
    home.after(lambda: home.desk.change_household(replace(a_household(), accounts=())))
    assert home.window.shown() in ("guide", "set-up")


def test_where_the_device_leaves_too_the_plan_is_shown(live: Live) -> None:
    home = live()
    home.open_step("ipad.code")
    home.after(lambda: home.desk.change_household(Household()))
    assert home.window.shown() == "set-up"


def test_a_page_asked_for_without_a_subject_gives_way_as_well(live: Live) -> None:
    home = live()
    for name, place in (("step", "set-up"), ("guide", "set-up"), ("card", "talk")):
        home.wiring.go(name)
        assert home.window.shown() == place
    home.wiring.open_step("not a key")
    assert home.window.shown() == "talk"


def test_a_page_is_made_once(live: Live) -> None:
    home = live()
    first = home.go("talk")
    home.go("today")
    assert home.go("talk") is first


def test_the_region_of_help_is_the_chosen_one_then_the_households(live: Live) -> None:
    home = live(Memory(household=Household(country="IE")))
    assert home.wiring.help_region() == "IE"
    home.go("help")
    home.wiring.choose_help_region("GB-SCT")
    assert home.wiring.help_region() == "GB-SCT"


def test_use_without_saving_is_asked_for(live: Live) -> None:
    home = live(Memory())
    with home.qtbot.waitSignal(home.wiring.unsaved_asked):
        press(home.page, "Use without saving")


def test_a_household_that_is_thrown_away_says_so(live: Live) -> None:
    home = live(throw_away=True)
    assert home.wiring.thrown_away()
    assert says(home.page, "Nothing is being saved.")
    assert says(home.go("settings"), "Nothing is being saved.")


def unsaved(home: Home) -> list[str]:
    """Every place in the window, frame and page, that says so."""
    come_to_rest()
    return [text for text in texts(home.window) if text.startswith("Nothing is being saved.")]


@pytest.mark.parametrize(
    ("place", "times"), [("today", 1), ("set-up", 1), ("talk", 1), ("family", 1), ("settings", 1), ("help", 0)]
)
def test_where_everything_is_thrown_away_each_page_says_so_once(live: Live, place: str, times: int) -> None:
    home = live(throw_away=True)
    home.go("family")
    home.go(place)
    assert len(unsaved(home)) == times


def test_where_things_are_saved_no_page_says_otherwise(live: Live) -> None:
    home = live()
    home.go("family")
    assert unsaved(home) == []


def test_a_step_says_how_long_an_answer_stays(live: Live) -> None:
    home = live(throw_away=True)
    home.open_step("ipad.code")
    home.after(lambda: press(home.page, "I have seen it"))
    assert says(home.page, "Noted until you close the window. Seen on 22 Nov 2026.")
    assert not says(home.page, "Saved")


# A passphrase is offered at the first private note, once.


OFFER = "Notes are private. Would you like a passphrase?"
NOTED = Answer("ipad.code", IPAD, TODAY, State.DONE, Evidence.SEEN, note="She told me about Sam.")


def offers(home: Home) -> list[QDialog]:
    come_to_rest()
    return [one for one in home.window.findChildren(QDialog) if one.isVisible() and one.accessibleName() == OFFER]


def keep_a_note(home: Home, text: str = "She told me about Sam.") -> None:
    """Writes a private note to a step, and keeps it."""
    home.open_step("ipad.code")
    press(home.page, "Private note")
    note = next(one for one in seen(home.page, QPlainTextEdit) if one.accessibleName() == "Private note")
    note.setPlainText(text)
    keep = [one for one in seen(home.page, Button) if one.accessibleName() == "Keep this note"]
    home.after(keep[-1].click)


def test_at_the_first_private_note_a_passphrase_is_offered(live: Live) -> None:
    home = live()
    keep_a_note(home)
    (offer,) = offers(home)
    assert home.store.memory.answers[0].note == "She told me about Sam."
    assert says(offer, "Your note is saved.")
    press(offer, "Not now")
    assert home.window.shown() == "step"


def test_also_when_it_is_about_a_talk(live: Live) -> None:
    home = live()
    home.after(lambda: home.desk.apply(RecordTalk(Talk("t1", TODAY, ("trust.tea",), note="Ask about Sam."))))
    assert len(offers(home)) == 1


def test_whoever_wants_one_is_led_there(live: Live) -> None:
    home = live()
    keep_a_note(home)
    press(offers(home)[0], "Set one")
    assert home.window.shown() == "protection"


def test_it_is_offered_once(live: Live) -> None:
    home = live()
    keep_a_note(home)
    press(offers(home)[0], "Not now")
    home.qtbot.waitUntil(lambda: home.store.memory.preferences.passphrase_offered)
    home.after(lambda: home.desk.answer(replace(NOTED, note="And again.")))
    assert offers(home) == []


@pytest.mark.parametrize(
    "answer", [SEEN, replace(SEEN, menu_note="It is called Codes here.")], ids=["an answer", "what the menu says"]
)
def test_nothing_is_offered_without_a_private_note(live: Live, answer: Answer) -> None:
    home = live()
    home.after(lambda: home.desk.answer(answer))
    assert offers(home) == []


def test_nothing_is_offered_because_of_notes_that_were_there_already(live: Live) -> None:
    home = live(a_memory(answers=(NOTED,)))
    home.after(home.desk.refresh)
    assert offers(home) == []


def test_nothing_is_offered_where_there_is_a_passphrase(live: Live) -> None:
    store = MemoryStore(a_memory())
    store.standing = Standing(protection=Protection(passphrase=True, recovery=False))
    home = live(store=store)
    home.after(lambda: home.desk.answer(NOTED))
    assert offers(home) == []


def test_nothing_is_offered_where_everything_is_thrown_away(live: Live) -> None:
    home = live(throw_away=True)
    home.after(lambda: home.desk.answer(NOTED))
    assert offers(home) == []


def test_a_note_that_could_not_be_saved_offers_nothing(live: Live) -> None:
    home = live()
    home.store.refuses = FamilySafeError(Code.DISK_FULL)
    with home.qtbot.waitSignal(home.desk.failed):
        home.desk.answer(NOTED)
    assert offers(home) == []
