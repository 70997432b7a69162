"""A passphrase is weighed by what it would take to find it."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as some

from familysafe.app.strength import strength_of
from familysafe.domain.secret import passphrase_of
from familysafe.domain.strength import Strength

ORDER = list(Strength)


def weighed(typed: str, *names: str) -> Strength:
    return strength_of(passphrase_of(typed), names)


@pytest.mark.parametrize(
    ("typed", "strength"),
    [
        ("", Strength.EMPTY),
        ("   ", Strength.EMPTY),
        ("a", Strength.DAYS),
        ("password", Strength.DAYS),
        ("qwertyuiop", Strength.DAYS),
        ("Passw0rd!2026", Strength.DAYS),
        ("blue kettle", Strength.MONTHS),
        ("zuleikas lamp", Strength.YEARS),
        ("brambles teapot oboe", Strength.FOR_EVER),
    ],
)
def test_what_is_tried_first_is_weaker_than_what_nobody_tries(typed: str, strength: Strength) -> None:
    assert weighed(typed) is strength


@pytest.mark.parametrize("typed", ["Wilhelmina2017", "wilhelmina", "Wilhelm1na!"])
def test_a_name_of_the_family_hides_nothing(typed: str) -> None:
    assert ORDER.index(weighed(typed, "Wilhelmina")) <= ORDER.index(Strength.DAYS)


def test_the_name_of_the_app_hides_nothing() -> None:
    assert weighed("FamilySafe2026") is Strength.DAYS


def test_a_name_makes_a_passphrase_weaker_only_where_it_stands_in_it() -> None:
    assert weighed("zuleikas lamp", "Zuleikas") is not weighed("zuleikas lamp")
    assert weighed("brambles teapot oboe", "Zuleikas") is Strength.FOR_EVER


def test_more_words_are_never_weaker() -> None:
    words = ["brambles", "teapot", "oboe", "lantern"]
    found = [ORDER.index(weighed(" ".join(words[:many]))) for many in range(5)]
    assert found == sorted(found)


@pytest.mark.parametrize("typed", ["ß漢字🙂 ünïcödé", "x" * 5000, "\x00\x01", "a b " * 500])
def test_whatever_is_typed_has_an_answer(typed: str) -> None:
    assert weighed(typed) in Strength


@given(some.text(max_size=100))
def test_nothing_that_can_be_typed_is_an_error(typed: str) -> None:
    assert (weighed(typed) is Strength.EMPTY) is (not typed.strip())


def test_the_lists_are_there_when_the_first_letter_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "zxcvbn", raising=False)
    weighed("")
    assert "zxcvbn" in sys.modules
