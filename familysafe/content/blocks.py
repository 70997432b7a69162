"""Reads a TOML file block by block, so that one broken block does not hide the next, and keeps line numbers."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from familysafe.content.problem import Place, Problem

HEADER = re.compile(r'^(\[\[?)\s*([A-Za-z0-9_."-]+)\s*\]\]?\s*(#.*)?$')
KEY = re.compile(r'^((?:[A-Za-z0-9_-]+|"[^"]+")(?:\.(?:[A-Za-z0-9_-]+|"[^"]+"))*)\s*=')
AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
Path_ = tuple[str, ...]


class Block(Struct, frozen=True):
    """One table with all below it: its dotted name, its contents, and the line of each key in it."""

    name: str
    place: Place
    table: dict[str, Any]
    lines: dict[Path_, int]

    def at(self, *keys: str) -> Place:
        """The place of a key, or of the nearest one above it."""
        for length in range(len(keys), 0, -1):
            if keys[:length] in self.lines:
                return Place(self.place.file, self.lines[keys[:length]])
        return self.place


def read_blocks(root: Path, file: Path) -> tuple[list[Block], list[Problem]]:
    """Every block of a file; the keys before the first header are the block named ''."""
    try:
        text = file.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return [], [Problem(Place.of(root, file), f"is not UTF-8 text (byte {error.start})")]
    except OSError as error:
        return [], [Problem(Place.of(root, file), f"cannot be read: {error.strerror}")]
    blocks, problems = [], []
    for first, name, lines in split(text):
        try:
            blocks.append(block_of(Place.of(root, file, first), name, lines))
        except (ValueError, RecursionError) as error:
            problems.append(problem_of(Place.of(root, file, first), error))
    return blocks, problems


def split(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """(first line, dotted name, lines) of each block; `[a.b]` after `[[a]]` belongs to it."""
    first, name, lines = 1, "", list[str]()
    for number, line in enumerate(text.split("\n"), start=1):
        header = HEADER.match(line)
        if header and begins_block(header, name):
            yield first, name, lines
            first, name, lines = number, header[2], []
        lines.append(line)
    yield first, name, lines


def begins_block(header: re.Match[str], current: str) -> bool:
    return header[1] == "[[" or not current or not header[2].startswith(f"{current}.")


def block_of(place: Place, name: str, lines: list[str]) -> Block:
    table = tomllib.loads("\n".join(lines))
    for part in parts(name):
        inside = table[part] if isinstance(table[part], list) else [table[part]]
        if len(table) > 1 or len(inside) > 1:
            raise ValueError("a header begins at the left edge and has no spaces inside")
        table = inside[0]
    return Block(name, place, table, key_lines(place.line, name, lines))


def key_lines(first: int, name: str, lines: list[str]) -> dict[Path_, int]:
    found: dict[Path_, int] = {}
    above: Path_ = ()
    for number, line in enumerate(lines, start=first):
        if header := HEADER.match(line):
            above = parts(header[2])[len(parts(name)) :]
            found.setdefault(above, number)
        elif key := KEY.match(line):
            path = (*above, *parts(key[1]))
            for length in range(len(above) + 1, len(path) + 1):
                found.setdefault(path[:length], number)
    return found


def parts(name: str) -> Path_:
    """`step.code."ios-27"` → ("step", "code", "ios-27")."""
    return tuple(part.strip('"') for part in re.findall(r'"[^"]*"|[^."]+', name))


def problem_of(place: Place, error: Exception) -> Problem:
    said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
    at = AT_LINE.search(said)
    line = place.line + int(at[1]) - 1 if at else place.line
    return Problem(Place(place.file, line), f"is not valid TOML: {AT_LINE.sub('', said).strip()}")
