"""A clock that runs back or far ahead: the order of what was said stays, and the right copy is kept and taken."""

from datetime import date, timedelta
from pathlib import Path

from familysafe.domain.answer import Answer, State
from familysafe.domain.change import GiveAnswer, RecordTalk
from familysafe.domain.safekeeping import BackupReason
from familysafe.domain.talk import Talk
from familysafe.store import backups, restoring
from familysafe.store.vault import Vault
from tests.faults.conftest import Record
from tests.vaults.family import IPAD

NOW = date(2026, 11, 22)
BACK, FAR_ON = NOW - timedelta(days=400), NOW.replace(year=NOW.year + 10)
# One day after the other, as a clock says them that cannot be trusted.
DAYS = (NOW, BACK, FAR_ON, NOW, FAR_ON, BACK, date(1970, 1, 1), date(2099, 12, 31), NOW)


def an_answer(number: int, day: date) -> Answer:
    return Answer("ipad.code", IPAD, day, State.DONE, note=f"{number}")


def test_answers_and_talks_keep_the_order_in_which_they_were_given(tmp_path: Path, record_property: Record) -> None:
    folder = tmp_path / "vault"
    with Vault.create(folder) as vault:
        for number, day in enumerate(DAYS):
            vault.save(GiveAnswer(an_answer(number, day)))
            vault.save(RecordTalk(Talk(f"t{number}", day, ())))
    with Vault.open(folder) as vault:
        answers = [an_answer(number, day) for number, day in enumerate(DAYS)]
        assert vault.read().answers == (answers[-1],)
        assert vault.history(answers[0].key) == tuple(answers[::-1])
        assert [talk.id for talk in vault.read().talks] == [f"t{number}" for number in range(len(DAYS))]
    record_property("clocks tried", len(DAYS))


def test_the_newest_copy_is_the_one_that_was_made_last(tmp_path: Path, record_property: Record) -> None:
    with Vault.create(tmp_path / "vault") as vault:
        for number, day in enumerate(DAYS):
            vault.save(GiveAnswer(an_answer(number, day)))
            vault.save(RecordTalk(Talk(f"t{number}", day, ())))
            made = backups.make(vault, day)
            newest = backups.listed(vault.folder)[0]
            assert newest == made
            assert restoring.look_into(vault, newest).talks == number + 1
    record_property("copies told apart", len(DAYS))


def test_a_copy_of_the_future_does_not_stop_the_copies_of_today(tmp_path: Path) -> None:
    with Vault.create(tmp_path / "vault") as vault:
        backups.make(vault, FAR_ON)
        assert backups.due(vault, NOW)
        backups.make(vault, NOW)
        assert not backups.due(vault, NOW)
        assert backups.due(vault, BACK)


def test_a_clock_that_jumps_does_not_sweep_the_newest_copies_away(tmp_path: Path) -> None:
    with Vault.create(tmp_path / "vault") as vault:
        for day in DAYS * 3:
            made = backups.make(vault, day)
        kept = [backup for backup in backups.listed(vault.folder) if backup.reason is BackupReason.DAY]
    numbers = [backup.number for backup in kept]
    assert kept[0] == made
    assert numbers[: backups.DAILY] == list(range(made.number, made.number - backups.DAILY, -1))


def test_what_takes_the_place_of_a_damaged_vault_is_the_copy_made_last(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    with Vault.create(folder) as vault:
        for number, day in enumerate((FAR_ON, BACK)):
            vault.save(RecordTalk(Talk(f"t{number}", day, ())))
            backups.make(vault, day)
    (folder / "vault.db").write_bytes(bytes(4096))
    with Vault.open(folder, today=NOW) as vault:
        assert vault.rescue is not None
        assert vault.rescue.backup.on == BACK
        assert len(vault.read().talks) == 2
