"""What people read can be translated."""

import ast
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir

from tests.architecture.house import PACKAGE, at, modules, name_of, tree_of

KEYWORDS = {"_": None, "ngettext": DEFAULT_KEYWORDS["ngettext"]}
DOOR = "words/language.py"
SPEAKING = [file for file in modules() if name_of(file) != DOOR]
MODULES = pytest.mark.parametrize("file", SPEAKING, ids=name_of)


@pytest.fixture(scope="module")
def messages() -> set[str]:
    """Every message that a translator would be given."""
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    return {message[2] if isinstance(message[2], str) else message[2][0] for message in found}


def test_translators_are_given_everything_that_is_said(messages: set[str]) -> None:
    assert len(messages) > 100


@pytest.mark.parametrize("said", ["What brings you here?", "To do", "Our home", "The guides are missing."])
def test_what_a_family_reads_first_is_among_it(messages: set[str], said: str) -> None:
    assert said in messages


def test_no_message_is_empty(messages: set[str]) -> None:
    assert "" not in messages  # gettext answers it with the header of the catalogue


@MODULES
def test_only_whole_sentences_are_looked_up(file: Path) -> None:
    pieced = [
        at(file, node, ast.unparse(node))
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and any(not is_written_out(one) for one in sentences(node.func.id, node.args))
    ]
    assert pieced == []


def sentences(called: str, arguments: list[ast.expr]) -> list[ast.expr]:
    return arguments[: {"_": 1, "ngettext": 2}.get(called, 0)]


def is_written_out(said: ast.expr) -> bool:
    return isinstance(said, ast.Constant) and isinstance(said.value, str)


@pytest.mark.parametrize("pieced", ['_(f"{name} uses it")', '_("a" + b)', "_(text)", 'ngettext("one", f"{n}", n)'])
def test_a_sentence_put_together_from_pieces_is_told(pieced: str) -> None:
    (call,) = (node for node in ast.walk(ast.parse(pieced)) if isinstance(node, ast.Call))
    assert isinstance(call.func, ast.Name)
    assert not all(map(is_written_out, sentences(call.func.id, call.args)))


@MODULES
def test_there_is_one_door_to_translations(file: Path) -> None:
    around = [
        at(file, node, ast.unparse(node))
        for node in ast.walk(tree_of(file))
        if (isinstance(node, ast.ImportFrom) and node.module == "gettext")
        or (isinstance(node, ast.Import) and any(one.name == "gettext" for one in node.names))
    ]
    assert around == []
