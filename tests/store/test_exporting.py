"""The file for another computer: whole or not there, locked by a secret, and nothing of this computer in it."""

import errno
import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import archive, exporting, files, header, keys, protection
from familysafe.store.database import Database
from familysafe.store.derivation import new_words
from familysafe.store.slots import DeviceSlot, PassphraseSlot, RecoverySlot
from familysafe.store.vault import Vault
from tests.store.family import CHEAP, KNOWN, TODAY, cancelled_after, content, damage, fill


@pytest.fixture
def locked(vault: Vault) -> Vault:
    """A vault with a family in it, behind a passphrase."""
    fill(vault)
    protection.set_passphrase(vault, KNOWN, CHEAP)
    return vault


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "backup.familysafe"


def refusal(vault: Vault, target: Path, share: float = 2.0) -> Code:
    with pytest.raises(FamilySafeError) as refused:
        exporting.export(vault, target, TODAY, cancelled_after(share))
    return refused.value.code


def members(target: Path) -> dict[str, bytes]:
    with ZipFile(target) as found:
        return {name: found.read(name) for name in found.namelist()}


def test_the_name_says_nothing_of_the_family() -> None:
    assert exporting.default_name(TODAY) == "backup-2026-11-22.familysafe"


@pytest.mark.parametrize("name", ["vault.db", "new.familysafe", "backups/new.familysafe"])
@pytest.mark.parametrize("way", ["straight", "by a link"])
def test_among_the_files_of_the_vault_nothing_is_written(locked: Vault, tmp_path: Path, name: str, way: str) -> None:
    files.make_folder(locked.folder / "backups")
    (tmp_path / "link").symlink_to(locked.folder)
    before = content(locked.folder)
    place = locked.folder if way == "straight" else tmp_path / "link"
    assert refusal(locked, place / name) is Code.INSIDE_VAULT
    assert content(locked.folder) == before


def test_the_file_opens_with_the_passphrase_alone(locked: Vault, target: Path, tmp_path: Path) -> None:
    exporting.export(locked, target, TODAY)
    found = members(target)
    chain = header.decode(found["vault.header"]).keys
    assert chain.slot(DeviceSlot) is None
    (tmp_path / "vault.db").write_bytes(found["vault.db"])
    database = Database.open(tmp_path / "vault.db", keys.unlock(chain, KNOWN).data)
    assert database.rows("SELECT * FROM answers") == locked.database.rows("SELECT * FROM answers")
    database.close()
    assert not Database.fits(tmp_path / "vault.db", bytes(32))


def test_nothing_of_the_family_stands_in_it_in_clear(locked: Vault, target: Path) -> None:
    exporting.export(locked, target, TODAY)
    written = target.read_bytes()
    assert all(word not in written for word in (b"Younger", b"second", b"SQLite format"))
    assert target.stat().st_mode & 0o777 == 0o600


def test_without_a_secret_there_is_no_file(vault: Vault, target: Path) -> None:
    fill(vault)
    assert refusal(vault, target) is Code.BACKUP_NEEDS_SECRET
    assert list(target.parent.iterdir()) == []


def test_a_recovery_sheet_is_secret_enough_and_the_device_key_stays_here(vault: Vault, target: Path) -> None:
    protection.set_recovery(vault, new_words(), CHEAP)
    exporting.export(vault, target, TODAY)
    slots = header.decode(members(target)["vault.header"]).keys.slots
    assert [type(slot) for slot in slots] == [RecoverySlot]
    protection.set_passphrase(vault, KNOWN, CHEAP)
    exporting.export(vault, target, TODAY)
    slots = header.decode(members(target)["vault.header"]).keys.slots
    assert [type(slot) for slot in slots] == [PassphraseSlot]


def test_only_the_file_is_left_behind(locked: Vault, target: Path) -> None:
    before = set(content(locked.folder))
    exporting.export(locked, target, TODAY)
    assert set(content(locked.folder)) == before
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_an_older_file_is_replaced_in_one_step(locked: Vault, target: Path) -> None:
    target.write_bytes(b"older")
    (target.parent / ".backup.familysafe.part").write_bytes(b"left by a break")
    exporting.export(locked, target, TODAY)
    assert archive.reads_back(BytesIO(target.read_bytes()))
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9])
def test_it_can_be_stopped_and_an_older_file_stays(locked: Vault, target: Path, share: float) -> None:
    target.write_bytes(b"older")
    before = set(content(locked.folder))
    assert refusal(locked, target, share) is Code.CANCELLED
    assert content(target.parent) == {target.name: b"older"}
    assert set(content(locked.folder)) == before


def test_it_tells_how_far_it_has_come(locked: Vault, target: Path) -> None:
    told: list[float] = []
    exporting.export(locked, target, TODAY, told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, Code.DISK_FULL), (errno.EROFS, Code.DISK_REFUSES), (errno.EIO, Code.DISK_REFUSES)],
)
def test_another_disk_that_refuses_leaves_an_older_file(
    locked: Vault, target: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: Code
) -> None:
    target.write_bytes(b"older")

    def refuses(handle: int) -> None:
        raise OSError(number, "no")

    with monkeypatch.context() as patch:
        patch.setattr(files, "make_folder", lambda _: None)
        (locked.folder / "backups").mkdir(exist_ok=True)
        patch.setattr(files, "sync", refuses)
        assert refusal(locked, target) is code
    assert content(target.parent) == {target.name: b"older"}


def test_a_folder_that_is_not_there_is_a_disk_that_refuses(locked: Vault, tmp_path: Path) -> None:
    assert refusal(locked, tmp_path / "absent" / "backup.familysafe") is Code.DISK_REFUSES


def test_a_disk_that_does_not_wait_for_folders_is_good_enough(
    locked: Vault, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(folder: Path) -> None:
        if folder == target.parent:
            raise OSError(errno.EINVAL, "no")

    monkeypatch.setattr(files, "sync_folder", refuses)
    exporting.export(locked, target, TODAY)
    assert archive.reads_back(BytesIO(target.read_bytes()))


def test_a_stick_that_does_not_know_who_may_read_is_good_enough(
    locked: Vault, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chmod = Path.chmod

    def refuses(path: Path, mode: int) -> None:
        if path.is_relative_to(target.parent):
            raise PermissionError(errno.EPERM, "no")
        chmod(path, mode)

    monkeypatch.setattr(Path, "chmod", refuses)
    exporting.export(locked, target, TODAY)
    assert target.exists()


def test_a_damaged_page_is_said_and_nothing_is_written(locked: Vault, target: Path) -> None:
    locked.close()
    damage(locked.folder / "vault.db", -100)
    vault = Vault.look_at(locked.folder, KNOWN)
    with vault:
        assert refusal(vault, target) is Code.VAULT_DAMAGED
    assert list(target.parent.iterdir()) == []


def test_a_copy_that_does_not_read_back_is_not_given_out(
    locked: Vault, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Database, "is_whole", lambda *_: False)
        assert refusal(locked, target) is Code.DISK_REFUSES
    with monkeypatch.context() as patch:
        patch.setattr(archive, "reads_back", lambda _: False)
        assert refusal(locked, target) is Code.DISK_REFUSES
    assert list(target.parent.iterdir()) == []


def test_a_vault_that_no_reader_would_take_is_not_given_out(
    locked: Vault, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "LARGEST", {archive.HEADER: 64 * 1024, archive.DATABASE: 4096})
    assert refusal(locked, target) is Code.DISK_REFUSES
    assert os.listdir(target.parent) == []  # noqa: PTH208 - names only
