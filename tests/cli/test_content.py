"""`familysafe content`: for those who write the guides."""

import json
import sys
from pathlib import Path

import pytest

from familysafe.__main__ import main
from familysafe.content.compiled import compiled_file

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
