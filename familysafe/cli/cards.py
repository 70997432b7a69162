"""Which cards go with a plan: those for the ages at home, or a handful where time is short."""

from collections.abc import Iterator
from datetime import date

from familysafe.domain.card import Card
from familysafe.domain.catalogue import Catalogue
from familysafe.domain.household import AgeBand, Household

MIDDLE = (AgeBand.FROM_8, AgeBand.FROM_11)  # what fits best where no age is known


def bands_at_home(household: Household, today: date) -> tuple[AgeBand, ...]:
    """The age bands of the children under 18, youngest first; every band where none is known."""
    children = [child for child in household.children if not child.is_grown_up(today)]
    found = {child.band_on(today) for child in children} - {None}
    if household.children and not children:
        return ()
    return tuple(band for band in AgeBand if band in found) or tuple(AgeBand)


def cards_at_home(catalogue: Catalogue, household: Household, today: date) -> tuple[Card, ...]:
    """Every card for the ages at home, by age, then in the order of the topics."""
    bands = bands_at_home(household, today)
    topics = {topic: place for place, topic in enumerate(catalogue.topics)}
    fitting = [card for card in catalogue.cards.values() if card.band in bands]
    return tuple(sorted(fitting, key=lambda card: (card.band.first_age, topics[card.topic], card.id)))


def handful(cards: tuple[Card, ...], household: Household, today: date, guides: frozenset[str]) -> tuple[Card, ...]:
    """The best card for each child, one that goes with `guides` before others; no card twice."""
    chosen: list[Card] = []
    for bands in bands_by_child(household, today):
        left = [card for card in cards if card.band in bands and card not in chosen]
        chosen += sorted(left, key=lambda card: guides.isdisjoint(card.guides))[:1]
    return tuple(chosen)


def bands_by_child(household: Household, today: date) -> Iterator[tuple[AgeBand, ...]]:
    """For each child under 18 its band, or the middle ones where it is unknown; those once where nobody is named."""
    for child in household.children:
        if not child.is_grown_up(today):
            band = child.band_on(today)
            yield (band,) if band else MIDDLE
    if not household.children:
        yield MIDDLE
