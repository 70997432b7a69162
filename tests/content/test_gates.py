"""How much there has to be, and how sure we have to be of it."""

import pytest

from familysafe.content.compiled import Compiled
from familysafe.content.stats import Stats, stats_of
from familysafe.domain.guide import GuideKind


@pytest.fixture(scope="module")
def counts(content: Compiled) -> Stats:
    return stats_of(content.catalogue, content.phrasebook)


def test_nearly_every_home_finds_what_it_owns(counts: Stats) -> None:
    assert counts.guides == {"device": 24, "connection": 25, "app": 40, "home": 1}
    assert counts.steps >= 480


def test_every_step_has_a_test_and_at_most_one_in_seven_is_to_be_confirmed(counts: Stats) -> None:
    assert counts.tests == counts.steps
    assert counts.to_confirm <= counts.steps * 0.15


def test_there_are_cards_for_every_age(counts: Stats) -> None:
    assert sum(counts.cards.values()) >= 240
    assert min(counts.cards.values()) >= 30


def test_many_cards_have_another_way_for_a_child_who_finds_talking_hard(content: Compiled) -> None:
    assert sum(bool(words.another_way) for words in content.phrasebook.cards.values()) >= 24


@pytest.mark.parametrize("kind", [kind for kind in GuideKind if kind is not GuideKind.CONNECTION])
def test_a_guide_has_at_least_five_steps(content: Compiled, kind: GuideKind) -> None:
    guides = [guide for guide in content.catalogue.guides.values() if guide.kind is kind]
    assert [guide.id for guide in guides if len(guide.steps) < 5] == []


def test_every_step_is_explained_to_two_ages(content: Compiled) -> None:
    assert [own for own, words in content.phrasebook.steps.items() if len(words.explain) < 2] == []


def test_a_card_is_no_quiz_and_never_too_short(content: Compiled) -> None:
    thin = [
        own
        for own, words in content.phrasebook.cards.items()
        if len(words.follow_ups) < 2
        or not words.not_to_say
        or content.catalogue.cards[own].minutes < 3
        or words.opener.startswith(("What would you do", "Can you tell me"))
    ]
    assert thin == []
