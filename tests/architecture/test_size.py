"""The budget: small functions, small files, narrow classes."""

import ast
from pathlib import Path

import pytest

from tests.architecture.house import at, functions, modules, name_of, tree_of

LONGEST_FUNCTION = 40
LONGEST_FILE = 300
MOST_PUBLIC_METHODS = 15
MODULES = pytest.mark.parametrize("file", modules(), ids=name_of)


@MODULES
def test_a_file_fits_on_a_few_screens(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@MODULES
def test_a_function_fits_on_one_screen(file: Path) -> None:
    lengths = {node: (node.end_lineno or 0) - node.lineno + 1 for node in functions(tree_of(file))}
    too_long = [at(file, node, f"{node.name} has {n} lines") for node, n in lengths.items() if n > LONGEST_FUNCTION]
    assert too_long == []


@MODULES
def test_a_class_has_few_doors(file: Path) -> None:
    too_wide = [
        at(file, node, f"{node.name} has {count} public methods")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ClassDef) and (count := public_methods(node)) > MOST_PUBLIC_METHODS
    ]
    assert too_wide == []


def public_methods(node: ast.ClassDef) -> int:
    return sum(isinstance(one, ast.FunctionDef) and not one.name.startswith("_") for one in node.body)
