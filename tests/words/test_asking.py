"""What a plan begins with at 16 and 17."""

import pytest

from familysafe.content.reading_age import grade_of
from familysafe.domain.household import AgeBand, BirthMonth, Child, Household
from familysafe.words.asking import asked_first
from familysafe.words.names import Names
from tests.builders import TODAY, small_content

ELDER = Child("c1", "Elder", BirthMonth(2010, 3))
YOUNGER = Child("c2", "Younger", BirthMonth(2017, 3))


def said(*children: Child) -> str:
    content = small_content()
    return asked_first(Names(content.catalogue, content.phrasebook, Household(children=children)), TODAY)


def test_it_names_whoever_is_16_or_17_and_nobody_else() -> None:
    assert said(YOUNGER, ELDER) == (
        "Ask Elder first: “What would you like help with?” At 16 and 17, what is set up is agreed with them."
    )


def test_two_of_that_age_are_both_named() -> None:
    assert said(ELDER, Child("c3", "Sam", age_band=AgeBand.FROM_16)).startswith("Ask Elder and Sam first: ")


def test_a_child_without_a_nickname_is_asked_too() -> None:
    assert said(Child("c1", "", BirthMonth(2010, 3))).startswith("Ask your child first: ")


@pytest.mark.parametrize("children", [(), (YOUNGER,), (Child("c1", "Grown", BirthMonth(2008, 11)),)])
def test_where_nobody_is_of_that_age_nothing_is_said(children: tuple[Child, ...]) -> None:
    assert said(*children) == ""


def test_it_can_be_read_at_eleven() -> None:
    assert grade_of([said(ELDER)]) <= 7
