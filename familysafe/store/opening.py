"""Makes the files of a vault, and opens them by the device key or by what a person knows."""

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import BackupReason
from familysafe.domain.secret import Secret
from familysafe.store import backups, files, header, keys, rotation, schema
from familysafe.store.database import Database
from familysafe.store.header import Header
from familysafe.store.keys import KeyChain, Keys
from familysafe.store.slots import new_key

DEVICE_KEY = "device.key"
DATABASE = "vault.db"


class Opened(Struct, frozen=True):
    """A database and the keys that opened it."""

    database: Database
    keys: Keys


def holds_a_vault(folder: Path) -> bool:
    """True when a folder holds any part of a vault that a new one would write over."""
    return header.is_there(folder) or files.is_there(folder / DATABASE) or bool(backups.listed(folder))


def prepare(folder: Path) -> None:
    """Key and header of a new vault; the key is on the disk before the header that needs it.

    Together with `open_files`, which makes the database last, a start that breaks off anywhere can go on.
    """
    files.make_folder(folder)
    if holds_a_vault(folder):
        raise FamilySafeError(Code.DISK_REFUSES, what="vault-exists")
    device_key = keys.make_device_key(folder / DEVICE_KEY)
    header.write(folder, Header(keys.new_chain(device_key)))


def prepare_without_key(folder: Path) -> bytes:
    """The header of a vault to throw away, and its key, which is never written: what may stay of it is noise."""
    device_key = new_key()
    header.write(folder, Header(keys.new_chain(device_key)))
    return device_key


def open_files(folder: Path, secret: Secret | bytes | None = None, today: date | None = None) -> Opened:
    """The database with its tables, opened by way of header and secret; by the device key where none is given."""
    found, opened = open_as_it_is(folder, secret)
    try:
        schema.missing(opened.database)
        opened = rotation_ended(folder, opened)
        bring_up_to_date(folder, opened, today or this_day())
        header.repair(folder, header.read(folder))
        if not found.database_made:
            header.write(folder, replace(header.read(folder), database_made=True))
    except BaseException:
        opened.database.close()
        raise
    return opened


def open_as_it_is(folder: Path, secret: Secret | bytes | None = None) -> tuple[Header, Opened]:
    """The database whatever its tables, and the header by way of which it was opened."""
    found = header.read(folder)
    unlocked = unlock(folder, found.keys, secret)
    require_file(folder / DATABASE, found)
    return found, open_database(folder, unlocked)


def unlock(folder: Path, chain: KeyChain, secret: Secret | bytes | None) -> Keys:
    """Opens a chain with a secret, or with the device key of the folder."""
    return keys.unlock(chain, keys.read_device_key(folder / DEVICE_KEY) if secret is None else secret)


def bring_up_to_date(folder: Path, opened: Opened, today: date) -> None:
    """Takes the steps that are missing; before them, where there is anything to lose, a copy has to be made."""
    steps = schema.missing(opened.database)
    if not steps:
        return
    try:
        if not schema.is_empty(opened.database):
            backups.keep(folder, opened.database, opened.keys, today, BackupReason.MIGRATION)
        schema.migrate(opened.database)
    except FamilySafeError as refusal:
        # What cannot be written to can still be read, as long as the tables that it has are as they have to be.
        if refusal.code is not Code.VAULT_READ_ONLY or not schema.only_adds(steps):
            raise
    with suppress(FamilySafeError):
        backups.rotate(folder)


def this_day() -> date:
    return datetime.now().astimezone().date()


def open_database(folder: Path, unlocked: Keys) -> Opened:
    """Tries the key, then the one to which a rotation that broke off may have changed it already."""
    # In this order: a change that broke off left a journal, which only the old key can roll back.
    try:
        return Opened(Database.open(folder / DATABASE, unlocked.data), unlocked)
    except FamilySafeError as refusal:
        if refusal.code is not Code.VAULT_DAMAGED or unlocked.pending is None:
            raise
    return Opened(Database.open(folder / DATABASE, unlocked.pending), replace(unlocked, data=unlocked.pending))


def rotation_ended(folder: Path, opened: Opened) -> Opened:
    """Writes down that the database has the pending key; until that can be written the header names both."""
    if opened.keys.data == opened.keys.pending:
        with suppress(FamilySafeError):
            return replace(opened, keys=rotation.finish(folder, opened.keys))
    return opened


def require_file(path: Path, found: Header) -> None:
    """Makes the empty file only while the header says that the first start is not through.

    Later an absent file is VAULT_DAMAGED, and so is one of no or one byte: SQLite would take it for a new one, and
    the family's answers for never given.
    """
    if not found.database_made:
        files.make_file(path)
    elif len(files.read(path, 2) or b"") < 2:
        raise FamilySafeError(Code.VAULT_DAMAGED, what="database-missing")
