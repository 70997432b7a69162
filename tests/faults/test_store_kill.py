"""`kill -9` while saving: what was acknowledged is there, nothing is damaged, nothing stands in clear."""

import secrets
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from familysafe.domain.memory import Memory
from familysafe.store.vault import Vault
from tests.faults.canary import CANARY, files_that_tell
from tests.faults.conftest import Record, Size

ROOT = Path(__file__).parents[2]
SAVER = Path(__file__).with_name("store_saver.py")
# A vault that grew for ever would measure the disk.
KILLS_PER_VAULT = 40


def test_acknowledged_changes_survive_kills(tmp_path: Path, size: Size, record_property: Record) -> None:
    kills = size(20, 1_000)
    wrong: Counter[str] = Counter()
    acknowledged = -1
    for number in range(kills):
        folder = tmp_path / f"vault-{number // KILLS_PER_VAULT}"
        if number % KILLS_PER_VAULT == 0:
            Vault.create(folder).close()
        acknowledged = save_until_killed(folder)
        wrong.update(what_is_wrong(folder, acknowledged))
    record_property("kills", kills)
    for what in ("acknowledged changes lost", "corrupt", "plaintext left behind"):
        record_property(what, wrong[what])
    assert wrong == Counter()
    assert acknowledged > min(kills, KILLS_PER_VAULT)


def what_is_wrong(folder: Path, acknowledged: int) -> Iterator[str]:
    if files_that_tell(folder):
        yield "plaintext left behind"
    with Vault.open(folder) as vault:
        memory, facts = vault.read(), vault.check()
    if not holds(memory, acknowledged):
        yield "acknowledged changes lost"
    if not (facts.integrity_ok and facts.modes_ok and facts.header_copies_ok):
        yield "corrupt"


def holds(memory: Memory, acknowledged: int) -> bool:
    """All up to the last that was acknowledged, and the one under way whole or not at all."""
    numbers = [int(answer.step.removeprefix("step-")) for answer in memory.answers]
    whole = numbers == list(range(len(numbers))) and numbers[-1] in {acknowledged, acknowledged + 1}
    talks = [int(talk.note.partition(" ")[0]) for talk in memory.talks]
    return whole and len(talks) == 1 and talks[0] in {acknowledged, acknowledged + 1}


def save_until_killed(folder: Path) -> int:
    """The number of the last change that was acknowledged before the kill."""
    command = [sys.executable, str(SAVER), str(folder), CANARY]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}) as saver:
        assert saver.stdout is not None
        heard = [saver.stdout.readline() for _ in range(1 + secrets.randbelow(10))]
        time.sleep(secrets.randbelow(1000) / 100_000)
        saver.kill()
        heard += saver.stdout.readlines()
    return int([line for line in heard if line.endswith("\n")][-1])


def test_a_lost_change_would_be_seen(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    Vault.create(folder).close()
    acknowledged = save_until_killed(folder)
    assert "acknowledged changes lost" in what_is_wrong(folder, acknowledged + 2)
