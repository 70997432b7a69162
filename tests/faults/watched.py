"""What a traced session did: what it wrote, which files it made and for whom, which sockets it opened."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.faults import trace
from tests.faults.canary import forms

STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
HANDLE = re.compile(r"^\d+\s+(\w+)\((\d+)")
FAMILY = re.compile(r"\b(?:AF|PF)_(\w+)")
OWN_COMPUTER = {"UNIX", "LOCAL"}
MODE = re.compile(r", 0([0-7]{3,4})\) = \d")
UMASK = re.compile(r"\bumask\(0?([0-7]+)\)")


def telling(log: Path, text: str) -> list[str]:
    """The calls with which a text was written, sent or used as a name; also where two writes have half of it each."""
    wanted = tuple(forms(text))
    most = max(map(len, wanted))
    ends: dict[str, bytes] = {}
    found = []
    for line in lines(log):
        data = b"\0".join(trace.from_hex(string) for string in STRING.findall(line))
        handle = HANDLE.match(line)
        own = handle[2] if handle else ""
        if any(form in ends.get(own, b"") + data for form in wanted):
            found.append(line.partition("(")[0])
        ends[own] = data[-most:]
    return found


def sockets(log: Path) -> list[str]:
    """Every call about a socket of a family other than this computer's own."""
    return [line for line in lines(log) if set(FAMILY.findall(line)) - OWN_COMPUTER]


def open_to_others(log: Path, folder: Path, umask: int) -> list[str]:
    """The files and folders in a folder that others might have used, if only for a moment after they were made."""
    about, found = trace.escaped(str(folder)), []
    for line in lines(log):
        if changed := UMASK.search(line):
            umask = int(changed[1], 8)
        mode = MODE.search(line)
        makes = "O_CREAT" in line or " mkdir" in line or "chmod" in line
        given = int(mode[1], 8) & (~0 if "chmod" in line else ~umask) if mode else 0
        if makes and about in line and given & 0o077:
            found.append(f"{STRING.findall(line)[:1]} {given:o}")
    return found


def written(log: Path) -> int:
    """How many calls wrote something."""
    return sum(bool(re.match(r"^\d+\s+p?write", line)) for line in lines(log))


def lines(log: Path) -> Iterator[str]:
    """Each call that succeeded, or was at least tried where only that matters."""
    with log.open(encoding="ascii", errors="replace") as file:
        yield from file
