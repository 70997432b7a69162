"""Where nothing can be written the window opens for reading, or says in one line why it does not open."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from familysafe.app.sample import sample_household
from familysafe.cli.main import told
from familysafe.content.compiled import Compiled
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.snapshot import Snapshot
from familysafe.ui.main import lock_folder
from tests.faults.windows import a_window, button, dialog_of, keep, open_step, said

NOW = datetime.fromisoformat("2026-11-22T19:30")
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
        assert any(text.startswith("Nothing can be saved at the moment") for text in said(shell.window))
        page = open_step(shell, shell.desk.snapshot.plan.items[0].key)
        button(page, "I have seen it").click()
        dialog = dialog_of(qtbot, shell.window)
        assert said(dialog)[0] == "What was saved can be read but not changed."
        assert not button(page, "I have seen it").isChecked()
        assert [text for text in said(page) if text.startswith("Sav")] == []
        button(dialog, "Close").click()


@pytest.mark.parametrize("place", ["data", "."], ids=["not-there-yet", "there"])
def test_a_read_only_data_folder_is_told_in_one_line(small_disk: Path, remount: Remount, place: str) -> None:
    remount("ro")
    with pytest.raises(FamilySafeError) as refused:
        lock_folder(small_disk / place)
    assert refused.value.code is Code.VAULT_READ_ONLY
    assert str(small_disk) in told(refused.value)
    assert "\n" not in told(refused.value)
