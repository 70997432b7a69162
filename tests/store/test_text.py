"""What people typed is kept in plain lines of a bearable length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysafe.store.text import clean_name, clean_note


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("one\ntwo\n", "one\ntwo\n"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i", "a\nb\nc\nd\ne\nf\ng\nh\ni"),
        ("lone \ud800 surrogate \udfff", "lone  surrogate "),
        ("a pair \ud83d\ude00 is a face", "a pair \U0001f600 is a face"),
        ("\ufeffمرحبا 👩‍👧", "\ufeffمرحبا 👩‍👧"),
        ("null", "null"),
    ],
)
def test_a_note_keeps_its_words_and_loses_what_screens_choke_on(typed: str, kept: str) -> None:
    assert clean_note(typed) == kept


def test_a_line_that_is_too_long_goes_on_in_the_next() -> None:
    assert clean_note("x" * 4_001) == "\n".join(["x" * 2_000, "x" * 2_000, "x"])


def test_a_note_ends_at_twenty_thousand_characters() -> None:
    assert len(clean_note("line\n" * 100_000)) == 20_000


@given(st.text(st.characters(), max_size=300).map(lambda text: text * 30))
def test_a_clean_note_stays_as_it_is(text: str) -> None:
    once = clean_note(text)
    assert clean_note(once) == once
    assert all(len(line) <= 2_000 for line in once.split("\n"))
    assert once.encode().decode() == once


def test_a_name_stays_on_one_line() -> None:
    assert clean_name("Mia\r\nand\u2028Tom\ud800") == "Mia and Tom"
    assert len(clean_name("m" * 3_000)) == 2_000
