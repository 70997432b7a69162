"""Makes vaults in folders 0, 1, 2, … and kills the process of the n-th at its n-th step on the disk.

The last one gets through; its number is printed. Each vault has a process of its own, forked from this one.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from familysafe.store.database import Database
from familysafe.store.vault import Vault


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


def first_start(folder: Path, fatal: int) -> None:
    wrap = killed_at(fatal)
    for name in ("open", "mkdir", "chmod", "fsync", "replace"):
        setattr(os, name, wrap(getattr(os, name)))
    Database.run = wrap(Database.run)
    Vault.create(folder).close()


def is_killed(folder: Path, fatal: int) -> bool:
    process = os.fork()
    if process == 0:
        first_start(folder, fatal)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(process, 0)[1])


def main(folder: Path) -> None:
    number = 0
    while is_killed(folder / str(number), number):
        number += 1
    print(number)


main(Path(sys.argv[1]))
