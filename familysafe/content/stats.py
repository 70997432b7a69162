"""Counts of what is written."""

from collections import Counter

from msgspec import Struct

from familysafe.domain.catalogue import Catalogue
from familysafe.domain.guide import Confidence, GuideKind
from familysafe.domain.household import AgeBand
from familysafe.domain.phrasebook import Phrasebook
from familysafe.domain.situation import INTERNATIONAL


class Stats(Struct, frozen=True):
    """What `familysafe content stats` prints; a step that several guides share counts once."""

    guides: dict[str, int]
    steps: int
    tests: int
    traps: int
    ways_round: int
    explanations: int
    to_confirm: int
    cards: dict[str, int]
    topics: int
    rehearsals: int
    promises: int
    situations: int
    services: int
    countries: tuple[str, ...]
    languages: tuple[str, ...]


def stats_of(catalogue: Catalogue, book: Phrasebook) -> Stats:
    """Rehearsals and promises are not written yet and count as none."""
    guides = Counter(guide.kind for guide in catalogue.guides.values())
    cards = Counter(card.band for card in catalogue.cards.values())
    said = book.steps.values()
    return Stats(
        guides={kind.value: guides[kind] for kind in GuideKind},
        steps=len(catalogue.steps),
        tests=sum(bool(step.test.attempt) for step in said),
        traps=sum(bool(step.trap) for step in said),
        ways_round=sum(step.way_round is not None for step in said),
        explanations=sum(len(step.explain) for step in said),
        to_confirm=sum(step.confidence is Confidence.TO_CONFIRM for step in catalogue.steps.values()),
        cards={band.value: cards[band] for band in AgeBand},
        topics=len({card.topic for card in catalogue.cards.values()}),
        rehearsals=0,
        promises=0,
        situations=len(catalogue.situations),
        services=len(catalogue.services),
        countries=tuple(sorted({service.country for service in catalogue.services.values()} - {INTERNATIONAL})),
        languages=(book.language,),
    )
