"""Backups: what there is, and what is asked for."""

from datetime import date

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.keeping import BackupsView
from familysafe.domain.safekeeping import Backup, BackupReason
from familysafe.ui.pages.backups import BackupsPage
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, press, says, seen

COPIES = (
    Backup(9, date(2026, 11, 21), BackupReason.RESTORE),
    Backup(8, date(2026, 11, 21), BackupReason.DAY),
    Backup(7, date(2026, 11, 19), BackupReason.MIGRATION),
)
VIEW = BackupsView(COPIES, travels=True, throw_away=False)


@pytest.fixture
def page(theme: Theme, show: Show) -> BackupsPage:
    page = BackupsPage(theme)
    page.show_view(VIEW)
    show(page, 1000, 800)
    return page


def verbs(page: BackupsPage) -> list[Button]:
    come_to_rest()
    return [one for one in seen(page._body, Button) if one.accessibleName() != "Back to Settings"]


def test_each_copy_says_its_day_and_why_it_was_made(page: BackupsPage) -> None:
    for said in ("21 Nov 2026", "19 Nov 2026", "What was here before", "Made by itself", "Made before FamilySafe"):
        assert says(page, said)


def test_a_copy_is_gone_back_to(qtbot: QtBot, page: BackupsPage) -> None:
    with qtbot.waitSignal(page.copy_asked) as said:
        press(page, "Go back to copy 8, of 21 Nov 2026")
    assert said.args == [COPIES[1]]


def test_no_two_buttons_are_called_alike(page: BackupsPage) -> None:
    names = [one.accessibleName() for one in verbs(page)]
    assert len(set(names)) == len(names) == 5


@pytest.mark.parametrize(("copies", "said"), [(None, "One moment…"), ((), "No copy yet.")])
def test_where_there_is_none_it_says_so(page: BackupsPage, copies: tuple[Backup, ...] | None, said: str) -> None:
    page.show_view(replace(VIEW, copies=copies))
    come_to_rest()
    assert says(page, said)


@pytest.mark.parametrize(
    ("verb", "signal"),
    [("Back up to…", "export_asked"), ("Restore from a file…", "file_asked"), ("Back to Settings", "back")],
)
def test_what_is_wanted_is_said(qtbot: QtBot, page: BackupsPage, verb: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        press(page, verb)


def test_where_nothing_would_open_the_file_it_leads_to_what_would(qtbot: QtBot, page: BackupsPage) -> None:
    page.show_view(replace(VIEW, travels=False))
    come_to_rest()
    assert "Back up to…" not in [one.text() for one in verbs(page)]
    with qtbot.waitSignal(page.protection_asked):
        press(page, "Set a passphrase or make a recovery sheet")


def test_during_long_work_only_cancel_can_be_pressed(qtbot: QtBot, page: BackupsPage) -> None:
    page.begin_work("Writing…")
    assert not any(one.isEnabled() for one in verbs(page))
    assert button(page, "Cancel").hasFocus()
    with qtbot.waitSignal(page.foot.cancelled):
        press(page, "Cancel")
    page.refuse(FamilySafeError(Code.CANCELLED))
    assert all(one.isEnabled() for one in verbs(page))
    assert says(page.foot, "Stopped, as you asked. Nothing was changed.")


def test_a_redraw_in_the_midst_of_it_leaves_it_as_it_is(page: BackupsPage) -> None:
    page.begin_work("Writing…")
    page.show_view(VIEW)
    assert page.foot.busy
    assert not any(one.isEnabled() for one in verbs(page))


def test_how_it_ended_is_gone_when_one_comes_back(page: BackupsPage) -> None:
    page.end_work("It is written.")
    assert says(page, "It is written.")
    page.hide()
    page.show()
    assert not says(page, "It is written.")


def test_the_way_back_to_before_stays_until_something_else_is_done(qtbot: QtBot, page: BackupsPage) -> None:
    page.offer_undo("It is brought back.")
    page.hide()
    page.show()
    with qtbot.waitSignal(page.undo_asked):
        press(page, "Undo: go back to before")
    page.begin_work("Writing…")
    page.end_work("It is written.")
    page.hide()
    assert page.foot.isHidden()


def test_work_goes_on_while_one_is_elsewhere(page: BackupsPage) -> None:
    page.begin_work("Writing…")
    page.hide()
    page.show()
    assert page.foot.busy


def test_what_is_thrown_away_has_no_copies(page: BackupsPage) -> None:
    page.show_view(replace(VIEW, throw_away=True))
    assert verbs(page) == []
    assert says(page, "Nothing is being saved here")
