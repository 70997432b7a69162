"""Files are private, and written whole or not at all."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import files


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_whatever_the_umask_everything_is_private(umask: None, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    files.make_folder(folder)
    files.make_file(folder / "empty")
    files.write(folder / "full", b"words")
    assert (mode(folder), mode(folder / "empty"), mode(folder / "full")) == (0o700, 0o600, 0o600)


def test_what_was_open_to_others_is_private_after_the_next_write(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o666)
    tmp_path.chmod(0o755)
    assert not files.is_private(path)
    files.make_file(path)
    files.make_folder(tmp_path)
    assert files.is_private(path)
    assert files.is_private(tmp_path)
    assert path.read_bytes() == b"old"


def test_a_write_that_breaks_off_leaves_the_old_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.write(tmp_path / "file", b"old")
    monkeypatch.setattr(os, "fsync", refusing(errno.ENOSPC))
    with pytest.raises(FamilySafeError) as refusal:
        files.write(tmp_path / "file", b"new")
    assert refusal.value.code is Code.DISK_FULL
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"old"


def test_file_then_name_then_folder_reach_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    sync, replace = os.fsync, os.replace

    def noted_sync(handle: int) -> None:
        seen.append("folder" if os.fstat(handle).st_mode & 0o40000 else "file")
        sync(handle)

    def noted_replace(old: Path, new: Path) -> None:
        seen.append("name")
        replace(old, new)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(os, "replace", noted_replace)
    files.write(tmp_path / "file", b"words")
    assert seen == ["file", "name", "folder"]


def test_a_system_that_does_not_open_folders_is_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", refusing(errno.EACCES))
    files.sync_folder(tmp_path)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, Code.DISK_FULL),
        (errno.EDQUOT, Code.DISK_FULL),
        (errno.EROFS, Code.VAULT_READ_ONLY),
        (errno.EACCES, Code.VAULT_READ_ONLY),
        (errno.EPERM, Code.VAULT_READ_ONLY),
        (errno.EIO, Code.DISK_REFUSES),
    ],
)
def test_each_refusal_to_write_has_its_code(number: int, code: Code) -> None:
    with pytest.raises(FamilySafeError) as refusal, files.writing():
        raise OSError(number, "no")
    assert refusal.value.code is code
    assert refusal.value.details == {"error": number}


def test_a_refusal_without_a_number_is_still_one() -> None:
    with pytest.raises(FamilySafeError) as refusal, files.writing():
        raise OSError
    assert refusal.value.code is Code.DISK_REFUSES


def test_reading_stops_where_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"words")
    assert files.read(tmp_path / "file", 3) == b"wor"
    assert files.read(tmp_path / "absent", 3) is None


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FamilySafeError) as refusal:
        files.read(tmp_path, 3)
    assert refusal.value.code is Code.DISK_REFUSES


def test_a_name_below_a_file_cannot_be_looked_for(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert files.is_there(tmp_path / "file")
    assert not files.is_there(tmp_path / "absent")
    with pytest.raises(FamilySafeError) as refusal:
        files.is_there(tmp_path / "file" / "below")
    assert refusal.value.code is Code.DISK_REFUSES


def refusing(number: int) -> object:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def test_a_copy_is_private_and_whole(tmp_path: Path) -> None:
    content = os.urandom(files.MEBIBYTE + 1)
    (tmp_path / "from").write_bytes(content)
    (tmp_path / "to").write_bytes(b"older")
    (tmp_path / "to").chmod(0o644)
    files.copy(tmp_path / "from", tmp_path / "to")
    assert (tmp_path / "to").read_bytes() == content
    assert mode(tmp_path / "to") == 0o600


def test_a_copy_that_breaks_off_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "from").write_bytes(b"words")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(files, "sync", full)
    with pytest.raises(FamilySafeError) as refused:
        files.copy(tmp_path / "from", tmp_path / "to")
    assert refused.value.code is Code.DISK_FULL
    assert [path.name for path in tmp_path.iterdir()] == ["from"]


def test_a_file_is_moved_in_the_place_of_another(tmp_path: Path) -> None:
    files.make_folder(tmp_path / "inner")
    (tmp_path / "from").write_bytes(b"new")
    (tmp_path / "inner" / "to").write_bytes(b"old")
    files.move(tmp_path / "from", tmp_path / "inner" / "to")
    assert (tmp_path / "inner" / "to").read_bytes() == b"new"
    assert not (tmp_path / "from").exists()


def test_a_move_waits_for_both_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.make_folder(tmp_path / "inner")
    (tmp_path / "from").touch()
    waited: set[Path] = set()
    monkeypatch.setattr(files, "sync_folder", waited.add)
    files.move(tmp_path / "from", tmp_path / "inner" / "to")
    assert waited == {tmp_path, tmp_path / "inner"}


def test_what_is_not_there_need_not_be_taken_away(tmp_path: Path) -> None:
    files.remove(tmp_path / "absent")
    files.remove_folder(tmp_path / "absent")
    files.remove_if_empty(tmp_path / "absent")
    assert files.inside(tmp_path / "absent") == ()


def test_a_folder_goes_with_its_files_or_only_when_it_is_empty(tmp_path: Path) -> None:
    for name in ("first", "second"):
        files.make_folder(tmp_path / name)
        (tmp_path / name / "file").touch()
    assert files.inside(tmp_path / "first") == (tmp_path / "first" / "file",)
    files.remove_if_empty(tmp_path / "second")
    files.remove_folder(tmp_path / "first")
    assert [path.name for path in tmp_path.iterdir()] == ["second"]
    (tmp_path / "second" / "file").unlink()
    files.remove_if_empty(tmp_path / "second")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_library_wrote_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    waited: list[int] = []
    monkeypatch.setattr(files, "sync", waited.append)
    files.sync_file(tmp_path / "file")
    assert len(waited) == 1
    with pytest.raises(FamilySafeError) as refused:
        files.sync_file(tmp_path / "absent")
    assert refused.value.code is Code.DISK_REFUSES


@pytest.mark.parametrize(("total", "free", "enough"), [(1000, 9, False), (1000, 10, True), (0, 0, True)])
def test_a_disk_is_asked_for_room_and_one_that_does_not_tell_is_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, total: int, free: int, enough: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(total=total, free=free))
    with nullcontext() if enough else pytest.raises(FamilySafeError) as refused:
        files.require_room(tmp_path, 10)
    assert enough or refused.value.code is Code.DISK_FULL


def test_a_disk_that_is_gone_refuses(tmp_path: Path) -> None:
    with pytest.raises(FamilySafeError) as refused:
        files.require_room(tmp_path / "absent", 1)
    assert refused.value.code is Code.DISK_REFUSES
