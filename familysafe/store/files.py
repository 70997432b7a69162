"""Files that only this account can read, written whole or not at all."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from familysafe.domain.errors import Code, FamilySafeError

if sys.platform == "darwin":  # pragma: no cover - macOS only
    import fcntl

FILE_MODE = 0o600
FOLDER_MODE = 0o700
MEBIBYTE = 1 << 20
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


def copy(source: Path, target: Path) -> None:
    """The same bytes in a private file; they are on the disk when this returns, or nothing is left of them."""
    try:
        with writing(), source.open("rb") as original, open(target, "wb", opener=private) as file:
            while piece := original.read(MEBIBYTE):
                file.write(piece)
            file.flush()
            sync(file.fileno())
    except BaseException:
        with suppress(OSError):
            target.unlink(missing_ok=True)
        raise


def move(source: Path, target: Path) -> None:
    """Another name, in the place of a file that has it; it is on the disk when this returns."""
    with writing():
        source.replace(target)
        for folder in {source.parent, target.parent}:
            sync_folder(folder)


def remove(path: Path) -> None:
    """Takes a file away, where there is one."""
    with writing():
        path.unlink(missing_ok=True)


def remove_folder(folder: Path) -> None:
    """Takes a folder away with the files in it, where there is one."""
    for path in inside(folder):
        remove(path)
    with writing(), suppress(FileNotFoundError):
        folder.rmdir()


def remove_if_empty(folder: Path) -> None:
    """Takes a folder away in which nothing lies; others stay."""
    with suppress(OSError):
        folder.rmdir()


def inside(folder: Path) -> tuple[Path, ...]:
    """What lies in a folder, by name; nothing where there is none."""
    with reading(), suppress(FileNotFoundError):
        return tuple(sorted(folder.iterdir()))
    return ()


def require_room(folder: Path, needed: int) -> None:
    """DISK_FULL where a disk has fewer bytes left; one that does not tell is believed to have them."""
    with reading():
        # Only here: a start does not wait for it.
        disk = import_module("shutil").disk_usage(folder)
    if disk.total and disk.free < needed:
        raise FamilySafeError(Code.DISK_FULL)


def sync_file(path: Path) -> None:
    """Waits until what another library has written into a file is on the disk."""
    with writing(), path.open("rb+") as file:
        sync(file.fileno())


def erase(path: Path) -> None:
    """Writes zeros over a small file, then removes it; nothing happens where there is none.

    On most disks of today the zeros may land elsewhere; what made the file worth reading has to be changed as well.
    """
    with writing():
        try:
            with path.open("r+b") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                sync(file.fileno())
        except FileNotFoundError:
            return
        path.unlink()
        sync_folder(path.parent)


def make_file(path: Path) -> None:
    """An empty private file, where there is none."""
    with writing(), open(path, "ab", opener=private):
        pass


def make_folder(folder: Path) -> None:
    """A private folder, with the folders above it as the system makes them; its way is on the disk when this returns.

    Two levels are waited for in any case: whoever asks may have made the folder above without waiting.
    """
    with writing():
        new = [one.parent for one in (folder, *folder.parents) if not one.exists()]
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        folder.chmod(FOLDER_MODE)
        for above in dict.fromkeys((*folder.parents[:2], *new)):
            sync_folder(above)


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
