"""What this process keeps to itself: its files, its memory, and every value in what it says of a mistake."""

import logging
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType

if sys.platform != "win32":  # pragma: no branch
    import resource

PRIVATE_UMASK = 0o077
PR_SET_DUMPABLE = 4
MOST_PLACES = 8


def keep_to_itself() -> None:
    """Everything below; called once, before anything of the family is read."""
    os.umask(PRIVATE_UMASK)
    no_core_dumps()
    no_readers_of_memory()
    say_no_values()


def no_core_dumps() -> None:
    """What is in memory is not written to the disk when something crashes."""
    if sys.platform != "win32":  # pragma: no branch - Windows has none
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def no_readers_of_memory() -> None:
    """Other programs of this account may not look into this one; Linux only.

    It also holds where the system hands core dumps to a program of its own, which a limit of nought does not stop.
    """
    if sys.platform == "linux":
        # Only here: other systems do not wait for it.
        import ctypes  # noqa: PLC0415 - see above

        # Help now has to come, whatever a system refuses.
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def say_no_values() -> None:
    """Python's own tracebacks quote the error's words, which may be a note; ours name places only."""
    sys.excepthook = log_unexpected
    sys.unraisablehook = log_unraisable
    threading.excepthook = log_in_thread


def log_unexpected(kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None) -> None:
    """Logs where something unexpected happened, never what was in it."""
    if not issubclass(kind, KeyboardInterrupt):
        logging.getLogger("familysafe").error("unexpected %s at %s", kind.__name__, places(trace))


def log_in_thread(happened: threading.ExceptHookArgs) -> None:
    log_unexpected(happened.exc_type, happened.exc_value, happened.exc_traceback)


def log_unraisable(happened: "sys.UnraisableHookArgs") -> None:
    """For what goes wrong where nobody can be told, such as while something is thrown away."""
    log_unexpected(happened.exc_type, happened.exc_value, happened.exc_traceback)


def places(trace: TracebackType | None) -> str:
    """`inner.py:12, from outer.py:3`: the innermost first."""
    found: list[str] = []
    while trace is not None:
        found.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return ", from ".join(found[::-1][:MOST_PLACES]) or "nowhere"
