"""A search through the memory of a process for a text, in every form in which it could stand there."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from tests.faults.canary import forms

SPAN = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ (\d+)\s*(.*)$")
CHUNK = 1 << 24
# What the kernel maps into every process and does not let it read.
NOT_MEMORY = ("[vvar]", "[vsyscall]", "[vvar_vclock]")


def why_not() -> str:
    """Why memory cannot be searched here; empty when it can."""
    return "" if Path("/proc/self/mem").exists() else "there is no /proc/PID/mem here"


def copies_in(process: int, text: str) -> int:
    """How often a text stands in the memory of a process, in utf-8, utf-16, utf-32 or base64 of these.

    OSError where the system does not let one look.
    """
    wanted = tuple(forms(text))
    return sum(
        # So much of what came before that a text across the seam is found, and none twice.
        (before[len(before) - len(form) + 1 :] + chunk).count(form)
        for before, chunk in chunks(process, max(map(len, wanted)))
        for form in wanted
    )


def chunks(process: int, longest: int) -> Iterator[tuple[bytes, bytes]]:
    """All that can be read, each piece with the end of the piece before it in the same span."""
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for start, end in spans(process):
            before = bytes(longest)
            for at in range(start, end, CHUNK):
                chunk = read(memory.fileno(), at, min(CHUNK, end - at))
                yield before, chunk
                before = (before + chunk)[-longest:]


def spans(process: int) -> list[tuple[int, int]]:
    """What is readable; a view of a file that cannot be written holds what the file holds and is left out."""
    lines = map(SPAN.match, Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines())
    return [(int(line[1], 16), int(line[2], 16)) for line in lines if line and is_its_own(line[3], line[4], line[5])]


def is_its_own(rights: str, file: str, name: str) -> bool:
    return rights[0] == "r" and (rights[1] == "w" or file == "0") and name not in NOT_MEMORY


def read(handle: int, at: int, size: int) -> bytes:
    """Empty where a page went while we looked."""
    try:
        return os.pread(handle, size, at)
    except OSError:
        return b""
