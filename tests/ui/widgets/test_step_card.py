"""A step as a card in a list."""

from datetime import date

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from familysafe.domain.answer import Answer, AnswerReason, Evidence, State
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.step_card import StepCard, answer_icon, answer_text, list_of, minutes_text
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, come_to_rest, texts
from tests.ui.views import a_key, a_row, an_answer, did_not_hold, held

TOLD = an_answer(evidence=Evidence.TOLD)
LATER = replace(an_answer(), state=State.LATER, evidence=None, until=date(2026, 12, 1))
NOT_FOR_US = replace(an_answer(), state=State.NOT_FOR_US, evidence=None, reason=AnswerReason.NOT_ON_OURS)
LOOSENED = replace(an_answer(), state=State.LOOSENED, evidence=None, reason=AnswerReason.ON_TRIAL)
TO_DO = replace(an_answer(), state=State.TO_DO, evidence=None)


@pytest.mark.parametrize(
    ("answer", "text", "icon"),
    [
        (None, "", "circle"),
        (TO_DO, "", "circle"),
        (TOLD, "told", "talk"),
        (an_answer(), "seen", "eye"),
        (held(), "tested", "check"),
        (did_not_hold(), "did not hold", "circle"),
        (LATER, "later", "clock"),
        (NOT_FOR_US, "not for us", "minus"),
        (LOOSENED, "loosened on purpose", "minus"),
    ],
)
def test_what_is_known_is_a_word_and_a_mark(answer: Answer | None, text: str, icon: str) -> None:
    assert answer_text(answer) == text
    assert answer_icon(answer) == icon


def test_what_was_tested_long_ago_says_so() -> None:
    assert answer_text(held(), stale=True) == "tested, look again"


def test_minutes_are_short() -> None:
    assert minutes_text(5) == "5 min"


def test_it_says_who_what_where_and_how_long(theme: Theme, show: Show) -> None:
    card = StepCard(theme, a_row(answer=held()))
    show(card, 900, 120)
    assert set(texts(card)) == {"Set a code", "Younger cannot change it.", "The iPad", "tested", "5 min", "Y"}


@pytest.mark.parametrize(
    ("answer", "verb"), [(None, "Start"), (did_not_hold(), "Start"), (LATER, "Start"), (held(), "Open")]
)
def test_its_button_starts_what_is_open_and_opens_what_is_settled(
    qtbot: QtBot, theme: Theme, show: Show, answer: Answer | None, verb: str
) -> None:
    card = StepCard(theme, a_row(answer=answer))
    show(card, 900, 120)
    with qtbot.waitSignal(card.opened) as said:
        click(qtbot, button(card, f"{verb}: Set a code"))
    assert said.args == [a_key()]


def test_a_page_may_give_the_verb(qtbot: QtBot, theme: Theme) -> None:
    card = StepCard(theme, a_row(), verb="Try it")
    qtbot.addWidget(card)
    assert button(card, "Try it: Set a code").text() == "Try it"


def test_where_it_is_narrow_the_button_stands_below(theme: Theme, show: Show) -> None:
    card = StepCard(theme, a_row())
    show(card, 700, 200)
    one = button(card, "Start: Set a code")
    assert one.x() > 350
    beside = one.y()
    card.resize(400, 300)
    come_to_rest()
    assert one.y() > beside


def test_only_the_first_of_a_list_carries_the_main_button(qtbot: QtBot, theme: Theme) -> None:
    cards = list_of(theme, (a_row(), a_row("b", "Second")), main_first=True)
    for card in cards:
        qtbot.addWidget(card)
    kinds = [button(card, f"Start: {title}").kind for card, title in zip(cards, ("Set a code", "Second"), strict=True)]
    assert kinds == ["go", "plain"]


def test_a_list_of_equals_has_no_main_button(qtbot: QtBot, theme: Theme) -> None:
    (card,) = list_of(theme, (a_row(),))
    qtbot.addWidget(card)
    assert button(card, "Start: Set a code").kind == "plain"


def test_a_step_of_a_page_about_its_place_does_not_repeat_it(qtbot: QtBot, theme: Theme) -> None:
    card = StepCard(theme, a_row(place=""))
    qtbot.addWidget(card)
    assert "The iPad" not in texts(card)
