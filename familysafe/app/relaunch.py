"""Begins anew as a fresh process: what was open before is in no process's memory any more."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

LOCK = 75
HIDE = 76
AGAIN = frozenset({LOCK, HIDE})
MINIMISED = "--minimised"
Replace = Callable[[Sequence[str]], None]


def command(code: int, started_as: Sequence[str]) -> list[str]:
    """The words with which this process was started, minimised after HIDE and only then."""
    words = [word for word in started_as if word != MINIMISED]
    return [*words, MINIMISED] if code == HIDE else words


def replace_process(words: Sequence[str]) -> None:
    """Becomes the process that is asked for; on Windows, which cannot, starts it and lets this one end."""
    if sys.platform == "win32":  # pragma: no cover - Windows only
        import_module("subprocess").Popen(words, close_fds=True)  # other systems do not wait for it
        return
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *words[1:]])  # noqa: S606 - our own words
