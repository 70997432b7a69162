"""Talk: cards by age and topic, and what was talked about."""

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from familysafe.ui.pages.talk import TalkPage
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from tests.builders import TODAY
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, come_to_rest, open_dialog, press, says, seen, texts
from tests.ui.views import a_card_row, a_talk_row, a_talk_view


@pytest.fixture
def page(theme: Theme, show: Show) -> TalkPage:
    page = TalkPage(theme)
    page.show_view(a_talk_view())
    show(page, 1000, 800)
    return page


def openers(page: TalkPage) -> list[str]:
    come_to_rest()
    return [text for text in texts(page) if text.startswith("“")]


def choose_topic(page: TalkPage, topic: str) -> None:
    box = seen(page, QComboBox)[0]
    box.setCurrentIndex(box.findData(topic))
    box.activated.emit(box.currentIndex())


def test_it_begins_with_the_age_of_the_youngest(page: TalkPage) -> None:
    assert button(page, "Age: 8 to 10").isChecked()
    assert openers(page) == ["“What made you laugh?”", "“Who do you play with?”"]


def test_where_no_age_is_known_it_begins_in_the_middle(theme: Theme, show: Show) -> None:
    page = TalkPage(theme)
    page.show_view(a_talk_view(band=None))
    show(page)
    assert button(page, "Age: 8 to 10").isChecked()


def test_another_age_shows_other_cards_and_stays_chosen(qtbot: QtBot, page: TalkPage) -> None:
    click(qtbot, button(page, "Age: 13 to 15"))
    assert openers(page) == ["“Who is on the bus?”"]
    page.show_view(a_talk_view())
    assert openers(page) == ["“Who is on the bus?”"]


def test_a_topic_narrows_them(page: TalkPage) -> None:
    choose_topic(page, "games")
    assert openers(page) == ["“Who do you play with?”"]


def test_only_topics_of_the_age_can_be_chosen(page: TalkPage) -> None:
    press(page, "Age: 13 to 15")
    box = seen(page, QComboBox)[0]
    assert [box.itemText(number) for number in range(box.count())] == ["Every topic", "Trust"]


def test_a_topic_that_the_age_has_not_gives_way_to_every_topic(page: TalkPage) -> None:
    choose_topic(page, "games")
    press(page, "Age: 13 to 15")
    assert openers(page) == ["“Who is on the bus?”"]


def test_an_age_without_cards_says_so(page: TalkPage) -> None:
    press(page, "Age: Under 5")
    assert says(page, "No card on this topic for this age.")


def test_a_card_is_opened(qtbot: QtBot, page: TalkPage) -> None:
    with qtbot.waitSignal(page.card_opened) as said:
        press(page, "Open: Who do you play with?")
    assert said.args == ["games.chat"]


def test_a_card_says_when_it_was_used(page: TalkPage) -> None:
    page.show_view(a_talk_view(cards=(a_card_row(talked_on=TODAY),)))
    assert says(page, "Trust · 3 minutes · talked about on 22 Nov 2026")


def test_before_the_first_talk_it_says_how_to_begin(page: TalkPage) -> None:
    assert says(page, "Nothing yet. Open a card and choose “We talked”.")


@pytest.mark.parametrize(("children", "head"), [("Younger", "22 Nov 2026 · Younger"), ("", "22 Nov 2026")])
def test_talks_are_listed_with_their_notes(page: TalkPage, children: str, head: str) -> None:
    page.show_view(a_talk_view(talks=(a_talk_row(children=children),)))
    assert {head, "Ask about Sam."} <= set(texts(page))
    page.show_view(a_talk_view(talks=(a_talk_row(note=""),)))
    assert not says(page, "Ask about Sam.")


def test_a_talk_is_taken_out_after_one_has_said_yes(qtbot: QtBot, page: TalkPage) -> None:
    page.show_view(a_talk_view(talks=(a_talk_row(),)))
    press(page, "Take out the talk of 22 Nov 2026")
    with qtbot.waitSignal(page.talk_forgotten) as said:
        press(open_dialog(page), "Take out")
    assert said.args == ["t1"]


def test_leaving_it_as_it_is_says_nothing(qtbot: QtBot, page: TalkPage) -> None:
    page.show_view(a_talk_view(talks=(a_talk_row(),)))
    press(page, "Take out the talk of 22 Nov 2026")
    with qtbot.assertNotEmitted(page.talk_forgotten):
        press(open_dialog(page), "Leave as it is")


def test_a_note_is_deleted_everywhere_after_one_has_said_yes(qtbot: QtBot, page: TalkPage) -> None:
    page.show_view(a_talk_view(talks=(a_talk_row(),)))
    press(page, "Delete the note of 22 Nov 2026 everywhere")
    assert says(open_dialog(page), "What FamilySafe cannot reach")
    dialog = open_dialog(page)
    with qtbot.waitSignal(page.note_forgotten) as said:
        press(dialog, "Delete it")
    assert said.args == ["t1", dialog]
    said.args[1].over()


def test_a_talk_without_a_note_has_none_to_delete(page: TalkPage) -> None:
    page.show_view(a_talk_view(talks=(a_talk_row(note=""),)))
    come_to_rest()
    assert not any("everywhere" in one.accessibleName() for one in seen(page, Button))
