"""Asking for a file: what is chosen is told, and what was looked at is forgotten."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from familysafe.ui.file_dialogs import ask_open, ask_save, is_refused, new_dialog
from tests.ui.conftest import Show
from tests.ui.eyes import come_to_rest

KINDS = "FamilySafe backup (*.familysafe)"
TELLING = "Sam and the swimming pool"
OF_OTHERS = "[FileDialog]\nhistory=file:///home/somebody/pictures\nviewMode=List\n\n[Qt]\nfont=Sans\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose name is nobody else's business."""
    folder = tmp_path / TELLING
    folder.mkdir()
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    """The file in which Qt keeps what its programs share, here one of our own."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "config"))
    yield tmp_path / "config" / "QtProject.conf"
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


@pytest.fixture
def window(show: Show) -> QWidget:
    return show(QWidget(), 900, 700)


def close(qtbot: QtBot, dialog: QFileDialog, path: Path | None) -> None:
    """Chooses a file, or none, and waits until the dialog is no more."""
    if path is None:
        dialog.reject()
    else:
        dialog.setDirectory(str(path.parent))
        dialog.selectFile(path.name)
        come_to_rest()
        dialog.accept()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_new_file_is_told(qtbot: QtBot, window: QWidget, folder: Path) -> None:
    found: list[Path] = []
    dialog = ask_save(window, "Back up to", "FamilySafe.familysafe", KINDS, found.append)
    assert dialog.isVisible()
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert [Path(name).name for name in dialog.selectedFiles()] == ["FamilySafe.familysafe"]
    close(qtbot, dialog, folder / "mine.familysafe")
    assert found == [folder / "mine.familysafe"]


def test_an_ending_that_was_forgotten_is_added(qtbot: QtBot, window: QWidget, folder: Path) -> None:
    found: list[Path] = []
    dialog = ask_save(window, "Back up to", "FamilySafe.familysafe", KINDS, found.append)
    close(qtbot, dialog, folder / "mine")
    assert found == [folder / "mine.familysafe"]


def test_a_file_that_is_there_is_told(qtbot: QtBot, window: QWidget, folder: Path) -> None:
    (folder / "old.familysafe").write_bytes(b"")
    found: list[Path] = []
    dialog = ask_open(window, "Restore from", KINDS, found.append)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptOpen
    close(qtbot, dialog, folder / "old.familysafe")
    assert found == [folder / "old.familysafe"]


@pytest.mark.parametrize("ask", ["save", "open"])
def test_nothing_is_told_when_it_is_closed(qtbot: QtBot, window: QWidget, ask: str) -> None:
    found: list[Path] = []
    if ask == "save":
        dialog = ask_save(window, "Back up to", "FamilySafe.familysafe", KINDS, found.append)
    else:
        dialog = ask_open(window, "Restore from", KINDS, found.append)
    close(qtbot, dialog, None)
    assert found == []


def test_qt_itself_would_keep_the_folder(qtbot: QtBot, window: QWidget, folder: Path, kept: Path) -> None:
    dialog = new_dialog(window, "Back up to", KINDS, lambda _path: None)
    dialog.destroyed.disconnect()
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.open()
    close(qtbot, dialog, folder / "mine.familysafe")
    assert "swimming" in kept.read_text()


@pytest.mark.parametrize("goes_on", [True, False])
def test_no_folder_is_kept(qtbot: QtBot, window: QWidget, folder: Path, kept: Path, goes_on: bool) -> None:
    dialog = ask_save(window, "Back up to", "FamilySafe.familysafe", KINDS, lambda _path: None)
    dialog.setDirectory(str(folder))
    close(qtbot, dialog, folder / "mine.familysafe" if goes_on else None)
    assert kept.read_text().strip() == ""


def test_what_other_programs_kept_is_as_it_was(qtbot: QtBot, window: QWidget, folder: Path, kept: Path) -> None:
    kept.parent.mkdir()
    kept.write_text(OF_OTHERS)
    dialog = ask_save(window, "Back up to", "FamilySafe.familysafe", KINDS, lambda _path: None)
    close(qtbot, dialog, folder / "mine.familysafe")
    assert kept.read_text().split() == OF_OTHERS.split()


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="there Qt keeps it in the system's own registry")
def test_in_the_app_qt_finds_no_place_to_keep_anything(tmp_path: Path) -> None:
    code = (
        "from familysafe.ui.main import make_application; from PySide6.QtCore import QSettings;"
        "application = make_application(); settings = QSettings(QSettings.Scope.UserScope, 'QtProject');"
        "settings.setValue('FileDialog/history', '/home/somebody'); settings.sync(); print(settings.fileName())"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).parent == Path(os.devnull)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("environment", "refused"),
    [
        ({}, False),
        ({"QT_QPA_PLATFORMTHEME": "gtk3"}, False),
        ({"QT_QPA_PLATFORMTHEME": "xdgdesktopportal"}, True),
        ({"SNAP": "/snap/familysafe/1"}, True),
    ],
)
def test_where_a_portal_would_refuse_qt_s_own_dialog_is_shown(environment: dict[str, str], refused: bool) -> None:
    assert is_refused(environment) is refused


def test_it_is_the_system_s_dialog_where_it_can_be(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    native = QFileDialog.Option.DontUseNativeDialog
    for theme, own in (("gtk3", False), ("xdgdesktopportal", True)):
        monkeypatch.setenv("QT_QPA_PLATFORMTHEME", theme)
        dialog = new_dialog(window, "Back up to", KINDS, lambda _path: None)
        assert dialog.testOption(native) is own
        dialog.deleteLater()
