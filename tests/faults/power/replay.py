"""Follows a process on a disk: its open handles, where they stand, and what it said was saved."""

from collections.abc import Iterator

from msgspec import Struct

from tests.faults.power.disk import TOP, Disk, Number, Write
from tests.faults.trace import Argument, Call


class NotModelledError(Exception):
    """The process did something that this disk does not know; to go on would be to guess."""


class Handle(Struct):
    """An open file or folder; `place` is None where a read may have moved it."""

    thing: Number
    place: int | None
    appends: bool


class Replay:
    """`said` counts what the process acknowledged."""

    def __init__(self, disk: Disk, root: str) -> None:
        self.disk = disk
        self.said = 0
        self.handles: dict[int, Handle] = {}
        self._root = root

    def handle(self, call: Call) -> Handle | None:
        """The one that a call is about; None for a file that is not on this disk."""
        return self.handles.get(as_number(call.arguments[0]))

    def put(self, handle: Handle, data: bytes, offset: int | None = None) -> None:
        """Writes at an offset; without one where the handle stands, or at the end."""
        place = handle.place if offset is None else offset
        place = self.disk.size(handle.thing) if handle.appends else place
        if place is None:
            raise NotModelledError("a write where a read may have moved the handle")
        self.disk.do(Write(handle.thing, place, data))
        if offset is None:
            handle.place = place + len(data)

    def path(self, arguments: tuple[Argument, ...]) -> tuple[str | None, tuple[Argument, ...]]:
        """The path at the head of the arguments, as seen from the root (None outside it), and what follows."""
        above = ""
        head, *rest = arguments
        if not isinstance(head, bytes):
            above = self._folder(head)
            head, *rest = rest
        assert isinstance(head, bytes)
        path = head.decode()
        path = path if path.startswith("/") or not above else f"{above}/{path}"
        inside = path == self._root or path.startswith(f"{self._root}/")
        return path[len(self._root) + 1 :].rstrip("/") if inside else None, tuple(rest)

    def _folder(self, head: Argument) -> str:
        """The path of a folder that is open; empty for the one in which the process is."""
        handle = self.handles.get(head) if isinstance(head, int) else None
        if handle is None:
            return ""
        below = next((path for path, thing in self._folders() if thing == handle.thing), "")
        return f"{self._root}/{below}".rstrip("/")

    def _folders(self, folder: Number = TOP, above: str = "") -> Iterator[tuple[str, Number]]:
        entries = self.disk.live[folder]
        assert isinstance(entries, dict)
        for name, thing in entries.items():
            if self.disk.is_folder(thing):
                yield above + name, thing
                yield from self._folders(thing, f"{above}{name}/")


def as_number(argument: Argument) -> int:
    assert isinstance(argument, int), argument
    return argument
