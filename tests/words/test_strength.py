"""Every strength is told in a sentence of its own."""

import pytest

from familysafe.domain.strength import Strength
from familysafe.words.strength import strength_sentence


@pytest.mark.parametrize("strength", Strength)
def test_every_strength_has_a_whole_sentence(strength: Strength) -> None:
    said = strength_sentence(strength)
    assert said[0].isupper()
    assert said.endswith(".")


def test_no_two_strengths_are_told_alike() -> None:
    assert len({strength_sentence(strength) for strength in Strength}) == len(Strength)


def test_a_sentence_fits_on_two_lines_of_the_form() -> None:
    assert max(len(strength_sentence(strength)) for strength in Strength) <= 90
