"""Sentences about bad input stay on one line and say what was probably meant."""

import pytest

from familysafe.cli.refusals import family_file_refusal, nearest, one_line, quoted, with_hint


@pytest.mark.parametrize("letter", ["\n", "\r", "\x1b", "\x00", "\u2028", "\u2029", "\x85", "\u202e", "\udcff"])
def test_what_a_terminal_would_act_on_is_replaced(letter: str) -> None:
    assert one_line(f"a{letter}b") == "a�b"


def test_joined_signs_of_other_scripts_stay() -> None:
    assert one_line("نامه\u200cها 👨\u200d👩\u200d👧") == "نامه\u200cها 👨\u200d👩\u200d👧"


def test_an_endless_sentence_is_cut() -> None:
    assert len(one_line("a" * 10_000)) == 400


def test_an_endless_value_is_cut() -> None:
    assert len(quoted("a" * 500)) == 62


def test_the_nearest_name_forgives_capitals() -> None:
    assert nearest("IPDA", {"ipad": "ipad", "Xbox": "xbox"}) == "ipad"
    assert nearest("qqq", {"ipad": "ipad"}) is None


def test_a_hint_is_only_given_where_there_is_one() -> None:
    assert with_hint("No", None) == "No."
    assert with_hint("No", "ipad") == "No; the nearest is “ipad”."


def test_a_place_has_a_line_where_it_is_known() -> None:
    assert family_file_refusal("f", "bad.").details["says"] == "f: bad."
    assert family_file_refusal("f", "bad.", 3).details["says"] == "f, line 3: bad."


def test_of_an_over_long_path_the_end_is_told_and_all_of_the_problem() -> None:
    said = str(family_file_refusal("/home" * 100 + "/family.toml", "it is wrong.", 3).details["says"])
    assert said.startswith("…")
    assert said.endswith("/family.toml, line 3: it is wrong.")


def test_what_begins_a_value_is_nearer_than_what_only_looks_like_it() -> None:
    words = {word: word for word in ("seeing", "sleep")}
    assert nearest("sleeping", words) == "sleep"
