"""Cards and talks as Talk and Today show them."""

from datetime import date

from familysafe.app.showing.rows import Showing
from familysafe.domain.card import Card
from familysafe.domain.household import AgeBand
from familysafe.domain.views import CardRow, TalkRow, TalkView

MIDDLE = (AgeBand.FROM_8, AgeBand.FROM_11)  # what fits best where no age is known


def bands_at_home(showing: Showing) -> tuple[AgeBand, ...]:
    """The age bands of the children, youngest first; every band where none is known."""
    found = {child.band_on(showing.today) for child in showing.household.children} - {None}
    return tuple(band for band in AgeBand if band in found) or tuple(AgeBand)


def last_talked(showing: Showing) -> dict[str, date]:
    """For each card, the last day it was used."""
    return {
        card: talk.on for talk in sorted(showing.snapshot.memory.talks, key=lambda one: one.on) for card in talk.cards
    }


def card_row(showing: Showing, card: Card, talked: dict[str, date]) -> CardRow:
    words = showing.book.cards[card.id]
    return CardRow(card, words, showing.book.topics[card.topic], talked.get(card.id))


def next_card(showing: Showing, guides: frozenset[str]) -> CardRow | None:
    """A card not used yet, for a child of this home; one that goes with what is to be set up comes first."""
    talked = last_talked(showing)
    known = {child.band_on(showing.today) for child in showing.household.children} - {None}
    bands = known or set(MIDDLE)
    fitting = [card for card in showing.catalogue.cards.values() if card.band in bands and card.id not in talked]
    fitting.sort(key=lambda card: (guides.isdisjoint(card.guides), topic_place(showing, card), card.id))
    return card_row(showing, fitting[0], talked) if fitting else None


def topic_place(showing: Showing, card: Card) -> int:
    return list(showing.catalogue.topics).index(card.topic)


def talk_view(showing: Showing) -> TalkView:
    """All cards in the order of topics and ages, and the talks, newest first."""
    talked = last_talked(showing)
    cards = sorted(
        showing.catalogue.cards.values(), key=lambda card: (topic_place(showing, card), card.band.first_age, card.id)
    )
    household = showing.household
    known = {child.band_on(showing.today) for child in household.children} - {None}
    return TalkView(
        topics=tuple((t.id, showing.book.topics[t.id], t.icon) for t in showing.catalogue.topics.values()),
        cards=tuple(card_row(showing, card, talked) for card in cards),
        talks=tuple(talk_rows(showing)),
        children=tuple((child.id, showing.names.child(child.id)) for child in household.children),
        band=next((band for band in AgeBand if band in known), None),
        notes_open=notes_open(showing, tuple(child.id for child in household.children)),
    )


def talk_rows(showing: Showing) -> list[TalkRow]:
    return [
        TalkRow(
            id=talk.id,
            on=talk.on,
            openers=tuple(showing.book.cards[card].opener for card in talk.cards if card in showing.book.cards),
            children=showing.names.children(talk.children) if talk.children else "",
            note=talk.note,
        )
        for talk in sorted(showing.snapshot.memory.talks, key=lambda one: one.on)[::-1]
    ]


def notes_open(showing: Showing, child_ids: tuple[str, ...]) -> bool:
    """Private notes are off for a young person from 13 on unless they are switched on for them."""
    children = [child for child in showing.household.children if child.id in child_ids]
    return all(child.notes_on or not child.keeps_own_notes(showing.today) for child in children)
