"""Writes the one file in which a vault travels to another computer."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import archive, copies, files, header
from familysafe.store.copies import FOLDER, NEW
from familysafe.store.database import Database, Tell, silent
from familysafe.store.header import Header
from familysafe.store.keys import Keys
from familysafe.store.slots import DeviceSlot

if TYPE_CHECKING:
    from familysafe.store.vault import Vault

ENDING = ".familysafe"


def default_name(today: date) -> str:
    """Says nothing of the family."""
    return f"backup-{today.isoformat()}{ENDING}"


def export(vault: "Vault", path: Path, today: date, tell: Tell = silent) -> None:
    """A whole file that reads back, in one step in the place of an older one; else that one stays as it is.

    BACKUP_NEEDS_SECRET when nothing but the device key opens the vault, INSIDE_VAULT, VAULT_DAMAGED, DISK_FULL,
    DISK_REFUSES.
    """
    refuse_inside(vault.folder, path)
    content = travelling_header(vault.keys)
    copy = vault.folder / FOLDER / NEW
    try:
        files.make_folder(vault.folder / FOLDER)
        copies.tidy(vault.folder)
        files.make_file(copy)
        vault.database.copy_to(copy, lambda done: tell(done * 0.3))
        require_whole(copy, vault.keys.data, lambda done: tell(0.3 + done * 0.3))
        if copy.stat().st_size > archive.LARGEST[archive.DATABASE]:
            raise FamilySafeError(Code.DISK_REFUSES, what="too-large")
        with whole_file(path) as file:
            archive.pack(file, content, copy, today, lambda done: tell(0.6 + done * 0.3))
            if not archive.reads_back(file):
                raise FamilySafeError(Code.DISK_REFUSES, what="export")
            tell(1.0)
    finally:
        with suppress(FamilySafeError):
            files.remove(copy)


def refuse_inside(folder: Path, path: Path) -> None:
    """INSIDE_VAULT for a place among the files of the vault, by whatever way it leads there."""
    with elsewhere(), files.reading():
        place = path.parent.resolve()
        if any(one.exists() and one.samefile(folder) for one in (place, *place.parents)):
            raise FamilySafeError(Code.INSIDE_VAULT)


def travelling_header(keys_now: Keys) -> bytes:
    """The header without the device slot, which no other computer could open."""
    chain = copies.chain_for(keys_now.data, keys_now).without(DeviceSlot)
    if not chain.slots:
        raise FamilySafeError(Code.BACKUP_NEEDS_SECRET)
    return header.encode(Header(chain, sequence=1, database_made=True))


def require_whole(path: Path, key: bytes, tell: Tell) -> None:
    """DISK_REFUSES when a copy does not read back as it was written."""
    database = Database.open(path, key)
    try:
        if not database.is_whole(tell):
            raise FamilySafeError(Code.DISK_REFUSES, what="copy")
    finally:
        database.close()


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file that has its name when the block is through and it is on the disk, and is gone when the block fails."""
    new = path.with_name(f".{path.name}.part")
    try:
        with elsewhere(), files.writing():
            new.unlink(missing_ok=True)
            # Not `files.private`: a stick formatted for other systems refuses to be told who may read.
            handle = os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), files.FILE_MODE)
            with os.fdopen(handle, "w+b") as file:
                yield file
                file.flush()
                files.sync(file.fileno())
            new.replace(path)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
    # Some disks do not wait for a folder; the file itself is written.
    with suppress(OSError):
        files.sync_folder(path.parent)


@contextmanager
def elsewhere() -> Iterator[None]:
    """Says of another disk that it refuses, and not that the vault there cannot be changed."""
    try:
        yield
    except FamilySafeError as refusal:
        if refusal.code is Code.VAULT_READ_ONLY:
            raise FamilySafeError(Code.DISK_REFUSES, **refusal.details) from refusal
        raise
