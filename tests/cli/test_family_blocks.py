"""The lines of a family file's keys are found, however it is written."""

import tomllib

from familysafe.cli.family_blocks import tables, with_lines


def lines_of(text: str, name: str) -> list[int]:
    top = with_lines("f", text, tomllib.loads(text))
    return [block.at("name").line for block in tables(top, text, name)]


def test_each_table_knows_the_lines_of_its_keys() -> None:
    assert lines_of('x = 1\n[[child]]\nname = "A"\n\n  [[child]]\n  name = "B"\n', "child") == [3, 6]


def test_inline_tables_stand_on_the_line_of_their_key() -> None:
    assert lines_of('x = 1\nchild = [{name = "A"}, {name = "B"}]\n', "child") == [2, 2]


def test_a_header_inside_a_text_misleads_to_the_first_line_only() -> None:
    assert lines_of('x = """\n[[child]]\n"""\n[[child]]\nname = "A"\n', "child") == [2]


def test_top_keys_and_tables_know_their_lines() -> None:
    text = "a = 1\nb = 2\n[c]\nd = 1\n[c.e]\n"
    top = with_lines("f", text, tomllib.loads(text))
    assert [top.at(key).line for key in ("a", "b", "c")] == [1, 2, 3]


def test_no_tables_are_no_tables() -> None:
    assert lines_of("x = 1\n", "child") == []
