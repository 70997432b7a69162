"""What may help once the first days are over, for the family that is open."""

from datetime import date, timedelta

from familysafe.app.showing.cards import bands_at_home
from familysafe.app.showing.rows import Showing
from familysafe.domain.help_views import AfterwardsView
from familysafe.domain.record import LookIn

LOOK_IN_AFTER = (timedelta(days=2), timedelta(weeks=2), timedelta(days=61))
MOST_STEPS = 4


def afterwards_view(showing: Showing, situation: str) -> AfterwardsView:
    """Steps of this family's plan that would help now, a card for each age at home, and the days to look in."""
    one = showing.catalogue.situations[situation]
    helpful = [item for step in one.plan for item in showing.snapshot.plan.items if item.step == step]
    bands = bands_at_home(showing)
    cards = (showing.catalogue.cards[own] for own in one.cards)
    look_in = next((kept for kept in showing.snapshot.memory.look_ins if kept.situation == situation), None)
    return AfterwardsView(
        steps=tuple(showing.row(item) for item in helpful if not item.is_settled)[:MOST_STEPS],
        cards=tuple((card.id, showing.book.cards[card.id].opener) for card in cards if card.band in bands),
        days=tuple(showing.today + after for after in LOOK_IN_AFTER),
        look_in=look_in,
    )


def due(look_ins: tuple[LookIn, ...], today: date) -> LookIn | None:
    """The one that asks today: one of its days has come."""
    return next((one for one in look_ins if any(day <= today for day in one.days)), None)
