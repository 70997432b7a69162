"""What a scenario is, and those in which something is saved."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import reduce
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec import Struct

from familysafe.domain.answer import Answer, State
from familysafe.domain.change import (
    AddEntry,
    BeginRecord,
    Change,
    ChangeHousehold,
    ForgetTalk,
    GiveAnswer,
    KeepLookIn,
    KeepPreferences,
    RecordTalk,
    apply,
)
from familysafe.domain.household import Child, Household
from familysafe.domain.memory import Memory, Preferences
from familysafe.domain.record import Entry, LookIn, Record, RecordField
from familysafe.domain.talk import Talk
from familysafe.domain.target import Target, TargetKind
from familysafe.store import memory_store
from familysafe.store.database import Database
from familysafe.store.vault import Vault
from tests.faults.canary import CANARY

TODAY = date(2026, 6, 1)
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
PHONE = Target(TargetKind.DEVICE, device="d1")
# Below the folder that every account has; the app makes both.
PLACE = "FamilySafe/vault"


class Scenario(Struct, frozen=True):
    """Three functions that get the folder in which PLACE lies.

    `prepare` makes what is durable before; `act` runs in the traced process and yields whenever a change has been
    acknowledged; `survives` opens what a power loss left after so many were, and raises when one of them is lost or
    nobody gets in any more.
    """

    prepare: Callable[[Path], object]
    act: Callable[[Path], Iterator[None]]
    survives: Callable[[Path, int], None]


def changes(number: int) -> tuple[Change, ...]:
    """One change of every kind in turn, each with private words."""
    one: list[Change] = []
    for turn in range(number):
        note = f"{turn} {CANARY} " * (1 + turn % 5 * 12)
        one += (
            GiveAnswer(Answer(f"step-{turn}", PHONE, TODAY, State.DONE, note=note)),
            RecordTalk(Talk(f"t{turn % 3}", TODAY, (), note=note)),
            ChangeHousehold(Household(children=(Child("c1", f"{CANARY} {turn}"),))),
            KeepPreferences(Preferences(minutes=turn)),
            ForgetTalk(f"t{turn % 2}"),
            BeginRecord(Record(f"r{turn}", "pictures", NOON, ("c1",))),
            AddEntry(f"r{turn}", Entry("e1", RecordField.TOLD, note.strip(), NOON)),
            KeepLookIn(LookIn("l1", "pictures", (TODAY,) * turn)),
        )
    return tuple(one[:number])


FEW = changes(4)
SERIES = changes(24)
BIG = ChangeHousehold(Household(children=tuple(Child(f"c{n}", f"{n} {CANARY} " * 50) for n in range(120))))
BEFORE_BIG = (
    *changes(3),
    ChangeHousehold(Household(children=tuple(Child(f"c{n}", f"{n} {CANARY} " * 40) for n in range(40)))),
)


def remembered(done: tuple[Change, ...]) -> Memory:
    return reduce(lambda memory, change: apply(change, memory), done, Memory())


def make(root: Path, done: tuple[Change, ...] = ()) -> None:
    """A vault with these changes in it."""
    with Vault.create(root / PLACE) as vault:
        for change in done:
            vault.save(change)


def save_all(vault: Vault, wanted: tuple[Change, ...]) -> Iterator[None]:
    with vault:
        for change in wanted:
            vault.save(change)
            yield


def first_start(root: Path) -> Iterator[None]:
    # As the window does it, which keeps its lock there.
    (root / PLACE).parent.mkdir(exist_ok=True)
    return save_all(Vault.open_or_create(root / PLACE), FEW)


def saves(root: Path) -> Iterator[None]:
    return save_all(Vault.open(root / PLACE), SERIES)


def big_save(root: Path) -> Iterator[None]:
    """So little room in memory that pages are written before the change is complete, as with a very big one."""
    vault = Vault.open(root / PLACE)
    vault.database.run("PRAGMA cache_size = 10")
    return save_all(vault, (BIG, *FEW))


def begin_again(root: Path) -> None:
    """What is there when the first start ended after the header was made."""
    with pytest.MonkeyPatch.context() as patch, suppress(InterruptedError):
        patch.setattr(Database, "open", interrupted)
        Vault.create(root / PLACE)
    assert {path.name: path.stat().st_size for path in (root / PLACE).glob("vault.db*")} in ({}, {"vault.db": 0})


def interrupted(*_: object) -> None:
    raise InterruptedError


def half_saved(root: Path) -> None:
    """What is there when the power failed in the middle of a big save: a database half written, and its journal."""
    make(root / "before", BEFORE_BIG)
    with Vault.open(root / "before" / PLACE) as vault:
        vault.database.run("PRAGMA cache_size = 10")
        with suppress(InterruptedError), vault.database.transaction():
            memory_store.write(vault.database, BIG)
            shutil.copytree(root / "before" / PLACE, root / PLACE)
            raise InterruptedError
    shutil.rmtree(root / "before")
    assert list((root / PLACE).glob("*-journal"))


def after_half(root: Path) -> Iterator[None]:
    return save_all(Vault.open(root / PLACE), FEW)


def keeps(
    before: tuple[Change, ...], wanted: tuple[Change, ...], *, created: bool = False
) -> Callable[[Path, int], None]:
    """A check: what was acknowledged is there and the change under way is there whole or not at all.

    The vault is sound, and goes on saving.
    """

    def check(root: Path, said: int) -> None:
        opens = Vault.open_or_create if created and not said else Vault.open
        allowed = [remembered(before + wanted[:count]) for count in (said, said + 1)]
        with opens(root / PLACE) as vault:
            memory = vault.read()
            assert vault.rescue is None, "a copy had to take its place"
            assert memory in allowed, "what was acknowledged is not there"
            facts = vault.check()
            assert facts.integrity_ok, "the database is damaged"
            assert facts.header_copies_ok, "the copies of the header differ"
            vault.save(KeepPreferences(Preferences(minutes=99)))
            assert vault.read().preferences.minutes == 99, "it saves no more"

    return check


SAVING: Mapping[str, Scenario] = MappingProxyType(
    {
        "first start": Scenario(lambda root: None, first_start, keeps((), FEW, created=True)),
        "first start again": Scenario(begin_again, first_start, keeps((), FEW, created=True)),
        "saves": Scenario(make, saves, keeps((), SERIES)),
        "big save": Scenario(lambda root: make(root, BEFORE_BIG), big_save, keeps(BEFORE_BIG, (BIG, *FEW))),
        "rolled back": Scenario(half_saved, after_half, keeps(BEFORE_BIG, FEW)),
    }
)
