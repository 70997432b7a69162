"""The tables of a family file, each with the lines on which its keys stand, and what may stand in them."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from msgspec import Struct

from familysafe.cli.refusals import family_file_refusal
from familysafe.content.blocks import Block, Path_, key_lines, parts, split
from familysafe.content.problem import Place, Problem
from familysafe.content.typed import read_typed
from familysafe.words.language import _

T = TypeVar("T", bound=Struct)
EXPECTED = re.compile(r"`(\w+)`: Expected `([^`]+)`, got `\w+`( - at )?")
UNKNOWN = "unknown key"


class TopKeys(Struct, frozen=True):
    """What may stand at the top of a family file."""

    country: str
    broadband: str | None = None
    dns: str | None = None
    worries: tuple[str, ...] = ()
    child: tuple[dict[str, Any], ...] = ()
    device: tuple[dict[str, Any], ...] = ()


class ChildKeys(Struct, frozen=True):
    """What may stand in a `[[child]]`."""

    name: str
    born: str | None = None
    age_band: str | None = None
    apps: tuple[str, ...] = ()


class DeviceKeys(Struct, frozen=True):
    """What may stand in a `[[device]]`."""

    guide: str
    name: str = ""
    used_by: tuple[str, ...] = ()
    mobile: str | None = None


def with_lines(file: str, text: str, table: dict[str, Any]) -> Block:
    """A whole parsed file as one block, with the lines of its top keys and tables."""
    lines: dict[Path_, int] = {}
    for first, name, keys in scan(text):
        for path, line in {(): first, **keys}.items():
            lines.setdefault((*parts(name), *path)[:1], line)
    return Block("", Place(file), table, lines)


def tables(top: Block, text: str, name: str) -> Iterator[Block]:
    """Each `[[name]]`; where the lines cannot be told (it was written inline), that of the key stands for all."""
    contents = top.table.get(name, ())
    found = [(first, keys) for first, header, keys in scan(text) if parts(header) == (name,)]
    if len(found) != len(contents):
        found = [(top.at(name).line, dict[Path_, int]())] * len(contents)
    for table, (first, keys) in zip(contents, found, strict=True):
        yield Block(name, Place(top.place.file, first), table, keys)


def scan(text: str) -> Iterator[tuple[int, str, dict[Path_, int]]]:
    """(first line, dotted name, lines of keys) of each block; indentation means nothing in TOML."""
    flat = "\n".join(line.strip() for line in text.split("\n"))
    for first, name, lines in split(flat):
        yield first, name, key_lines(first, name, lines)


def typed(block: Block, kind: type[T]) -> T:
    """The block as a `kind`; FAMILY_FILE with its first problem, a misspelt key before what it leaves missing."""
    value, problems = read_typed(block, kind)
    if value is None:
        problem = min(problems, key=lambda one: (not one.says.startswith(UNKNOWN), one))
        raise family_file_refusal(block.place.file, in_plain_words(problem, kind), problem.place.line)
    return value


def in_plain_words(problem: Problem, kind: type[Struct]) -> str:
    """What to write, where the words of the reader of guides are for programmers."""
    wrong = EXPECTED.match(problem.says)
    if wrong is None:
        return problem.says if problem.says.endswith("?") else in_full(problem.says, kind)
    key, wanted, inside = wrong.groups()
    if key in {"child", "device"}:
        return _("write [[{key}]] with two brackets on a line of its own.").format(key=key)
    if inside or "array" in wanted:
        return _('`{key}` must be a list of texts, such as ["one", "two"].').format(key=key)
    return _('`{key}` must be text in quotes, such as {key} = "…".').format(key=key)


def in_full(problem: str, kind: type[Struct]) -> str:
    """With the keys there are, where none of them looks like the one that was written."""
    if problem.startswith(UNKNOWN):
        keys = ", ".join(kind.__struct_fields__)
        return _("{problem}; the keys are {keys}.").format(problem=problem, keys=keys)
    return _("{problem}.").format(problem=problem)
