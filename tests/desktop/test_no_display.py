"""Without a screen, or without what Qt needs of the system: one line that says what to do, and no crash."""

import os
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.desktop.app import Home
from tests.desktop.screen import PATIENCE, why_not

HEADLESS = ("familysafe plan FILE", "familysafe help")
NOBODY = ":987"
X_SERVERS = Path("/tmp")  # noqa: S108 - where every X server has its socket and its lock
MISSING = "libEGL.so.1: cannot open shared object file: No such file or directory"


def unlimited() -> None:
    """A crash would leave its core."""
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


def familysafe(home: Home, *words: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Runs it as a person without any screen would, but for the changes."""
    base = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", **home.environment()}
    paths = os.pathsep.join(filter(None, (changes.pop("PYTHONPATH", ""), base["PYTHONPATH"])))
    return subprocess.run(
        [sys.executable, "-m", "familysafe", *words],
        env={**base, **changes, "PYTHONPATH": paths},
        cwd=home.here,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        preexec_fn=unlimited,
    )


def refuses(home: Home, what: str, **changes: str) -> None:
    """One line, exit code 2, and nothing left behind."""
    done = familysafe(home, "--data-dir", str(home.data), **changes)
    assert done.stdout == ""
    assert re.fullmatch(rf"[^\n]+: {what} [^\n]+\n", done.stderr), done.stderr
    assert all(command in done.stderr for command in HEADLESS)
    assert done.returncode == 2
    assert home.files() == []


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({}, r"neither DISPLAY nor WAYLAND_DISPLAY is set\."),
        ({"QT_QPA_PLATFORM": "xcb"}, r"neither DISPLAY nor WAYLAND_DISPLAY is set\."),
        ({"DISPLAY": NOBODY}, r"nothing answers at DISPLAY :987\."),
        ({"DISPLAY": f"{NOBODY}.0", "QT_QPA_PLATFORM": "xcb"}, r"nothing answers at DISPLAY :987\.0\."),
        ({"DISPLAY": "nonsense"}, r"nothing answers at DISPLAY nonsense\."),
        ({"DISPLAY": NOBODY, "QT_QPA_PLATFORM": "wayland"}, r"WAYLAND_DISPLAY is not set\."),
        ({"WAYLAND_DISPLAY": "wayland-9"}, r"nothing answers at WAYLAND_DISPLAY wayland-9\."),
        ({"DISPLAY": NOBODY, "WAYLAND_DISPLAY": "wayland-9"}, r"nothing answers at WAYLAND_DISPLAY wayland-9\."),
        ({"DISPLAY": NOBODY, "QT_QPA_PLATFORM": "linuxfb"}, r"FamilySafe has no window for Qt's platform “linuxfb” .*"),
        ({"DISPLAY": NOBODY, "QT_QPA_PLATFORM": "nonsense"}, r"Qt knows no platform “nonsense” \(QT_QPA_PLATFORM\)\."),
    ],
    ids=lambda value: " ".join(f"{name}={said}" for name, said in value.items()) if isinstance(value, Mapping) else "",
)
def test_without_a_screen(home: Home, changes: dict[str, str], what: str) -> None:
    refuses(home, what, **changes)


@pytest.fixture
def dead_screen() -> Iterator[str]:
    """A display whose server was killed: its socket is there, and nobody answers."""
    if why := why_not():
        pytest.skip(f"no virtual screen: {why}")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp"]
    with (
        os.fdopen(read, "rb") as told,
        subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server,
    ):
        os.close(write)
        number = told.readline().decode().strip()
        server.send_signal(signal.SIGKILL)
    yield f":{number}"
    for left in (f".X11-unix/X{number}", f".X{number}-lock"):
        (X_SERVERS / left).unlink(missing_ok=True)


def test_with_a_screen_that_died(home: Home, dead_screen: str) -> None:
    refuses(home, rf"nothing answers at DISPLAY {dead_screen}\.", DISPLAY=dead_screen)


def broken_qt(folder: Path, error: str) -> str:
    """A PySide6 that cannot be loaded, for the front of the module path."""
    package = folder / "broken" / "PySide6"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(f"raise ImportError({error!r}, name='PySide6')\n", encoding="utf-8")
    return str(package.parent)


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (MISSING, r"libEGL\.so\.1 is missing \(on Debian: apt install libegl1\)\."),
        ("libmystery.so.3: cannot open shared object file", r"libmystery\.so\.3 cannot be loaded \(.*\)\."),
        ("No module named 'PySide6'", r"Qt cannot be loaded \(No module named 'PySide6'\)\."),
    ],
    ids=["known", "unknown", "not-there"],
)
def test_without_what_qt_needs(home: Home, tmp_path: Path, error: str, what: str) -> None:
    refuses(home, what, PYTHONPATH=broken_qt(tmp_path, error), DISPLAY=NOBODY)


def test_the_headless_commands_work_without_qt(home: Home, tmp_path: Path) -> None:
    done = familysafe(home, "help", "--country", "GB", PYTHONPATH=broken_qt(tmp_path, MISSING))
    assert (done.returncode, done.stderr) == (0, "")
    assert "999" in done.stdout
