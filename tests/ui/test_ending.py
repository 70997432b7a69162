"""A process that is told to end keeps what was written, and leaves nothing that was to be thrown away."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from familysafe.ui.ending import Ending
from tests.ui.conftest import Start

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs by their windows")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_is_said_in_the_loop_and_later_is_as_before(qtbot: QtBot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    parent = QObject()
    ending = Ending(parent)
    with qtbot.waitSignal(ending.asked):
        os.kill(os.getpid(), number)
    ending.end()
    assert signal.getsignal(number) is before
    parent.deleteLater()


def test_the_shell_leaves_when_it_is_asked(qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    shell, ended = start(), list[int]()
    monkeypatch.setattr(shell._application, "quit", lambda: ended.append(0), raising=False)
    shell.listen()
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: ended == [0])
    assert not shell.window.isVisible()


def test_what_is_thrown_away_is_gone(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-m", "familysafe", "--sample"], env=environment) as started:
        while not listens(started.pid):
            assert started.poll() is None
            time.sleep(0.05)
        assert list(tmp_path.glob("familysafe-*"))
        started.terminate()
        assert started.wait(timeout=30) == 0
    assert list(tmp_path.iterdir()) == []


def listens(process: int) -> bool:
    """True when a process catches SIGTERM."""
    if not Path("/proc").is_dir():
        pytest.skip("what a process listens to can be seen on Linux only")
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    caught = int(next(line for line in status.splitlines() if line.startswith("SigCgt")).split()[1], 16)
    return bool(caught & 1 << (signal.SIGTERM - 1))
