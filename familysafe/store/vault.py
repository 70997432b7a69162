"""What a family told us, kept in one encrypted folder."""

import os
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from familysafe.domain.answer import Answer
from familysafe.domain.change import Change
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Memory
from familysafe.domain.safekeeping import Checkup, Rescue, Standing
from familysafe.domain.secret import Secret
from familysafe.domain.target import ItemKey
from familysafe.store import answer_store, memory_store
from familysafe.store.checking import checked, facts_of
from familysafe.store.damage import look_again, open_or_rescue
from familysafe.store.database import Tell, silent
from familysafe.store.deletion import go_on
from familysafe.store.keys import protection_of
from familysafe.store.opening import (
    Opened,
    holds_a_vault,
    open_as_it_is,
    open_files,
    prepare,
    prepare_without_key,
    this_day,
)
from familysafe.store.protection import taken_over
from familysafe.store.suspicion import noting

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory


class Vault:
    """An open vault; made and used on one worker thread. Every method may raise the codes of `translated`.

    `folder`, `database` and `keys` are for the rooms beside this one: protection, backups, deletion.
    """

    def __init__(self, folder: Path, opened: Opened, temporary: "TemporaryDirectory[str] | None" = None) -> None:
        self.folder = folder
        self.database = opened.database
        self.keys = opened.keys
        self.rescue: Rescue | None = None
        self._temporary = temporary

    @classmethod
    def create(cls, folder: Path) -> Self:
        """A new vault behind a device key; DISK_REFUSES where there is one already, nothing is written over."""
        prepare(folder)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, secret: Secret | None = None, today: date | None = None) -> Self:
        """Opens with a secret, or with the device key; mends a header copy, brings the tables up to date.

        Where the vault is damaged the newest sound copy takes its place, which `rescue` says then. VAULT_LOCKED without
        a secret where one is needed, VAULT_WRONG_SECRET, VAULT_KEY_MISSING without a header or the key that fits it,
        VAULT_DAMAGED, VAULT_NEWER, VAULT_NOT_ENCRYPTED; nothing is deleted. What cannot be written to opens for
        reading. `today` is the day of the copy that an update of the tables needs.
        """
        opened, rescue = open_or_rescue(folder, secret, today)
        vault = cls(folder, opened)
        vault.rescue = rescue
        # What broke off is gone on with; where that cannot be written now, it is at a later start.
        taken_over(vault)
        with suppress(FamilySafeError):
            go_on(vault, today or this_day())
        return vault

    @classmethod
    def look_at(cls, folder: Path, secret: Secret | None = None) -> Self:
        """Opens as it is, for the doctor: nothing is mended, brought up to date or gone on with."""
        return cls(folder, open_as_it_is(folder, secret)[1])

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
        """A fresh vault in a private temporary folder, which `close` removes; its key is in memory only."""
        # Only here: a vault that is kept does not wait for it.
        temporary: TemporaryDirectory[str] = import_module("tempfile").TemporaryDirectory(prefix="familysafe-")
        folder = Path(temporary.name)
        try:
            opened = open_files(folder, prepare_without_key(folder))
        except BaseException:
            temporary.cleanup()
            raise
        return cls(folder, opened, temporary)

    @property
    def is_read_only(self) -> bool:
        """True when the system says that nothing can be saved here."""
        return not all(os.access(path, os.W_OK) for path in (self.folder, self.database.path))

    @property
    def standing(self) -> Standing:
        """How it stands now."""
        return Standing(self.is_read_only, protection_of(self.keys.chain), self.rescue)

    def read(self) -> Memory:
        """Everything that is remembered; where a page turns out to be damaged, what a copy remembers (`rescue`)."""
        try:
            return memory_store.read(self.database)
        except FamilySafeError as refusal:
            if refusal.code is not Code.VAULT_DAMAGED or not self._rescued():
                raise
        return memory_store.read(self.database)

    def _rescued(self) -> bool:
        opened, rescue = look_again(self.folder, Opened(self.database, self.keys))
        self.database, self.keys, self.rescue = opened.database, opened.keys, rescue or self.rescue
        return rescue is not None

    def save(self, change: Change) -> None:
        """One change, one transaction: on the disk when this returns, undone when it raises."""
        with noting(self.folder), self.database.transaction():
            memory_store.write(self.database, change)

    def history(self, key: ItemKey) -> tuple[Answer, ...]:
        """Every answer for one step and target, newest first."""
        with noting(self.folder):
            return answer_store.history(self.database, key)

    def facts(self) -> Checkup:
        """What can be told quickly, every page of the database read through but not those of its copies."""
        return facts_of(self.folder, self.database)

    def check(self, tell: Tell = silent) -> Checkup:
        """Looks at everything, the copies too; for the doctor, not for the start."""
        return checked(self.folder, self.database, self.keys, tell)

    def close(self) -> None:
        self.database.close()
        if self._temporary is not None:
            self._temporary.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
