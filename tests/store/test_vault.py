"""A vault as the session sees it: open, read, save, look back, check, close."""

import base64
import os
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from familysafe.domain import change as changes
from familysafe.domain.answer import Answer, State
from familysafe.domain.change import (
    AddEntry,
    BeginRecord,
    Change,
    ChangeHousehold,
    ForgetLookIn,
    ForgetTalk,
    GiveAnswer,
    KeepLookIn,
    KeepPreferences,
    RecordTalk,
)
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.household import Child, Device, Household
from familysafe.domain.memory import Memory, Preferences
from familysafe.domain.record import LookIn
from familysafe.domain.talk import Talk
from familysafe.domain.target import Target, TargetKind
from familysafe.store import header, keys, schema
from familysafe.store.database import Database
from familysafe.store.opening import DEVICE_KEY
from familysafe.store.vault import Vault
from tests.builders import a_record, an_entry

TODAY = date(2026, 6, 1)
PHONE = Target(TargetKind.DEVICE, device="d1")
CANARY = "Zaunkönig-7261-Kanarienvogel"
DONE = Answer("iphone.code", PHONE, TODAY, State.DONE, note=CANARY, menu_note=CANARY)
TALK = Talk("t1", TODAY, ("sleep.night",), ("c1",), CANARY)
FAMILY = Household(children=(Child("c1", CANARY),), devices=(Device("d1", "iphone", CANARY),))
CHANGES: tuple[Change, ...] = (
    ChangeHousehold(FAMILY),
    GiveAnswer(replace(DONE, state=State.LATER)),
    GiveAnswer(DONE),
    RecordTalk(TALK),
    RecordTalk(replace(TALK, note="better")),
    RecordTalk(replace(TALK, id="t2")),
    ForgetTalk("t1"),
    BeginRecord(a_record("r1", an_entry("e1", CANARY))),
    AddEntry("r1", an_entry("e2", CANARY, corrects="e1")),
    AddEntry("r1", an_entry("e2", "said twice")),
    BeginRecord(a_record("r1", situation="money")),
    *(KeepLookIn(LookIn(own, "pictures", (TODAY,))) for own in ("l1", "l2", "l1")),
    ForgetLookIn("l2"),
    KeepPreferences(Preferences(minutes=30, started=True)),
)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def data_key(folder: Path) -> bytes:
    return keys.unlock(header.read(folder).keys, keys.read_device_key(folder / "device.key")).data


# What is kept


def test_a_new_vault_remembers_nothing(vault: Vault) -> None:
    assert vault.read() == Memory()


def test_every_change_is_remembered_as_the_domain_says(vault: Vault, folder: Path) -> None:
    memory = Memory()
    for change in CHANGES:
        vault.save(change)
        memory = changes.apply(change, memory)
        assert vault.read() == memory
    vault.close()
    with Vault.open(folder) as again:
        assert again.read() == memory


def test_the_history_of_an_item_is_newest_first(vault: Vault) -> None:
    for change in CHANGES:
        vault.save(change)
    assert [answer.state for answer in vault.history(DONE.key)] == [State.DONE, State.LATER]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: type(change).__name__)
def test_every_change_is_one_transaction(vault: Vault, monkeypatch: pytest.MonkeyPatch, change: Change) -> None:
    vault.save(BeginRecord(a_record("r1")))
    seen: list[str] = []
    run = Database.run

    def noted(database: Database, sql: str, *values: object) -> None:
        seen.append(sql)
        run(database, sql, *values)

    monkeypatch.setattr(Database, "run", noted)
    vault.save(change)
    assert (seen[0], seen[-1]) == ("BEGIN IMMEDIATE", "COMMIT")
    assert len([sql for sql in seen if sql in {"BEGIN IMMEDIATE", "COMMIT"}]) == 2


def test_a_change_that_breaks_off_is_not_remembered(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.save(RecordTalk(TALK))
    run = Database.run

    def full(database: Database, sql: str, *values: object) -> None:
        if sql.startswith("INSERT"):
            raise FamilySafeError(Code.DISK_FULL)
        run(database, sql, *values)

    monkeypatch.setattr(Database, "run", full)
    with pytest.raises(FamilySafeError):
        vault.save(RecordTalk(replace(TALK, note="new")))
    monkeypatch.setattr(Database, "run", run)
    assert vault.read().talks == (TALK,)
    vault.save(RecordTalk(replace(TALK, note="new")))
    assert vault.read().talks[0].note == "new"


# What nobody else can read


def test_no_word_of_the_family_stands_in_any_file(vault: Vault, folder: Path) -> None:
    for change in CHANGES:
        vault.save(change)
        everything = b"".join(content(folder).values())
        for spelling in spellings(CANARY):
            assert spelling not in everything


def test_the_search_for_words_would_find_them(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "plain.db")) as plain, plain:
        plain.execute("CREATE TABLE words (word TEXT)")
        plain.execute("INSERT INTO words VALUES (?)", (CANARY,))
    assert any(spelling in (tmp_path / "plain.db").read_bytes() for spelling in spellings(CANARY))


def test_the_keys_stand_nowhere_in_clear(vault: Vault, folder: Path) -> None:
    key = data_key(folder)
    assert all(key not in found and key.hex().encode() not in found for found in content(folder).values())


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def test_whatever_the_umask_the_vault_is_private(umask: None, folder: Path) -> None:
    with Vault.create(folder) as vault:
        vault.save(GiveAnswer(DONE))
        assert {path.name for path in folder.iterdir()} == {"device.key", "vault.header", "vault.header2", "vault.db"}
        assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
        assert folder.stat().st_mode & 0o777 == 0o700
        assert vault.check().modes_ok


# What the doctor says


def test_a_sound_vault_has_sound_facts(vault: Vault) -> None:
    facts = vault.check()
    assert facts.cipher_version.startswith("4.")
    assert facts.schema_version == len(schema.MIGRATIONS)
    assert all((facts.encryption_on, facts.modes_ok, facts.header_copies_ok, facts.integrity_ok))


def test_the_doctor_sees_what_has_gone_wrong(vault: Vault, folder: Path) -> None:
    vault.save(GiveAnswer(DONE))
    (folder / "device.key").chmod(0o644)
    (folder / "vault.header2").unlink()
    damaged = bytearray((folder / "vault.db").read_bytes())
    damaged[-100] ^= 1
    (folder / "vault.db").write_bytes(damaged)
    facts = vault.check()
    assert (facts.modes_ok, facts.header_copies_ok, facts.integrity_ok) == (False, False, False)


def test_a_start_looks_at_no_more_than_it_needs(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Database, "is_whole", lambda _: pytest.fail("an integrity check at the start"))
    Vault.open(closed).close()


@pytest.mark.parametrize("what", ["forget_device_key", "take_over_backups"])
def test_what_broke_off_and_cannot_be_ended_now_does_not_keep_a_vault_shut(
    closed: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def refuses(vault: Vault) -> None:
        raise FamilySafeError(Code.VAULT_READ_ONLY)

    monkeypatch.setattr(f"familysafe.store.protection.{what}", refuses)
    Vault.open(closed).close()


def test_a_change_that_meets_damage_notes_it(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(*_: object) -> None:
        raise FamilySafeError(Code.VAULT_DAMAGED)

    monkeypatch.setattr("familysafe.store.answer_store.add", damaged)
    with pytest.raises(FamilySafeError):
        vault.save(GiveAnswer(DONE))
    assert (vault.folder / "vault.suspect").exists()


# What is thrown away


def test_a_vault_to_throw_away_leaves_nothing() -> None:
    with Vault.throw_away() as vault:
        folder = vault.folder
        vault.save(GiveAnswer(DONE))
        assert vault.read().answers == (DONE,)
        assert folder.stat().st_mode & 0o777 == 0o700
    assert not folder.exists()


def test_what_may_stay_of_a_vault_to_throw_away_cannot_be_opened(tmp_path: Path) -> None:
    """Such as when the process is killed."""
    with Vault.throw_away() as vault:
        vault.save(GiveAnswer(DONE))
        left = shutil.copytree(vault.folder, tmp_path / "left")
    assert not (left / DEVICE_KEY).exists()
    with pytest.raises(FamilySafeError) as refused:
        Vault.open(left)
    assert refused.value.code is Code.VAULT_KEY_MISSING


def test_closing_twice_is_harmless(vault: Vault, folder: Path) -> None:
    vault.close()
    vault.close()
    assert folder.exists()


def test_a_vault_is_handed_from_thread_to_thread(vault: Vault) -> None:
    with ThreadPoolExecutor(1) as worker:
        worker.submit(vault.save, GiveAnswer(DONE)).result()
    assert vault.read().answers == (DONE,)


def spellings(text: str) -> tuple[bytes, ...]:
    """How a text could stand in a file."""
    plain = [text.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "latin-1")]
    # Three beginnings, since base64 looks different at each place in a group of three bytes.
    coded = [base64.b64encode(text.encode()[start:])[:-4] for start in range(3)]
    return (*plain, *coded, text.encode().hex().encode(), text.encode("ascii", "backslashreplace"))
