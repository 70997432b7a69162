"""Where nothing can be written the window opens for reading, says so above every page, and Help now is there."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from familysafe.app.sample import sample_household
from familysafe.content.compiled import Compiled
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.target import ItemKey
from familysafe.ui.main import Shell
from tests.faults.windows import a_window, button, dialog_of, keep, open_step, said

NOW = datetime.fromisoformat("2026-11-22T19:30")
READ_ONLY = "Nothing can be saved at the moment: the folder with your data may only be read."
Remount = Callable[[str], None]


def test_a_read_only_vault_opens_and_says_that_it_saves_nothing(
    qtbot: QtBot, content: Compiled, small_disk: Path, remount: Remount, tmp_path: Path
) -> None:
    keep(small_disk, sample_household(NOW.date()))
    data = tmp_path / "data"
    data.mkdir()
    (data / "vault").symlink_to(small_disk / "vault")
    remount("ro")
    with a_window(qtbot, content, data, lambda: NOW) as shell:
        assert isinstance(shell.desk.snapshot, Snapshot)
        assert any(text.startswith(READ_ONLY) for text in said(shell.window))
        page = open_step(shell, shell.desk.snapshot.plan.items[0].key)
        button(page, "I have seen it").click()
        dialog = dialog_of(qtbot, shell.window)
        assert said(dialog)[0] == "What was saved can be read but not changed."
        assert not button(page, "I have seen it").isChecked()
        assert [text for text in said(page) if text.startswith("Sav")] == []
        button(dialog, "Close").click()


def test_a_data_folder_that_may_only_be_read_opens_all_the_same(
    qtbot: QtBot, content: Compiled, small_disk: Path, remount: Remount
) -> None:
    data = small_disk / "data"
    keep(data, sample_household(NOW.date()))
    remount("ro")
    with a_window(qtbot, content, data, lambda: NOW) as shell:
        assert shell.window.shown() == "today"
        assert any(text.startswith(READ_ONLY) for text in said(shell.window))
        helps(shell)
        page = open_step(shell, step_of(shell))
        button(page, "I have seen it").click()
        dialog = dialog_of(qtbot, shell.window)
        assert said(dialog) == [
            "What was saved can be read but not changed.",
            f"Check that this account may write to {data}.",
        ]
        button(dialog, "Close").click()
        assert not button(page, "I have seen it").isChecked()


def test_a_first_start_in_a_place_that_may_only_be_read(
    qtbot: QtBot, content: Compiled, small_disk: Path, remount: Remount
) -> None:
    remount("ro")
    with a_window(qtbot, content, small_disk / "data", lambda: NOW) as shell:
        assert shell.window.shown() == "first"
        assert any(text.startswith(READ_ONLY) for text in said(shell.window))
        helps(shell)


def helps(shell: Shell) -> None:
    """Help now comes, and goes again."""
    before = shell.window.shown()
    shell.wiring.go("help")
    assert "Help now" in said(shell.window)
    shell.wiring.go(before)


def step_of(shell: Shell) -> ItemKey:
    assert isinstance(shell.desk.snapshot, Snapshot)
    return shell.desk.snapshot.plan.items[0].key
