"""Nothing is shared behind the scenes, imported in secret, printed astray or shown as rich text."""

import ast
import importlib
import logging
import re
import string
import types
import typing
from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from pathlib import Path, PurePath
from typing import Any

import msgspec
import pytest

from tests.architecture.house import PACKAGE, at, functions, modules, name_of, tree_of

MODULES = pytest.mark.parametrize("file", modules(), ids=name_of)
READ_ONLY = {"Mapping", "Table"}  # a dict under this name is a frozen table: mypy lets nobody write into it
SLOW = {
    "babel",
    "ctypes",
    "icalendar",
    "mnemonic",
    "platformdirs",
    "rapidfuzz",
    "segno",
    "textstat",
    "zxcvbn",
    "familysafe.store.vault",
}
AUTHORS_ONLY = {"familysafe.content.check"}  # needs what an installed FamilySafe does not have
PLAIN = (str, bytes, int, float, bool, type(None), Enum, PurePath, date, timedelta, re.Pattern, type, range)
SPOKEN_OF = (types.FunctionType, types.BuiltinFunctionType, types.GenericAlias, types.UnionType, typing.TypeVar)
QT_VALUES = {"QModelIndex"}  # Qt gives nobody a way to change one
FORBIDDEN_QT = {"QLabel", "QMessageBox", "QTextEdit", "QTextBrowser", "QErrorMessage", "QWizard", "setToolTip"}
PLAIN_WIDGETS = "ui/widgets/plain.py"
MAIN_LOOP = "ui/main.py"
CHOOSES_A_FACE = {"__main__.py"}


@MODULES
def test_a_module_holds_nothing_that_could_change(file: Path) -> None:
    module = importlib.import_module(".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts))
    loose = [
        at(file, node, f"{name} could change")
        for node, name, annotation in assigned(tree_of(file))
        if not is_frozen(vars(module).get(name), outer(annotation))
    ]
    assert loose == []


def assigned(tree: ast.Module) -> Iterator[tuple[ast.stmt, str, ast.expr | None]]:
    """Each name that is given a value at the level of the module, with its annotation."""
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node, node.target.id, node.annotation
        elif isinstance(node, ast.Assign):
            for name in ast.walk(ast.Tuple(node.targets, ast.Load())):
                if isinstance(name, ast.Name):
                    yield node, name.id, None


def outer(annotation: ast.expr | None) -> str:
    """`Mapping` of `Mapping[str, int]`."""
    inner = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    return inner.id if isinstance(inner, ast.Name) else ""


def is_frozen(value: Any, annotation: str = "") -> bool:
    if isinstance(value, tuple | frozenset):
        return all(is_frozen(one) for one in value)
    if isinstance(value, types.MappingProxyType) or (isinstance(value, dict) and annotation in READ_ONLY):
        return all(is_frozen(one) for one in value.values())
    if isinstance(value, msgspec.Struct):
        return bool(value.__struct_config__.frozen)
    plain = isinstance(value, (*PLAIN, *SPOKEN_OF, logging.Logger, string.Template))
    return plain or typing.get_origin(value) is not None or type(value).__name__ in QT_VALUES


@pytest.mark.parametrize("loose", [[], {}, set(), ([],), object(), {"a": 1}])
def test_a_list_a_dict_a_set_and_an_object_are_told_apart_from_tables(loose: object) -> None:
    assert not is_frozen(loose)


@pytest.mark.parametrize("frozen", [(), ("a", 1), frozenset({"a"}), re.compile("a"), Path("a"), str | int, tuple[int]])
def test_a_table_is_frozen(frozen: object) -> None:
    assert is_frozen(frozen)


def test_a_dict_that_is_a_mapping_by_its_type_is_a_table() -> None:
    assert is_frozen({"a": ("b",)}, "Mapping")
    assert not is_frozen({"a": ["b"]}, "Mapping")


@MODULES
def test_what_is_imported_late_is_slow_and_says_why(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    silent = [
        at(file, node, ast.unparse(node))
        for function in functions(tree_of(file))
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom) and not may_be_late(file, node, lines)
    ]
    assert silent == []


def may_be_late(file: Path, node: ast.Import | ast.ImportFrom, lines: list[str]) -> bool:
    around = lines[max(node.lineno - 3, 0) : node.end_lineno]
    says_why = any(re.search(r"#\s(?!noqa: \w+$)", line) for line in around)
    names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names]
    excused = all({one, one.partition(".")[0]} & (SLOW | AUTHORS_ONLY) for one in names)
    return says_why and (name_of(file) in CHOOSES_A_FACE or excused)


@pytest.mark.parametrize("file", [file for file in modules() if not name_of(file).startswith("cli/")], ids=name_of)
def test_only_the_headless_face_prints(file: Path) -> None:
    prints = [
        at(file, node, "print")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert prints == []


@pytest.mark.parametrize("file", [file for file in modules("ui") if name_of(file) != PLAIN_WIDGETS], ids=name_of)
def test_a_page_shows_plain_text_only_and_never_stops_the_window(file: Path) -> None:
    found = [at(file, node, said) for node, said in said_in(tree_of(file)) if is_refused(file, said)]
    assert found == []


def said_in(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Every name and attribute that is used, and what is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node, node.id
        elif isinstance(node, ast.Attribute):
            yield node, node.attr
        elif isinstance(node, ast.alias):
            yield node, node.name


def is_refused(file: Path, said: str) -> bool:
    stops = said in {"exec", "exec_", "processEvents"} and not (said == "exec" and name_of(file) == MAIN_LOOP)
    return said in FORBIDDEN_QT or stops
