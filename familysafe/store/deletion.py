"""Takes something out for good: out of the tables, the free pages, the key that opened them, and the copies here."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from familysafe.domain.errors import FamilySafeError
from familysafe.domain.household import Household
from familysafe.domain.record import Record
from familysafe.domain.target import ItemKey
from familysafe.store import (
    answer_store,
    backups,
    copies,
    files,
    header,
    household_store,
    look_in_store,
    record_store,
    rotation,
    suspicion,
    talk_store,
)
from familysafe.store.copies import ASIDE, FOLDER, UNPACKED
from familysafe.store.opening import DATABASE, DEVICE_KEY

if TYPE_CHECKING:
    from familysafe.store.vault import Vault

# Written in the transaction that takes something out, so that a break after it is gone on with at the next start.
UNFINISHED = 1
KEYS = (DEVICE_KEY, *header.COPIES)
LOCKED = (DATABASE, copies.NEW, suspicion.NOTE)


def forget_child(vault: "Vault", child_id: str, today: date) -> None:
    """The child, their accounts, answers and own devices, talks and records of them alone; their id elsewhere."""
    with for_good(vault, today):
        before = household_store.read(vault.database)
        after = before.without_child(child_id)
        household_store.write(vault.database, after)
        answer_store.forget_child(vault.database, child_id, devices_gone(before, after))
        forget_in_talks(vault, child_id)
        forget_in_records(vault, child_id)


def devices_gone(before: Household, after: Household) -> list[str]:
    left = {device.id for device in after.devices}
    return [device.id for device in before.devices if device.id not in left]


def forget_in_talks(vault: "Vault", child_id: str) -> None:
    """A talk with nobody named is one with the family, so a talk with this child alone has to go."""
    for talk in talk_store.read(vault.database):
        if talk.children == (child_id,):
            talk_store.forget(vault.database, talk.id)
        elif child_id in talk.children:
            others = tuple(child for child in talk.children if child != child_id)
            talk_store.amend(vault.database, replace(talk, children=others))


def forget_in_records(vault: "Vault", child_id: str) -> None:
    """A record in which this child alone is named has to go; what was written of others too stays as it is."""
    for record in record_store.read(vault.database):
        if record.children == (child_id,):
            take_out(vault, record)
        elif child_id in record.children:
            record_store.amend(vault.database, record.without_child(child_id))


def forget_record(vault: "Vault", record_id: str, today: date) -> None:
    """A record with every wording of every line, and the days on which to ask about it."""
    with for_good(vault, today):
        for record in record_store.read(vault.database):
            if record.id == record_id:
                take_out(vault, record)


def take_out(vault: "Vault", record: Record) -> None:
    """Takes the days to ask on along: they tell what has happened, unless another record of that situation is kept."""
    record_store.forget(vault.database, record.id)
    if all(other.situation != record.situation for other in record_store.read(vault.database)):
        for look_in in look_in_store.read(vault.database):
            if look_in.situation == record.situation:
                look_in_store.forget(vault.database, look_in.id)


def forget_notes(vault: "Vault", keys: tuple[ItemKey, ...], today: date) -> None:
    """Both notes of every answer that was ever given under these keys."""
    with for_good(vault, today):
        for key in keys:
            answer_store.forget_notes(vault.database, key)


def forget_talk_note(vault: "Vault", talk_id: str, today: date) -> None:
    """The note of a talk; that it took place stays."""
    with for_good(vault, today):
        for talk in talk_store.read(vault.database):
            if talk.id == talk_id:
                talk_store.amend(vault.database, replace(talk, note=""))


@contextmanager
def for_good(vault: "Vault", today: date) -> Iterator[None]:
    """One transaction, after which nothing older than it can be read here; DISK_FULL before anything is done."""
    rotation.require_room(vault.database.path)
    with vault.database.transaction():
        yield
        vault.database.run(f"PRAGMA application_id = {UNFINISHED}")
    finish(vault, today)


def finish(vault: "Vault", today: date) -> None:
    """What was taken out leaves the free pages, older copies lose their key and go, and a fresh one is made."""
    vault.database.compact()
    vault.keys = rotation.rotate(vault.folder, vault.database, vault.keys)
    backups.drop_all(vault.folder)
    vault.database.run("PRAGMA application_id = 0")
    # It is gone: that a fresh copy could not be made now is no reason to say that it is not.
    with suppress(FamilySafeError):
        backups.make(vault, today)


def go_on(vault: "Vault", today: date) -> None:
    """Ends what broke off after something was taken out."""
    if vault.database.value("PRAGMA application_id") == UNFINISHED:
        finish(vault, today)


def delete_vault(folder: Path) -> None:
    """Every file of a vault, the keys first: without them the rest is noise. What is not of a vault stays.

    The vault has to be closed.
    """
    for vault in (folder, copies.arriving(folder), *copies.set_beside(folder)):
        places = [vault, *(vault / name for name in (FOLDER, ASIDE, UNPACKED))]
        found = [path for place in places for path in files.inside(place)]
        for path in filter(is_key, found):
            files.erase(path)
        for path in filter(is_locked, found):
            files.remove(path)
        for place in reversed(places):
            # A database whose name came back after a power loss would be taken for a vault that has lost its key.
            with suppress(OSError):
                files.sync_folder(place)
            files.remove_if_empty(place)


def is_key(path: Path) -> bool:
    """True for headers and for the device key, half written ones too."""
    return copies.is_header(path) or path.name in KEYS or path.name.removesuffix(".new") in KEYS


def is_locked(path: Path) -> bool:
    """True for everything else that is ever written into a vault."""
    return copies.named(path) is not None or copies.is_aside(path) or path.name.startswith(LOCKED)
