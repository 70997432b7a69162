"""`familysafe content`: for those who write the guides."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from familysafe.__main__ import main
from familysafe.content.compiled import compiled_file
from tests.content.mistake import SCARE, SERVICES
from tests.content.tree import Tree, flawless

Out = pytest.CaptureFixture[str]


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A resources folder in which nothing is written yet, and nothing missing."""
    content = tmp_path / "authored" / "content"
    content.mkdir(parents=True)
    for name in ("topics.toml", "topics.en-GB.toml", "retired.toml"):
        (content / name).touch()
    return content.parent


def test_clean_content_is_called_clean(empty: Path, capsys: Out) -> None:
    assert main(["content", "--resources", str(empty), "check"]) == 0
    assert capsys.readouterr().err == "content is clean\n"


def test_problems_are_told_and_counted(empty: Path, capsys: Out) -> None:
    (empty / "content" / "topics.toml").write_text("[[topic]]\n")
    assert main(["content", "--resources", str(empty), "check"]) == 1
    shown = capsys.readouterr()
    assert "topics.toml:1:" in shown.out
    assert "problem" in shown.err


def test_the_table_of_coverage_is_written_where_the_content_is(empty: Path, capsys: Out) -> None:
    assert main(["content", "--resources", str(empty), "coverage"]) == 0
    assert (empty / "content" / "COVERAGE.md").read_text().startswith("# What is covered")


@pytest.fixture
def tree(empty: Path, capsys: Out) -> Tree:
    """Content without a mistake, both of its tables made, and a service read long ago."""
    made = flawless(empty)
    made.change(SERVICES, "checked = 2026-01-10", "checked = 2020-01-10")
    main(["content", "--resources", str(empty), "coverage"])
    capsys.readouterr()
    return made


def test_the_list_of_services_is_written_where_they_are(tree: Tree) -> None:
    assert "| gb-line | The Line | 0800 1111 |" in tree.text("help/SERVICES.md")


def test_a_list_of_services_that_is_not_up_to_date_is_a_problem(tree: Tree, capsys: Out) -> None:
    tree.change(SERVICES, "0800 1111", "0800 1112")
    assert main(["content", "--resources", str(tree.resources), "check"]) == 1
    assert "help/SERVICES.md:1: is not up to date" in capsys.readouterr().out


def test_time_alone_does_not_break_the_check(tree: Tree, capsys: Out) -> None:
    assert main(["content", "--resources", str(tree.resources), "check"]) == 0
    shown = capsys.readouterr()
    line = tree.line(SERVICES, "checked = 2020-01-10")
    assert shown.out == ""
    assert f"warning: {SERVICES}:{line}: `gb-line` was checked on 2020-01-10: look at it again\n" in shown.err
    assert shown.err.endswith("content is clean\n")


def test_before_a_release_what_is_old_is_a_problem(tree: Tree, capsys: Out) -> None:
    assert main(["content", "--resources", str(tree.resources), "check", "--release"]) == 1
    shown = capsys.readouterr()
    line = tree.line(SERVICES, "checked = 2020-01-10")
    assert f"{SERVICES}:{line}: `gb-line` was checked on 2020-01-10: look at it again\n" in shown.out
    assert "warning" not in shown.err
    assert "clean" not in shown.err


def test_what_was_checked_today_is_ready_for_a_release(tree: Tree, capsys: Out) -> None:
    today = date.today()  # noqa: DTZ011 - the author's day
    for file in (SERVICES, "help/INT/services.toml", SCARE):
        said = tree.text(file).replace("2020-01-10", str(today)).replace("2026-01-10", str(today))
        tree.write(file, said)
    main(["content", "--resources", str(tree.resources), "coverage"])
    assert main(["content", "--resources", str(tree.resources), "check", "--release"]) == 0
    assert "warning" not in capsys.readouterr().err


def test_without_the_authors_tools_the_check_says_what_it_needs(
    empty: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "familysafe.content.check", None)
    assert main(["content", "--resources", str(empty), "check"]) == 2
    assert "source tree" in capsys.readouterr().err


def test_content_is_compiled_when_it_has_changed(empty: Path, capsys: Out) -> None:
    assert main(["content", "--resources", str(empty), "compile"]) == 0
    assert main(["content", "--resources", str(empty), "compile"]) == 0
    assert capsys.readouterr().err == "compiled\nup to date\n"
    assert compiled_file(empty).is_file()


def test_content_with_problems_is_not_compiled(empty: Path, capsys: Out) -> None:
    (empty / "content" / "topics.toml").write_text("nonsense")
    assert main(["content", "--resources", str(empty), "compile"]) == 1
    assert "topics.toml:1:" in capsys.readouterr().out


def test_counts_are_printed_as_json_and_as_text(shelf: Path, capsys: Out) -> None:
    assert main(["content", "stats", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["steps"] == 6
    assert main(["content", "stats"]) == 0
    assert "steps          6\n" in capsys.readouterr().out
