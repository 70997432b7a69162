"""Settings: looks go to whoever keeps them, and the folder is shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from tests.ui.conftest import Live
from tests.ui.eyes import button, open_dialog, press, says
from tests.ui.rooms.vaults import cheap_keys, live_in, lock


def test_a_look_is_asked_for(live: Live) -> None:
    home = live()
    home.go("settings")
    with home.qtbot.waitSignal(home.wiring.appearance_changed) as said:
        press(home.page, "Look: Dark")
    assert said.args[0].look == "dark"
    assert home.store.saved == []


def test_the_keys_are_listed(live: Live) -> None:
    home = live()
    home.go("settings")
    press(home.page, "Keyboard shortcuts (F1)")
    assert says(open_dialog(home.window), "Ctrl+Q")


def test_the_folder_is_shown(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    home = live()
    home.go("settings")
    press(home.page, "Show the folder")
    assert [url.toLocalFile() for url in opened] == ["/home/somebody/FamilySafe"]


def test_after_how_long_it_locks_is_kept(live: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cheap_keys(monkeypatch)
    home = live_in(live, tmp_path / "vault")
    lock(home)
    home.go("settings")
    home.after(lambda: press(home.page, "Locks by itself after: 30 minutes"))
    assert home.snapshot.memory.preferences.lock_after == 30
    assert button(home.page, "Locks by itself after: 30 minutes").isChecked()
