"""Copies a folder to 0, 1, 2, … and kills the process that opens the n-th vault at its n-th step on the disk.

The last one gets through; its number is printed. Each vault has a process of its own, forked from this one. From a
folder that is not there vaults are made.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from familysafe.store.database import Database
from familysafe.store.vault import Vault

STEPS = ("open", "mkdir", "chmod", "fsync", "replace", "rename", "unlink", "truncate")


def killed_at(fatal: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Wraps functions that count together; the one with the fatal number is never entered."""
    steps = iter(range(sys.maxsize))

    def wrap(function: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*values: Any, **named: Any) -> Any:
            if next(steps) == fatal:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*values, **named)

        return counted

    return wrap


def open_vault(folder: Path, fatal: int) -> None:
    wrap = killed_at(fatal)
    for name in STEPS:
        setattr(os, name, wrap(getattr(os, name)))
    Database.run = wrap(Database.run)  # type: ignore[method-assign]
    Vault.open_or_create(folder).close()


def is_killed(folder: Path, fatal: int) -> bool:
    process = os.fork()
    if process == 0:
        try:
            open_vault(folder, fatal)
        except BaseException as error:  # noqa: BLE001 - the end of this process, whatever it was
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    status = os.waitpid(process, 0)[1]
    assert os.WIFSIGNALED(status) or status == 0, "it ended by itself and in disorder"
    return os.WIFSIGNALED(status)


def main(before: Path, folder: Path) -> None:
    number = -1
    killed = True
    while killed:
        number += 1
        if before.is_dir():
            shutil.copytree(before, folder / str(number))
        killed = is_killed(folder / str(number), number)
    print(number)


main(Path(sys.argv[1]), Path(sys.argv[2]))
