"""A disk in memory: what is on it for good, and what was asked for since but not waited for."""

from collections.abc import Iterable
from typing import Self

from msgspec import Struct

from tests.faults.chance import dice_of

Number = int
Entries = dict[str, Number]
Thing = bytearray | Entries
Things = dict[Number, Thing]
TOP: Number = 0


class Write(Struct, frozen=True):
    """Bytes put into a file; what lies between its end and `offset` becomes zero."""

    file: Number
    offset: int
    data: bytes

    @property
    def touches(self) -> tuple[Number, ...]:
        return (self.file,)

    def do(self, things: Things) -> None:
        content = file_of(things, self.file)
        end = self.offset + len(self.data)
        if len(content) < self.offset:
            content.extend(bytes(self.offset - len(content)))
        content[self.offset : end] = self.data


class Resize(Struct, frozen=True):
    """A file cut short, or made longer with zeros."""

    file: Number
    size: int

    @property
    def touches(self) -> tuple[Number, ...]:
        return (self.file,)

    def do(self, things: Things) -> None:
        content = file_of(things, self.file)
        content.extend(bytes(max(0, self.size - len(content))))
        del content[self.size :]


class Grow(Struct, frozen=True):
    """A file made longer without the bytes that were meant for it: what stands there is left over from others."""

    file: Number
    size: int
    seed: int

    @property
    def touches(self) -> tuple[Number, ...]:
        return (self.file,)

    def do(self, things: Things) -> None:
        content = file_of(things, self.file)
        content.extend(dice_of(str(self.seed)).randbytes(max(0, self.size - len(content))))


class Enter(Struct, frozen=True):
    """A name put into a folder, or given to another thing."""

    folder: Number
    name: str
    thing: Number
    is_folder: bool = False

    @property
    def touches(self) -> tuple[Number, ...]:
        return (self.folder,)

    def do(self, things: Things) -> None:
        things.setdefault(self.thing, {} if self.is_folder else bytearray())
        folder_of(things, self.folder)[self.name] = self.thing


class Leave(Struct, frozen=True):
    """A name taken out of a folder."""

    folder: Number
    name: str

    @property
    def touches(self) -> tuple[Number, ...]:
        return (self.folder,)

    def do(self, things: Things) -> None:
        folder_of(things, self.folder).pop(self.name, None)


class Move(Struct, frozen=True):
    """A thing under a new name and no more under the old one: both or neither, as every journal has it."""

    old_folder: Number
    old_name: str
    folder: Number
    name: str
    thing: Number
    is_folder: bool = False

    @property
    def touches(self) -> tuple[Number, ...]:
        return (self.old_folder, self.folder)

    def do(self, things: Things) -> None:
        Enter(self.folder, self.name, self.thing, self.is_folder).do(things)
        old = folder_of(things, self.old_folder)
        if old.get(self.old_name) == self.thing:
            del old[self.old_name]


Step = Write | Resize | Grow | Enter | Leave | Move


class Disk:
    """`durable` survives a power loss; each of `pending` may or may not, in any choice, until it is waited for."""

    def __init__(self) -> None:
        self.durable: Things = {TOP: {}}
        self.live: Things = {TOP: {}}
        self.pending: list[Step] = []
        self._next = TOP + 1

    @classmethod
    def holding(cls, files: dict[str, bytes | None]) -> Self:
        """A disk on which everything is durable: paths and contents, None for a folder; folders first."""
        disk = cls()
        for path, content in files.items():
            folder, name = disk.place(path)
            number = disk.number()
            disk.do(Enter(folder, name, number, content is None))
            if content:
                disk.do(Write(number, 0, content))
        disk.wait_for_all()
        return disk

    def number(self) -> Number:
        """A number that no thing had before."""
        self._next += 1
        return self._next - 1

    def do(self, step: Step) -> None:
        """Seen by every reader at once, on the disk some time later."""
        step.do(self.live)
        self.pending.append(step)

    def wait_for(self, thing: Number) -> None:
        """fsync: all that touches one file or one folder is durable, and nothing else need be."""
        for step in self.pending:
            if thing in step.touches:
                step.do(self.durable)
        self.pending = [step for step in self.pending if thing not in step.touches]

    def wait_for_all(self) -> None:
        for step in self.pending:
            step.do(self.durable)
        self.pending = []

    def place(self, path: str) -> tuple[Number, str]:
        """The folder in which a path ends, and the last name; KeyError where a folder on the way is not there."""
        *way, name = path.split("/")
        folder = TOP
        for part in way:
            folder = folder_of(self.live, folder)[part]
        return folder, name

    def find(self, path: str) -> Number | None:
        """What a path leads to now; the top for the empty one."""
        if not path:
            return TOP
        folder, name = self.place(path)
        return folder_of(self.live, folder).get(name)

    def is_folder(self, thing: Number) -> bool:
        return isinstance(self.live[thing], dict)

    def size(self, file: Number) -> int:
        return len(file_of(self.live, file))

    def after(self, steps: Iterable[Step]) -> dict[str, bytes | None]:
        """The paths and contents that a power loss leaves when these of the pending steps reached the disk."""
        # Only what a step touches is copied; the rest is read and never changed.
        steps = tuple(steps)
        touched = {thing for step in steps for thing in step.touches}
        things = {number: copy(thing) if number in touched else thing for number, thing in self.durable.items()}
        for step in steps:
            step.do(things)
        return paths(things)


def paths(things: Things, folder: Number = TOP, above: str = "") -> dict[str, bytes | None]:
    """Everything that can be reached by a name; folders (None) before what is in them."""
    found: dict[str, bytes | None] = {}
    for name, number in sorted(folder_of(things, folder).items()):
        thing = things[number]
        if isinstance(thing, dict):
            found[above + name] = None
            found.update(paths(things, number, f"{above}{name}/"))
        else:
            found[above + name] = bytes(thing)
    return found


def copy(thing: Thing) -> Thing:
    return dict(thing) if isinstance(thing, dict) else bytearray(thing)


def file_of(things: Things, number: Number) -> bytearray:
    thing = things.setdefault(number, bytearray())
    assert isinstance(thing, bytearray)
    return thing


def folder_of(things: Things, number: Number) -> Entries:
    thing = things.setdefault(number, {})
    assert isinstance(thing, dict)
    return thing
