"""The disk of the power losses: what was not waited for may be lost, what was waited for may not."""

from itertools import islice

import pytest

from tests.faults.chance import dice_of
from tests.faults.power.calls import play
from tests.faults.power.disk import TOP, Disk, Enter, Grow, Leave, Move, Resize, Write
from tests.faults.power.replay import NotModelledError, Replay
from tests.faults.power.states import SECTOR, State, sectors, states
from tests.faults.trace import Call, NotTracedError, parse

HOME = b"/home"


def left(disk: Disk) -> set[tuple[tuple[str, bytes | None], ...]]:
    """Everything that may be left."""
    return {tuple(state.items()) for state in islice(states(disk, dice_of("left")), 500)}


def a_file(disk: Disk, name: str, content: bytes) -> int:
    file = disk.number()
    disk.do(Enter(TOP, name, file))
    disk.do(Write(file, 0, content))
    return file


def test_a_new_file_that_nobody_waited_for_is_there_or_empty_or_not_there() -> None:
    disk = Disk()
    a_file(disk, "key", b"secret")
    assert left(disk) >= {(), (("key", b""),), (("key", b"secret"),)}


def test_a_file_that_was_waited_for_may_lack_its_name() -> None:
    disk = Disk()
    disk.wait_for(a_file(disk, "key", b"secret"))
    assert left(disk) == {(), (("key", b"secret"),)}
    disk.wait_for(TOP)
    assert left(disk) == {(("key", b"secret"),)}


def test_a_rename_is_done_or_not_and_never_half() -> None:
    disk = Disk.holding({"key": b"old", "key.new": b"new"})
    disk.do(Move(TOP, "key.new", TOP, "key", disk.find("key.new") or 0))
    assert left(disk) == {(("key", b"old"), ("key.new", b"new")), (("key", b"new"),)}


def test_a_file_that_was_not_waited_for_is_renamed_first() -> None:
    disk = Disk.holding({"key": b"old"})
    file = a_file(disk, "key.new", b"new")
    disk.do(Move(TOP, "key.new", TOP, "key", file))
    assert (("key", b""),) in left(disk)


def test_what_was_taken_out_may_come_back() -> None:
    disk = Disk.holding({"journal": b"hot"})
    disk.do(Leave(TOP, "journal"))
    assert left(disk) == {(), (("journal", b"hot"),)}
    disk.wait_for(TOP)
    assert left(disk) == {()}


def test_a_folder_that_was_not_waited_for_takes_what_is_in_it_along() -> None:
    disk = Disk()
    folder, file = disk.number(), disk.number()
    disk.do(Enter(TOP, "vault", folder, is_folder=True))
    disk.do(Enter(folder, "key", file))
    disk.wait_for(folder)
    assert left(disk) == {(), (("vault", None), ("vault/key", b""))}


def test_a_write_is_torn_between_its_sectors() -> None:
    old, new = bytes(3 * SECTOR), b"n" * (3 * SECTOR)
    disk = Disk.holding({"db": old})
    disk.do(Write(disk.find("db") or 0, 0, new))
    wholes = {bytes(SECTOR), b"n" * SECTOR}
    found = {content for ((_, content),) in left(disk)}
    assert len(found) == 8
    parts = {content[at : at + SECTOR] for content in found if content for at in range(0, 3 * SECTOR, SECTOR)}
    assert parts == wholes


def test_a_file_that_grew_may_hold_anything_where_its_bytes_did_not_come() -> None:
    disk = Disk.holding({"db": b""})
    disk.do(Write(disk.find("db") or 0, 0, b"n" * SECTOR))
    found = [content or b"" for ((_, content),) in left(disk)]
    assert b"" in found
    assert any(len(content) == SECTOR and content != b"n" * SECTOR for content in found)


@pytest.mark.parametrize(("offset", "size", "lengths"), [(0, 512, [512]), (500, 24, [12, 12]), (4, 600, [508, 92])])
def test_parts_end_where_sectors_end(offset: int, size: int, lengths: list[int]) -> None:
    parts = sectors(Write(1, offset, bytes(size)))
    assert [len(part.data) for part in parts] == lengths


def test_files_are_cut_and_lengthened() -> None:
    disk = Disk.holding({"a": b"12345"})
    file = disk.find("a") or 0
    for step, expected in ((Resize(file, 3), b"123"), (Resize(file, 5), b"123\0\0"), (Grow(file, 4, 0), b"123\0\0")):
        disk.do(step)
        content = disk.live[file]
        assert isinstance(content, bytearray)
        assert bytes(content) == expected


def played(*calls: Call) -> State:
    disk = Disk.holding({"a": b"12345"})
    list(play(Replay(disk, "/home"), calls))
    return disk.after(disk.pending)


def test_calls_do_what_they_did_to_the_process() -> None:
    opened = Call("openat", ("AT_FDCWD", HOME + b"/a", "O_RDWR|O_CREAT", 600), 3)
    assert played(opened, Call("pwrite64", (3, b"xy", 2, 1), 2)) == {"a": b"1xy45"}
    assert played(opened, Call("lseek", (3, 0, "SEEK_END"), 5), Call("write", (3, b"6", 1), 1)) == {"a": b"123456"}
    assert played(opened, Call("ftruncate", (3, 0), 0), Call("close", (3,), 0)) == {"a": b""}
    assert played(Call("rename", (HOME + b"/a", HOME + b"/b"), 0)) == {"b": b"12345"}
    assert played(Call("unlink", (HOME + b"/a",), 0)) == {}
    assert played(Call("mkdir", (HOME + b"/f", 700), 0)) == {"a": b"12345", "f": None}
    copy = Call("openat", ("AT_FDCWD", HOME + b"/c", "O_WRONLY|O_CREAT|O_TRUNC", 600), 4)
    assert played(opened, copy, Call("sendfile", (4, 3, "[0] => [5]", 99), 5)) == {"a": b"12345", "c": b"12345"}
    folder = Call("open", (HOME, "O_RDONLY|O_DIRECTORY"), 5)
    assert played(folder, Call("unlinkat", (5, b"a", "0"), 0)) == {}


@pytest.mark.parametrize(
    "call",
    [
        Call("fallocate", (3, "0", 0, 10), 0),
        Call("mmap", ("NULL", 9, "PROT_READ|PROT_WRITE", "MAP_SHARED", 3, 0), 0),
        Call("write", (3, b"where?", 6), 6),
        Call("rename", (HOME + b"/a", b"/elsewhere"), 0),
    ],
    ids=lambda call: call.name,
)
def test_what_is_not_understood_ends_the_replay(call: Call) -> None:
    opened = Call("openat", ("AT_FDCWD", HOME + b"/a", "O_RDWR", 600), 3)
    with pytest.raises(NotModelledError):
        played(opened, call)


def test_lines_of_strace_are_read() -> None:
    assert parse('12  pwrite64(3<\\x2f\\x61>, "\\x00\\x2c", 2, 512) = 2') == Call("pwrite64", (3, b"\0,", 2, 512), 2)
    assert parse('12  unlink("\\x2f\\x61") = -1 ENOENT (No such file or directory)') is None
    opened = parse('12  openat(AT_FDCWD<\\x2f>, "\\x2f\\x61", O_RDWR|O_CREAT, 0600) = 4<\\x2f\\x61>')
    assert opened == Call("openat", ("AT_FDCWD<\\x2f>", b"/a", "O_RDWR|O_CREAT", 600), 4)
    assert parse("12  close(4<\\x2f\\x61>(deleted)) = 0") == Call("close", (4,), 0)


@pytest.mark.parametrize("line", ['12  write(3<\\x2f>, "\\x00"..., 9) = 9', "12  write(3<\\x2f>,  <unfinished ...>"])
def test_a_line_that_is_not_whole_is_not_trusted(line: str) -> None:
    with pytest.raises(NotTracedError):
        parse(line)
