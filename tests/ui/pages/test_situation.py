"""A situation: one calm screen after the other."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from familysafe.ui.pages.afterwards import Afterwards
from familysafe.ui.pages.situation import SituationPage
from familysafe.ui.theme import Theme
from familysafe.ui.walks import Walk
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card
from familysafe.ui.widgets.contact import ContactCard
from familysafe.ui.widgets.plain import PlainLabel
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, come_to_rest, press, says, seen, texts
from tests.ui.help_views import a_bare_screen, a_later, a_screen, a_situation_view

WRITE = "Write it down here"
NOTE = Walk(at=1)
LAST = Walk(at=3)


@pytest.fixture
def page(theme: Theme, show: Show) -> SituationPage:
    page = SituationPage(theme)
    page.show_view(a_situation_view(), Walk())
    show(page, 1000, 900)
    return page


def names(page: SituationPage) -> list[str]:
    return [one.accessibleName() for one in seen(page, Button)]


def card_of(page: SituationPage, line: str) -> Card:
    """The innermost card on which a line stands."""
    return [one for one in seen(page, Card) if line in texts(one)][-1]


def test_a_screen_shows_its_words_and_what_better_not(page: SituationPage) -> None:
    assert {"Title of pictures.words", "Sit down.", "Listen."} <= set(texts(page))
    assert texts(card_of(page, "“I am glad you told me.”")) == ["Words you could say", "“I am glad you told me.”"]
    assert texts(card_of(page, "Never pay.")) == ["Never", "Never pay."]
    assert texts(card_of(page, "Why did you.")) == ["Better not", "Why did you."]


def test_the_situation_and_the_step_are_said_above_them(page: SituationPage) -> None:
    assert texts(page)[0] == "A picture went round · step 1 of 3"


def test_what_a_screen_has_not_is_not_shown_empty(page: SituationPage) -> None:
    page.show_view(a_situation_view(screens=(a_bare_screen(),)), Walk())
    come_to_rest()
    shown = set(texts(page))
    assert "Title of pictures.report" in shown
    assert not {"Words you could say", "Never", "Better not", "Who can help with this"} & shown
    assert "Not possible?" not in names(page)
    assert seen(page, ContactCard) == []


def test_what_else_one_can_do_is_folded_away_until_it_is_asked_for(page: SituationPage) -> None:
    assert not says(page, "Write a note.")
    press(page, "Not possible?")
    come_to_rest()
    assert says(page, "Write a note.")


def test_in_the_childs_door_the_words_are_the_childs_own(page: SituationPage) -> None:
    page.show_view(a_situation_view(child=True), Walk())
    come_to_rest()
    assert says(page, "You could say")
    assert not says(page, "Words you could say")


def test_what_is_not_confirmed_says_so(page: SituationPage) -> None:
    unsure = "We could not confirm all of this in an official source."
    assert unsure not in texts(page)
    page.show_view(a_situation_view(screens=(a_screen(to_confirm=True),)), Walk())
    come_to_rest()
    assert unsure in texts(page)


def test_the_emergency_number_stays_in_sight_and_can_be_selected(page: SituationPage) -> None:
    (call,) = [one for one in seen(page, PlainLabel) if one.text() == "If anyone is in danger: call 999"]
    assert call.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    page.show_view(a_situation_view(number=""), Walk())
    come_to_rest()
    assert not says(page, "If anyone is in danger")


def test_contacts_lead_on_by_a_click(qtbot: QtBot, page: SituationPage) -> None:
    with qtbot.waitSignal(page.link_opened) as said:
        press(page, "Open https://www.childline.org.uk/talk in the browser")
    assert said.args == ["https://www.childline.org.uk/talk"]
    with qtbot.waitSignal(page.qr_asked) as said:
        press(page, "Show the QR code of https://www.childline.org.uk/talk")
    assert said.args == seen(page, ContactCard)
    with qtbot.waitSignal(page.contacts_asked):
        press(page, "Everyone who can help")


@pytest.mark.parametrize(
    ("name", "marks"),
    [("Next", []), ("Done", [("pictures.words", "done")]), ("Not possible", [("pictures.words", "not-possible")])],
)
def test_every_way_on_leads_to_the_next_screen(
    qtbot: QtBot, page: SituationPage, name: str, marks: list[tuple[str, str]]
) -> None:
    marked: list[tuple[str, str]] = []
    page.marked.connect(lambda step, mark: marked.append((step, mark)))
    with qtbot.waitSignal(page.moved) as said:
        press(page, name)
    assert said.args == [1]
    assert marked == marks


def test_back_leads_to_the_screen_before_and_from_the_first_one_out(qtbot: QtBot, page: SituationPage) -> None:
    with qtbot.assertNotEmitted(page.moved), qtbot.waitSignal(page.back):
        press(page, "Back")
    page.show_view(a_situation_view(), NOTE)
    come_to_rest()
    with qtbot.assertNotEmitted(page.back), qtbot.waitSignal(page.moved) as said:
        press(page, "Back")
    assert said.args == [0]


def test_the_way_to_all_situations_stands_above(qtbot: QtBot, page: SituationPage) -> None:
    with qtbot.waitSignal(page.back):
        press(page, "Help now")


def test_leaving_is_one_click(qtbot: QtBot, page: SituationPage) -> None:
    with qtbot.waitSignal(page.left):
        click(qtbot, button(page, "Leave quickly (Escape)"))


@pytest.mark.parametrize(
    ("mark", "said"), [("done", "step 1 of 3 · done"), ("not-possible", "step 1 of 3 · not possible")]
)
def test_what_was_said_of_a_screen_stands_with_it(page: SituationPage, mark: str, said: str) -> None:
    page.show_view(a_situation_view(), Walk(marks={"pictures.words": mark}))
    come_to_rest()
    assert texts(page)[0] == f"A picture went round · {said}"


def test_whoever_goes_on_by_keyboard_has_the_way_on_under_it(qtbot: QtBot, page: SituationPage) -> None:
    page.moved.connect(lambda at: page.show_view(a_situation_view(), Walk(at=at)))
    button(page, "Next").setFocus()
    for title in ("Title of pictures.note", "Title of pictures.report"):
        focused = page.window().focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Return)
        come_to_rest()
        assert title in texts(page)
    after = page.window().focusWidget()
    assert isinstance(after, QPushButton)
    assert after.text() == "After that"
    qtbot.keyClick(after, Qt.Key.Key_Return)
    come_to_rest()
    assert button(page, "Back").hasFocus()


def test_where_one_may_keep_a_record_it_is_offered_beside_the_note(qtbot: QtBot, page: SituationPage) -> None:
    page.show_view(a_situation_view(), NOTE, a_later())
    come_to_rest()
    with qtbot.waitSignal(page.record_asked):
        press(page, WRITE)


@pytest.mark.parametrize(
    ("changes", "walk", "open_household"),
    [
        ({}, Walk(), True),
        ({}, NOTE, False),
        ({"quiet": True}, NOTE, True),
        ({"child": True}, NOTE, True),
    ],
    ids=["another screen", "no household", "quiet", "child's door"],
)
def test_elsewhere_no_record_is_offered(
    page: SituationPage, changes: dict[str, bool], walk: Walk, open_household: bool
) -> None:
    page.show_view(a_situation_view(**changes), walk, a_later() if open_household else None)
    come_to_rest()
    assert WRITE not in names(page)


def test_after_the_last_screen_comes_what_is_later(page: SituationPage) -> None:
    page.show_view(a_situation_view(), Walk(at=2), a_later())
    come_to_rest()
    assert button(page, "After that").objectName() == "button-go"
    page.show_view(a_situation_view(), LAST, a_later())
    come_to_rest()
    assert texts(page)[0] == "A picture went round"
    assert len(seen(page, Afterwards)) == 1
    assert not {"Next", "After that", "Done", "Not possible"} & set(names(page))
    assert button(page, "Back").isVisible()


def test_a_place_that_is_not_there_any_more_is_the_end(page: SituationPage) -> None:
    page.show_view(a_situation_view(), Walk(at=40))
    come_to_rest()
    assert len(seen(page, Afterwards)) == 1


def test_what_is_asked_for_afterwards_is_said_on(qtbot: QtBot, page: SituationPage) -> None:
    page.show_view(a_situation_view(), LAST, a_later())
    come_to_rest()
    with qtbot.waitSignal(page.look_in_chosen) as said:
        press(page, "Ask me later how things are")
    assert said.args == [True]
    with qtbot.waitSignal(page.card_opened) as said:
        press(page, "Open the card: What made you laugh?")
    assert said.args == ["trust.tea"]
    with qtbot.waitSignal(page.step_opened):
        press(page, "Start: Set a code")
    with qtbot.waitSignal(page.contacts_asked):
        press(page, "Everyone who can help")


def test_the_same_screen_leaves_everything_where_it_is(page: SituationPage) -> None:
    press(page, "Not possible?")
    come_to_rest()
    page.show_view(a_situation_view(), Walk())
    come_to_rest()
    assert says(page, "Write a note.")
    page.show_view(replace(a_situation_view(), title="Something else"), Walk())
    come_to_rest()
    assert texts(page)[0] == "Something else · step 1 of 3"


def test_the_keyboard_begins_on_the_way_on(page: SituationPage) -> None:
    assert button(page, "Next").hasFocus()


def test_a_new_screen_is_read_out(page: SituationPage, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[QAccessibleAnnouncementEvent] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    page.show_view(a_situation_view(), NOTE)
    page.show_view(a_situation_view(), replace(NOTE, marks={"pictures.words": "done"}))
    assert [event.message().partition(".")[0] for event in told] == ["Title of pictures"]
