"""Short and full forms, small disks to fill and to lock for whoever may mount, an application without a display."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from familysafe.ui.main import make_application
from tests.desktop.conftest import home, screen, start  # noqa: F401 - fixtures for the app on a virtual display
from tests.ui.conftest import live, make_theme, theme  # noqa: F401 - fixtures for whole windows on a memory

FORM = "FAMILYSAFE_FAULTS"
FULL = os.environ.get(FORM) == "full"
Size = Callable[[int, int], int]
Record = Callable[[str, object], None]


def of_form(short: int, full: int) -> int:
    """The number for every day, or the one of the full form, which `poe faults` asks for."""
    return full if FULL else short


@pytest.fixture(scope="session")
def size() -> Size:
    """As `of_form`."""
    return of_form


@pytest.fixture(scope="session")
def qapp_cls() -> Callable[[list[str]], QApplication]:
    """The application as the app makes it, on a display that is not there."""

    def make(_arguments: list[str]) -> QApplication:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("QT_QPA_PLATFORM", "offscreen")
            return make_application()

    return make


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """An empty disk of 200 KB in memory."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        mount("-t", "tmpfs", "-o", "size=200k,mode=0700", "tmpfs", str(disk))
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"a disk can be mounted by root only, on Linux: {error}")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture
def remount(small_disk: Path) -> Callable[[str], None]:
    """Changes the disk's options, such as `size=100k` or `ro`."""
    return lambda options: mount("-o", f"remount,{options}", str(small_disk))


def mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True, capture_output=True)
