"""Check my data: what was found, and the verdict."""

from datetime import datetime

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Checkup
from familysafe.ui.pages.check_data import CheckDataPage
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.card import Card
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, press, says, seen

WELL = Checkup("4.6.1", 2, True, True, True, True, backups=4, backups_sound=4)
HALF_PAST = datetime.fromisoformat("2026-11-22T19:30")


@pytest.fixture
def page(theme: Theme, show: Show) -> CheckDataPage:
    page = CheckDataPage(theme)
    page.show_view(throw_away=False)
    show(page, 900, 700)
    return page


def tones(page: CheckDataPage) -> list[str]:
    come_to_rest()
    return [card.tone for card in seen(page, Card)]


def test_before_the_first_check_there_is_only_a_button(qtbot: QtBot, page: CheckDataPage) -> None:
    with qtbot.waitSignal(page.check_asked):
        press(page, "Check now")
    assert not says(page, "Checked at")


def test_what_was_found_is_shown_with_the_verdict(page: CheckDataPage) -> None:
    page.show_checkup(WELL, HALF_PAST)
    come_to_rest()
    assert says(page, "All is well.")
    assert says(page, "Checked at 19:30")
    assert says(page, "All 4 copies can be read through.")
    assert "amber" not in tones(page)
    assert button(page, "Check again").isEnabled()


def test_what_is_not_well_is_amber(page: CheckDataPage) -> None:
    page.show_checkup(replace(WELL, backups_sound=3), HALF_PAST)
    come_to_rest()
    assert says(page, "One thing needs a look.")
    assert says(page, "3 of 4 copies can be read through.")
    assert "amber" in tones(page)


def test_while_it_reads_it_can_be_stopped_but_not_begun_again(qtbot: QtBot, page: CheckDataPage) -> None:
    page.show_checkup(WELL, HALF_PAST)
    page.begin_check()
    come_to_rest()
    assert not button(page, "Check again").isEnabled()
    assert button(page, "Cancel").hasFocus()
    with qtbot.waitSignal(page.foot.cancelled):
        press(page, "Cancel")


@pytest.mark.parametrize(
    ("code", "said", "silent"),
    [(Code.CANCELLED, "Stopped, as you asked.", "Nothing was changed."), (Code.DISK_REFUSES, "try again.", "Stopped")],
)
def test_why_nothing_was_found_out_is_told(page: CheckDataPage, code: Code, said: str, silent: str) -> None:
    page.show_checkup(WELL, HALF_PAST)
    page.begin_check()
    page.refuse(FamilySafeError(code))
    come_to_rest()
    assert says(page.foot, said)
    assert not says(page.foot, silent)
    assert says(page, "All is well.")


def test_what_is_thrown_away_is_not_checked(page: CheckDataPage) -> None:
    page.show_view(throw_away=True)
    come_to_rest()
    assert says(page, "Nothing is being saved here")
    assert not any("Check" in one.text() for one in seen(page, type(button(page, "Back to Settings"))))


def test_it_leads_back(qtbot: QtBot, page: CheckDataPage) -> None:
    with qtbot.waitSignal(page.back):
        press(page, "Back to Settings")
