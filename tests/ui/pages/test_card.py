"""A card, and “we talked”."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from familysafe.domain.phrasebook import Local
from familysafe.ui.pages.card import CardPage
from familysafe.ui.theme import Theme
from tests.builders import TODAY, card_words
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, open_dialog, press, says, seen, texts
from tests.ui.views import a_card_row, a_talk_view

BOTH = (("c1", "Younger"), ("c2", "Elder"))


@pytest.fixture
def page(theme: Theme, show: Show) -> CardPage:
    page = CardPage(theme)
    page.show_view(a_card_row(), a_talk_view(children=BOTH), TODAY)
    show(page, 1000, 800)
    return page


def test_the_opener_comes_first_and_what_to_do_with_what_they_say(page: CardPage) -> None:
    wanted = {"Trust · 8 to 10", "“What made you laugh?”", "“And then?”", "If they tell you something", "Thank them."}
    assert wanted <= set(texts(page))


def test_what_is_for_the_grown_up_is_folded_away(page: CardPage) -> None:
    assert "A pause." not in texts(page)
    press(page, "For the grown-up")
    assert {"What to listen for", "A pause.", "Better not said", "Stop it."} <= set(texts(page))


def test_a_sentence_for_some_countries_is_shown_as_any_other(page: CardPage) -> None:
    words = card_words(follow_ups=(Local("Who would you tell?", ("GB",)),), listen_for=(Local("Silence.", ("GB",)),))
    page.show_view(a_card_row(words=words), a_talk_view(), TODAY)
    press(page, "For the grown-up")
    assert {"“Who would you tell?”", "Silence."} <= set(texts(page))


@pytest.mark.parametrize(("on", "said"), [(None, False), (date(2026, 11, 2), True)])
def test_it_says_when_it_was_last_talked_about(page: CardPage, on: date | None, said: bool) -> None:
    page.show_view(a_card_row(talked_on=on), a_talk_view(), TODAY)
    assert says(page, "Talked about on 2 Nov 2026.") is said


def test_back_and_help_are_said(qtbot: QtBot, page: CardPage) -> None:
    with qtbot.waitSignal(page.back):
        click(qtbot, button(page, "Back to Talk"))
    with qtbot.waitSignal(page.help_asked):
        press(page, "Help now")


def test_who_was_there_and_a_note_are_kept(qtbot: QtBot, page: CardPage) -> None:
    press(page, "We talked")
    dialog = open_dialog(page)
    press(dialog, "Elder")
    seen(dialog, QPlainTextEdit)[0].setPlainText("  No phones at supper. ")
    with qtbot.waitSignal(page.talked) as said:
        press(dialog, "Keep")
    (talk,) = said.args
    assert (talk.on, talk.cards, talk.children, talk.note) == (TODAY, ("trust.tea",), ("c2",), "No phones at supper.")


def test_nobody_is_ticked_beforehand(qtbot: QtBot, page: CardPage) -> None:
    press(page, "We talked")
    dialog = open_dialog(page)
    assert not any(button(dialog, name).isChecked() for name in ("Younger", "Elder"))
    with qtbot.waitSignal(page.talked) as said:
        press(dialog, "Keep")
    assert said.args[0].children == ()


def test_cancel_keeps_nothing(qtbot: QtBot, page: CardPage) -> None:
    press(page, "We talked")
    with qtbot.assertNotEmitted(page.talked):
        press(open_dialog(page), "Cancel")


def test_from_thirteen_on_private_notes_are_off(qtbot: QtBot, page: CardPage) -> None:
    page.show_view(a_card_row(), a_talk_view(notes_open=False), TODAY)
    press(page, "We talked")
    dialog = open_dialog(page)
    assert seen(dialog, QPlainTextEdit) == []
    assert says(dialog, "Private notes are off for young people from 13 on.")
    with qtbot.waitSignal(page.talked) as said:
        press(dialog, "Keep")
    assert said.args[0].note == ""


def test_without_children_nobody_is_asked_for(page: CardPage) -> None:
    page.show_view(a_card_row(), a_talk_view(children=()), TODAY)
    press(page, "We talked")
    assert "With whom?" not in texts(open_dialog(page))


def test_before_a_card_is_shown_nothing_is_asked(qtbot: QtBot, theme: Theme) -> None:
    page = CardPage(theme)
    qtbot.addWidget(page)
    page._ask_talked()
    assert texts(page) == []
