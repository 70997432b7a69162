"""A first start that is killed at any step goes on at the next."""

import subprocess
import sys
from pathlib import Path

from familysafe.domain.change import KeepPreferences
from familysafe.domain.memory import Memory, Preferences
from familysafe.store.vault import Vault

ROOT = Path(__file__).parents[2]
STARTER = Path(__file__).with_name("store_first_start.py")


def test_a_first_start_killed_at_any_step_locks_nobody_out(tmp_path: Path) -> None:
    command = [sys.executable, str(STARTER), str(tmp_path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})
    steps = int(done.stdout)
    assert steps > 30
    for number in range(steps + 1):
        with Vault.open_or_create(tmp_path / str(number)) as vault:
            assert vault.read() == Memory()
            vault.save(KeepPreferences(Preferences(minutes=number)))
            facts = vault.check()
        assert (facts.modes_ok, facts.header_copies_ok, facts.integrity_ok) == (True, True, True), number
        with Vault.open(tmp_path / str(number)) as vault:
            assert vault.read().preferences.minutes == number
