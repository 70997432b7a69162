"""What a family wrote down of something that has happened: text only, added to and never written over."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace


def require_zone(time: datetime) -> None:
    """ValueError without one: read in another place, such a time would say nothing, and it cannot be put in order."""
    if time.tzinfo is None:
        raise ValueError("a time needs its zone")


class RecordField(Enum):
    """What a line is about, in the order in which it is asked for."""

    TOLD = "told"
    WHO = "who"
    WHERE = "where"
    WHEN = "when"
    DEMANDED = "demanded"
    APP = "app"
    NAMES = "names"
    DONE = "done"
    REFERENCES = "references"
    TOLD_TO = "told-to"


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """One line as it was written at a time (with its zone); `corrects` is the id of the entry it puts right.

    A correction whose text is empty takes the line back; the first wording stays readable.
    """

    id: str
    field: RecordField
    text: str
    at: datetime
    corrects: str = ""

    def __post_init__(self) -> None:
        require_zone(self.at)


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """What was written down about one situation; `children` are ids, none means that nobody was named."""

    id: str
    situation: str
    begun: datetime
    children: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        require_zone(self.begun)

    def with_entry(self, entry: Entry) -> "Record":
        """The same with one more entry; one that is in it already is not written over."""
        if any(other.id == entry.id for other in self.entries):
            return self
        return replace(self, entries=(*self.entries, entry))

    def without_child(self, child_id: str) -> "Record":
        """The same without a child's name."""
        return replace(self, children=tuple(child for child in self.children if child != child_id))

    def wordings(self, field: RecordField) -> Iterator[tuple[Entry, ...]]:
        """Each line of a field with all its wordings, the first one first.

        A line has the field of its first wording. A correction may name any wording of a line; one that names nothing
        written before it is a line of its own, so that nothing is ever hidden.
        """
        line_of: dict[str, list[Entry]] = {}
        lines: list[list[Entry]] = []
        for entry in self.entries:
            line = line_of.get(entry.corrects)
            if line is None:
                line = []
                lines.append(line)
            line.append(entry)
            line_of[entry.id] = line
        return (tuple(line) for line in lines if line[0].field is field)

    def lines(self, field: RecordField) -> tuple[Entry, ...]:
        """The last wording of each line of a field; what was taken back is left out."""
        newest = (wordings[-1] for wordings in self.wordings(field))
        return tuple(entry for entry in newest if entry.text)


class LookIn(Struct, frozen=True, forbid_unknown_fields=True):
    """Days on which the app asks, once and in neutral words, how things are; only where somebody chose it."""

    id: str
    situation: str
    days: tuple[date, ...]
