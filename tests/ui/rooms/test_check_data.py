"""Check my data, over a real vault."""

from pathlib import Path

import pytest

from familysafe.app import safekeeping
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import header
from tests.ui.conftest import Live
from tests.ui.eyes import press, says
from tests.ui.homes import Home
from tests.ui.rooms.vaults import live_in


@pytest.fixture
def home(live: Live, tmp_path: Path) -> Home:
    return live_in(live, tmp_path / "vault")


def wait_for(home: Home, said: str) -> None:
    home.qtbot.waitUntil(lambda: says(home.page, said))


def test_going_there_begins_a_check(home: Home) -> None:
    home.go("check-data")
    wait_for(home, "Checked at 12:00")
    assert says(home.page, "Every page can be read.")


def test_what_is_damaged_is_found(home: Home, tmp_path: Path) -> None:
    (tmp_path / "vault" / header.COPIES[1]).write_bytes(b"x" * 600)
    home.go("check-data")
    wait_for(home, "One of the two copies of the lock is damaged.")


def test_it_can_be_checked_again(home: Home, tmp_path: Path) -> None:
    home.go("check-data")
    wait_for(home, "Checked at 12:00")
    (tmp_path / "vault" / header.COPIES[1]).write_bytes(b"x" * 600)
    press(home.page, "Check again")
    wait_for(home, "One of the two copies of the lock is damaged.")


def test_a_check_can_be_stopped(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def for_ever(_vault: object, tell: object) -> None:
        while True:
            tell(0.5)  # type: ignore[operator]

    monkeypatch.setattr(safekeeping, "check", for_ever)
    home.go("check-data")
    press(home.page, "Cancel")
    wait_for(home, "Stopped, as you asked.")
    press(home.page, "Check now")
    press(home.page, "Cancel")
    wait_for(home, "Stopped, as you asked.")


def test_why_it_could_not_be_checked_is_told(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> None:
        raise FamilySafeError(Code.VAULT_READ_ONLY)

    monkeypatch.setattr(safekeeping, "check", refuse)
    home.go("check-data")
    wait_for(home, "Check that this account may write to /home/somebody/FamilySafe.")


def test_what_is_thrown_away_is_not_checked(live: Live) -> None:
    home = live(throw_away=True)
    home.go("check-data")
    assert says(home.page, "Nothing is being saved here")
    press(home.page, "Back to Settings")
    assert home.window.shown() == "settings"


def test_settings_lead_to_it(home: Home) -> None:
    home.go("settings")
    press(home.page, "Check my data")
    assert home.window.shown() == "check-data"
    wait_for(home, "Checked at 12:00")
