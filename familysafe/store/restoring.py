"""Looks into a copy, puts what it holds in the place of what is here, or makes it the vault of a new computer."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from sqlcipher3 import dbapi2 as sqlcipher

from familysafe.domain.answer import Answer
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Memory
from familysafe.domain.safekeeping import Backup, BackupReason, Contents, contents_of
from familysafe.domain.secret import Secret
from familysafe.store import answer_store, archive, backups, copies, files, header, keys, memory_store, schema
from familysafe.store.copies import ASIDE, FOLDER, UNPACKED
from familysafe.store.database import Database, Tell, silent
from familysafe.store.header import Header
from familysafe.store.keys import KeyChain, Keys
from familysafe.store.opening import DATABASE, DEVICE_KEY, holds_a_vault
from familysafe.store.slots import DeviceSlot

if TYPE_CHECKING:
    from familysafe.store.vault import Vault

Source = Path | Backup
# What passes as it is: all that is not the fault of the copy.
PASSES = (
    Code.BACKUP_UNREADABLE,
    Code.CANCELLED,
    Code.DISK_FULL,
    Code.DISK_REFUSES,
    Code.VAULT_LOCKED,
    Code.VAULT_NEWER,
    Code.VAULT_READ_ONLY,
    Code.VAULT_WRONG_SECRET,
)


class Opened(Struct, frozen=True):
    """A private copy of a source with the tables of today, the day it is of, and the keys that opened it."""

    database: Database
    on: date
    keys: Keys


def look_into(vault: "Vault | None", source: Source, secret: Secret | None = None) -> Contents:
    """What a copy holds; VAULT_LOCKED when a file needs a secret and none is given. Changes nothing."""
    with opened(vault, source, secret) as found:
        return contents_of(remembered(found.database), found.on)


def restore(vault: "Vault", source: Source, secret: Secret | None, today: date, tell: Tell = silent) -> Backup:
    """Replaces every row in one transaction; the copy of what was there, made before."""
    with opened(vault, source, secret) as found:
        memory = remembered(found.database)
        before = backups.keep(
            vault.folder, vault.database, vault.keys, today, BackupReason.RESTORE, tell=lambda done: tell(done * 0.5)
        )
        try:
            with vault.database.transaction():
                memory_store.replace_all(
                    vault.database, memory, every_answer(found.database, lambda done: tell(0.5 + done * 0.5))
                )
        except BaseException:
            with suppress(FamilySafeError):
                backups.forget(vault.folder, before)
            raise
    with suppress(FamilySafeError):
        backups.rotate(vault.folder)
    return before


def adopt(folder: Path, path: Path, secret: Secret, tell: Tell = silent, aside: Path | None = None) -> None:
    """A file becomes the vault of `folder`, with the slots of the file; it is put together beside and renamed.

    `aside` is where a vault that is there already goes, whole; without it, it is never replaced.
    """
    if aside is None and holds_a_vault(folder):
        raise FamilySafeError(Code.DISK_REFUSES, what="vault-exists")
    new = copies.arriving(folder)
    clear(new)
    files.make_folder(new)
    try:
        with private_place(new) as place, closing(from_file(path, place, None, secret)) as found:
            put_together(new, found, tell)
        if aside is not None and holds_a_vault(folder):
            files.move(folder, aside)
        else:
            make_way(folder)
        files.move(new, folder)
    except BaseException:
        with suppress(FamilySafeError):
            if aside is not None and aside.exists() and not folder.exists():
                files.move(aside, folder)
            clear(new)
        raise


def put_together(new: Path, found: Opened, tell: Tell) -> None:
    """Tables of our own making under the key of the file, then the header that leads to it."""
    files.make_file(new / DATABASE)
    database = Database.open(new / DATABASE, found.keys.data)
    try:
        schema.migrate(database)
        with database.transaction():
            memory_store.replace_all(database, remembered(found.database), every_answer(found.database, tell))
    finally:
        database.close()
    chain = replace(found.keys.chain.without(DeviceSlot), pending_data_key=None)
    header.write(new, Header(chain, database_made=True))


def make_way(folder: Path) -> None:
    """Takes away what a first start that broke off has left; DISK_REFUSES where there is anything else."""
    files.erase(folder / DEVICE_KEY)
    for inner in (FOLDER, ASIDE):
        files.remove_if_empty(folder / inner)
    with files.writing(), suppress(FileNotFoundError):
        folder.rmdir()


def clear(new: Path) -> None:
    """Takes away what an attempt that broke off has left."""
    files.remove_folder(new / UNPACKED)
    files.remove_folder(new)


# What a copy holds


def remembered(source: Database) -> Memory:
    with refused():
        return memory_store.read(source)


def every_answer(source: Database, tell: Tell) -> Iterator[Answer]:
    """The whole log; `tell` hears of every thousandth."""
    with refused():
        whole = source.value("SELECT count(*) FROM answers")
        for number, answer in enumerate(answer_store.everything(source)):
            if number % 1000 == 0:
                tell(number / whole)
            yield answer
        tell(1.0)


# Opening a copy


@contextmanager
def opened(vault: "Vault | None", source: Source, secret: Secret | None) -> Iterator[Opened]:
    """A private copy of a source, gone afterwards."""
    with private_place(None if vault is None else vault.folder) as place:
        if isinstance(source, Path):
            found = from_file(source, place, None if vault is None else vault.keys, secret)
        else:
            found = from_backup(vault, source, place)
        with closing(found):
            yield found


@contextmanager
def closing(found: Opened) -> Iterator[Opened]:
    try:
        yield found
    finally:
        found.database.close()


@contextmanager
def private_place(parent: Path | None) -> Iterator[Path]:
    """An empty folder beside what it is for, since a common one may be small; gone afterwards."""
    if parent is None:
        with TemporaryDirectory(prefix="familysafe-") as name:
            yield Path(name)
        return
    place = parent / UNPACKED
    files.remove_folder(place)
    files.make_folder(place)
    try:
        yield place
    finally:
        with suppress(FamilySafeError):
            files.remove_folder(place)


def from_file(path: Path, place: Path, own: Keys | None, secret: Secret | None) -> Opened:
    with refused():
        head, on = archive.unpack(path, place / DATABASE)
        unlocked = unlock_file(header.decode(head).keys, own, secret)
        return Opened(up_to_date(place / DATABASE, unlocked.data), on, unlocked)


def unlock_file(chain: KeyChain, own: Keys | None, secret: Secret | None) -> Keys:
    """Opens the chain of a file; without a secret only where the vault that is open has made it."""
    if secret is not None:
        return keys.unlock(chain, secret)
    with suppress(FamilySafeError):
        if own is not None:
            return keys.behind(chain, own.master)
    raise FamilySafeError(Code.VAULT_LOCKED)


def from_backup(vault: "Vault | None", backup: Backup, place: Path) -> Opened:
    found = [] if vault is None else [copy for copy in copies.copies(vault.folder) if copy.backup == backup]
    key = copies.key_of(found[0], vault.keys) if vault is not None and found else None
    if vault is None or key is None:
        raise FamilySafeError(Code.BACKUP_UNREADABLE)
    with refused():
        files.copy(found[0].path, place / DATABASE)
        return Opened(up_to_date(place / DATABASE, key), backup.on, vault.keys)


def up_to_date(path: Path, key: bytes) -> Database:
    """The database with the tables of today; VAULT_NEWER, BACKUP_UNREADABLE where its tables are not of our making."""
    database = Database.open(path, key)
    try:
        schema.missing(database)
        require_our_tables(database)
        schema.migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def require_our_tables(database: Database) -> None:
    """What somebody else has built might do more than hold rows."""
    if schema.version(database) < 1 or not schema.is_ours(database):
        raise FamilySafeError(Code.BACKUP_UNREADABLE)


@contextmanager
def refused() -> Iterator[None]:
    """Says of anything that is wrong with a copy that it cannot be read; what is not its fault passes."""
    try:
        with archive.unreadable():
            yield
    except FamilySafeError as refusal:
        if refusal.code in PASSES:
            raise
        raise FamilySafeError(Code.BACKUP_UNREADABLE) from None
    except sqlcipher.Error:
        raise FamilySafeError(Code.BACKUP_UNREADABLE) from None
