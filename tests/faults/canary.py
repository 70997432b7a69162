"""A text that is nowhere else, and a search for it in every form in which it could stand in clear."""

import base64
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CANARY = "Zaunkoenig-7261-Kanarienvogel"
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


def forms(text: str) -> Iterator[bytes]:
    """The text in each encoding, and each of these in base64, wherever in a longer text it stands."""
    for encoding in ENCODINGS:
        raw = text.encode(encoding)
        yield raw
        for before in range(3):
            # The letters at either end depend on what stands beside them; those between do not.
            yield base64.b64encode(b"\0" * before + raw)[4:-4]


@cache
def wanted(text: str) -> tuple[bytes, ...]:
    return tuple(forms(text))


def tells(content: bytes, text: str = CANARY) -> bool:
    """True when the text can be read in some bytes."""
    return any(form in content for form in wanted(text))


def files_that_tell(folder: Path, text: str = CANARY) -> list[Path]:
    """The files in which the text can be read, and those whose names hold it."""
    return [
        path
        for path in folder.rglob("*")
        if text in path.name or (path.is_file() and not path.is_symlink() and tells(path.read_bytes(), text))
    ]
