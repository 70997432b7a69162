"""Backups, over a real vault: the copies, one file for another place, and the way back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from familysafe.app import safekeeping
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.household import Household
from familysafe.domain.safekeeping import BackupReason, Protection
from familysafe.store.backups import listed, make
from familysafe.ui.rooms import backups, restore
from tests.builders import TODAY
from tests.ui.conftest import Live
from tests.ui.eyes import come_to_rest, open_dialog, press, says
from tests.ui.homes import Home
from tests.ui.rooms.vaults import TEA, cheap_keys, ignore, live_in, lock

FILE = "family.familysafe"


@pytest.fixture
def home(live: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A family with one copy, made before it moved to Ireland."""
    cheap_keys(monkeypatch)
    home = live_in(live, tmp_path / "vault")
    home.wiring.folder = str(tmp_path)
    home.after(lambda: home.desk.rework(partial(make, today=TODAY), ignore, ignore))
    moved = Household(country="IE")
    home.after(lambda: home.desk.change_household(moved))
    return home


def arrive(home: Home) -> None:
    home.go("backups")
    home.qtbot.waitUntil(lambda: says(home.page, "Made by itself"))


def wait_for(home: Home, said: str) -> None:
    home.qtbot.waitUntil(lambda: says(home.page, said))


def answers(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[tuple[object, ...]]:
    """Every dialog for a file answers with this one; what each was given."""
    given: list[tuple[object, ...]] = []

    def answer(*arguments: Any) -> None:
        given.append(arguments[:-1])
        arguments[-1](path)

    monkeypatch.setattr(backups, "ask_save", answer)
    monkeypatch.setattr(restore, "ask_open", answer)
    return given


def go_back(home: Home) -> None:
    """Back to the copy from before the family moved."""
    press(home.page, "Go back to copy 1, of 22 Nov 2026")
    dialog = open_dialog(home.window)
    home.qtbot.waitUntil(lambda: says(dialog, "Here now"))
    assert says(dialog, "1 child")
    assert says(dialog, "0 children")
    home.after(lambda: press(dialog, "Bring it back"))
    come_to_rest()


def test_the_copies_are_listed(home: Home) -> None:
    arrive(home)
    assert says(home.page, "22 Nov 2026")


def test_a_copy_is_looked_into_and_brought_back(home: Home, tmp_path: Path) -> None:
    arrive(home)
    go_back(home)
    assert home.snapshot.memory.household.children
    assert home.snapshot.lately is None
    assert says(home.page, "It is brought back. What was here before is kept as a copy.")
    home.qtbot.waitUntil(lambda: says(home.page, "What was here before something was brought back"))
    assert [one.reason for one in listed(tmp_path / "vault")] == [BackupReason.RESTORE, BackupReason.DAY]


def test_what_was_brought_back_can_be_taken_back(home: Home) -> None:
    arrive(home)
    go_back(home)
    home.go("today")
    home.go("backups")
    home.after(lambda: press(home.page, "Undo: go back to before"))
    assert home.snapshot.memory.household == Household(country="IE")
    wait_for(home, "What was here before is back.")


def test_leaving_it_as_it_is_changes_nothing(home: Home, tmp_path: Path) -> None:
    arrive(home)
    press(home.page, "Go back to copy 1, of 22 Nov 2026")
    dialog = open_dialog(home.window)
    home.qtbot.waitUntil(lambda: says(dialog, "Here now"))
    press(dialog, "Leave as it is")
    home.after(home.desk.refresh)
    assert home.snapshot.memory.household == Household(country="IE")
    assert len(listed(tmp_path / "vault")) == 1


def test_without_a_secret_it_leads_to_one(home: Home) -> None:
    arrive(home)
    press(home.page, "Set a passphrase or make a recovery sheet")
    assert home.window.shown() == "protection"


def test_a_file_is_written_that_opens_elsewhere(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = answers(monkeypatch, tmp_path / FILE)
    lock(home)
    arrive(home)
    press(home.page, "Back up to…")
    wait_for(home, f"The backup is written: {FILE}.")
    assert given[0][2] == "backup-2026-11-22.familysafe"
    assert safekeeping.look_into(None, tmp_path / FILE, TEA).on == TODAY


def endless(*_given: object, tell: Callable[[float], None], **_named: object) -> None:
    while True:
        tell(0.5)


@pytest.mark.parametrize("way", ["Cancel", "Escape"])
def test_writing_can_be_stopped(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    answers(monkeypatch, tmp_path / FILE)
    monkeypatch.setattr(safekeeping, "export", endless)
    lock(home)
    arrive(home)
    press(home.page, "Back up to…")
    if way == "Escape":
        home.window.escaped.emit()
        assert home.window.shown() == "settings"
        home.go("backups")
    press(home.page, "Cancel")
    wait_for(home, "Stopped, as you asked. Nothing was changed.")
    assert not (tmp_path / FILE).exists()


def test_why_it_was_not_written_is_told(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, tmp_path / "nowhere" / FILE)
    lock(home)
    arrive(home)
    press(home.page, "Back up to…")
    wait_for(home, "The disk refused to save this.")


def test_where_the_secret_was_taken_away_meanwhile_it_offers_the_way_to_one(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, tmp_path / FILE)
    arrive(home)
    home.page.export_asked.emit()  # type: ignore[attr-defined]
    home.qtbot.waitUntil(lambda: any_dialog(home))
    assert says(open_dialog(home.window), "Set one of them in Settings first")
    press(open_dialog(home.window), "Set one")
    assert home.window.shown() == "protection"


def any_dialog(home: Home) -> bool:
    come_to_rest()
    try:
        open_dialog(home.window)
    except AssertionError:
        return False
    return True


def test_a_file_of_this_vault_comes_back_without_a_question(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, tmp_path / FILE)
    lock(home)
    arrive(home)
    press(home.page, "Back up to…")
    wait_for(home, "The backup is written")
    home.after(lambda: home.desk.change_household(Household(country="US")))
    press(home.page, "Restore from a file…")
    dialog = open_dialog(home.window)
    home.qtbot.waitUntil(lambda: says(dialog, "Copy of 22 Nov 2026"))
    home.after(lambda: press(dialog, "Bring it back"))
    assert home.snapshot.memory.household == Household(country="IE")
    assert home.snapshot.standing.protection == Protection(passphrase=True, recovery=False)


def test_bringing_back_can_be_stopped_and_nothing_was_changed(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(home)
    monkeypatch.setattr(safekeeping, "restore", endless)
    press(home.page, "Go back to copy 1, of 22 Nov 2026")
    dialog = open_dialog(home.window)
    home.qtbot.waitUntil(lambda: says(dialog, "Here now"))
    press(dialog, "Bring it back")
    press(dialog, "Cancel")
    home.qtbot.waitUntil(lambda: not any_dialog(home))
    assert home.snapshot.memory.household == Household(country="IE")


def test_a_copy_that_is_gone_is_told_in_the_dialog(home: Home, tmp_path: Path) -> None:
    arrive(home)
    for file in (tmp_path / "vault" / "backups").iterdir():
        file.unlink()
    press(home.page, "Go back to copy 1, of 22 Nov 2026")
    dialog = open_dialog(home.window)
    home.qtbot.waitUntil(lambda: says(dialog, "This file cannot be read as a FamilySafe backup."))
    press(dialog, "Close")


def test_where_nothing_is_kept_there_are_none(live: Live) -> None:
    home = live(throw_away=True)
    home.go("backups")
    assert says(home.page, "Nothing is being saved here")
    press(home.page, "Back to Settings")
    assert home.window.shown() == "settings"


def test_where_the_copies_cannot_be_looked_for_it_says_so(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_vault: object) -> None:
        raise FamilySafeError(Code.DISK_REFUSES)

    monkeypatch.setattr(safekeeping, "backups", refuse)
    home.go("backups")
    wait_for(home, "The disk refused")


def tab_to(home: Home, name: str) -> None:
    """By keyboard alone."""
    for _step in range(60):
        if under_the_keyboard() == name:
            return
        home.qtbot.keyClick(QApplication.focusWidget() or home.window, Qt.Key.Key_Tab)
    raise AssertionError(f"{name} is not reached")


def under_the_keyboard() -> str:
    come_to_rest()
    on = QApplication.focusWidget()
    return on.accessibleName() if on is not None else ""


def enter(home: Home) -> None:
    home.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    come_to_rest()


def test_all_of_it_goes_by_keyboard_alone(home: Home) -> None:
    home.go("settings")
    tab_to(home, "Backups")
    enter(home)
    home.qtbot.waitUntil(lambda: says(home.page, "Made by itself"))
    tab_to(home, "Go back to copy 1, of 22 Nov 2026")
    enter(home)
    home.qtbot.waitUntil(lambda: says(open_dialog(home.window), "Here now"))
    come_to_rest()
    tab_to(home, "Bring it back")
    home.after(lambda: enter(home))
    home.window.activateWindow()  # as a desktop does where a dialog closes
    home.qtbot.waitUntil(lambda: under_the_keyboard() == "Undo: go back to before")
    home.after(lambda: enter(home))
    assert home.snapshot.memory.household == Household(country="IE")
