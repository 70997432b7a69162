"""After the last screen of a situation: what may help later, and only where somebody chooses it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysafe.domain.help_views import AfterwardsView, SituationView
from familysafe.ui.days import short_day
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, fill, row
from familysafe.ui.widgets.choice import Tick
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.step_card import StepCard
from familysafe.words.language import _


class Afterwards(QWidget):
    """Where no household is open, or nothing may be kept, it only says goodbye."""

    look_in_chosen = Signal(bool)
    step_opened = Signal(object)
    card_opened = Signal(str)
    contacts_asked = Signal()

    def __init__(self, theme: Theme, view: SituationView, later: AfterwardsView | None) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._goodbye(view))
        if later is not None and not view.keeps_nothing:
            fill(column, *self._later(later))

    def _goodbye(self, view: SituationView) -> Card:
        card = Card(margins=(28, 22, 28, 22), spacing=10)
        card.add(PlainLabel(_("You have been through all of it"), "title"))
        says = _("Nobody does all of this in one evening. You can come back to any step.")
        if view.child:
            says = _("That was a lot to read. Pick one thing. Telling someone is the best one.")
        everyone = Button(_("Everyone who can help"))
        everyone.clicked.connect(self.contacts_asked)
        return card.add(PlainLabel(says), row(everyone, None))

    def _later(self, later: AfterwardsView) -> list[QWidget]:
        parts: list[QWidget] = [self._look_in(later)]
        if later.steps:
            parts.append(PlainLabel(_("Settings that would help now"), "section"))
        for step in later.steps:
            found = StepCard(self._theme, step)
            found.opened.connect(self.step_opened)
            parts.append(found)
        if later.cards:
            parts.append(PlainLabel(_("When it is calmer: something to talk about"), "section"))
        for own, opener in later.cards:
            card = Card(margins=(20, 12, 20, 12))
            open_it = Button(_("Open the card"), name=_("Open the card: {opener}").format(opener=opener))
            open_it.clicked.connect(partial(self._open_card, own))
            line = row(PlainLabel(opener), open_it)
            line.setStretch(0, 1)
            parts.append(card.add(line))
        return parts

    def _look_in(self, later: AfterwardsView) -> Card:
        card = Card()
        tick = Tick(self._theme, _("Ask me later how things are"))
        tick.setChecked(later.look_in is not None)
        tick.toggled.connect(self.look_in_chosen)
        days = later.look_in.days if later.look_in is not None else later.days
        says = _("Only here in the app. From then on it says “Look in again”, and no more, until you look: {days}.")
        return card.add(tick, PlainLabel(says.format(days=", ".join(map(short_day, days))), "small-muted"))

    def _open_card(self, own: str, _checked: bool = False) -> None:
        self.card_opened.emit(own)
