"""Talk: cards by age and topic, and what was talked about."""

from functools import partial

from PySide6.QtCore import Signal

from familysafe.domain.household import AgeBand
from familysafe.domain.views import CardRow, TalkRow, TalkView
from familysafe.ui.days import short_day
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button, Chips
from familysafe.ui.widgets.card import Card, Columns, row
from familysafe.ui.widgets.choice import DropDown
from familysafe.ui.widgets.dialog import Ask
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.for_good import ForGood, copies_go_too
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.labels import BANDS
from familysafe.words.language import _, ngettext


class TalkPage(Page):
    """One age group at a time; a topic narrows it."""

    card_opened = Signal(str)
    talk_forgotten = Signal(str)
    note_forgotten = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Talk"))
        self._view: TalkView | None = None
        self._band: AgeBand | None = None
        self._topic = ""

    def show_view(self, view: TalkView) -> None:
        """Draws anew, with the age group and topic that were chosen."""
        self._view = view
        self._band = self._band or view.band or AgeBand.FROM_8
        self.begin()
        self.add(PlainLabel(_("Talk"), "title"))
        self.add(PlainLabel(_("One card is enough. Side by side is easier than face to face."), "muted"))
        ages = Chips(((band, BANDS[band]()) for band in AgeBand), _("Age"))
        ages.choose(self._band)
        ages.chosen.connect(self._band_chosen)
        self.add(ages)
        columns = Columns(self.theme)
        columns.wide.addWidget(self._topics(view))
        cards = [card for card in view.cards if card.card.band is self._band and self._topic in ("", card.card.topic)]
        for card in cards:
            columns.wide.addWidget(self._card(card))
        if not cards:
            columns.wide.addWidget(PlainLabel(_("No card on this topic for this age. Try another age group."), "muted"))
        columns.wide.addStretch(1)
        columns.narrow_column.addWidget(PlainLabel(_("What was talked about"), "section"))
        for talk in view.talks:
            columns.narrow_column.addWidget(self._talk(talk))
        if not view.talks:
            columns.narrow_column.addWidget(
                Card("sunk").add(PlainLabel(_("Nothing yet. Open a card and choose “We talked”."), "small-muted"))
            )
        self.add(columns)
        self.finish()

    def _topics(self, view: TalkView) -> DropDown:
        self._box = DropDown(self.theme, _("Topic"))
        self._box.addItem(_("Every topic"), "")
        here = {card.card.topic for card in view.cards if card.card.band is self._band}
        for topic, title, icon in view.topics:
            if topic in here:
                self._box.addItem(self.theme.icon(icon, "ink2", 20), title, topic)
        found = self._box.findData(self._topic)
        if found < 0:
            self._topic, found = "", 0
        self._box.setCurrentIndex(found)
        self._box.activated.connect(self._topic_chosen)
        return self._box

    def _card(self, shown: CardRow) -> Card:
        card = Card(margins=(18, 14, 18, 14), spacing=6)
        minutes = ngettext("{count} minute", "{count} minutes", shown.card.minutes).format(count=shown.card.minutes)
        facts = [shown.topic, minutes]
        if shown.talked_on:
            facts.append(_("talked about on {day}").format(day=short_day(shown.talked_on)))
        opener = PlainLabel(f"“{shown.words.opener}”", "opener")
        button = Button(_("Open"), name=_("Open: {opener}").format(opener=shown.words.opener))
        button.clicked.connect(partial(self._open, shown.card.id))
        line = row(PlainLabel(" · ".join(facts), "small-muted"), button)
        line.setStretch(0, 1)
        return card.add(opener, line)

    def _talk(self, talk: TalkRow) -> Card:
        card = Card(margins=(16, 12, 16, 12), spacing=4)
        who = f" · {talk.children}" if talk.children else ""
        card.add(PlainLabel(short_day(talk.on) + who, "strong"))
        card.add(*(PlainLabel(f"“{opener}”", "small") for opener in talk.openers))
        choices = FlowLayout(spacing=8, line_spacing=0)
        remove = Button(_("Take out"), "quiet", name=_("Take out the talk of {day}").format(day=short_day(talk.on)))
        remove.clicked.connect(partial(self._ask_forget, talk))
        choices.addWidget(remove)
        if talk.note:
            card.add(PlainLabel(talk.note, "small-muted"))
            name = _("Delete the note of {day} everywhere").format(day=short_day(talk.on))
            forget = Button(_("Delete the note everywhere"), "quiet", name=name)
            forget.clicked.connect(partial(self._ask_note, talk))
            choices.addWidget(forget)
        return card.add(choices)

    def _band_chosen(self, band: object) -> None:
        self._band = band if isinstance(band, AgeBand) else None
        self._redraw()

    def _topic_chosen(self) -> None:
        self._topic = str(self._box.currentData())
        self._redraw()

    def _redraw(self) -> None:
        if self._view:
            self.show_view(self._view)

    def _open(self, card_id: str, _checked: bool = False) -> None:
        self.card_opened.emit(card_id)

    def _ask_forget(self, talk: TalkRow, _checked: bool = False) -> None:
        says = _("The talk of {day} and its note are taken out.").format(day=short_day(talk.on))
        ask = Ask(self.theme, _("Take this talk out?"), says, _("Take out"), _("Leave as it is"), self)
        ask.agreed.connect(partial(self.talk_forgotten.emit, talk.id))
        ask.open()

    def _ask_note(self, talk: TalkRow, _checked: bool = False) -> None:
        says = _("The note of {day} goes. That you talked stays.").format(day=short_day(talk.on))
        title, lines = _("Delete this note everywhere?"), (says, copies_go_too())
        ask = ForGood(self.theme, title, lines, _("Delete it"), _("Keep it"), parent=self.window())
        ask.agreed.connect(partial(self.note_forgotten.emit, talk.id))
        ask.open()
