"""A full disk loses nothing that was acknowledged, and says so by its own code; with room everything goes on."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec import Struct

from familysafe.domain.change import Change, RecordTalk
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Memory
from familysafe.domain.safekeeping import BackupReason
from familysafe.domain.secret import Secret
from familysafe.domain.talk import Talk
from familysafe.store import backups, deletion, exporting, protection, restoring, rotation
from familysafe.store.database import Database
from familysafe.store.vault import Vault
from tests.faults.conftest import Record, Size
from tests.faults.power.keys_and_copies import CHEAP, ONE, WORDS, does_open, golden
from tests.faults.power.scenarios import PLACE, TODAY, make, remembered
from tests.vaults.family import CHANGES

ROOMY = "4m"
STICK = "backup.familysafe"
BALLAST = "ballast"
FOR_A_KEY = 700
Root = Path


def talk(number: int) -> RecordTalk:
    return RecordTalk(Talk(f"full-{number}", TODAY, (), note="word " * 200))


SIX: tuple[Change, ...] = (*CHANGES, *map(talk, range(6)))
LAST = talk(99)
BEFORE, KEPT, WITH_LAST = remembered(CHANGES), remembered(SIX), remembered((*SIX, LAST))


class Operation(Struct, frozen=True):
    """What is there before, what is done, and what must be there whether it was done or refused.

    `most` is the room in kilobytes with which it is sure to succeed.
    """

    before: Callable[[Root], object]
    do: Callable[[Root], object]
    after: Callable[[Root, bool], None]
    most: int


def opened(root: Root) -> Vault:
    return Vault.open(root / PLACE, ONE if (root / STICK).exists() else None, TODAY)


def with_export(root: Root) -> None:
    """Behind a passphrase, with an older file to write over."""
    make(root, SIX)
    with Vault.open(root / PLACE) as vault:
        protection.set_passphrase(vault, ONE, CHEAP)
        exporting.export(vault, root / STICK, TODAY)


def with_backup(root: Root) -> None:
    make(root, CHANGES)
    with Vault.open(root / PLACE) as vault:
        backups.make(vault, TODAY)
        for change in SIX[len(CHANGES) :]:
            vault.save(change)


def save(root: Root) -> None:
    """A household that takes many pages anew."""
    with opened(root) as vault:
        for number in range(6, 60):
            vault.save(talk(number))


def back_up(root: Root) -> None:
    with opened(root) as vault:
        backups.make(vault, TODAY)


def export(root: Root) -> None:
    with opened(root) as vault:
        exporting.export(vault, root / STICK, TODAY)


def restore(root: Root) -> None:
    with opened(root) as vault:
        restoring.restore(vault, backups.listed(vault.folder)[-1], None, TODAY)


def start(root: Root) -> None:
    (root / PLACE).parent.mkdir(exist_ok=True)
    Vault.open_or_create(root / PLACE).close()


def in_one_session(act: Callable[[Vault], object]) -> Callable[[Root], None]:
    """Whether it is done or refused, room is made and the same session goes on saving."""

    def do(root: Root) -> None:
        with opened(root) as vault:
            try:
                act(vault)
            finally:
                (root / BALLAST).unlink()
                vault.save(LAST)

    return do


def turn_on(vault: Vault) -> None:
    protection.set_passphrase(vault, ONE, CHEAP)


def new_sheet(vault: Vault) -> None:
    protection.set_recovery(vault, WORDS, CHEAP)


def delete_note(vault: Vault) -> None:
    deletion.forget_talk_note(vault, "full-0", TODAY)


def once_begun(act: Callable[[Vault], object]) -> Callable[[Vault], object]:
    """The disk is found roomy, and another program fills it then."""

    def do(vault: Vault) -> None:
        rekey = Database.rekey

        def fills(database: Database, key: bytes, before: bytes) -> bool:
            patch.undo()
            return rekey(database, key, before)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(rotation, "require_room", lambda _path: None)
            patch.setattr(Database, "rekey", fills)
            act(vault)

    return do


def holds(root: Root, done: bool, *, kept: Memory = KEPT) -> None:
    with opened(root) as vault:
        assert vault.rescue is None
        assert vault.read() == kept
        facts = vault.check()
        assert (facts.integrity_ok, facts.header_copies_ok, facts.modes_ok) == (True, True, True)
        assert facts.backups_sound == facts.backups
        vault.save(talk(99))


def holds_first_talks(root: Root, done: bool) -> None:
    """Those that were acknowledged are the first of them, and none is half there."""
    with opened(root) as vault:
        found = vault.read().talks[len(BEFORE.talks) :]
        assert found == tuple(talk(number).talk for number in range(len(found)))
        assert len(found) >= (60 if done else 6)
        assert vault.check().integrity_ok


def holds_restored(root: Root, done: bool) -> None:
    holds(root, done, kept=BEFORE if done else KEPT)


def holds_backup(root: Root, done: bool) -> None:
    holds(root, done)
    reasons = [backup.reason for backup in backups.listed(root / PLACE)]
    assert reasons == ([BackupReason.DAY] if done else [])


def holds_export(root: Root, done: bool) -> None:
    """The older file is there as long as the new one is not."""
    holds(root, done)
    assert restoring.look_into(None, root / STICK, ONE).talks == len(KEPT.talks)
    assert [path.name for path in root.iterdir() if path.is_file()] == [STICK]


def begins(root: Root, done: bool) -> None:
    start(root)
    holds(root, done, kept=Memory())


def holds_behind(opens: Callable[[bool], tuple[Secret | None, ...]]) -> Callable[[Root, bool], None]:
    """What was saved last is there, and exactly what was acknowledged opens it."""

    def check(root: Root, done: bool) -> None:
        for secret in (None, ONE, WORDS):
            assert does_open(root, secret) is (secret in opens(done)), (secret, done)
        with Vault.open(root / PLACE, opens(done)[0], TODAY) as vault:
            assert vault.rescue is None
            assert vault.read() == WITH_LAST
            facts = vault.check()
            assert (facts.integrity_ok, facts.header_copies_ok, facts.modes_ok) == (True, True, True)
            assert facts.backups_sound == facts.backups

    return check


def holds_without_note(root: Root, done: bool) -> None:
    """The note is gone where that was said, and whether it is or not what was saved last is there."""
    with opened(root) as vault:
        assert vault.rescue is None
        notes = {talk.id: talk.note for talk in vault.read().talks}
        assert notes["full-99"] == LAST.talk.note
        assert not (done and notes["full-0"])
        facts = vault.check()
        assert (facts.integrity_ok, facts.header_copies_ok) == (True, True)
        assert facts.backups_sound == facts.backups


def behind_passphrase(done: bool) -> tuple[Secret | None, ...]:
    return (ONE,) if done else (None,)


def behind_sheet(done: bool) -> tuple[Secret | None, ...]:
    return (None, WORDS) if done else (None,)


OPERATIONS: Mapping[str, Operation] = MappingProxyType(
    {
        "first start": Operation(lambda root: None, start, begins, 140),
        "save": Operation(lambda root: make(root, SIX), save, holds_first_talks, 400),
        "backup": Operation(lambda root: make(root, SIX), back_up, holds_backup, 160),
        "restore": Operation(with_backup, restore, holds_restored, 300),
        "migration": Operation(
            partial(golden, 1), lambda root: opened(root).close(), partial(holds, kept=remembered(CHANGES)), 160
        ),
        "export": Operation(with_export, export, holds_export, 200),
        "passphrase on": Operation(with_backup, in_one_session(turn_on), holds_behind(behind_passphrase), FOR_A_KEY),
        "passphrase on, filled meanwhile": Operation(
            with_backup, in_one_session(once_begun(turn_on)), holds_behind(behind_passphrase), 300
        ),
        "new sheet": Operation(with_backup, in_one_session(new_sheet), holds_behind(behind_sheet), FOR_A_KEY),
        "new sheet, filled meanwhile": Operation(
            with_backup, in_one_session(once_begun(new_sheet)), holds_behind(behind_sheet), 300
        ),
        "a note deleted": Operation(with_backup, in_one_session(delete_note), holds_without_note, FOR_A_KEY),
        "a note deleted, filled meanwhile": Operation(
            with_backup, in_one_session(once_begun(delete_note)), holds_without_note, 300
        ),
    }
)


def leave(root: Root, kilobytes: int) -> Path:
    """Fills the disk up to so much room; the file that takes the rest."""
    ballast = root / BALLAST
    free = os.statvfs(root)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, free.f_bavail * free.f_frsize - kilobytes * 1024))
    return ballast


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_full_disk_loses_nothing(
    name: str, small_disk: Path, remount: Callable[[str], None], size: Size, record_property: Record
) -> None:
    operation, sizes = OPERATIONS[name], size(8, 40)
    codes: Counter[Code | None] = Counter()
    remount(f"size={ROOMY}")
    for number in range(sizes):
        operation.before(small_disk)
        ballast = leave(small_disk, number * operation.most // (sizes - 1))
        code = refusal(partial(operation.do, small_disk))
        codes[code] += 1
        ballast.unlink(missing_ok=True)
        operation.after(small_disk, code is None)
        empty(small_disk)
    record_property("disks filled", sizes)
    record_property("refused by another name", codes.total() - codes[None] - codes[Code.DISK_FULL])
    assert set(codes) == {None, Code.DISK_FULL}


def refusal(act: Callable[[], object]) -> Code | None:
    try:
        act()
    except FamilySafeError as refused:
        return refused.code
    return None


def empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            with suppress(FileNotFoundError):
                path.unlink()


def test_what_is_acknowledged_while_the_disk_fills_is_there(small_disk: Path) -> None:
    make(small_disk, SIX)
    with Vault.open(small_disk / PLACE) as vault:
        leave(small_disk, 80)
        saved = next(number for number in range(6, 10_000) if refusal(partial(vault.save, talk(number))))
        talks = vault.read().talks
    assert saved > 6
    assert talks[-1] == talk(saved - 1).talk
    with Vault.open(small_disk / PLACE) as vault:
        assert vault.read().talks == talks
