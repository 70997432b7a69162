"""Locking, hiding, and what stays true above the pages."""

from datetime import date
from importlib import import_module

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from familysafe.app.relaunch import HIDE, LOCK
from familysafe.domain.change import ForgetLookIn, KeepLookIn
from familysafe.domain.record import LookIn
from familysafe.domain.safekeeping import Backup, BackupReason, Protection, Rescue, Standing
from familysafe.ui.guard import Guard
from familysafe.ui.widgets.banner import Banner
from tests.builders import TODAY
from tests.ui.conftest import Live
from tests.ui.eyes import open_dialog, press, says, seen
from tests.ui.homes import Home

LOCKED = Standing(protection=Protection(passphrase=True, recovery=False))


class Ends:
    """Where a guard says how the process is to end."""

    def __init__(self) -> None:
        self.codes: list[int] = []


@pytest.fixture
def ends() -> Ends:
    return Ends()


@pytest.fixture
def guarded(live: Live, ends: Ends, monkeypatch: pytest.MonkeyPatch) -> tuple[Home, Guard]:
    monkeypatch.setattr(import_module("familysafe.ui.guard"), "BEFORE_WATCHING", 0)
    monkeypatch.setattr(import_module("familysafe.ui.sleep"), "listen", lambda _watch: None)
    home = live()
    guard = Guard(home.desk, ends.codes.append, home.window)
    guard.follow(home.window, home.wiring)
    return home, guard


def stand(home: Home, standing: Standing) -> None:
    """The store says how it stands."""
    type(home.store).standing = property(lambda _self: standing)  # type: ignore[assignment]
    home.after(home.desk.refresh)


@pytest.fixture(autouse=True)
def standing_as_before(guarded: tuple[Home, Guard]) -> object:
    kind = type(guarded[0].store)
    before = kind.standing
    yield
    kind.standing = before  # type: ignore[method-assign]
    guarded[1].end()


def test_with_a_passphrase_the_process_ends_to_lock(guarded: tuple[Home, Guard], ends: Ends) -> None:
    home, _ = guarded
    stand(home, LOCKED)
    home.window.lock_asked.emit()
    assert ends.codes == [LOCK]


def test_lock_stands_in_the_side_list_only_where_there_is_something_to_lock_with(guarded: tuple[Home, Guard]) -> None:
    home, _ = guarded
    assert "Lock" not in [one.accessibleName() for one in seen(home.window, type(home.window._lock))]
    stand(home, LOCKED)
    press(home.window, "Lock")


def test_without_a_passphrase_it_says_what_one_is_for(guarded: tuple[Home, Guard], ends: Ends) -> None:
    home, _ = guarded
    home.window.lock_asked.emit()
    assert ends.codes == []
    assert says(open_dialog(home.window), "there is nothing to lock with")
    press(open_dialog(home.window), "Set one")
    assert home.window.shown() == "protection"


def test_hiding_minimises_and_begins_anew(guarded: tuple[Home, Guard], ends: Ends) -> None:
    home, _ = guarded
    home.window.hide_asked.emit()
    assert home.window.isMinimized()
    assert ends.codes == [HIDE]


def test_what_is_not_kept_is_only_minimised(live: Live, ends: Ends, guarded: tuple[Home, Guard]) -> None:
    home = live(throw_away=True)
    guard = Guard(home.desk, ends.codes.append, home.window)
    guard.follow(home.window, home.wiring)
    guard.hide()
    guard.lock()
    assert home.window.isMinimized()
    assert ends.codes == []


def test_after_a_while_it_warns_and_then_locks(qtbot: QtBot, guarded: tuple[Home, Guard], ends: Ends) -> None:
    home, guard = guarded
    stand(home, LOCKED)
    qtbot.waitUntil(lambda: guard._watch is not None)
    watch = guard._watch
    assert watch is not None
    watch.warned.emit(30)
    assert says(home.window, "FamilySafe locks in 30 seconds.")
    press(home.window, "Stay")
    watch.warned.emit(0)
    assert not says(home.window, "FamilySafe locks in")
    watch.left.emit()
    assert ends.codes == [LOCK]


def test_a_vault_that_may_only_be_read_has_a_banner(guarded: tuple[Home, Guard]) -> None:
    home, _ = guarded
    stand(home, Standing(read_only=True))
    assert says(home.window, "Nothing can be saved at the moment")
    stand(home, Standing())
    assert not says(home.window, "Nothing can be saved at the moment")


def test_a_rescue_is_told_until_it_was_read(guarded: tuple[Home, Guard]) -> None:
    home, _ = guarded
    rescue = Rescue(Backup(7, date(2026, 11, 20), BackupReason.DAY), "aside/1")
    stand(home, Standing(rescue=rescue))
    assert says(home.window, "went back to the copy of 20 Nov")
    press(home.window, "I have read it")
    home.after(home.desk.refresh)
    assert not any(isinstance(one, Banner) and one.isVisible() for one in home.window.findChildren(Banner))
    stand(home, Standing(rescue=replace(rescue, aside="aside/2")))
    assert says(home.window, "went back to the copy of 20 Nov")


def test_who_chose_a_day_is_asked_on_it_and_not_when_it_is_taken_back(guarded: tuple[Home, Guard]) -> None:
    home, _ = guarded
    home.after(lambda: home.desk.apply(KeepLookIn(LookIn("l1", "pictures", (TODAY,)))))
    assert says(home.window, "Look in again")
    home.after(lambda: home.desk.apply(ForgetLookIn("l1")))
    assert not says(home.window, "Look in again")


def test_no_timer_runs_where_there_is_nothing_to_lock(guarded: tuple[Home, Guard]) -> None:
    home, guard = guarded
    home.after(home.desk.refresh)
    assert guard._watch is None
    assert [timer for timer in guard.findChildren(QTimer) if timer.isActive()] == []
