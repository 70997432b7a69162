"""A step with the device in hand, from why to the answer."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from familysafe.domain.answer import Answer, Evidence, Outcome, State
from familysafe.domain.target import ItemKey, Target, TargetKind
from familysafe.domain.views import MenuPath, StepView
from familysafe.ui.pages.step import StepPage, differ_in_answer_only
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.drawn import MenuPathRow, QrCode
from familysafe.ui.widgets.plain import PlainLabel
from tests.builders import TODAY
from tests.ui.conftest import Show
from tests.ui.eyes import button, choose, click, come_to_rest, entries, open_dialog, press, says, seen, texts
from tests.ui.views import IPAD, a_key, a_row, a_step_view, an_answer, did_not_hold, held


@pytest.fixture
def page(theme: Theme, show: Show) -> StepPage:
    page = StepPage(theme)
    page.show_view(a_step_view(), TODAY)
    show(page, 1100, 900)
    return page


def show_step(page: StepPage, **changes: object) -> StepView:
    view = a_step_view(**changes)
    page.show_view(view, TODAY)
    come_to_rest()
    return view


def note(page: StepPage, name: str) -> QPlainTextEdit:
    """A note of a name, its card opened."""
    found = next(one for one in page.findChildren(QPlainTextEdit) if one.accessibleName() == name)
    if not found.isVisibleTo(page):
        press(page, "Private note" if name == "Private note" else "Menu looks different?")
    return found


def test_everything_one_needs_is_on_it(page: StepPage) -> None:
    wanted = {
        "Set a code",
        "Younger cannot change it.",
        "The iPad · 5 min · an adult does it",
        "Charge it first.",
        "Open it.",
        "It asks once only.",
        "Try it as Younger would · one minute",
        "Try to open it.",
        "It stays shut.",
        "Did it not work? Begin again.",
        "Call somebody.",
        "“It is like a lock.”",
        "Why it is here: Younger (9) uses the iPad. It helps every child.",
    }
    assert wanted <= set(texts(page))


def test_what_it_has_not_is_not_spoken_of(page: StepPage) -> None:
    show_step(page, careful=(), trap=(), still_reachable=(), way_round=(), counter_check=(), qr=())
    spoken = set(texts(page))
    assert not {"Before you begin", "Looks on, but is not", "Still reachable?"} & spoken
    assert "For grown-ups" not in [one.text() for one in seen(page, Button)]
    assert seen(page, QrCode) == []


def test_ways_round_are_folded_away(page: StepPage) -> None:
    assert "Some reset it." not in texts(page)
    press(page, "For grown-ups")
    assert {"Some reset it.", "Counter-check", "Look at the list."} <= set(texts(page))


@pytest.mark.parametrize(("to_confirm", "said"), [(True, True), (False, False)])
def test_menus_that_were_not_confirmed_say_so(page: StepPage, to_confirm: bool, said: bool) -> None:
    show_step(page, to_confirm=to_confirm)
    assert says(page, "Menu names may differ") is said


def test_the_menu_path_of_the_chosen_system_is_shown(qtbot: QtBot, page: StepPage) -> None:
    assert seen(page, MenuPathRow)[0].accessibleName() == "Settings › Codes"
    with qtbot.waitSignal(page.system_chosen) as said:
        choose(button(page, "System: iPadOS 27"), "iPadOS 26")
    assert said.args == ["d1", "ipados-26"]
    come_to_rest()
    assert seen(page, MenuPathRow)[0].accessibleName() == "Old"


def test_where_menus_do_not_differ_there_is_nothing_to_choose(page: StepPage) -> None:
    show_step(page, paths=(MenuPath("any", "", ("Settings",)),))
    assert not any(one.accessibleName().startswith("System") for one in seen(page, Button))


def test_it_can_be_explained_to_another_age(page: StepPage) -> None:
    ages = button(page, "Age: 8 to 10")
    assert [action.text() for action in entries(ages)] == ["5 to 7", "8 to 10"]
    choose(ages, "5 to 7")
    come_to_rest()
    assert "“It is a door.”" in texts(page)


def test_the_official_page_is_opened_by_a_click_only(qtbot: QtBot, page: StepPage) -> None:
    assert seen(page, QrCode)[0].accessibleName() == "QR code of https://example.org/code"
    with qtbot.waitSignal(page.link_opened) as said:
        press(page, "Open https://example.org/code in the browser")
    assert said.args == ["https://example.org/code"]


def test_back_and_next_are_said(qtbot: QtBot, page: StepPage) -> None:
    with qtbot.waitSignal(page.group_opened) as back:
        press(page, "Back to The iPad · Younger")
    with qtbot.waitSignal(page.step_opened) as following:
        press(page, "Next")
    assert (back.args, following.args) == (["device:d1"], [a_key("ipad.sleep")])


def test_after_the_last_step_next_leads_to_the_guide(qtbot: QtBot, page: StepPage) -> None:
    show_step(page, following=None)
    with qtbot.waitSignal(page.group_opened):
        click(qtbot, next(one for one in seen(page, Button) if one.text() == "Back to the guide"))


def test_after_the_last_step_of_a_pick_next_ends_it(qtbot: QtBot, page: StepPage) -> None:
    show_step(page, following=None, picked=True)
    with qtbot.waitSignal(page.pick_ended), qtbot.assertNotEmitted(page.group_opened):
        press(page, "Back to Today")


def test_seen_is_answered_at_once(qtbot: QtBot, page: StepPage) -> None:
    with qtbot.waitSignal(page.answered) as said:
        press(page, "I have seen it")
    assert said.args == [Answer("ipad.code", IPAD, TODAY, State.DONE, Evidence.SEEN)]


def test_tested_shows_the_test_first(qtbot: QtBot, page: StepPage) -> None:
    with qtbot.assertNotEmitted(page.answered):
        press(page, "We tested it")
    dialog = open_dialog(page)
    assert {"Try to open it.", "It stays shut."} <= set(texts(dialog))
    with qtbot.waitSignal(page.answered) as said:
        press(dialog, "It held")
    (answer,) = said.args
    assert (answer.state, answer.evidence, answer.outcome) == (State.DONE, Evidence.TESTED, Outcome.HELD)


def kind_of(page: StepPage, beginning: str) -> str:
    return next(one.objectName() for one in seen(page, PlainLabel) if one.text().startswith(beginning))


def test_when_it_did_not_hold_what_to_do_stands_out(page: StepPage) -> None:
    assert kind_of(page, "Did it not work?") == "label-muted"
    show_step(page, row=a_row(answer=did_not_hold()))
    assert kind_of(page, "Did it not work?") == "label-strong"
    assert says(page, "What to do stands below the test.")
    show_step(page, row=a_row(answer=held()))
    assert kind_of(page, "Did it not work?") == "label-muted"


def what_to_do(page: StepPage) -> PlainLabel:
    come_to_rest()
    return next(one for one in seen(page, PlainLabel) if one.text().startswith("Did it not work?"))


def test_when_it_did_not_hold_what_to_do_comes_into_view(page: StepPage) -> None:
    page.resize(1000, 520)
    assert what_to_do(page).visibleRegion().isEmpty()
    press(page, "It did not hold")
    show_step(page, row=a_row(answer=did_not_hold()))
    label = what_to_do(page)
    assert label.visibleRegion().boundingRect().height() == label.height()


def test_what_did_not_hold_before_leaves_one_at_the_top(page: StepPage) -> None:
    page.resize(1000, 520)
    show_step(page, row=a_row(answer=did_not_hold()))
    assert what_to_do(page).visibleRegion().isEmpty()


def test_an_answer_that_could_not_be_kept_leaves_one_where_one_is(page: StepPage) -> None:
    page.resize(1000, 520)
    press(page, "It did not hold")
    show_step(page)
    show_step(page, row=a_row(answer=did_not_hold()))
    assert what_to_do(page).visibleRegion().isEmpty()


def test_a_private_note_is_kept_with_the_answer_there_is(qtbot: QtBot, page: StepPage) -> None:
    show_step(page, row=a_row(answer=held()))
    note(page, "Private note").setPlainText("Ask Sam.")
    with qtbot.waitSignal(page.answered) as said:
        press(page, "Keep this note")
    assert said.args == [held(note="Ask Sam.")]


def test_what_ones_own_menu_says_is_kept_without_an_answer(qtbot: QtBot, page: StepPage) -> None:
    note(page, "What your menu says").setPlainText("It says Lock.")
    with qtbot.waitSignal(page.answered) as said:
        press(page, "Keep this note")
    assert said.args == [Answer("ipad.code", IPAD, TODAY, menu_note="It says Lock.")]


def test_notes_that_were_kept_are_shown(page: StepPage) -> None:
    show_step(page, row=a_row(answer=an_answer(note="Ask Sam.", menu_note="It says Lock.")))
    assert says(page, "Ask Sam.")
    assert note(page, "Private note").toPlainText() == "Ask Sam."
    assert note(page, "What your menu says").toPlainText() == "It says Lock."


def test_what_is_being_written_stays_when_an_answer_arrives(page: StepPage) -> None:
    field = note(page, "Private note")
    field.setPlainText("Half a sent")
    field.setFocus()
    show_step(page, row=a_row(answer=held()))
    assert note(page, "Private note").toPlainText() == "Half a sent"
    assert note(page, "Private note").isVisibleTo(page)


def test_what_is_being_written_stays_when_the_page_is_drawn_anew(page: StepPage) -> None:
    note(page, "Private note").setPlainText("Half a sent")
    show_step(page, number=2, row=a_row(answer=an_answer(menu_note="It says Lock.")))
    assert note(page, "Private note").toPlainText() == "Half a sent"
    assert note(page, "What your menu says").toPlainText() == "It says Lock."


def test_another_step_begins_with_its_own_notes(page: StepPage) -> None:
    note(page, "Private note").setPlainText("Half a sent")
    show_step(page, row=a_row("ipad.sleep", "Agree on a bedtime"))
    assert note(page, "Private note").toPlainText() == ""


def test_notes_are_deleted_everywhere_and_no_draft_of_them_stays(qtbot: QtBot, page: StepPage) -> None:
    show_step(page, row=a_row(answer=an_answer(note="Ask Sam.")))
    note(page, "Private note").setPlainText("Ask Sam and")
    press(page, "Delete this note everywhere")
    with qtbot.waitSignal(page.notes_forgotten) as said:
        press(open_dialog(page), "Delete it")
    key, asked = said.args
    assert key == a_key()
    asked.over()
    show_step(page, row=a_row(answer=an_answer()))
    assert note(page, "Private note").toPlainText() == ""
    with qtbot.assertNotEmitted(page.answered):
        page.keep_draft()


def test_what_is_being_written_is_kept_before_the_window_goes(qtbot: QtBot, page: StepPage) -> None:
    note(page, "Private note").setPlainText("Half a sent")
    with qtbot.waitSignal(page.answered) as said:
        page.keep_draft()
    assert said.args[0].note == "Half a sent"


def test_from_thirteen_on_private_notes_are_off(qtbot: QtBot, page: StepPage) -> None:
    show_step(page, notes_open=False, row=a_row(answer=an_answer(note="Kept before")))
    assert says(page, "Private notes are off for young people from 13 on.")
    assert not says(page, "Kept before")
    assert [one.accessibleName() for one in page.findChildren(QPlainTextEdit)] == ["What your menu says"]
    note(page, "What your menu says").setPlainText("It says Lock.")
    with qtbot.waitSignal(page.answered) as said:
        press(page, "Keep this note")
    assert said.args == [an_answer(note="Kept before", menu_note="It says Lock.")]


def test_before_a_step_is_shown_nothing_happens(qtbot: QtBot, theme: Theme) -> None:
    page = StepPage(theme)
    qtbot.addWidget(page)
    with qtbot.assertNotEmitted(page.group_opened), qtbot.assertNotEmitted(page.link_opened):
        page.bar.next_asked.emit()
        page.bar.test_asked.emit()


HOME = Target(TargetKind.HOME)


@pytest.mark.parametrize(
    ("changes", "only"),
    [
        ({}, True),
        ({"row": a_row(answer=held(), stale=True)}, True),
        ({"row": a_row(answer=an_answer(note="Ask Sam."))}, False),
        ({"row": a_row(title="Another title")}, False),
        ({"row": replace(a_row(), key=ItemKey("ipad.code", HOME))}, False),
        ({"number": 2}, False),
    ],
)
def test_only_what_was_answered_is_drawn_where_nothing_else_differs(changes: dict[str, object], only: bool) -> None:
    assert differ_in_answer_only(a_step_view(), a_step_view(**changes)) is only
