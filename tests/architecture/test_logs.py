"""What is logged are codes, kinds and counts: nothing that anybody typed, and no traceback, which would quote it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import at, modules, name_of, tree_of

MODULES = pytest.mark.parametrize("file", modules(), ids=name_of)
LEVELS = {"debug", "info", "warning", "warn", "error", "critical", "log"}
QUOTING = {"exception", "exc_info", "stack_info", "format_exc", "print_exc", "print_exception", "format_exception"}
# What may stand for a placeholder: a kind by its name, a code by its value, a number, and where in the source.
NAMES = {"__name__", "value", "errno"}
CALLS = {"len", "places"}


@MODULES
def test_no_log_carries_a_value(file: Path) -> None:
    assert list(loose(file, tree_of(file))) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("logger.error('failed: %s', type(error).__name__)", 0),
        ("logger.error('unexpected at %s', places(trace))", 0),
        ("logger.warning('the look could not be kept')", 0),
        ("logger.error('failed: %s', error)", 1),
        ("logger.error(f'failed: {note}')", 1),
        ("logger.info('saved ' + note)", 1),
        ("logger.exception('failed')", 1),
        ("logger.error('failed', exc_info=True)", 1),
        ("traceback.print_exc()", 1),
    ],
)
def test_what_would_carry_one_is_told(said: str, told: int) -> None:
    assert len(list(loose(modules()[0], ast.parse(said)))) == told


def loose(file: Path, tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        traced = node.func.attr in QUOTING or any(one.arg in QUOTING for one in node.keywords)
        logs = node.func.attr in LEVELS and is_logger(node.func.value)
        if traced or (logs and not all(map(is_bare, node.args))):
            yield at(file, node, ast.unparse(node))


def is_logger(of: ast.expr) -> bool:
    """`logger`, `self._log`, `logging`, `logging.getLogger(…)`."""
    return "log" in ast.unparse(of).lower()


def is_bare(argument: ast.expr) -> bool:
    match argument:
        case ast.Constant():
            return True
        case ast.Attribute(attr=name):
            return name in NAMES
        case ast.Call(func=ast.Name(id=name)):
            return name in CALLS
    return False
