"""After locking, the memory of the process holds nothing of what was open."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from familysafe.content.compiled import Compiled
from tests.desktop.app import Home
from tests.desktop.screen import wait_for
from tests.faults.canary import CANARY
from tests.faults.conftest import Record
from tests.faults.memory import copies_in, why_not
from tests.faults.trace import ROOT

LOCKED = "FamilySafe is locked"
LONG = 60.0


@pytest.fixture
def process(tmp_path: Path, content: Compiled) -> Iterator[subprocess.Popen[str]]:
    """A FamilySafe in which private words were written before it was locked."""
    if why := why_not():
        pytest.skip(why)
    if os.geteuid() != 0:
        pytest.skip("only root may look into a process that keeps to itself")
    home = Home(tmp_path / "home")
    environment = {**home.environment(), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.faults.session", str(home.data), "lock"]
    with subprocess.Popen(command, env=environment, cwd=home.here, stderr=subprocess.PIPE, text=True) as started:
        yield started
        started.kill()


def is_plain_app(started: subprocess.Popen[str]) -> bool:
    """True once the process that wrote has become one that never read what was written."""
    assert started.poll() is None, started.stderr and started.stderr.read()
    words = Path(f"/proc/{started.pid}/cmdline").read_bytes()
    # Nothing stands there in the moment of becoming another.
    return bool(words) and b"tests.faults.session" not in words


def test_no_private_word_is_left_in_memory_after_locking(
    process: subprocess.Popen[str], record_property: Record
) -> None:
    wait_for("the lock", lambda: is_plain_app(process), LONG)
    wait_for("the door", lambda: copies_in(process.pid, LOCKED) > 1, LONG)
    left = copies_in(process.pid, CANARY)
    record_property("copies left after lock", left)
    assert left == 0
