"""A fresh process in place of this one."""

import subprocess
import sys

import pytest

from familysafe.app.relaunch import HIDE, LOCK, command


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        (LOCK, ["python", "-m", "familysafe"], ["python", "-m", "familysafe"]),
        (HIDE, ["familysafe"], ["familysafe", "--minimised"]),
        (HIDE, ["familysafe", "--minimised"], ["familysafe", "--minimised"]),
        (LOCK, ["familysafe", "--minimised", "--data-dir", "x y"], ["familysafe", "--data-dir", "x y"]),
    ],
)
def test_it_is_started_with_the_same_words_and_minimised_only_to_hide(
    code: int, before: list[str], after: list[str]
) -> None:
    assert command(code, before) == after


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot replace a process")
def test_the_process_is_replaced_not_added() -> None:
    again = (
        "import os, sys; from familysafe.app.relaunch import replace_process; "
        "print(os.getpid()); replace_process(['x', '-c', 'import os; print(os.getpid())'])"
    )
    run = subprocess.run([sys.executable, "-c", again], capture_output=True, text=True, check=True)
    before, after = run.stdout.split()
    assert before == after
