"""Files that only this account can read, written whole or not at all."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from familysafe.domain.errors import Code, FamilySafeError

if sys.platform == "darwin":  # pragma: no cover - macOS only
    import fcntl

FILE_MODE = 0o600
FOLDER_MODE = 0o700
# Windows keeps no such bits: there the folder of the account is private by its access list.
OTHERS = 0o000 if os.name == "nt" else 0o077
REFUSALS = MappingProxyType(
    {
        errno.ENOSPC: Code.DISK_FULL,
        errno.EDQUOT: Code.DISK_FULL,
        errno.EROFS: Code.VAULT_READ_ONLY,
        errno.EACCES: Code.VAULT_READ_ONLY,
        errno.EPERM: Code.VAULT_READ_ONLY,
    }
)


@contextmanager
def writing() -> Iterator[None]:
    """Turns what the system says about a write into a code: DISK_FULL, VAULT_READ_ONLY or DISK_REFUSES."""
    try:
        yield
    except OSError as error:
        number = error.errno or 0
        raise FamilySafeError(REFUSALS.get(number, Code.DISK_REFUSES), error=number) from error


@contextmanager
def reading() -> Iterator[None]:
    """Turns what the system says about a read into DISK_REFUSES."""
    try:
        yield
    except OSError as error:
        raise FamilySafeError(Code.DISK_REFUSES, error=error.errno or 0) from error


def read(path: Path, most: int) -> bytes | None:
    """The first `most` bytes of a file, None when it is not there."""
    with reading():
        try:
            with path.open("rb") as file:
                return file.read(most)
        except FileNotFoundError:
            return None


def is_there(path: Path) -> bool:
    """True when there is something of that name."""
    with reading():
        try:
            path.lstat()
        except FileNotFoundError:
            return False
        return True


def write(path: Path, content: bytes) -> None:
    """Puts `content` in the place of a file in one step; it is on the disk when this returns."""
    new = path.with_name(f"{path.name}.new")
    with writing():
        try:
            with open(new, "wb", opener=private) as file:
                file.write(content)
                file.flush()
                sync(file.fileno())
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)
        sync_folder(path.parent)


def make_file(path: Path) -> None:
    """An empty private file, where there is none."""
    with writing(), open(path, "ab", opener=private):
        pass


def make_folder(folder: Path) -> None:
    """A private folder, with the folders above it as the system makes them."""
    with writing():
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        folder.chmod(FOLDER_MODE)


def private(path: str, flags: int) -> int:
    """Opens for this account only, whatever the umask and whatever an earlier file of that name allowed."""
    handle = os.open(path, flags, FILE_MODE)
    Path(path).chmod(FILE_MODE)
    return handle


def is_private(path: Path) -> bool:
    """True when other accounts have no rights to a file or folder."""
    with reading():
        return path.stat().st_mode & OTHERS == 0


def sync(handle: int) -> None:
    """Waits until a file is on the disk."""
    os.fsync(handle)
    if sys.platform == "darwin":  # pragma: no cover - there fsync stops at the drive's own memory
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)


def sync_folder(folder: Path) -> None:
    """Waits until a new name is on the disk; Windows does not open folders, and writes names by itself."""
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            sync(handle)
        finally:
            os.close(handle)
