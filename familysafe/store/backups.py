"""Verified copies of the vault in a folder beside it, each with a header of its own."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Backup, BackupReason
from familysafe.store import files, schema
from familysafe.store.copies import (
    ASIDE,
    FOLDER,
    NEW,
    UNPACKED,
    Copy,
    chain_for,
    chain_in,
    copies,
    drop,
    header_of,
    is_aside,
    is_header,
    is_next,
    key_in,
    key_of,
    next_of,
    path_for,
    tidy,
    write_header,
)
from familysafe.store.database import Database, Tell, silent
from familysafe.store.keys import Keys

if TYPE_CHECKING:
    from familysafe.store.vault import Vault

DAILY = 7
WEEKLY = 4
BEFORE_RESTORING = 2


def listed(folder: Path) -> tuple[Backup, ...]:
    """The copies of the vault in `folder`, the newest first: by number, since a clock may have been wrong."""
    return tuple(copy.backup for copy in copies(folder))


def due(vault: "Vault", today: date) -> bool:
    """True when the newest daily copy is of another day."""
    newest = next((backup for backup in listed(vault.folder) if backup.reason is BackupReason.DAY), None)
    return newest is None or newest.on != today


def make(vault: "Vault", today: date, reason: BackupReason = BackupReason.DAY, tell: Tell = silent) -> Backup:
    """One more verified copy; then the ones that are no longer needed go."""
    files.remove_folder(vault.folder / UNPACKED)
    made = keep(vault.folder, vault.database, vault.keys, today, reason, tell=tell)
    # It is made: that an older one could not be taken away now is no reason to say that it is not.
    with suppress(FamilySafeError):
        rotate(vault.folder)
    return made


def keep(
    folder: Path, database: Database, keys_now: Keys, today: date, reason: BackupReason, *, tell: Tell = silent
) -> Backup:
    """One more verified copy, which has its name only when it and its header are on the disk.

    VAULT_DAMAGED when the vault cannot be read through, DISK_FULL, VAULT_READ_ONLY; DISK_REFUSES when what was
    written does not read back.
    """
    files.make_folder(folder / FOLDER)
    tidy(folder)
    backup = Backup(1 + max((one.number for one in listed(folder)), default=0), today, reason)
    path, new = path_for(folder, backup, schema.version(database)), folder / FOLDER / NEW
    try:
        files.make_file(new)
        database.copy_to(new, lambda done: tell(done * 0.4))
        verify(new, database, keys_now, lambda done: tell(0.4 + done * 0.6))
        files.sync_file(new)
        write_header(header_of(path), chain_for(keys_now.data, keys_now))
        files.move(new, path)
    except BaseException:
        # What made it fail is worth more than a second failure.
        with suppress(FamilySafeError):
            tidy(folder)
        raise
    return backup


def forget(folder: Path, backup: Backup) -> None:
    """Takes one copy away."""
    for copy in copies(folder):
        if copy.backup == backup:
            drop(copy)


def verify(path: Path, original: Database, keys_now: Keys, tell: Tell) -> None:
    """DISK_REFUSES unless a copy opens, is whole and has as many rows as the original."""
    asked = contents(original)
    try:
        copy = Database.open(path, keys_now.data)
        try:
            same = contents(copy) == asked and copy.is_whole(tell)
        finally:
            copy.close()
    except FamilySafeError as refusal:
        # The copy is damaged, and not the vault.
        same = False
        if refusal.code is not Code.VAULT_DAMAGED:
            raise
    if not same:
        raise FamilySafeError(Code.DISK_REFUSES, what="copy")


def contents(database: Database) -> tuple[int, schema.Counts]:
    return schema.version(database), schema.counts(database)


def is_sound(copy: Copy, keys_now: Keys, tell: Tell = silent) -> bool:
    """True when a copy opens and every page of it can be read."""
    try:
        key = key_of(copy, keys_now)
        database = None if key is None else Database.open(copy.path, key)
    except FamilySafeError:
        return False
    if database is None:
        return False
    try:
        return database.is_whole(tell)
    finally:
        database.close()


# Which ones stay


def rotate(folder: Path) -> None:
    """Keeps seven daily copies and one of each of the four weeks before, one of each schema, two from before restoring.

    The number decides what is newer; the day only tells the weeks apart.
    """
    found = copies(folder)
    stays = kept(found)
    for copy in found:
        if copy not in stays:
            drop(copy)


def kept(found: tuple[Copy, ...]) -> tuple[Copy, ...]:
    """Those of the copies (the newest first) that stay."""
    by_reason = {reason: [copy for copy in found if copy.backup.reason is reason] for reason in BackupReason}
    days = by_reason[BackupReason.DAY]
    return (
        *days[:DAILY],
        *first_of_each((copy.backup.on.isocalendar()[:2], copy) for copy in days[DAILY:])[:WEEKLY],
        *first_of_each((copy.kind, copy) for copy in by_reason[BackupReason.MIGRATION]),
        *by_reason[BackupReason.RESTORE][:BEFORE_RESTORING],
    )


def first_of_each(pairs: Iterable[tuple[object, Copy]]) -> tuple[Copy, ...]:
    """The first copy under each key, in their order."""
    firsts: dict[object, Copy] = {}
    for key, copy in pairs:
        firsts.setdefault(key, copy)
    return tuple(firsts.values())


# When the keys change


def foresee(folder: Path, keys_now: Keys, coming: Keys) -> None:
    """Lays beside the header of every backup the one it gets when the keys have changed, so that a break costs none."""
    tidy(folder)
    for path, _copy, data in known(folder, keys_now):
        if data is not None:
            write_header(next_of(path), chain_for(data, coming))


def reslot(folder: Path, keys_now: Keys) -> None:
    """Gives every backup the slots of `keys_now`, or deletes it where its key cannot be had.

    Of a damaged file that was set aside only the header goes. What cannot be read now is left to a later start.
    """
    tidy(folder)
    for path, copy, data in known(folder, keys_now):
        if data is not None:
            write_header(path, chain_for(data, keys_now))
        elif copy is not None:
            drop(copy)
        else:
            files.erase(path)
        files.erase(next_of(path))


def known(folder: Path, keys_now: Keys) -> Iterator[tuple[Path, Copy | None, bytes | None]]:
    """Every header of a backup, or of what was set aside, with the data key in it; without what cannot be read."""
    for path, copy in headers(folder):
        with suppress(FamilySafeError):
            data = key_in(path, keys_now.master) or key_in(next_of(path), keys_now.master)
            yield path, copy, data or (None if copy is None else key_of(copy, keys_now))


def headers(folder: Path) -> Iterator[tuple[Path, Copy | None]]:
    for copy in copies(folder):
        yield copy.header, copy
    for path in files.inside(folder / ASIDE):
        if is_header(path) and not is_next(path):
            yield path, None


def are_behind(folder: Path, keys_now: Keys) -> bool:
    """True when a backup has other slots than the vault, or has some laid beside it: a change of them broke off."""
    for path, _copy in headers(folder):
        with suppress(FamilySafeError):
            chain = chain_in(path)
            if files.is_there(next_of(path)) or (chain is not None and chain.slots != keys_now.chain.slots):
                return True
    return False


def drop_all(folder: Path) -> None:
    """Takes every backup away, and every damaged file that was set aside."""
    for copy in copies(folder):
        drop(copy)
    tidy(folder)
    files.remove_folder(folder / UNPACKED)
    for path in files.inside(folder / ASIDE):
        if is_header(path):
            files.erase(path)
        elif is_aside(path):
            files.remove(path)
