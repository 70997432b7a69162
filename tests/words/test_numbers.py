"""Small numbers are words, the others digits."""

import pytest

from familysafe.words.numbers import spelled


@pytest.mark.parametrize(
    ("number", "word"), [(0, "none"), (6, "six"), (10, "ten"), (11, "11"), (120, "120"), (-1, "-1")]
)
def test_a_number_is_spelled_up_to_ten(number: int, word: str) -> None:
    assert spelled(number) == word
