"""What can be said about a vault: how it is locked, its copies, its state."""

from datetime import date
from enum import Enum

from msgspec import Struct

from familysafe.domain.memory import Memory


class Protection(Struct, frozen=True):
    """What a vault can be opened with besides this computer's account; `only_sheet` when nothing else opens it.

    That is so after a backup of a vault with a sheet and no passphrase was brought to another computer.
    """

    passphrase: bool
    recovery: bool
    only_sheet: bool = False

    @property
    def locks(self) -> bool:
        """Whether something is asked for before it opens."""
        return self.passphrase or self.only_sheet


class BackupReason(Enum):
    """Why a copy was made."""

    DAY = "day"
    MIGRATION = "migration"
    RESTORE = "restore"


class Backup(Struct, frozen=True):
    """A copy beside the vault; `number` grows with every copy, since a clock may go back."""

    number: int
    on: date
    reason: BackupReason


class Contents(Struct, frozen=True):
    """What a copy holds, said before it replaces anything; `on` is the day it was made."""

    on: date
    children: int
    devices: int
    answers: int
    talks: int
    records: int = 0


def contents_of(memory: Memory, on: date) -> Contents:
    """Counted alike wherever it is said: of a copy, and of what is here."""
    family = memory.household
    counts = (len(family.children), len(family.devices), len(memory.answers), len(memory.talks), len(memory.records))
    return Contents(on, *counts)


class Checkup(Struct, frozen=True):
    """The facts about a vault for the doctor and for “Check my data”; nothing in them is private.

    `backups_sound` of `backups` could be opened and read through.
    """

    cipher_version: str
    schema_version: int
    encryption_on: bool
    modes_ok: bool
    header_copies_ok: bool
    integrity_ok: bool
    backups: int = 0
    backups_sound: int = 0


class Rescue(Struct, frozen=True):
    """A vault that was damaged at the start: the copy that took its place, and where the damaged file is kept."""

    backup: Backup
    aside: str


class Standing(Struct, frozen=True):
    """How an open vault stands: nothing can be saved in it, what locks it, what was done for it at the start."""

    read_only: bool = False
    protection: Protection = Protection(passphrase=False, recovery=False)
    rescue: Rescue | None = None
