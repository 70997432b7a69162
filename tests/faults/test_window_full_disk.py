"""A disk that fills while somebody answers: the window says so, shows what is true, and keeps what was typed."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from familysafe.app.relaunch import HIDE, LOCK
from familysafe.app.sample import sample_household
from familysafe.content.compiled import Compiled
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.target import ItemKey, TargetKind
from familysafe.ui.main import Shell
from familysafe.ui.widgets.note import NoteEdit
from tests.faults.windows import PATIENCE, a_window, button, dialog_of, keep, open_step, said

NOW = datetime.fromisoformat("2026-11-22T19:30")
FULL_DISK = "Nothing can be saved at the moment: the disk is full. Make some room, then go on."
NOTE = "The code is on the blue card."


def fill(disk: Path) -> Path:
    """Not a block is left; the file that takes them."""
    ballast = disk / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(b"\0" * 1024)
    return ballast


def private_note(page: QWidget) -> NoteEdit:
    (note,) = [one for one in page.findChildren(NoteEdit) if one.accessibleName() == "Private note"]
    return note


def first_of(shell: Shell, device: str) -> ItemKey:
    assert isinstance(shell.desk.snapshot, Snapshot)
    items = shell.desk.snapshot.plan.items
    return next(one.key for one in items if one.target.kind is TargetKind.DEVICE and one.target.device == device)


def test_nothing_is_shown_as_saved_and_nothing_typed_is_lost(qtbot: QtBot, content: Compiled, small_disk: Path) -> None:
    data = small_disk / "data"
    keep(data, sample_household(NOW.date()))
    with a_window(qtbot, content, data, lambda: NOW) as shell:
        page = open_step(shell, first_of(shell, "d1"))
        private_note(page).setPlainText(NOTE)
        ballast = fill(small_disk)
        seen = button(page, "I have seen it")
        seen.click()

        dialog = dialog_of(qtbot, shell.window)
        assert said(dialog)[0] == "The disk is full, so this was not saved."
        assert "What you wrote is still here." in said(dialog)[1]
        assert not button(page, "I have seen it").isChecked()
        assert [text for text in said(page) if text.startswith("Sav")] == []
        assert private_note(page).toPlainText() == NOTE
        button(dialog, "Close").click()

        ballast.unlink()
        button(page, "I have seen it").click()
        qtbot.waitUntil(lambda: any(text.startswith("Saved. Seen") for text in said(page)), timeout=PATIENCE)
        assert button(page, "I have seen it").isChecked()
        assert private_note(page).toPlainText() == NOTE


def test_a_note_that_could_not_be_kept_can_be_kept_when_there_is_room(
    qtbot: QtBot, content: Compiled, small_disk: Path
) -> None:
    data = small_disk / "data"
    keep(data, sample_household(NOW.date()))
    with a_window(qtbot, content, data, lambda: NOW) as shell:
        key = first_of(shell, "d1")
        page = open_step(shell, key)
        type_and_keep(page, lambda: fill(small_disk))
        button(dialog_of(qtbot, shell.window), "Close").click()
        assert private_note(page).toPlainText() == NOTE
        type_and_keep(page, (small_disk / "ballast").unlink)
        qtbot.waitUntil(lambda: NOTE in notes(shell), timeout=PATIENCE)
    with a_window(qtbot, content, data, lambda: NOW) as again:
        assert private_note(open_step(again, key)).toPlainText() == NOTE


@pytest.mark.parametrize("code", [0, LOCK, HIDE])
def test_what_is_half_written_is_not_lost_when_the_window_goes(
    qtbot: QtBot, content: Compiled, small_disk: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    data, ended = small_disk / "data", list[int]()
    keep(data, sample_household(NOW.date()))
    with a_window(qtbot, content, data, lambda: NOW) as shell:
        monkeypatch.setattr(shell._application, "exit", ended.append, raising=False)
        monkeypatch.setattr(shell._application, "quit", lambda: ended.append(0), raising=False)
        key = first_of(shell, "d1")
        private_note(open_step(shell, key)).setPlainText(NOTE)
        ballast = fill(small_disk)
        shell.leave(code)
        assert not shell.window.isVisible()
        question = the_question(qtbot, shell)
        assert any(text.startswith("The disk is full") for text in said(question))
        assert ended == []
        ballast.unlink()
        button(question, "Try again").click()
        qtbot.waitUntil(lambda: ended == [code], timeout=PATIENCE)
    with a_window(qtbot, content, data, lambda: NOW) as again:
        assert private_note(open_step(again, key)).toPlainText() == NOTE


def the_question(qtbot: QtBot, shell: Shell) -> QWidget:
    """What stands in the place of the window, and nothing else does."""
    qtbot.waitUntil(lambda: shell._leaving is not None and shell._leaving.question is not None, timeout=PATIENCE)
    assert shell._leaving is not None
    assert shell._leaving.question is not None
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [shell._leaving.question]
    return shell._leaving.question


def test_a_start_on_a_full_disk_opens_for_reading_until_there_is_room(
    qtbot: QtBot, content: Compiled, small_disk: Path
) -> None:
    data = small_disk / "data"
    keep(data, sample_household(NOW.date()))
    ballast = fill(small_disk)
    with a_window(qtbot, content, data, lambda: NOW) as shell:
        assert shell.window.shown() == "today"
        assert FULL_DISK in said(shell.window)
        page = open_step(shell, first_of(shell, "d1"))
        button(page, "I have seen it").click()
        dialog = dialog_of(qtbot, shell.window)
        assert said(dialog)[0] == "The disk is full, so this was not saved."
        button(dialog, "Close").click()
        ballast.unlink()
        button(page, "I have seen it").click()
        qtbot.waitUntil(lambda: any(text.startswith("Saved. Seen") for text in said(page)), timeout=PATIENCE)
        assert FULL_DISK not in said(shell.window)
        assert (data / "open.lock").exists()


def test_a_first_start_on_a_full_disk_has_a_window(qtbot: QtBot, content: Compiled, small_disk: Path) -> None:
    (small_disk / "data").mkdir()
    fill(small_disk)
    with a_window(qtbot, content, small_disk / "data", lambda: NOW) as shell:
        assert shell.window.shown() == "first"
        assert FULL_DISK in said(shell.window)
        shell.wiring.go("help")
        assert "Help now" in said(shell.window)


def type_and_keep(page: QWidget, meanwhile: Callable[[], object]) -> None:
    """Opens the fold unless it is open, writes the note unless it is there, and keeps it."""
    if not private_note(page).isVisible():
        button(page, "Private note").click()
    if private_note(page).toPlainText() != NOTE:
        private_note(page).setPlainText(NOTE)
    meanwhile()
    button(page, "Keep this note").click()


def notes(shell: Shell) -> list[str]:
    assert isinstance(shell.desk.snapshot, Snapshot)
    return [answer.note for answer in shell.desk.snapshot.memory.answers]
