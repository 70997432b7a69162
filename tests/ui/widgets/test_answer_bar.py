"""The bar below a step: nothing is chosen beforehand, and every choice asks."""

from datetime import date

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from familysafe.domain.answer import (
    LOOSENED_REASONS,
    NOT_FOR_US_REASONS,
    Answer,
    AnswerReason,
    Evidence,
    Outcome,
    State,
)
from familysafe.domain.views import StepView
from familysafe.ui.days import short_day
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.answer_bar import AnswerBar, said_of
from familysafe.ui.widgets.button import Button
from familysafe.words.labels import REASONS
from tests.builders import TODAY
from tests.ui.conftest import Show
from tests.ui.eyes import button, choose, click, come_to_rest, entries, seen, texts
from tests.ui.views import IPAD, a_row, a_step_view, an_answer, did_not_hold, held

MORE = "Not for us, loosened on purpose"


@pytest.fixture
def bar(theme: Theme, show: Show) -> AnswerBar:
    bar = AnswerBar(theme)
    show(bar, 1000, 120)
    bar.show_view(a_step_view(), TODAY)
    return bar


def answered_with(answer: Answer) -> StepView:
    return a_step_view(row=a_row(answer=answer))


def chosen(bar: AnswerBar) -> list[str]:
    return [one.text() for one in seen(bar, Button) if one.isChecked()]


def test_nothing_is_chosen_beforehand(bar: AnswerBar) -> None:
    assert chosen(bar) == []
    assert texts(bar) == ["Is it on?"]


@pytest.mark.parametrize(("name", "evidence"), [("Someone says so", Evidence.TOLD), ("I have seen it", Evidence.SEEN)])
def test_told_and_seen_are_said_at_once(qtbot: QtBot, bar: AnswerBar, name: str, evidence: Evidence) -> None:
    with qtbot.waitSignal(bar.answered) as said:
        click(qtbot, button(bar, name))
    assert said.args == [Answer("ipad.code", IPAD, TODAY, State.DONE, evidence)]


def test_until_the_answer_is_saved_it_is_only_asked_for(qtbot: QtBot, bar: AnswerBar) -> None:
    asked = button(bar, "I have seen it")
    click(qtbot, asked)
    assert chosen(bar) == []
    assert asked.isDown()
    assert "Saving …" in texts(bar)


def test_what_is_saved_is_chosen_and_no_longer_pending(qtbot: QtBot, bar: AnswerBar) -> None:
    click(qtbot, button(bar, "I have seen it"))
    bar.show_view(answered_with(an_answer(on=TODAY)), TODAY)
    assert chosen(bar) == ["I have seen it"]
    assert not button(bar, "I have seen it").isDown()
    assert "Saved. Seen on 22 Nov 2026." in texts(bar)


def test_without_saving_it_never_says_saved(qtbot: QtBot, bar: AnswerBar) -> None:
    bar.show_view(a_step_view(throw_away=True), TODAY)
    click(qtbot, button(bar, "I have seen it"))
    assert "One moment …" in texts(bar)
    bar.show_view(replace(answered_with(an_answer(on=TODAY)), throw_away=True), TODAY)
    assert texts(bar)[-1] == "Noted until you close the window. Seen on 22 Nov 2026."


def test_tested_asks_for_the_test_and_says_nothing_yet(qtbot: QtBot, bar: AnswerBar) -> None:
    with qtbot.assertNotEmitted(bar.answered), qtbot.waitSignal(bar.test_asked):
        click(qtbot, button(bar, "We tested it"))
    assert chosen(bar) == []


def test_a_click_on_what_is_chosen_leaves_it_chosen(qtbot: QtBot, bar: AnswerBar) -> None:
    bar.show_view(answered_with(held()), TODAY)
    with qtbot.waitSignal(bar.test_asked):
        click(qtbot, button(bar, "We tested it"))
    assert chosen(bar) == ["We tested it"]


def test_it_did_not_hold_goes_back_to_do(qtbot: QtBot, bar: AnswerBar) -> None:
    with qtbot.waitSignal(bar.answered) as said:
        click(qtbot, button(bar, "It did not hold"))
    (answer,) = said.args
    assert (answer.state, answer.evidence, answer.outcome) == (State.TO_DO, Evidence.TESTED, Outcome.DID_NOT_HOLD)


def test_after_it_did_not_hold_nothing_is_chosen_and_it_says_what_to_do(bar: AnswerBar) -> None:
    bar.show_view(answered_with(did_not_hold()), TODAY)
    assert chosen(bar) == []
    assert texts(bar)[-1] == "Saved. It did not hold on 16 Nov 2026. What to do stands below the test."


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("Tomorrow", date(2026, 11, 23)),
        ("In a week", date(2026, 11, 29)),
        ("In a month", date(2026, 12, 22)),
        ("In three months", date(2027, 2, 22)),
    ],
)
def test_later_says_when_it_comes_back(qtbot: QtBot, bar: AnswerBar, line: str, until: date) -> None:
    assert f"{line} · {short_day(until)}" in [action.text() for action in entries(button(bar, "Later"))]
    with qtbot.waitSignal(bar.answered) as said:
        choose(button(bar, "Later"), line)
    assert said.args == [Answer("ipad.code", IPAD, TODAY, State.LATER, until=until)]


REASONED = [(State.NOT_FOR_US, reason) for reason in NOT_FOR_US_REASONS] + [
    (State.LOOSENED, reason) for reason in LOOSENED_REASONS
]


@pytest.mark.parametrize(("state", "reason"), REASONED)
def test_not_for_us_and_loosened_have_a_reason(
    qtbot: QtBot, bar: AnswerBar, state: State, reason: AnswerReason
) -> None:
    found = [one for one in entries(button(bar, MORE)) if one.data() == (state.value, reason.value)]
    assert [one.text().strip() for one in found] == [REASONS[reason]()]
    with qtbot.waitSignal(bar.answered) as said:
        found[0].trigger()
    assert said.args == [Answer("ipad.code", IPAD, TODAY, state, reason=reason)]


def test_that_it_can_be_loosened_is_read_before_the_menu_is_opened(bar: AnswerBar) -> None:
    assert button(bar, MORE).text() == "Not for us, loosened"


@pytest.mark.parametrize("answer", [None, held()])
def test_at_the_usual_width_all_answers_stand_in_one_line(bar: AnswerBar, answer: Answer | None) -> None:
    bar.resize(976, 90)
    bar.show_view(a_step_view(row=a_row(answer=answer)), TODAY)
    come_to_rest()
    assert len({one.mapTo(bar, one.rect().center()).y() for one in seen(bar, Button)}) == 1


def test_the_headings_of_the_menu_cannot_be_chosen(bar: AnswerBar) -> None:
    headings = [one.text() for one in entries(button(bar, MORE)) if not one.isEnabled()]
    assert headings == ["Not for us, because …", "Loosened on purpose, because …"]


def test_it_can_be_put_back_to_do(qtbot: QtBot, bar: AnswerBar) -> None:
    bar.show_view(answered_with(held()), TODAY)
    with qtbot.waitSignal(bar.answered) as said:
        choose(button(bar, MORE), "Put it back to do")
    assert said.args == [Answer("ipad.code", IPAD, TODAY, State.TO_DO)]


def test_a_new_answer_keeps_the_notes(qtbot: QtBot, bar: AnswerBar) -> None:
    bar.show_view(answered_with(an_answer(note="Ask Sam.", menu_note="It says Lock.")), TODAY)
    with qtbot.waitSignal(bar.answered) as said:
        click(qtbot, button(bar, "Someone says so"))
    (answer,) = said.args
    assert (answer.note, answer.menu_note) == ("Ask Sam.", "It says Lock.")


def test_next_is_said(qtbot: QtBot, bar: AnswerBar) -> None:
    with qtbot.waitSignal(bar.next_asked):
        click(qtbot, button(bar, "Next"))


def test_after_the_last_step_one_goes_back_to_the_guide(bar: AnswerBar) -> None:
    bar.show_view(a_step_view(following=None), TODAY)
    assert [one.text() for one in seen(bar, Button)][-1] == "Back to the guide"


def test_after_the_last_step_of_a_pick_one_goes_back_to_today(bar: AnswerBar) -> None:
    bar.show_view(a_step_view(following=None, picked=True), TODAY)
    assert [one.text() for one in seen(bar, Button)][-1] == "Back to Today"


def spoken_of(**changes: object) -> str:
    return said_of(replace(an_answer(evidence=None), **changes))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (said_of(None), ""),
        (said_of(an_answer(evidence=Evidence.TOLD)), "Saved. Someone said so on 16 Nov 2026."),
        (said_of(held()), "Saved. Tested on 16 Nov 2026, and it held."),
        (spoken_of(state=State.LATER, until=date(2026, 12, 1)), "Saved. It comes back on 1 Dec 2026."),
        (spoken_of(state=State.LATER), "Saved. It comes back on 16 Nov 2026."),
        (spoken_of(state=State.NOT_FOR_US, reason=AnswerReason.CARE_PLAN), "care plan says otherwise."),
        (spoken_of(state=State.LOOSENED, reason=AnswerReason.OLDER_NOW), "Loosened on purpose: They are older"),
        (spoken_of(state=State.TO_DO), ""),
    ],
)
def test_what_was_said_is_a_sentence(said: str, sentence: str) -> None:
    assert sentence in said
    assert bool(said) is bool(sentence)
