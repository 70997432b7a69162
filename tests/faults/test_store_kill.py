"""`kill -9` while saving: what was acknowledged is there, nothing is damaged, nothing stands in clear."""

import secrets
import subprocess
import sys
import time
from pathlib import Path

from familysafe.store.vault import Vault

ROOT = Path(__file__).parents[2]
SAVER = Path(__file__).with_name("store_saver.py")
CANARY = "Zaunkoenig-7261-Kanarienvogel"
KILLS = 20


def test_acknowledged_changes_survive_twenty_kills(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    Vault.create(folder).close()
    acknowledged = -1
    for _ in range(KILLS):
        acknowledged = save_until_killed(folder)
        assert all(CANARY.encode() not in path.read_bytes() for path in folder.iterdir())
        with Vault.open(folder) as vault:
            memory = vault.read()
            facts = vault.check()
        numbers = [int(answer.step.removeprefix("step-")) for answer in memory.answers]
        assert numbers == list(range(len(numbers)))
        assert numbers[-1] in {acknowledged, acknowledged + 1}
        assert len(memory.talks) == 1
        assert int(memory.talks[0].note.partition(" ")[0]) in {acknowledged, acknowledged + 1}
        assert facts.integrity_ok
        assert facts.modes_ok
    assert acknowledged > KILLS


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
