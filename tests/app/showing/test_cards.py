"""Cards for the children of this home, and the talks that took place."""

from datetime import date

import pytest
from msgspec.structs import replace

from familysafe.app.showing.cards import bands_at_home, next_card, notes_open, talk_view
from familysafe.app.showing.rows import Showing
from familysafe.content.compiled import Compiled
from familysafe.domain.household import AgeBand, BirthMonth, Child, Household
from familysafe.domain.memory import Memory
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.talk import Talk
from familysafe.planning.build import build_plan
from tests.app.looking import ELDER, FAMILY, YOUNGER, look

NOTHING = frozenset[str]()
YESTERDAY, TODAY = date(2026, 11, 21), date(2026, 11, 22)
TEA = Talk("t1", YESTERDAY, ("trust.tea",), ("c1",), "went well")
GAMES = Talk("t2", TODAY, ("games.chat", "trust.long-gone"))


def home_of(*children: Child) -> Household:
    return Household(children=children)


def test_the_ages_at_home_are_the_children_s_youngest_first() -> None:
    assert bands_at_home(look()) == (AgeBand.FROM_8, AgeBand.FROM_13)


def test_where_no_age_is_known_every_age_is_meant() -> None:
    assert bands_at_home(look(home_of(Child("c1", "Sam")))) == tuple(AgeBand)


def test_the_next_card_is_the_first_of_the_topics_that_fits() -> None:
    card = next_card(look(), NOTHING)
    assert card is not None
    assert card.card.id == "trust.bus"


def test_a_card_that_goes_with_today_s_steps_comes_before_that() -> None:
    card = next_card(look(), frozenset({"roblox"}))
    assert card is not None
    assert card.card.id == "games.chat"


def test_a_card_that_was_used_is_not_the_next_one() -> None:
    card = next_card(look(home_of(YOUNGER), talks=(TEA,)), NOTHING)
    assert card is not None
    assert card.card.id == "games.chat"


def test_when_every_card_was_used_there_is_no_next_one() -> None:
    assert next_card(look(home_of(YOUNGER), talks=(TEA, GAMES)), NOTHING) is None


def test_no_card_is_for_an_age_that_is_not_at_home() -> None:
    assert next_card(look(home_of(Child("c1", "Baby", BirthMonth(2025, 1)))), NOTHING) is None


def test_cards_stand_by_topic_and_then_by_age() -> None:
    assert [row.card.id for row in talk_view(look()).cards] == ["trust.tea", "trust.bus", "games.chat"]


def test_a_card_knows_the_last_day_on_which_it_was_used() -> None:
    again = replace(TEA, id="t3", on=TODAY)
    rows = talk_view(look(talks=(again, TEA))).cards
    assert {row.card.id: row.talked_on for row in rows} == {
        "trust.tea": TODAY,
        "trust.bus": None,
        "games.chat": None,
    }


def test_talks_stand_newest_first_also_where_an_old_note_was_written_anew() -> None:
    assert [talk.id for talk in talk_view(look(talks=(GAMES, TEA))).talks] == ["t2", "t1"]


def test_of_two_talks_of_one_day_the_later_told_stands_first() -> None:
    second = replace(TEA, id="t3")
    assert [talk.id for talk in talk_view(look(talks=(TEA, second))).talks] == ["t3", "t1"]


def test_a_talk_shows_its_openers_its_children_and_its_note() -> None:
    games, tea = talk_view(look(talks=(TEA, GAMES))).talks
    assert (tea.openers, tea.children, tea.note) == (("Opener of trust.tea?",), "Younger", "went well")
    assert (games.openers, games.children) == (("Opener of games.chat?",), "")


def test_topics_have_their_titles_and_pictures() -> None:
    assert talk_view(look()).topics == (("trust", "Trust", "talk"), ("games", "Games", "talk"))


@pytest.mark.parametrize(
    ("children", "band"),
    [((ELDER, YOUNGER), AgeBand.FROM_8), ((ELDER,), AgeBand.FROM_13), ((Child("c", "Sam"),), None)],
)
def test_cards_are_first_shown_for_the_youngest(children: tuple[Child, ...], band: AgeBand | None) -> None:
    assert talk_view(look(home_of(*children))).band is band


@pytest.mark.parametrize(
    ("child", "is_open"),
    [
        (YOUNGER, True),
        (ELDER, False),
        (replace(ELDER, notes_on=True), True),
        (Child("c2", "Sam"), True),
        (Child("c2", "Sam", age_band=AgeBand.FROM_16), False),
        (Child("c2", "Grown", BirthMonth(2006, 1)), False),
    ],
)
def test_private_notes_are_off_from_thirteen_on_unless_switched_on(child: Child, is_open: bool) -> None:
    assert notes_open(look(home_of(child)), (child.id,)) is is_open


def test_one_teenager_closes_the_notes_of_a_talk_with_both() -> None:
    assert not notes_open(look(), ("c1", "c2"))
    assert notes_open(look(), ("c1",))
    assert not talk_view(look(FAMILY)).notes_open


def test_where_no_age_is_known_the_next_card_is_for_the_middle_of_childhood(content: Compiled) -> None:
    plan = build_plan(content.catalogue, Household(), {}, TODAY)
    card = next_card(Showing(content, Snapshot(Memory(Household()), plan)), frozenset())
    assert card is not None
    assert card.card.band in {AgeBand.FROM_8, AgeBand.FROM_11}
