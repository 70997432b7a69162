"""What each system call does to a disk; one that is not listed here ends a replay loudly."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from tests.faults.power.disk import Enter, Leave, Move, Resize
from tests.faults.power.replay import Handle, NotModelledError, Replay, as_number
from tests.faults.trace import SPOKEN, Call, data_of


def play(replay: Replay, calls: Iterable[Call]) -> Iterator[Call]:
    """Each call after it was done, so that the disk can be looked at between any two."""
    for call in calls:
        if call.name not in PLAYS:
            raise NotModelledError(call.name)
        PLAYS[call.name](replay, call)
        yield call


# Names.


def open_file(replay: Replay, call: Call) -> None:
    """open(path, flags), openat(folder, path, flags), creat(path)."""
    path, rest = replay.path(call.arguments)
    if path is None:
        return
    flags = "O_WRONLY|O_CREAT|O_TRUNC" if call.name == "creat" else str(rest[0])
    if "O_TMPFILE" in flags:
        raise NotModelledError(flags)
    disk = replay.disk
    thing = disk.find(path)
    if thing is None:
        thing = disk.number()
        disk.do(Enter(*disk.place(path), thing))
    elif "O_TRUNC" in flags and disk.size(thing):
        disk.do(Resize(thing, 0))
    replay.handles[call.result] = Handle(thing, None if "O_RDWR" in flags else 0, "O_APPEND" in flags)


def make_folder(replay: Replay, call: Call) -> None:
    path, _ = replay.path(call.arguments)
    if path is not None:
        replay.disk.do(Enter(*replay.disk.place(path), replay.disk.number(), is_folder=True))


def remove(replay: Replay, call: Call) -> None:
    path, _ = replay.path(call.arguments)
    if path is not None:
        replay.disk.do(Leave(*replay.disk.place(path)))


def rename(replay: Replay, call: Call) -> None:
    old, rest = replay.path(call.arguments)
    new, flags = replay.path(rest)
    disk = replay.disk
    thing = None if old is None else disk.find(old)
    if old is None or new is None or thing is None or "RENAME_EXCHANGE" in str(flags):
        raise NotModelledError(f"{call.name} across the edge of the disk, or an exchange")
    disk.do(Move(*disk.place(old), *disk.place(new), thing, disk.is_folder(thing)))


def link(replay: Replay, call: Call) -> None:
    old, rest = replay.path(call.arguments)
    new, _ = replay.path(rest)
    thing = None if old is None else replay.disk.find(old)
    if new is None or thing is None:
        raise NotModelledError(f"{call.name} across the edge of the disk")
    replay.disk.do(Enter(*replay.disk.place(new), thing))


# Contents.


def write(replay: Replay, call: Call) -> None:
    """write(handle, data), writev(handle, parts, count)."""
    handle = replay.handle(call)
    if handle is not None:
        replay.put(handle, written(call))


def write_at(replay: Replay, call: Call) -> None:
    """pwrite64(handle, data, size, offset), pwritev(handle, parts, count, offset)."""
    handle = replay.handle(call)
    if handle is not None:
        replay.put(handle, written(call), as_number(call.arguments[3]))


def written(call: Call) -> bytes:
    data = call.arguments[1]
    return (data if isinstance(data, bytes) else data_of(str(data)))[: call.result]


def send(replay: Replay, call: Call) -> None:
    """sendfile(to, from, [offset], count), with which Python copies files."""
    handle, source = replay.handle(call), replay.handles.get(as_number(call.arguments[1]))
    if handle is None:
        return
    start = str(call.arguments[2]).partition("[")[2].partition("]")[0]
    content = b"" if source is None else replay.disk.live[source.thing]
    if not start or not isinstance(content, bytearray):
        raise NotModelledError("sendfile from a file that is not on this disk, or from where its handle stands")
    replay.put(handle, bytes(content[int(start) :][: call.result]))


def resize(replay: Replay, call: Call) -> None:
    """ftruncate(handle, size)."""
    handle = replay.handle(call)
    if handle is not None:
        replay.disk.do(Resize(handle.thing, as_number(call.arguments[1])))


def resize_by_name(replay: Replay, call: Call) -> None:
    """truncate(path, size)."""
    path, rest = replay.path(call.arguments)
    thing = None if path is None else replay.disk.find(path)
    if thing is not None:
        replay.disk.do(Resize(thing, as_number(rest[0])))


def wait(replay: Replay, call: Call) -> None:
    """fsync(handle), fdatasync(handle)."""
    handle = replay.handle(call)
    if handle is not None:
        replay.disk.wait_for(handle.thing)


# Handles.


def seek(replay: Replay, call: Call) -> None:
    handle = replay.handle(call)
    if handle is not None:
        handle.place = call.result


def double(replay: Replay, call: Call) -> None:
    handle = replay.handle(call)
    if handle is not None:
        replay.handles[call.result] = handle


def control(replay: Replay, call: Call) -> None:
    """fcntl: locks change nothing, a second handle does."""
    if str(call.arguments[1]).startswith("F_DUPFD"):
        double(replay, call)


def map_file(replay: Replay, call: Call) -> None:
    """mmap(place, size, protection, flags, …): a file that is written through memory leaves no trace."""
    if "MAP_SHARED" in str(call.arguments[3]) and "PROT_WRITE" in str(call.arguments[2]):
        raise NotModelledError("a file mapped for writing")


def close(replay: Replay, call: Call) -> None:
    replay.handles.pop(as_number(call.arguments[0]), None)


def say(replay: Replay, _call: Call) -> None:
    replay.said += 1


def nothing(_replay: Replay, _call: Call) -> None:
    """sync and its kin only make more durable than is counted on."""


PLAYS: Mapping[str, Callable[[Replay, Call], None]] = MappingProxyType(
    {
        SPOKEN: say,
        **dict.fromkeys(("open", "openat", "creat"), open_file),
        **dict.fromkeys(("mkdir", "mkdirat"), make_folder),
        **dict.fromkeys(("unlink", "unlinkat", "rmdir"), remove),
        **dict.fromkeys(("rename", "renameat", "renameat2"), rename),
        **dict.fromkeys(("link", "linkat"), link),
        **dict.fromkeys(("write", "writev"), write),
        **dict.fromkeys(("pwrite64", "pwritev", "pwritev2"), write_at),
        "sendfile": send,
        "ftruncate": resize,
        "truncate": resize_by_name,
        **dict.fromkeys(("fsync", "fdatasync"), wait),
        "lseek": seek,
        **dict.fromkeys(("dup", "dup2", "dup3"), double),
        "fcntl": control,
        "mmap": map_file,
        "close": close,
        **dict.fromkeys(("sync", "syncfs", "sync_file_range"), nothing),
    }
)
