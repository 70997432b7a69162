"""What is wrong in an authored file, and where."""

from pathlib import Path

from msgspec import Struct


class Place(Struct, frozen=True, order=True):
    """A file below the content folder and a line counted from 1."""

    file: str
    line: int = 1

    @classmethod
    def of(cls, root: Path, file: Path, line: int = 1) -> "Place":
        return cls(file.relative_to(root).as_posix(), line)


class Problem(Struct, frozen=True, order=True):
    """One thing to mend, in a sentence for authors."""

    place: Place
    says: str

    def __str__(self) -> str:
        return f"{self.place.file}:{self.place.line}: {self.says}"
