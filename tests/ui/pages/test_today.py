"""Today: one obvious next thing, and honest ends."""

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from familysafe.domain.household import Household
from familysafe.domain.views import LookAgain, TodayView
from familysafe.ui.pages.today import TodayPage, fits, greeting, minutes_label, progress_lines
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.drawn import Ring
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, press, says, seen, texts
from tests.ui.views import a_key, a_progress, a_row, a_today, held

EVENING = datetime.fromisoformat("2026-11-22T19:30")


@pytest.fixture
def page(theme: Theme, show: Show) -> TodayPage:
    page = TodayPage(theme)
    page.show_view(a_today(), EVENING)
    show(page, 1100, 800)
    return page


def drawn(page: TodayPage, view: TodayView) -> list[str]:
    page.show_view(view, EVENING)
    return texts(page)


def test_it_greets_names_the_day_and_what_fits(page: TodayPage) -> None:
    assert {"Good evening", "Sunday 22 November", "These two fit into 15 minutes"} <= set(texts(page))


def test_the_time_last_chosen_is_marked(page: TodayPage) -> None:
    assert button(page, "How long have you got?: 15 min").isChecked()


@pytest.mark.parametrize(("name", "minutes"), [("5 min", 5), ("30 min", 30), ("An evening", 90)])
def test_another_time_is_said(qtbot: QtBot, page: TodayPage, name: str, minutes: int) -> None:
    with qtbot.waitSignal(page.minutes_chosen) as said:
        click(qtbot, button(page, f"How long have you got?: {name}"))
    assert said.args == [minutes]


def test_the_first_step_carries_the_one_main_button(page: TodayPage) -> None:
    starts = [one for one in seen(page, Button) if one.accessibleName().startswith("Start: ")]
    assert [one.kind for one in starts] == ["go", "plain"]


def test_whoever_has_been_through_it_can_stop_there(page: TodayPage) -> None:
    assert "You can stop here" not in texts(page)
    said = drawn(page, a_today(stop_here=True))
    assert said.index("You can stop here") < said.index("These two fit into 15 minutes")
    assert "You have been through what you had time for. The rest can wait." in said
    starts = [one for one in seen(page, Button) if one.accessibleName().startswith("Start: ")]
    assert [one.kind for one in starts] == ["plain", "plain"]


def test_what_to_ask_first_stands_before_the_steps_until_one_has_been_through_them(page: TodayPage) -> None:
    said = drawn(page, a_today(first="Ask Elder first."))
    assert said.index("Ask Elder first.") < said.index("These two fit into 15 minutes")
    assert "Ask Elder first." not in drawn(page, a_today(first="Ask Elder first.", stop_here=True))
    assert "Ask Elder first." not in drawn(page, a_today(first="Ask Elder first.", picks=(), open_steps=0))


def test_where_nothing_is_left_it_says_so_once(page: TodayPage) -> None:
    said = drawn(page, a_today(stop_here=True, picks=(), open_steps=0, rings=()))
    assert said.count("You can stop here") == 1


def test_a_step_is_opened(qtbot: QtBot, page: TodayPage) -> None:
    with qtbot.waitSignal(page.step_opened) as said:
        click(qtbot, button(page, "Start: Agree on a bedtime"))
    assert said.args == [a_key("ipad.sleep")]


def test_the_next_talk_is_opened(qtbot: QtBot, page: TodayPage) -> None:
    assert "“What made you laugh?”" in texts(page)
    with qtbot.waitSignal(page.card_opened) as said:
        click(qtbot, button(page, "Open the card"))
    assert said.args == ["trust.tea"]


def test_where_every_card_was_used_there_is_no_talk(page: TodayPage) -> None:
    assert not any("A talk that goes with it" in text for text in drawn(page, a_today(card=None)))


def test_a_ring_says_what_it_shows_and_leads_to_its_guide(qtbot: QtBot, page: TodayPage) -> None:
    (ring,) = seen(page, Ring)
    assert ring.accessibleName() == "The iPad: Of the six that matter most, 3 tested, 1 seen, 2 to do"
    with qtbot.waitSignal(page.group_opened) as said:
        click(qtbot, button(page, "Open The iPad"))
    assert said.args == ["device:d1"]


def test_no_more_than_five_rings_are_shown(page: TodayPage) -> None:
    page.show_view(a_today(rings=(a_progress(),) * 9), EVENING)
    assert len(seen(page, Ring)) == 5


def test_what_was_tested_long_ago_is_to_be_looked_at_again(qtbot: QtBot, page: TodayPage) -> None:
    old = a_row("sky.shield", "Switch the filter on", answer=held("sky.shield"), stale=True)
    page.show_view(a_today(look_again=(LookAgain(old, 94),)), EVENING)
    assert says(page, "Last tested 94 days ago.")
    with qtbot.waitSignal(page.step_opened) as said:
        press(page, "Try it: Switch the filter on")
    assert said.args == [a_key("sky.shield")]


def test_when_all_is_settled_one_can_stop(page: TodayPage) -> None:
    assert "You can stop here" in drawn(page, a_today(picks=(), open_steps=0))


def test_when_nothing_short_is_left_it_says_so(page: TodayPage) -> None:
    assert "Nothing short enough is left" in drawn(page, a_today(picks=()))


def test_when_nobody_is_known_it_leads_to_family(qtbot: QtBot, page: TodayPage) -> None:
    assert "Tell FamilySafe who is at home" in drawn(page, a_today(picks=(), household=Household()))
    with qtbot.waitSignal(page.family_asked):
        press(page, "Open Family")


@pytest.mark.parametrize(
    ("throw_away", "says_so"), [(True, "Nothing is being saved."), (False, "Everything here stays on this computer.")]
)
def test_it_says_where_things_are_kept(page: TodayPage, throw_away: bool, says_so: str) -> None:
    assert any(says_so in text for text in drawn(page, a_today(throw_away=throw_away)))


@pytest.mark.parametrize(
    ("hour", "said"),
    [(0, "Good morning"), (11, "Good morning"), (12, "Good afternoon"), (17, "Good afternoon"), (18, "Good evening")],
)
def test_the_greeting_fits_the_hour(hour: int, said: str) -> None:
    assert greeting(EVENING.replace(hour=hour)) == said


def test_an_evening_is_called_so() -> None:
    assert (minutes_label(90), minutes_label(5)) == ("An evening", "5 min")


@pytest.mark.parametrize(
    ("count", "minutes", "said"),
    [
        (1, 15, "This one fits into 15 minutes"),
        (3, 15, "These three fit into 15 minutes"),
        (1, 90, "This one fits into an evening"),
        (12, 90, "These 12 fit into an evening"),
    ],
)
def test_what_fits_is_counted_in_words(count: int, minutes: int, said: str) -> None:
    assert fits(count, minutes) == said


@pytest.mark.parametrize(
    ("of", "counts", "said"),
    [
        (6, {"tested": 3, "seen": 1}, ("Of the six that matter most", "3 tested", "1 seen", "2 to do")),
        (1, {}, ("Of the one that matters most", "1 to do")),
        (2, {"told": 1, "settled": 1}, ("All two that matter most", "1 told", "1 settled another way")),
        (1, {"tested": 1}, ("The one that matters most", "1 tested")),
    ],
)
def test_progress_is_said_in_lines_and_ends_where_one_can_stop(
    of: int, counts: dict[str, int], said: tuple[str, ...]
) -> None:
    done = sum(counts.values()) == of
    progress = a_progress(**{"of": of, "tested": 0, "seen": 0, **counts})
    assert progress_lines(progress) == said + (("You can stop here",) if done else ())
