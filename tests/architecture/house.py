"""The source as the rules of the house look at it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "familysafe"


def modules(below: str = "") -> list[Path]:
    """Every module of the app, or those below a folder of it."""
    return sorted(file for file in (PACKAGE / below).rglob("*.py") if "__pycache__" not in file.parts)


def name_of(file: Path) -> str:
    """`words/names.py`."""
    return file.relative_to(PACKAGE).as_posix()


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def at(file: Path, node: ast.AST, says: str) -> str:
    """`words/names.py:12: says`."""
    return f"{name_of(file)}:{getattr(node, 'lineno', 1)}: {says}"
