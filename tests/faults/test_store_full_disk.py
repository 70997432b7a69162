"""A full disk loses nothing that was acknowledged, and says so by its own code."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from familysafe.domain.change import RecordTalk
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.talk import Talk
from familysafe.store.vault import Vault


def talk(number: int) -> RecordTalk:
    return RecordTalk(Talk(f"t{number}", date(2026, 6, 1), (), note="word " * 200))


def save_until_refused(vault: Vault) -> tuple[int, Code]:
    """How many talks were acknowledged, and what stopped the next."""
    for number in range(10_000):
        try:
            vault.save(talk(number))
        except FamilySafeError as refused:
            return number, refused.code
    pytest.fail("the disk never filled")


@pytest.mark.parametrize("kilobytes", range(100, 260, 12))
def test_what_was_saved_before_the_disk_was_full_is_there(
    small_disk: Path, remount: Callable[[str], None], kilobytes: int
) -> None:
    remount(f"size={kilobytes}k")
    folder = small_disk / "vault"
    with Vault.create(folder) as vault:
        saved, code = save_until_refused(vault)
        assert code is Code.DISK_FULL
        assert len(vault.read().talks) == saved
    with Vault.open(folder) as vault:
        assert [found.id for found in vault.read().talks] == [f"t{number}" for number in range(saved)]
        assert vault.check().integrity_ok
        remount("size=1m")
        vault.save(talk(saved))
        assert len(vault.read().talks) == saved + 1


def test_a_first_start_on_a_full_disk_goes_on_when_there_is_room(
    small_disk: Path, remount: Callable[[str], None]
) -> None:
    refusals = []
    for pages in range(1, 21):
        remount(f"size={pages * 4}k")
        folder = small_disk / "vault"
        try:
            Vault.open_or_create(folder).close()
        except FamilySafeError as refused:
            refusals.append(refused.code)
        else:
            break
    assert set(refusals) == {Code.DISK_FULL}
    assert len(refusals) > 3
    with Vault.open(folder) as vault:
        facts = vault.check()
    assert (facts.modes_ok, facts.header_copies_ok, facts.integrity_ok) == (True, True, True)
