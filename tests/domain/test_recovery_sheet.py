"""Three words are asked for before a sheet counts."""

import pytest

from familysafe.domain.recovery_sheet import RecoverySheet
from familysafe.domain.secret import RecoveryWords
from tests.builders import TODAY

TYPED = "able acid aim barn cat dawn echo fox gate hawk ice jar"
WORDS = tuple(TYPED.split())
SHEET = RecoverySheet(RecoveryWords(WORDS), ("10", "01"), TODAY, (2, 7, 12))
RIGHT = {2: "acid", 7: "echo", 12: "jar"}


def test_the_three_words_as_they_stand_on_the_sheet_fit() -> None:
    assert SHEET.differing(RIGHT) == ()


@pytest.mark.parametrize("typed", ["  Acid ", "ACID", "acid,"])
def test_capital_letters_and_spaces_do_not_count(typed: str) -> None:
    assert SHEET.differing({**RIGHT, 2: typed}) == ()


@pytest.mark.parametrize("typed", ["", "able", "aci", "acid aim", "acids"])
def test_another_word_does_not_fit(typed: str) -> None:
    assert SHEET.differing({**RIGHT, 2: typed}) == (2,)


def test_every_word_that_differs_is_told_by_its_number() -> None:
    assert SHEET.differing({}) == (2, 7, 12)
    assert SHEET.differing({2: "jar", 7: "echo", 12: "acid"}) == (2, 12)


def test_no_word_stands_in_what_is_shown_of_a_sheet() -> None:
    assert not [word for word in WORDS if word in repr(SHEET)]
