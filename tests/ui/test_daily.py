"""The copy of the day: once, after the first change, and only spoken of when it fails."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from familysafe.app import safekeeping
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.household import Household
from familysafe.domain.safekeeping import Backup, BackupReason
from familysafe.store.backups import listed
from familysafe.ui.daily import Daily
from familysafe.ui.widgets.banner import Banner
from familysafe.ui.window import Window
from tests.builders import TODAY
from tests.ui.conftest import Live
from tests.ui.eyes import come_to_rest, press, says
from tests.ui.homes import Home
from tests.ui.rooms.vaults import live_in

BACKUP = Backup(1, TODAY, BackupReason.DAY)


class Day:
    """What day it is."""

    def __init__(self) -> None:
        self.today = TODAY

    def __call__(self) -> date:
        return self.today


class Copier:
    """Stands in for what makes copies: counts, and refuses with what it is told."""

    def __init__(self) -> None:
        self.days: list[date] = []
        self.refuses: Code | None = None

    def __call__(self, _vault: object, today: date, _tell: Callable[[float], None]) -> Backup:
        self.days.append(today)
        if self.refuses is not None:
            raise FamilySafeError(self.refuses)
        return BACKUP


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def copier(monkeypatch: pytest.MonkeyPatch) -> Copier:
    copier = Copier()
    monkeypatch.setattr(safekeeping, "back_up_if_due", copier)
    return copier


def follow(home: Home, day: Day) -> Daily:
    daily = Daily(home.desk, day, home.window)
    daily.follow(home.window)
    return daily


def change(home: Home, country: str = "IE") -> None:
    """Saves something, and waits until the worker has nothing left to do."""
    home.after(lambda: home.desk.change_household(Household(country=country)))
    rest(home)


def rest(home: Home) -> None:
    come_to_rest()
    home.after(home.desk.refresh)


def banner(home: Home) -> bool:
    come_to_rest()
    return any(one.kind == "backup" and one.isVisible() for one in home.window.findChildren(Banner))


def test_after_a_change_there_is_a_copy_on_the_disk(live: Live, day: Day, tmp_path: Path) -> None:
    home = live_in(live, tmp_path / "vault")
    follow(home, day)
    rest(home)
    assert listed(tmp_path / "vault") == ()
    change(home)
    assert listed(tmp_path / "vault") == (BACKUP,)
    assert not banner(home)


def test_the_change_is_shown_before_the_copy_is_begun(live: Live, day: Day, copier: Copier) -> None:
    home = live()
    follow(home, day)
    home.after(lambda: home.desk.change_household(Household(country="IE")))
    assert copier.days == []
    rest(home)
    assert copier.days == [TODAY]


def test_one_a_day_is_enough(live: Live, day: Day, copier: Copier) -> None:
    home = live()
    follow(home, day)
    for country in ("IE", "US", "GB"):
        change(home, country)
    assert copier.days == [TODAY]
    day.today += timedelta(days=1)
    change(home, "IE")
    assert copier.days == [TODAY, TODAY + timedelta(days=1)]


def test_looking_again_is_no_change(live: Live, day: Day, copier: Copier) -> None:
    home = live()
    follow(home, day)
    rest(home)
    assert copier.days == []


@pytest.mark.parametrize("throw_away", [True, False])
def test_what_is_thrown_away_is_not_copied(live: Live, day: Day, copier: Copier, throw_away: bool) -> None:
    home = live(throw_away=throw_away)
    follow(home, day)
    change(home)
    assert bool(copier.days) is not throw_away
    assert not banner(home)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (Code.DISK_FULL, "The disk is full, so no copy could be made today."),
        (Code.VAULT_DAMAGED, "Close FamilySafe and open it again"),
        (Code.DISK_REFUSES, "No copy could be made today: the disk refused."),
    ],
)
def test_a_failure_is_told(live: Live, day: Day, copier: Copier, code: Code, said: str) -> None:
    home = live()
    follow(home, day)
    copier.refuses = code
    change(home)
    come_to_rest()
    assert says(home.window, said)


def test_a_failure_is_told_once_a_day_and_tried_again_at_every_change(live: Live, day: Day, copier: Copier) -> None:
    home = live()
    follow(home, day)
    copier.refuses = Code.DISK_FULL
    change(home)
    press(home.window, "I have read it")
    change(home, "US")
    assert not banner(home)
    assert len(copier.days) == 2
    day.today += timedelta(days=1)
    change(home, "GB")
    assert banner(home)


def test_the_banner_goes_when_a_copy_could_be_made(live: Live, day: Day, copier: Copier) -> None:
    home = live()
    follow(home, day)
    copier.refuses = Code.DISK_FULL
    change(home)
    assert banner(home)
    copier.refuses = None
    change(home, "US")
    assert not banner(home)


def test_what_was_stopped_is_not_spoken_of(live: Live, day: Day, copier: Copier) -> None:
    home = live()
    follow(home, day)
    copier.refuses = Code.CANCELLED
    change(home)
    assert not banner(home)


def test_another_window_says_it_too(qtbot: QtBot, live: Live, day: Day, copier: Copier) -> None:
    home = live()
    daily = follow(home, day)
    copier.refuses = Code.DISK_FULL
    change(home)
    other = Window(home.window.theme)
    qtbot.addWidget(other)
    daily.follow(other)
    assert says(other, "The disk is full")


def test_at_the_end_none_is_begun(live: Live, day: Day, copier: Copier) -> None:
    home = live()
    daily = follow(home, day)
    home.after(lambda: home.desk.change_household(Household(country="IE")))
    daily.end()
    rest(home)
    assert copier.days == []
