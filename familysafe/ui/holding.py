"""Holds the data folder for one process, so that two windows never save into it."""

from contextlib import suppress
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QLockFile

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store.files import REFUSALS

LOCK_FILE = "open.lock"
# An older lock is taken away, and only where its process is gone: while that lives, the system lets nobody have the
# file. So neither an empty file, nor one of a computer that had another name, nor a number that another program has
# by now, keeps a family out.
STALE = 5000  # milliseconds, far more than pass between making the file and holding it
# With these the window opens all the same: what was saved can be read, and Help now is there.
READABLE = frozenset({Code.DISK_FULL, Code.VAULT_READ_ONLY})


class Hold:
    """A data folder, ours once that could be written down in it; until then it is only read.

    Asked for on the window's thread at the start, later by the worker before it saves.
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self._lock = QLockFile(str(data / LOCK_FILE))
        self._lock.setStaleLockTime(STALE)
        self.why_not: Code | None = None

    def take(self) -> None:
        """ALREADY_OPEN when another process holds it; DISK_FULL, VAULT_READ_ONLY or DISK_REFUSES by what hinders."""
        if self._lock.isLocked():
            return
        self.why_not = self._tried()
        if self.why_not is not None:
            raise FamilySafeError(self.why_not, folder=str(self._data))

    def take_or_read(self) -> None:
        """As `take`; where nothing can be written, `why_not` says so and that is all."""
        try:
            self.take()
        except FamilySafeError as refusal:
            if refusal.code not in READABLE:
                raise

    def read_where_hindered(self) -> bool:
        """True where nothing can be written: a lock that is left over cannot be taken away there either."""
        hinders = what_hinders(self._data)
        if hinders in READABLE:
            self.why_not = hinders
        return hinders in READABLE

    def let_go(self) -> None:
        """Where nothing was kept nothing is left, not even an empty folder that tells of us."""
        if self._lock.isLocked():
            self._lock.unlock()
            with suppress(OSError):
                self._data.rmdir()

    def _tried(self) -> Code | None:
        try:
            self._data.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            return REFUSALS.get(error.errno or 0, Code.DISK_REFUSES)
        if self._lock.tryLock(0):
            return None
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            return Code.ALREADY_OPEN
        return what_hinders(self._data)


def what_hinders(folder: Path) -> Code:
    """Why nothing can be written into a folder, which Qt does not tell."""
    try:
        # Only here: a folder that can be written does without.
        with import_module("tempfile").TemporaryFile(dir=folder) as tried:
            tried.write(b"FamilySafe")
    except OSError as error:
        return REFUSALS.get(error.errno or 0, Code.DISK_REFUSES)
    return Code.DISK_REFUSES
