"""What a family told us, kept in one encrypted folder."""

import os
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, assert_never

from msgspec import Struct
from msgspec.structs import replace

from familysafe.domain.answer import Answer
from familysafe.domain.change import Change, ChangeHousehold, ForgetTalk, GiveAnswer, KeepPreferences, RecordTalk
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Memory
from familysafe.domain.target import ItemKey
from familysafe.store import answer_store, files, header, household_store, keys, preference_store, schema, talk_store
from familysafe.store.database import Database
from familysafe.store.header import Header

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

DEVICE_KEY = "device.key"
DATABASE = "vault.db"


class Checkup(Struct, frozen=True):
    """The facts about a vault for the doctor; nothing in them is private."""

    cipher_version: str
    schema_version: int
    encryption_on: bool
    modes_ok: bool
    header_copies_ok: bool
    integrity_ok: bool


class Vault:
    """An open vault; made and used on one worker thread. Every method may raise the codes of `translated`."""

    def __init__(self, folder: Path, database: Database, temporary: "TemporaryDirectory[str] | None" = None) -> None:
        self._folder = folder
        self._database = database
        self._temporary = temporary

    @classmethod
    def create(cls, folder: Path) -> Self:
        """A new vault behind a device key; DISK_REFUSES where there is one already, nothing is written over."""
        prepare_folder(folder)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Opens with the device key, mends a header copy, brings the tables up to date.

        VAULT_KEY_MISSING without a header or the key that fits it, VAULT_DAMAGED, VAULT_NEWER, VAULT_NOT_ENCRYPTED;
        nothing is deleted. What cannot be written to opens for reading.
        """
        return cls(folder, open_database(folder))

    @classmethod
    def open_or_create(cls, folder: Path) -> Self:
        """Opens what is there, and makes a vault only where there is no part of one."""
        return cls.open(folder) if holds_a_vault(folder) else cls.create(folder)

    @staticmethod
    def is_in(folder: Path) -> bool:
        """True when a folder holds any part of a vault."""
        return holds_a_vault(folder)

    @classmethod
    def throw_away(cls) -> Self:
        """A fresh vault in a private temporary folder, which `close` removes."""
        # Only here: a vault that is kept does not wait for it.
        temporary: TemporaryDirectory[str] = import_module("tempfile").TemporaryDirectory(prefix="familysafe-")
        folder = Path(temporary.name)
        prepare_folder(folder)
        return cls(folder, open_database(folder), temporary)

    @property
    def is_read_only(self) -> bool:
        """True when the system says that nothing can be saved here."""
        return not all(os.access(path, os.W_OK) for path in (self._folder, self._database.path))

    def read(self) -> Memory:
        """Everything that is remembered."""
        return Memory(
            household=household_store.read(self._database),
            answers=answer_store.newest(self._database),
            talks=talk_store.read(self._database),
            preferences=preference_store.read(self._database),
        )

    def save(self, change: Change) -> None:
        """One change, one transaction: on the disk when this returns, undone when it raises."""
        with self._database.transaction():
            self._write(change)

    def _write(self, change: Change) -> None:
        match change:
            case ChangeHousehold(household):
                household_store.write(self._database, household)
            case GiveAnswer(answer):
                answer_store.add(self._database, answer)
            case RecordTalk(talk):
                talk_store.write(self._database, talk)
            case ForgetTalk(talk_id):
                talk_store.forget(self._database, talk_id)
            case KeepPreferences(preferences):
                preference_store.write(self._database, preferences)
            case _:
                assert_never(change)

    def history(self, key: ItemKey) -> tuple[Answer, ...]:
        """Every answer for one step and target, newest first."""
        return answer_store.history(self._database, key)

    def check(self) -> Checkup:
        """Looks at everything, every page of the database too; for the doctor, not for the start."""
        return Checkup(
            cipher_version=self._database.value("PRAGMA cipher_version"),
            schema_version=schema.version(self._database),
            encryption_on=self._database.is_encrypted(),
            modes_ok=all(files.is_private(path) for path in (self._folder, *self._folder.rglob("*"))),
            header_copies_ok=header.both_sound(self._folder),
            integrity_ok=self._database.is_whole(),
        )

    def close(self) -> None:
        self._database.close()
        if self._temporary is not None:
            self._temporary.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def holds_a_vault(folder: Path) -> bool:
    """True when a folder holds any part of a vault that a new one would write over."""
    return header.is_there(folder) or files.is_there(folder / DATABASE)


def prepare_folder(folder: Path) -> None:
    """Key and header of a new vault; the key is on the disk before the header that needs it.

    Together with `open_database`, which makes the database last, a start that breaks off anywhere can go on.
    """
    files.make_folder(folder)
    if holds_a_vault(folder):
        raise FamilySafeError(Code.DISK_REFUSES, what="vault-exists")
    device_key = keys.make_device_key(folder / DEVICE_KEY)
    header.write(folder, Header(keys.new_chain(device_key)))


def open_database(folder: Path) -> Database:
    """The database with its tables, opened by way of header and device key."""
    found = header.read(folder)
    header.repair(folder, found)
    data_key = keys.data_key(found.keys, keys.read_device_key(folder / DEVICE_KEY))
    require_file(folder / DATABASE, found)
    database = Database.open(folder / DATABASE, data_key)
    try:
        schema.migrate(database)
        if not found.database_made:
            header.write(folder, replace(found, database_made=True))
    except BaseException:
        database.close()
        raise
    return database


def require_file(path: Path, found: Header) -> None:
    """Makes the empty file only while the header says that the first start is not through.

    Later an absent file is VAULT_DAMAGED, and so is one of no or one byte: SQLite would take it for a new one, and
    the family's answers for never given.
    """
    if not found.database_made:
        files.make_file(path)
    elif len(files.read(path, 2) or b"") < 2:
        raise FamilySafeError(Code.VAULT_DAMAGED, what="database-missing")
