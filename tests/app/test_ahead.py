"""What the first page needs besides Qt comes before it, and the first page needs little of Qt."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from familysafe.app import ahead

START = """
import argparse, sys
from familysafe.__main__ import make_ready
make_ready()
from familysafe.ui import main
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication
from familysafe.ui.pages.today import TodayPage

class Looked(TodayPage):
    def paintEvent(self, event):
        QtCore.QTimer.singleShot(0, self.tell)

    def tell(self):
        loaded = list(sys.modules)
        late = loaded[loaded.index("PySide6.QtCore"):]
        print(*(name for name in late if name.startswith("familysafe.") and not name.startswith("familysafe.ui")))
        print("Qt" in vars(QtCore))
        QApplication.quit()

import familysafe.ui.rooms.today as room
room.TodayPage = Looked
main.run_window(argparse.Namespace(data_dir=__import__("pathlib").Path(sys.argv[1]), sample=True, minimised=False))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a process of its own says after its first page."""
    run = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path_factory.mktemp("data"))],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    return run.stdout.split("\n")


def test_everything_of_ours_that_needs_no_window_is_loaded_before_qt(told: list[str]) -> None:
    allowed = {"familysafe.app.sample"}  # which a family's start does without
    assert set(told[0].split()) <= allowed


def test_the_first_page_does_without_the_namespace_of_enums(told: list[str]) -> None:
    assert told[1] == "False"


def test_a_vault_that_cannot_be_loaded_is_told_of_later(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> object:
        if name == "familysafe.store.vault":
            raise ImportError(name)
        return import_module(name)

    monkeypatch.setattr(ahead, "import_module", refuse)
    ahead.load_ahead()
