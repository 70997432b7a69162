"""Turns one authored table into a typed value, field by field, so that all of its problems are told together."""

from difflib import get_close_matches
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo, fields

from familysafe.content.blocks import Block
from familysafe.content.problem import Problem
from familysafe.domain.phrasebook import Lines

T = TypeVar("T", bound=Struct)


def read_typed(block: Block, kind: type[T], *, ignore: frozenset[str] = frozenset()) -> tuple[T | None, list[Problem]]:
    """A value of `kind`, or every reason why it cannot be one; keys to `ignore` are read elsewhere."""
    known = {field.encode_name: field for field in fields(kind)}
    problems = [unknown_key(block, key, known) for key in block.table if key not in known and key not in ignore]
    values: dict[str, Any] = {}
    for name, field in known.items():
        try:
            values.update(read_field(field, block.table))
        except msgspec.ValidationError as error:
            problems.append(Problem(block.at(name), f"`{name}`: {plain(str(error))}"))
    missing = [field for field in known.values() if field.required and field.encode_name not in block.table]
    problems += [Problem(block.place, f"`{field.encode_name}` is missing{named(block)}") for field in missing]
    return (kind(**values) if not problems else None), problems


def read_field(field: FieldInfo, table: dict[str, Any]) -> dict[str, Any]:
    if field.encode_name not in table:
        return {}
    return {field.name: msgspec.convert(spread(table[field.encode_name], field.type), field.type)}


def spread(value: Any, kind: Any) -> Any:
    """Lets an author write one sentence where the type asks for a list of them."""
    if kind == Lines:
        return [value] if isinstance(value, str | dict) else value
    if not isinstance(value, dict):
        return value
    if get_origin(kind) is dict:
        return {key: spread(inner, get_args(kind)[1]) for key, inner in value.items()}
    struct = struct_in(kind)
    if struct is None:
        return value
    types = {field.encode_name: field.type for field in fields(struct)}
    return {key: spread(inner, types.get(key)) for key, inner in value.items()}


def struct_in(kind: Any) -> type[Struct] | None:
    choices = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    return next((one for one in choices if isinstance(one, type) and issubclass(one, Struct)), None)


def unknown_key(block: Block, key: str, known: dict[str, FieldInfo]) -> Problem:
    near = get_close_matches(key, known, n=1)
    hint = f"; did you mean `{near[0]}`?" if near else ""
    return Problem(block.at(key), f"unknown key `{key}`{named(block)}{hint}")


def named(block: Block) -> str:
    name = block.table.get("id", block.name)
    return f" in `{name}`" if name else ""


def plain(said: str) -> str:
    return said.replace(" - at `$", " - at `").replace("Object", "A table")
