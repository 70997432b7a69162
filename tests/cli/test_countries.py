"""Countries are those of ISO 3166-1."""

import pytest

from familysafe.cli.countries import country_code, country_names, nearest_country


def test_there_are_as_many_as_the_standard_has() -> None:
    assert len(country_names()) == 249


@pytest.mark.parametrize(("text", "code"), [("GB", "GB"), (" gb ", "GB"), ("UK", None), ("EU", None), ("001", None)])
def test_a_code_is_known_in_any_case(text: str, code: str | None) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    ("text", "code"), [("UK", "GB"), ("uk", "GB"), ("germany", "DE"), ("Frence", "FR"), ("", None), ("??", None)]
)
def test_what_was_probably_meant(text: str, code: str | None) -> None:
    assert nearest_country(text) == code


@pytest.mark.parametrize("text", ["ZZZ", "XX", "AN", "SU"])
def test_letters_that_mean_nothing_still_find_a_real_code(text: str) -> None:
    assert nearest_country(text) in country_names()
