"""A family to keep safe: what is saved, what is remembered of it, and what stops work half way."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

from familysafe.domain.answer import Answer, State
from familysafe.domain.change import (
    AddEntry,
    BeginRecord,
    Change,
    ChangeHousehold,
    GiveAnswer,
    KeepLookIn,
    KeepPreferences,
    RecordTalk,
)
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.household import Account, Child, Device, Household
from familysafe.domain.memory import Memory, Preferences
from familysafe.domain.record import Entry, LookIn, Record, RecordField
from familysafe.domain.secret import Passphrase
from familysafe.domain.talk import Talk
from familysafe.domain.target import Target, TargetKind
from familysafe.store.database import Database
from familysafe.store.slots import Cost
from familysafe.store.vault import Vault

TODAY = date(2026, 11, 22)
CHEAP = Cost(8192, 1)
KNOWN, OTHER = Passphrase("kettle boat lamp river"), Passphrase("another one")

FAMILY = Household(
    children=(Child("c1", "Younger"), Child("c2", "Elder")),
    devices=(Device("d1", "ipad", "", ("c1",)), Device("d2", "iphone", "", ("c1", "c2")), Device("d3", "android")),
    accounts=(Account("c1", "roblox"), Account("c2", "whatsapp")),
)
OWN = Target(TargetKind.DEVICE, device="d1")
SHARED = Target(TargetKind.DEVICE, device="d2")
ACCOUNT = Target(TargetKind.ACCOUNT, child="c1", service="roblox")
ELDERS = Target(TargetKind.ACCOUNT, child="c2", service="whatsapp")
TALK = Talk("t1", TODAY, ("trust.tea",), ("c1",), "with Younger")
BOTH = Talk("t2", TODAY, ("trust.bus",), ("c1", "c2"), "with both")
ALL = Talk("t3", TODAY, ("trust.tea",), (), "with everybody")
WRITTEN = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
TOLD = Entry("e1", RecordField.TOLD, "what Younger told", WRITTEN)
BETTER = Entry("e2", RecordField.TOLD, "what Younger said", WRITTEN, "e1")
RECORD = Record("r1", "pictures", WRITTEN, ("c1",), (TOLD,))
OF_BOTH = Record("r2", "money", WRITTEN, ("c1", "c2"), (Entry("e1", RecordField.WHO, "somebody", WRITTEN),))
OF_NOBODY = Record("r3", "money", WRITTEN)
IN_A_WEEK = LookIn("l1", "pictures", (date(2026, 11, 29), date(2026, 12, 22)))
LATER_ON = LookIn("l2", "money", (date(2026, 12, 6),))


def answer(step: str, target: Target, note: str = "", state: State = State.DONE) -> Answer:
    return Answer(step, target, TODAY, state, note=note, menu_note=note)


CHANGES: tuple[Change, ...] = (
    ChangeHousehold(FAMILY),
    GiveAnswer(answer("ipad.code", OWN, "first", State.LATER)),
    GiveAnswer(answer("ipad.code", OWN, "second")),
    GiveAnswer(answer("iphone.code", SHARED, "third")),
    GiveAnswer(answer("roblox.chat", ACCOUNT, "fourth")),
    GiveAnswer(answer("whatsapp.groups", ELDERS, "fifth")),
    RecordTalk(TALK),
    RecordTalk(BOTH),
    RecordTalk(ALL),
    *(BeginRecord(record) for record in (RECORD, OF_BOTH, OF_NOBODY)),
    AddEntry("r1", BETTER),
    KeepLookIn(IN_A_WEEK),
    KeepLookIn(LATER_ON),
    KeepPreferences(Preferences(minutes=30, started=True, lock_after=10)),
)
LATER = GiveAnswer(answer("home.drawer", Target(TargetKind.HOME), "written later"))


def fill(vault: Vault) -> Memory:
    """Saves everything; what is remembered then."""
    for change in CHANGES:
        vault.save(change)
    return vault.read()


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its name from there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def cancelled_after(share: float) -> Callable[[float], None]:
    """Ends long work once so much of it is done."""

    def tell(done: float) -> None:
        if done >= share:
            raise FamilySafeError(Code.CANCELLED)

    return tell


def breaks_off(*_: object, **__: object) -> NoReturn:
    """In the place of a function: the process ends before it."""
    raise SystemExit


def damage(path: Path, place: int = 100) -> None:
    """Turns one bit of a file."""
    damaged = bytearray(path.read_bytes())
    damaged[place] ^= 1
    path.write_bytes(damaged)


def cut(path: Path, to: int) -> None:
    os.truncate(path, to)


def back_to_the_first_schema(database: Database) -> None:
    """What the first release has written: none of the tables that came later."""
    for name in ("records", "entries", "look_ins"):
        database.run(f"DROP TABLE {name}")
    database.run("PRAGMA user_version = 1")
