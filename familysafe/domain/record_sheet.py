"""A record on paper, made for one recipient: what is offered for it, and what of that is left out."""

from collections.abc import Collection
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace


class Recipient(Enum):
    """Who is given a sheet; each needs something else."""

    SCHOOL = "school"
    PLATFORM = "platform"
    POLICE = "police"


class SheetLine(Struct, frozen=True):
    """One line; `id` is that of its first entry, `written` says when, `before` how it was worded earlier.

    One that begins as `left_out` goes onto the paper only where somebody wants it there.
    """

    id: str
    text: str
    written: str
    before: tuple[str, ...] = ()
    left_out: bool = False


class SheetPart(Struct, frozen=True):
    """The lines on one thing."""

    title: str
    lines: tuple[SheetLine, ...]


class RecordSheet(Struct, frozen=True):
    """Everything that may stand on the paper, in its words; `child` says whom it is about, empty for nobody by name."""

    recipient: Recipient
    title: str
    facts: tuple[str, ...]
    child: str
    parts: tuple[SheetPart, ...]
    notes: tuple[str, ...]
    made_with: str

    def left_out_at_first(self) -> frozenset[str]:
        """Ids of the lines that are offered and not taken for granted."""
        return frozenset(line.id for part in self.parts for line in part.lines if line.left_out)

    def keeping(self, left_out: Collection[str], *, named: bool) -> "RecordSheet":
        """As it goes onto the paper: without some lines, and with the nickname or without."""
        parts = (
            replace(part, lines=tuple(replace(line, left_out=False) for line in part.lines if line.id not in left_out))
            for part in self.parts
        )
        return replace(self, child=self.child if named else "", parts=tuple(part for part in parts if part.lines))
