"""The recovery sheet: it counts only after three of its words, and then no word is left in the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit

from familysafe.app import safekeeping
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.recovery_sheet import RecoverySheet
from familysafe.domain.safekeeping import Protection
from familysafe.domain.secret import RecoveryWords
from familysafe.ui import printing
from familysafe.ui.rooms import recovery_sheet as room
from familysafe.ui.widgets.plain import PlainLabel
from tests.ui.conftest import Live
from tests.ui.eyes import come_to_rest, open_dialog, press, says, seen
from tests.ui.homes import Home
from tests.ui.rooms.vaults import TEA, cheap_keys, live_in, lock, now, opens

NO_SHEET = Protection(passphrase=True, recovery=False)
SHEET = Protection(passphrase=True, recovery=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def home(live: Live, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A locked family in front of its sheet."""
    cheap_keys(monkeypatch)
    home = live_in(live, folder)
    lock(home)
    show_words(home)
    return home


def show_words(home: Home) -> None:
    home.wiring.go("recovery-sheet")
    home.qtbot.waitUntil(lambda: says(home.page, "The twelve words"))


def sheet(home: Home) -> RecoverySheet:
    found = home.window.pages["recovery-sheet"]._sheet
    assert found is not None
    return found


def check(home: Home, passphrase: str = TEA.text) -> RecoveryWords:
    """Types the three words and the passphrase that are asked for, and sends them."""
    making = sheet(home)
    press(home.page, "Check three words")
    *fields, current = seen(home.page, QLineEdit)
    for number, field in zip(making.asked, fields, strict=True):
        field.setText(making.secret.words[number - 1])
    current.setText(passphrase)
    press(home.page, "Check")
    return making.secret


def told(home: Home, title: str) -> bool:
    come_to_rest()
    return any(one.isVisible() and one.accessibleName() == title for one in home.window.findChildren(QDialog))


def test_before_the_check_the_words_open_nothing(home: Home, folder: Path) -> None:
    assert now(home) == NO_SHEET
    assert not opens(folder, sheet(home).secret)


def test_after_the_check_they_open_the_vault(home: Home, folder: Path) -> None:
    words = check(home)
    home.qtbot.waitUntil(lambda: told(home, "The recovery sheet counts"))
    assert now(home) == SHEET
    assert opens(folder, words)
    assert home.window.shown() == "protection"
    assert says(home.page, "There is a recovery sheet")


def test_who_does_not_know_the_passphrase_makes_no_sheet(home: Home, folder: Path) -> None:
    words = check(home, "not it")
    home.qtbot.waitUntil(lambda: says(home.page, "This is not your passphrase. Nothing was changed."))
    assert now(home) == NO_SHEET
    assert not opens(folder, words)


def test_no_word_is_left_in_the_window(home: Home) -> None:
    words = check(home).words
    home.qtbot.waitUntil(lambda: told(home, "The recovery sheet counts"))
    open_dialog(home.window).reject()
    come_to_rest()
    labels = {label.text() for label in home.window.findChildren(PlainLabel)}
    fields = {field.text() for field in home.window.findChildren(QLineEdit)}
    assert not (labels | fields) & set(words)


def test_a_new_sheet_ends_the_one_before_when_it_counts_and_not_earlier(home: Home, folder: Path) -> None:
    old = check(home)
    home.qtbot.waitUntil(lambda: told(home, "The recovery sheet counts"))
    open_dialog(home.window).reject()
    show_words(home)
    assert says(home.page, "The sheet that you have stays good until this one counts.")
    assert sheet(home).secret != old
    assert opens(folder, old)
    new = check(home)
    home.qtbot.waitUntil(lambda: told(home, "The recovery sheet counts"))
    assert opens(folder, new)
    assert not opens(folder, old)


def test_who_goes_away_and_comes_back_finds_the_same_words(home: Home) -> None:
    words = sheet(home).secret
    home.go("today")
    show_words(home)
    assert sheet(home).secret == words


def test_a_change_elsewhere_does_not_make_other_words(home: Home) -> None:
    words = sheet(home).secret
    home.after(lambda: home.desk.prefer("minutes", 30))
    assert sheet(home).secret == words


def test_asking_twice_makes_one_sheet(live: Live, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[RecoverySheet] = []
    fresh = room.new_sheet

    def count(*given: object) -> RecoverySheet:
        made.append(fresh(*given))
        return made[-1]

    monkeypatch.setattr(room, "new_sheet", count)
    home = live_in(live, folder)
    for _again in range(3):
        home.wiring.go("recovery-sheet")
    show_words(home)
    assert len(made) == 1


def test_a_sheet_counts_also_for_who_has_gone_to_another_page(home: Home, folder: Path) -> None:
    words = check(home)
    home.wiring.go("set-up")
    home.qtbot.waitUntil(lambda: told(home, "The recovery sheet counts"))
    assert home.window.shown() == "set-up"
    assert opens(folder, words)


def test_where_it_cannot_be_kept_one_may_try_again(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(safekeeping, "set_recovery", refuse)
        check(home)
        home.qtbot.waitUntil(lambda: told(home, "The disk is full, so this was not saved."))
    open_dialog(home.window).reject()
    assert now(home) == NO_SHEET
    press(home.page, "Check")
    home.qtbot.waitUntil(lambda: told(home, "The recovery sheet counts"))


def test_where_no_words_can_be_made_it_says_so_and_leads_back(
    live: Live, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "new_sheet", refuse)
    home = live_in(live, folder)
    home.wiring.go("recovery-sheet")
    home.qtbot.waitUntil(lambda: told(home, "The disk is full, so this was not saved."))
    assert home.window.shown() == "protection"


def refuse(*_given: object, **_named: object) -> Protection:
    raise FamilySafeError(Code.DISK_FULL)


def test_where_nothing_is_kept_there_is_no_sheet(live: Live) -> None:
    home = live(throw_away=True)
    home.wiring.go("recovery-sheet")
    assert home.window.shown() == "protection"


@pytest.mark.parametrize(("taken", "said"), [(True, "Sent to the printer."), (False, "The printer did not take it.")])
def test_it_is_printed(home: Home, monkeypatch: pytest.MonkeyPatch, taken: bool, said: str) -> None:
    printed: list[RecoverySheet] = []

    def ask(making: RecoverySheet, _parent: object, then: Callable[[bool], None]) -> None:
        printed.append(making)
        then(taken)

    monkeypatch.setattr(printing, "ask_print", ask)
    press(home.page, "Print")
    assert printed == [sheet(home)]
    assert says(home.page, said)


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    """Answers the question for a file; the names that were offered."""
    offered: list[str] = []

    def ask(_parent: object, _title: str, name: str, _kinds: str, then: Callable[[Path], None]) -> None:
        offered.append(name)
        then(path)

    monkeypatch.setattr(room, "ask_save", ask)
    return offered


def test_it_is_saved_as_a_pdf_where_one_chooses(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = choose(monkeypatch, tmp_path / "ours.pdf")
    press(home.page, "Save as PDF")
    home.qtbot.waitUntil(lambda: says(home.page, "Saved as ours.pdf. Do not leave it on this computer."))
    assert (tmp_path / "ours.pdf").read_bytes().startswith(b"%PDF-")
    assert offered == ["recovery-sheet.pdf"]


def test_a_file_that_cannot_be_written_is_told_and_the_words_stay(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "nowhere" / "ours.pdf")
    press(home.page, "Save as PDF")
    home.qtbot.waitUntil(lambda: told(home, "The disk refused to save this."))
    assert says(home.page, "The twelve words")


def test_a_choice_that_comes_after_the_sheet_counted_saves_nothing(home: Home, tmp_path: Path) -> None:
    making = next(one for one in home.window.pages["recovery-sheet"].children() if isinstance(one, room.Making))
    check(home)
    home.qtbot.waitUntil(lambda: told(home, "The recovery sheet counts"))
    making._save(tmp_path / "late.pdf")
    making.print()
    making.count(None)
    assert not (tmp_path / "late.pdf").exists()
    assert home.window.shown() == "protection"
