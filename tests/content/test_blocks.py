"""A TOML file is read block by block, and every key knows its line."""

from pathlib import Path

import pytest

from familysafe.content.blocks import Block, read_blocks
from familysafe.content.problem import Place, Problem

TEXT = """\
title = "iPad"

[systems]
"ios 27" = "iOS 27"

[[step]]
id = "ipad.code"

[step.when]
ages = ["8-10"]

[[step]]  # the second
id = "ipad.filter"
explain.8-10 = "So it is."
"""


def read(folder: Path, text: str | bytes) -> tuple[list[Block], list[Problem]]:
    file = folder / "guide.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_blocks(folder, file)


def test_keys_before_the_first_header_are_the_block_without_a_name(tmp_path: Path) -> None:
    blocks, _ = read(tmp_path, TEXT)
    assert (blocks[0].name, blocks[0].table) == ("", {"title": "iPad"})


def test_each_step_is_a_block_of_its_own(tmp_path: Path) -> None:
    blocks, problems = read(tmp_path, TEXT)
    assert [(block.name, block.place.line) for block in blocks] == [("", 1), ("systems", 3), ("step", 6), ("step", 12)]
    assert problems == []


def test_a_table_below_a_step_belongs_to_it(tmp_path: Path) -> None:
    step = read(tmp_path, TEXT)[0][2]
    assert step.table == {"id": "ipad.code", "when": {"ages": ["8-10"]}}


@pytest.mark.parametrize(
    ("block", "keys", "line"),
    [
        (0, ("title",), 1),
        (1, ("ios 27",), 4),
        (2, ("id",), 7),
        (2, ("when",), 9),
        (2, ("when", "ages"), 10),
        (2, ("when", "countries"), 9),
        (2, ("weight",), 6),
        (3, ("explain",), 14),
        (3, ("explain", "8-10"), 14),
    ],
)
def test_a_key_is_found_at_its_line_or_at_the_nearest_one_above(
    tmp_path: Path, block: int, keys: tuple[str, ...], line: int
) -> None:
    assert read(tmp_path, TEXT)[0][block].at(*keys) == Place("guide.toml", line)


def test_one_broken_block_does_not_hide_the_others(tmp_path: Path) -> None:
    blocks, problems = read(tmp_path, TEXT.replace('id = "ipad.code"', "id = ipad.code"))
    assert [block.place.line for block in blocks] == [1, 3, 12]
    assert [problem.place.line for problem in problems] == [7]


def test_two_broken_blocks_are_told_together(tmp_path: Path) -> None:
    _, problems = read(tmp_path, '[a]\nx = 1\nx = 2\ny = 3\n[b]\ny = "open\n')
    assert [problem.place.line for problem in problems] == [3, 6]


def test_a_problem_at_the_end_of_a_block_stands_at_its_header(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "a = 1\n[b]\nx = [1,\n")
    assert [problem.place.line for problem in problems] == [2]


@pytest.mark.parametrize("header", ["  [[step]]", "[[ step ]]\n  [[step]]", "[ systems . more ]"])
def test_a_header_that_would_be_swallowed_by_the_block_before_it_is_told(tmp_path: Path, header: str) -> None:
    _, problems = read(tmp_path, f'[[step]]\nid = "a"\n{header}\nid = "b"\n')
    assert any("begins at the left edge" in problem.says for problem in problems)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"a = \xff", "is not UTF-8 text (byte 4)"),
        (b"a = " + b"[" * 50_000, "nested too deeply"),
        (b"a = " + b"9" * 5_000, "is not valid TOML"),
        (b"a = 2026-13-45", "is not valid TOML"),
        (b"[[a]\n", "is not valid TOML"),
        (b"\x00\x01\x02", "is not valid TOML"),
    ],
)
def test_rubbish_is_a_problem_and_never_an_error(tmp_path: Path, raw: bytes, says: str) -> None:
    _, problems = read(tmp_path, raw)
    assert says in problems[0].says


def test_a_folder_in_the_place_of_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "guide.toml").mkdir()
    blocks, problems = read_blocks(tmp_path, tmp_path / "guide.toml")
    assert blocks == []
    assert [str(problem) for problem in problems] == ["guide.toml:1: cannot be read: Is a directory"]


def test_lines_may_end_as_windows_writes_them(tmp_path: Path) -> None:
    blocks, problems = read(tmp_path, TEXT.replace("\n", "\r\n"))
    assert problems == []
    assert [block.at("id").line for block in blocks[2:]] == [7, 13]
