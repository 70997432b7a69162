"""Vaults whose opening was killed, each one step later than the one before."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("store_killed.py")


def killed_at_each_step(before: Path, folder: Path) -> Iterator[Path]:
    """Copies of a vault that were being opened; where `before` is not there, vaults that were being made."""
    command = [sys.executable, str(SCRIPT), str(before), str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})
    assert done.returncode == 0, done.stderr
    return (folder / str(number) for number in range(int(done.stdout) + 1))
