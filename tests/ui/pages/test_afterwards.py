"""After the last screen: what may help later, where it may be kept."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from familysafe.domain.help_views import AfterwardsView
from familysafe.domain.record import LookIn
from familysafe.ui.pages.afterwards import Afterwards
from familysafe.ui.theme import Theme
from tests.builders import TODAY
from tests.ui.conftest import Show
from tests.ui.eyes import button, press, says, texts
from tests.ui.help_views import a_later, a_situation_view
from tests.ui.views import a_key

ASK = "Ask me later how things are"
LATER = {ASK, "Settings that would help now", "When it is calmer: something to talk about"}


def after(theme: Theme, show: Show, later: AfterwardsView | None = None, **changes: bool) -> Afterwards:
    shown = show(Afterwards(theme, a_situation_view(**changes), later))
    assert isinstance(shown, Afterwards)
    return shown


def test_nobody_is_asked_unless_it_is_chosen(theme: Theme, show: Show, qtbot: QtBot) -> None:
    page = after(theme, show, a_later())
    assert not button(page, ASK).isChecked()
    assert says(page, "24 Nov 2026, 26 Nov 2026, 28 Nov 2026")
    assert says(page, "it says “Look in again”, and no more")
    with qtbot.waitSignal(page.look_in_chosen) as said:
        press(page, ASK)
    assert said.args == [True]


def test_what_was_chosen_is_ticked_with_its_own_days_and_can_be_taken_back(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    kept = LookIn("l1", "pictures", (TODAY.replace(day=30),))
    page = after(theme, show, a_later(look_in=kept))
    assert button(page, ASK).isChecked()
    assert says(page, "30 Nov 2026")
    assert not says(page, "24 Nov 2026")
    with qtbot.waitSignal(page.look_in_chosen) as said:
        press(page, ASK)
    assert said.args == [False]


def test_steps_and_cards_that_would_help_are_opened_by_a_click(theme: Theme, show: Show, qtbot: QtBot) -> None:
    page = after(theme, show, a_later())
    with qtbot.waitSignal(page.step_opened) as said:
        press(page, "Start: Set a code")
    assert said.args == [a_key()]
    with qtbot.waitSignal(page.card_opened) as said:
        press(page, "Open the card: What made you laugh?")
    assert said.args == ["trust.tea"]


def test_where_nothing_would_help_there_is_no_heading_for_it(theme: Theme, show: Show) -> None:
    page = after(theme, show, replace(a_later(), steps=(), cards=()))
    assert not LATER & set(texts(page))
    assert button(page, ASK).isVisible()


@pytest.mark.parametrize(
    ("later", "changes"),
    [(None, {}), (a_later(), {"quiet": True}), (a_later(), {"child": True})],
    ids=["no household", "quiet", "child's door"],
)
def test_where_nothing_may_be_kept_it_only_says_goodbye(
    theme: Theme, show: Show, qtbot: QtBot, later: AfterwardsView | None, changes: dict[str, bool]
) -> None:
    page = after(theme, show, later, **changes)
    assert len(texts(page)) == 2
    assert texts(page)[0] == "You have been through all of it"
    with qtbot.waitSignal(page.contacts_asked):
        press(page, "Everyone who can help")


def test_a_child_is_told_the_one_thing_that_is_best(theme: Theme, show: Show) -> None:
    assert says(after(theme, show, child=True), "Telling someone is the best one.")
    assert says(after(theme, show), "You can come back to any step.")
