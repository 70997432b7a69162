"""A first start that is killed at any step goes on at the next."""

from pathlib import Path

from familysafe.domain.change import KeepPreferences
from familysafe.domain.memory import Memory, Preferences
from familysafe.store.vault import Vault
from tests.faults.killing import killed_at_each_step


def test_a_first_start_killed_at_any_step_locks_nobody_out(tmp_path: Path) -> None:
    folders = list(killed_at_each_step(tmp_path / "nothing", tmp_path / "vaults"))
    assert len(folders) > 30
    for number, folder in enumerate(folders):
        with Vault.open_or_create(folder) as vault:
            assert vault.read() == Memory()
            vault.save(KeepPreferences(Preferences(minutes=number)))
            facts = vault.check()
        assert (facts.modes_ok, facts.header_copies_ok, facts.integrity_ok) == (True, True, True), number
        with Vault.open(folder) as vault:
            assert vault.read().preferences.minutes == number
