"""Composition root: arguments → paths → content → store → face."""

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from familysafe.app.ahead import load_ahead
from familysafe.app.display import why_not_loaded
from familysafe.app.process import keep_to_itself
from familysafe.app.relaunch import AGAIN, Replace, command, replace_process
from familysafe.domain.errors import Code, FamilySafeError


def main(argv: Sequence[str] | None = None, again: Replace = replace_process) -> int:
    """The exit code of the face that was asked for; `again` begins anew where a locked window ended."""
    if argv is None:  # who gives arguments has a process with other things in it, which stays as it is
        keep_to_itself()
    words = sys.argv[1:] if argv is None else list(argv)
    arguments = terminal().parse(words) if words else no_arguments()
    if arguments.run is not None:
        done: int = terminal().run(arguments)
        return done
    try:
        code = open_window(arguments)
    except FamilySafeError as error:
        refused: int = terminal().tell(terminal().told(error))
        return refused
    if code in AGAIN:
        again(command(code, sys.orig_argv))
        return 0
    return code


def no_arguments() -> argparse.Namespace:
    """What a start by a click asks for."""
    return argparse.Namespace(run=None, data_dir=None, sample=False, minimised=False)


def terminal() -> Any:
    """The terminal's face, loaded only where something was typed or has to be told: families start by a click."""
    return import_module("familysafe.cli.main")


def open_window(arguments: argparse.Namespace) -> int:
    """The window's exit code; its refusals, NO_DISPLAY where Qt or what Qt needs of the system cannot be loaded."""
    make_ready()
    try:
        return load_window()(arguments)
    finally:
        gc.enable()  # also where no first page came to do it


def load_window() -> Callable[[argparse.Namespace], int]:
    """What shows the window; NO_DISPLAY where Qt or what Qt needs of the system cannot be loaded."""
    try:
        # Only here, so that a verb works where the window's libraries cannot be loaded, and does not wait for them.
        from familysafe.ui.main import run_window  # noqa: PLC0415 - see above
    except ImportError as error:
        if not is_about_qt(error):
            raise
        raise FamilySafeError(Code.NO_DISPLAY, why=why_not_loaded(error)) from error
    return run_window


def make_ready() -> None:
    """What comes before Qt is loaded."""
    # Nothing made before the first page is garbage; looking for it would cost a thirtieth of the start.
    gc.disable()
    load_ahead()


def is_about_qt(error: ImportError) -> bool:
    """True for Qt's modules and for the loader's words about a library; anything else is our own mistake."""
    return (error.name or "").startswith(("PySide6", "shiboken6")) or ".so" in str(error)


if __name__ == "__main__":
    sys.exit(main())
