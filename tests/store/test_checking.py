"""Everything is read through, and the facts are told as they are."""

import pytest

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import backups, checking, copies, header
from familysafe.store.vault import Vault
from tests.store.family import LATER, TODAY, cancelled_after, damage, fill


@pytest.fixture
def full(vault: Vault) -> Vault:
    """A vault with a family in it, and two copies."""
    fill(vault)
    for _ in range(200):
        vault.save(LATER)
    for _ in range(2):
        backups.make(vault, TODAY)
    return vault


def test_a_sound_vault_with_sound_copies_has_sound_facts(full: Vault) -> None:
    facts = full.check()
    assert (facts.backups, facts.backups_sound) == (2, 2)
    assert all((facts.encryption_on, facts.modes_ok, facts.header_copies_ok, facts.integrity_ok))


def test_a_damaged_copy_is_counted(full: Vault) -> None:
    damage(copies.copies(full.folder)[0].path, -100)
    assert full.check().backups_sound == 1
    damage(copies.copies(full.folder)[1].path)
    assert full.check().backups_sound == 0


def test_what_can_be_told_quickly_only_counts_the_copies(full: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "is_sound", lambda *_: pytest.fail("read a copy"))
    assert full.facts().backups == 2


def test_a_file_that_others_may_read_is_seen_wherever_it_lies(full: Vault) -> None:
    copies.copies(full.folder)[0].header.chmod(0o640)
    assert not full.check().modes_ok
    assert not checking.is_private(full.folder)


def test_it_tells_how_far_it_has_come_and_can_be_stopped_anywhere(full: Vault) -> None:
    told: list[float] = []
    full.check(told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    for share in {round(done, 2) for done in told}:
        with pytest.raises(FamilySafeError) as refused:
            full.check(cancelled_after(share))
        assert refused.value.code is Code.CANCELLED


def test_looking_at_a_vault_as_it_is_mends_nothing(full: Vault) -> None:
    full.close()
    (full.folder / header.COPIES[1]).write_bytes(b"torn")
    with Vault.look_at(full.folder) as found:
        assert not found.check().header_copies_ok
    assert (full.folder / header.COPIES[1]).read_bytes() == b"torn"
    damage(full.folder / "vault.db")
    with pytest.raises(FamilySafeError) as refused:
        Vault.look_at(full.folder)
    assert refused.value.code is Code.VAULT_DAMAGED
    assert not (full.folder / "aside").exists()
