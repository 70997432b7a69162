"""Where nothing can be written a vault still opens, and says why it does not save."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from familysafe.domain.change import RecordTalk
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.talk import Talk
from familysafe.store.vault import Vault

NOBODY = 65534
KEPT = RecordTalk(Talk("kept", date(2026, 6, 1), ()))
LOST = RecordTalk(Talk("lost", date(2026, 6, 1), ()))


@contextmanager
def an_ordinary_person() -> Iterator[None]:
    """Permission bits do not bind root, so root becomes nobody for a while."""
    if os.getuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture(autouse=True, scope="module")
def everything_is_loaded() -> None:
    """Before this process becomes somebody who may not be allowed to read its own Python."""
    with Vault.throw_away() as vault:
        vault.save(KEPT)
        assert vault.check().integrity_ok


@pytest.fixture
def folder() -> Iterator[Path]:
    """A vault with one talk that belongs to an ordinary person, in a place that everybody can reach."""
    place = Path(tempfile.mkdtemp(prefix="familysafe-test-"))
    if os.getuid() == 0:
        os.chown(place, NOBODY, NOBODY)
    with an_ordinary_person(), Vault.create(place / "vault") as vault:
        vault.save(KEPT)
    yield place / "vault"
    (place / "vault").chmod(0o700)
    shutil.rmtree(place)


def opens_and_does_not_save(folder: Path) -> None:
    with Vault.open_or_create(folder) as vault:
        assert vault.is_read_only
        with pytest.raises(FamilySafeError) as refused:
            vault.save(LOST)
        assert refused.value.code is Code.VAULT_READ_ONLY
        assert vault.read().talks == (KEPT.talk,)
        assert vault.check().integrity_ok


def test_a_vault_that_can_be_written_says_so(folder: Path) -> None:
    with an_ordinary_person(), Vault.open(folder) as vault:
        assert not vault.is_read_only


def test_a_read_only_folder_opens_for_reading(folder: Path) -> None:
    folder.chmod(0o500)
    with an_ordinary_person():
        opens_and_does_not_save(folder)


def test_a_read_only_file_opens_for_reading(folder: Path) -> None:
    (folder / "vault.db").chmod(0o400)
    with an_ordinary_person():
        opens_and_does_not_save(folder)


def test_a_read_only_folder_with_one_damaged_header_opens_for_reading(folder: Path) -> None:
    (folder / "vault.header").write_bytes(b"torn")
    folder.chmod(0o500)
    with an_ordinary_person():
        opens_and_does_not_save(folder)
    assert (folder / "vault.header").read_bytes() == b"torn"


def test_no_vault_is_made_in_a_read_only_folder(folder: Path) -> None:
    folder.chmod(0o500)
    with an_ordinary_person(), pytest.raises(FamilySafeError) as refused:
        Vault.open_or_create(folder / "below")
    assert refused.value.code is Code.VAULT_READ_ONLY


def test_a_folder_that_cannot_be_entered_is_refused(folder: Path) -> None:
    folder.chmod(0o000)
    with an_ordinary_person(), pytest.raises(FamilySafeError) as refused:
        Vault.open_or_create(folder)
    assert refused.value.code is Code.DISK_REFUSES


def test_a_read_only_medium_opens_for_reading(small_disk: Path, remount: Callable[[str], None]) -> None:
    folder = small_disk / "vault"
    with Vault.create(folder) as vault:
        vault.save(KEPT)
    remount("ro")
    opens_and_does_not_save(folder)


def test_a_folder_that_vanishes_is_not_called_read_only(folder: Path) -> None:
    with Vault.open(folder) as vault:
        shutil.move(folder, folder.with_name("away"))
        with pytest.raises(FamilySafeError) as refused:
            vault.save(LOST)
        assert refused.value.code is Code.DISK_REFUSES
        shutil.move(folder.with_name("away"), folder)
    with Vault.open(folder) as vault:
        assert vault.read().talks == (KEPT.talk,)
