"""Reads everything through and tells plain facts."""

from pathlib import Path

from msgspec.structs import replace

from familysafe.domain.safekeeping import Checkup
from familysafe.store import backups, copies, files, header, schema
from familysafe.store.database import Database, Tell, silent
from familysafe.store.keys import Keys


def facts_of(folder: Path, database: Database, tell: Tell = silent) -> Checkup:
    """About the vault itself; its copies are only counted."""
    return Checkup(
        cipher_version=database.value("PRAGMA cipher_version"),
        schema_version=schema.version(database),
        encryption_on=database.is_encrypted(),
        modes_ok=is_private(folder),
        header_copies_ok=header.both_sound(folder),
        integrity_ok=database.is_whole(tell),
        backups=len(copies.copies(folder)),
    )


def checked(folder: Path, database: Database, keys_now: Keys, tell: Tell = silent) -> Checkup:
    """About the vault and every copy of it."""
    found = copies.copies(folder)
    share = 1 / (1 + len(found))
    facts = facts_of(folder, database, lambda done: tell(done * share))
    sound = 0
    for number, copy in enumerate(found, 1):
        tell(number * share)
        sound += backups.is_sound(copy, keys_now, part(tell, number, share))
    tell(1.0)
    return replace(facts, backups_sound=sound)


def part(tell: Tell, number: int, share: float) -> Tell:
    """Tells how far all of it is while one part of it is under way."""
    return lambda done: tell((number + done) * share)


def is_private(folder: Path) -> bool:
    """True when no other account has any right to anything in a folder."""
    return all(files.is_private(path) for path in (folder, *folder.rglob("*")))
