"""Which cards are printed with a plan."""

from datetime import date

from familysafe.cli.cards import bands_at_home, cards_at_home, handful
from familysafe.content.compiled import Compiled
from familysafe.domain.household import AgeBand, BirthMonth, Child, Household
from tests.builders import TODAY, a_card, a_guide, content_of

EIGHT = Child("c1", "Younger", age_band=AgeBand.FROM_8)
THIRTEEN = Child("c2", "Elder", age_band=AgeBand.FROM_13)
UNKNOWN = Child("c3", "Somebody")
GROWN = Child("c4", "Grown", BirthMonth(2000, 1))
CONTENT = content_of(
    [a_guide("roblox")],
    cards=[
        a_card("trust.b"),
        a_card("games.a", guides=("roblox",)),
        a_card("trust.a"),
        a_card("trust.teen", band=AgeBand.FROM_13),
    ],
)


def ids(household: Household, guides: frozenset[str] | None = None, today: date = TODAY) -> list[str]:
    cards = cards_at_home(CONTENT.catalogue, household, today)
    return [card.id for card in (cards if guides is None else handful(cards, household, today, guides))]


def test_the_ages_at_home_are_the_childrens() -> None:
    assert bands_at_home(Household(children=(THIRTEEN, EIGHT, UNKNOWN)), TODAY) == (AgeBand.FROM_8, AgeBand.FROM_13)


def test_where_no_age_is_known_every_age_may_be_at_home() -> None:
    assert bands_at_home(Household(), TODAY) == tuple(AgeBand)
    assert bands_at_home(Household(children=(UNKNOWN, GROWN)), TODAY) == tuple(AgeBand)


def test_grown_up_children_need_no_cards() -> None:
    assert ids(Household(children=(GROWN,))) == []
    assert ids(Household(children=(GROWN,)), frozenset()) == []


def test_cards_stand_by_age_then_topic() -> None:
    assert ids(Household()) == ["trust.a", "trust.b", "games.a", "trust.teen"]


def test_a_handful_is_one_for_each_child_beginning_with_what_is_set_up() -> None:
    family = Household(children=(EIGHT, THIRTEEN, GROWN))
    assert ids(family, frozenset({"roblox"})) == ["games.a", "trust.teen"]
    assert ids(family, frozenset()) == ["trust.a", "trust.teen"]


def test_two_children_of_one_age_get_two_cards() -> None:
    twins = Household(children=(EIGHT, Child("c9", "Twin", age_band=AgeBand.FROM_8), UNKNOWN))
    assert ids(twins, frozenset()) == ["trust.a", "trust.b", "games.a"]


def test_nobody_named_gets_one_card() -> None:
    assert ids(Household(), frozenset()) == ["trust.a"]


def test_where_no_age_is_known_the_handful_is_for_the_middle_of_childhood(content: Compiled) -> None:
    for children in ((), (UNKNOWN,)):
        home = Household(children=children)
        (card,) = handful(cards_at_home(content.catalogue, home, TODAY), home, TODAY, frozenset())
        assert card.band in {AgeBand.FROM_8, AgeBand.FROM_11}
