"""The one file in which a vault travels: a stored zip of two members, its header and its database.

Members are compared by name and never used as paths. A file that is not exactly so is refused before it is unpacked.
"""

import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import IO
from zipfile import ZipFile, ZipInfo

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import files
from familysafe.store.database import Tell, silent

HEADER, DATABASE = "vault.header", "vault.db"
LARGEST = MappingProxyType({HEADER: 64 * 1024, DATABASE: 512 * files.MEBIBYTE})
# The directory of a zip and what stands around two members; a directory of two short names has about a hundred bytes.
ROOM = 4096
LARGEST_DIRECTORY = 1024
END = "<4s4H2LH"
END_BYTES = struct.calcsize(END)
END_MARK = b"PK\x05\x06"
LONG_END_BYTES, LONG_END_MARK = 20, b"PK\x06\x07"
FIRST_YEAR, LAST_YEAR = 1980, 2107
DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    LookupError,
    MemoryError,
    OverflowError,
    ValueError,
)


@contextmanager
def unreadable() -> Iterator[None]:
    """Turns what a file that is not ours makes of its reader into BACKUP_UNREADABLE."""
    try:
        yield
    except DAMAGE:
        # Not chained: what a stranger's file says may be long, and may be anything.
        raise FamilySafeError(Code.BACKUP_UNREADABLE) from None


def pack(target: IO[bytes], header: bytes, database: Path, on: date, tell: Tell = silent) -> None:
    """Writes both members; the day stands in the zip, since neither member says it."""
    day = (min(max(on.year, FIRST_YEAR), LAST_YEAR), on.month, on.day, 0, 0, 0)
    with ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(member(HEADER, day), header)
        with opened(database) as source, archive.open(member(DATABASE, day), "w") as copy:
            pour(source, copy, database.stat().st_size, tell)


def opened(path: Path) -> IO[bytes]:
    with files.reading():
        return path.open("rb")


def found(path: Path) -> IO[bytes]:
    """A file that somebody chose; BACKUP_UNREADABLE where it is a folder, or gone, or not theirs to read."""
    try:
        return path.open("rb")
    except OSError:
        raise FamilySafeError(Code.BACKUP_UNREADABLE) from None


def reads_back(file: IO[bytes]) -> bool:
    """True when a file that was just written would be accepted, and every byte of it has its checksum."""
    try:
        with unreadable():
            require_end(file)
            with ZipFile(file) as archive:
                return bool(members(archive)) and archive.testzip() is None
    except FamilySafeError:
        return False


def member(name: str, day: tuple[int, int, int, int, int, int]) -> ZipInfo:
    made = ZipInfo(name, day)
    made.external_attr = files.FILE_MODE << 16
    return made


def unpack(path: Path, database: Path, tell: Tell = silent) -> tuple[bytes, date]:
    """The header and the day; the database is written to `database`. BACKUP_UNREADABLE when it is no such file."""
    with found(path) as file, files.reading(), unreadable():
        require_end(file)
        with ZipFile(file) as archive:
            info = members(archive)
            on = date(*info[HEADER].date_time[:3])
            header = archive.read(info[HEADER])
            with archive.open(info[DATABASE]) as source, files.writing():
                write(source, database, info[DATABASE].file_size, tell)
    return header, on


def write(source: IO[bytes], database: Path, size: int, tell: Tell) -> None:
    with open(database, "wb", opener=files.private) as copy:
        pour(source, copy, size, tell)


def require_end(file: IO[bytes]) -> None:
    """Looks at the last bytes before anything is believed: two members, a short directory, no comment, no zip64."""
    size = file.seek(0, 2)
    if not END_BYTES <= size <= sum(LARGEST.values()) + ROOM:
        raise zipfile.BadZipFile
    file.seek(max(0, size - END_BYTES - LONG_END_BYTES))
    last = file.read()
    mark, disk, first, here, members_in_all, directory, start, comment = struct.unpack(END, last[-END_BYTES:])
    plain = (mark, disk, first, here, members_in_all, comment) == (END_MARK, 0, 0, 2, 2, 0)
    fits = directory <= LARGEST_DIRECTORY and start + directory + END_BYTES == size
    if not (plain and fits) or last.startswith(LONG_END_MARK):
        raise zipfile.BadZipFile
    file.seek(0)


def members(archive: ZipFile) -> dict[str, ZipInfo]:
    """Both members by name, when there are no others and each is stored as it is and no larger than it may be."""
    found = archive.infolist()
    if [one.filename for one in found] != [HEADER, DATABASE] or not all(map(is_plain, found)):
        raise zipfile.BadZipFile
    return {one.filename: one for one in found}


def is_plain(one: ZipInfo) -> bool:
    """True for a member that is neither packed nor encrypted, and within its size."""
    stored = (one.compress_type, one.flag_bits, one.compress_size) == (zipfile.ZIP_STORED, 0, one.file_size)
    return stored and one.file_size <= LARGEST[one.filename]


def pour(source: IO[bytes], target: IO[bytes], size: int, tell: Tell) -> None:
    done = 0
    while piece := source.read(files.MEBIBYTE):
        target.write(piece)
        done += len(piece)
        tell(min(1.0, done / max(1, size)))
