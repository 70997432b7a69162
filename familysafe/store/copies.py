"""The files of copies beside a vault: their names, their headers, and how to come to their keys."""

import itertools
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Backup, BackupReason
from familysafe.store import files, header, keys
from familysafe.store.database import Database
from familysafe.store.header import Header
from familysafe.store.keys import KeyChain, Keys
from familysafe.store.slots import label, wrap

FOLDER = "backups"
ASIDE = "aside"  # where damaged files are kept
UNPACKED = "unpacked"  # what is being restored, for as long as that takes
NEW = "copy.new"
NAME = re.compile(r"(?P<number>\d{4,9})-(?P<on>\d{4}-\d\d-\d\d)-(?P<reason>day|restore|migration-\d{1,4})\.db")
# A header of a copy, or of what was set aside; damaged ones are kept there too.
HEADER = re.compile(r"\d{4,9}-[a-z0-9-]+\.header2?(\.damaged)?(\.next)?(\.new)?")
NEXT = ".next"  # the header that a copy gets when the keys have changed
SET_ASIDE = re.compile(r"\d{4}-vault\.db(-journal)?")


class Copy(Struct, frozen=True):
    """A backup and its file; `kind` is the reason, with the schema where that was a migration."""

    backup: Backup
    path: Path
    kind: str

    @property
    def header(self) -> Path:
        return header_of(self.path)


def header_of(path: Path) -> Path:
    """The header that belongs to a copy's database."""
    return path.with_suffix(".header")


def next_of(path: Path) -> Path:
    """Where the header lies that takes the place of this one."""
    return path.with_name(f"{path.name}{NEXT}")


def is_next(path: Path) -> bool:
    return path.name.endswith(NEXT)


def copies(folder: Path) -> tuple[Copy, ...]:
    """The copies of the vault in `folder`, the newest first by their number."""
    found = [copy for path in files.inside(folder / FOLDER) if (copy := named(path)) is not None]
    return tuple(sorted(found, key=lambda copy: copy.backup.number, reverse=True))


def named(path: Path) -> Copy | None:
    """What the name of a file says; None when it is no copy's."""
    match = NAME.fullmatch(path.name)
    if match is None:
        return None
    with suppress(ValueError):
        reason = BackupReason(match["reason"].partition("-")[0])
        return Copy(Backup(int(match["number"]), date.fromisoformat(match["on"]), reason), path, match["reason"])
    return None


def is_header(path: Path) -> bool:
    """True for the header of a copy, and for one that was set aside."""
    return HEADER.fullmatch(path.name) is not None


def is_aside(path: Path) -> bool:
    """True for a database that was set aside."""
    return SET_ASIDE.fullmatch(path.name) is not None


def arriving(folder: Path) -> Path:
    """Where a vault from another computer is put together before it takes its place."""
    return folder.with_name(f"{folder.name}.arriving")


def beside(folder: Path, today: date) -> Path:
    """Where a vault that cannot be opened goes, whole, when another takes its place."""
    first = f"{folder.name}.before-{today.isoformat()}"
    names = itertools.chain([first], (f"{first}-{number}" for number in itertools.count(2)))
    return next(place for name in names if not (place := folder.with_name(name)).exists())


def set_beside(folder: Path) -> tuple[Path, ...]:
    """Every vault that made way for another."""
    return tuple(sorted(folder.parent.glob(f"{folder.name}.before-*")))


def path_for(folder: Path, backup: Backup, schema: int) -> Path:
    """Where a copy goes."""
    kind = f"migration-{schema}" if backup.reason is BackupReason.MIGRATION else backup.reason.value
    return folder / FOLDER / f"{backup.number:04d}-{backup.on.isoformat()}-{kind}.db"


def drop(copy: Copy) -> None:
    """Takes a copy away, its keys at the last."""
    files.remove(copy.path)
    files.erase(next_of(copy.header))
    files.erase(copy.header)


def tidy(folder: Path) -> None:
    """Takes away what work that broke off has left: half a copy, a header without its copy."""
    whole = {copy.header for copy in copies(folder)}
    for path in files.inside(folder / FOLDER):
        half = path.name.startswith(NEW) or (is_header(path) and path.name.endswith(".new"))
        own = path.with_name(path.name.removesuffix(NEXT))
        left = named(own.with_suffix(".db")) is not None and own.suffix == ".header" and own not in whole
        if half or left:
            files.remove(path)


# Keys


def chain_for(data: bytes, keys_now: Keys) -> KeyChain:
    """The slots of today around the key of a copy. The key of the vault itself stands there too, as the pending one.

    So a vault that loses both of its headers is opened by way of any copy.
    """
    chain, master = keys_now.chain, keys_now.master
    bound_to = label(chain.vault, "data")
    pending = None if data == keys_now.data else wrap(keys_now.data, master, bound_to)
    return replace(chain, data_key=wrap(data, master, bound_to), pending_data_key=pending)


def write_header(path: Path, chain: KeyChain) -> None:
    files.write(path, header.encode(Header(chain, sequence=1, database_made=True)))


def chain_in(path: Path) -> KeyChain | None:
    """The chain in a header; None where there is none or it is damaged, DISK_REFUSES where that cannot be told."""
    found = header.examine(path)
    if found is Code.DISK_REFUSES:
        raise FamilySafeError(found)
    return found.keys if isinstance(found, Header) else None


def key_in(path: Path, master: bytes) -> bytes | None:
    """The data key in a header, where it is behind this master key."""
    chain = chain_in(path)
    if chain is None:
        return None
    with suppress(FamilySafeError):
        return keys.behind(chain, master).data
    return None


def keys_of(copy: Copy, keys_now: Keys) -> Iterator[bytes]:
    """The keys that may open a copy: the one in its header, and those of the vault."""
    found = (key_in(copy.header, keys_now.master), keys_now.data, keys_now.pending)
    yield from dict.fromkeys(key for key in found if key is not None)


def key_of(copy: Copy, keys_now: Keys) -> bytes | None:
    """The key that opens a copy; None when it cannot be had, or the copy is damaged from its first page on.

    DISK_REFUSES when that cannot be told now, so that nobody takes the copy for lost.
    """
    try:
        return next((key for key in keys_of(copy, keys_now) if Database.fits(copy.path, key)), None)
    except FamilySafeError as refusal:
        if refusal.code is Code.DISK_REFUSES:
            raise
        return None
