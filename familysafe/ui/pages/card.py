"""A card: the opener large, the rest for the grown-up, and “we talked”."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familysafe.domain.ids import new_id
from familysafe.domain.phrasebook import Lines, Local
from familysafe.domain.talk import Talk
from familysafe.domain.views import CardRow, TalkView
from familysafe.ui.days import short_day
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Columns, Fold, row
from familysafe.ui.widgets.choice import Tick
from familysafe.ui.widgets.dialog import Dialog
from familysafe.ui.widgets.note import NoteEdit
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.labels import BANDS
from familysafe.words.language import _


class CardPage(Page):
    """One card to have open while talking, or to read beforehand."""

    talked = Signal(object)
    back = Signal()
    help_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Card"))
        self._row: CardRow | None = None
        self._view: TalkView | None = None
        self._today = date.min

    def show_view(self, card: CardRow, view: TalkView, today: date) -> None:
        """Draws anew."""
        same = self._row is not None and self._row.card.id == card.card.id
        self._row, self._view, self._today = card, view, today
        self.begin()
        self.body.setContentsMargins(40, 12, 40, 24)
        back = Button(_("Talk"), "quiet", name=_("Back to Talk")).with_icon(self.theme, "back", "ink2", 18)
        back.clicked.connect(self.back)
        age = _("{topic} · {band}").format(topic=card.topic, band=BANDS[card.card.band]())
        self.add(row(back, None), PlainLabel(age, "muted"))
        opener = Card("tint", (32, 32, 32, 32)).add(PlainLabel(f"“{card.words.opener}”", "title"))
        columns = Columns(self.theme)
        columns.wide.addWidget(opener)
        columns.wide.addWidget(said(_("And then"), card.words.follow_ups, quoted=True))
        if card.words.another_way:
            columns.wide.addWidget(said(_("If talking is hard"), card.words.another_way, quoted=False))
        columns.wide.addWidget(self._tell(card))
        columns.wide.addStretch(1)
        grown_up = [PlainLabel(_("What to listen for"), "strong"), *lines(card.words.listen_for)]
        grown_up += [PlainLabel(_("Better not said"), "strong"), *lines(card.words.not_to_say)]
        fold = Fold(self.theme, _("For the grown-up"), _("What to listen for, and what not to say"), *grown_up)
        talked = Button(_("We talked"), "go").with_icon(self.theme, "check", "on_teal", 18)
        talked.clicked.connect(self._ask_talked)
        columns.narrow_column.addWidget(talked)
        if card.talked_on:
            last = _("Talked about on {day}.").format(day=short_day(card.talked_on))
            columns.narrow_column.addWidget(PlainLabel(last, "small-muted"))
        columns.narrow_column.addWidget(fold)
        self.add(columns)
        self.finish(top=not same)

    def _tell(self, card: CardRow) -> Card:
        box = said(_("If they tell you something"), card.words.if_they_tell, quoted=False)
        happened = Button(_("Help now"), "help").with_icon(self.theme, "help", "help", 20)
        happened.clicked.connect(self.help_asked)
        box.add(row(happened, None))
        return box

    def _ask_talked(self) -> None:
        if self._view and self._row:
            dialog = TalkedDialog(self.theme, self._row.card.id, self._view, self._today, self)
            dialog.given.connect(self.talked)
            dialog.open()


class TalkedDialog(Dialog):
    """Who was there, and a private note where that is wanted."""

    given = Signal(object)

    def __init__(self, theme: Theme, card_id: str, view: TalkView, today: date, parent: QWidget) -> None:
        super().__init__(theme, _("We talked"), parent)
        self._card_id, self._today = card_id, today
        self._boxes = [(child_id, Tick(theme, name)) for child_id, name in view.children]
        if self._boxes:
            self.add(PlainLabel(_("With whom?"), "strong"), *(box for _id, box in self._boxes))
        self._note = NoteEdit(_("Private note"), _("What was agreed, what comes next. Only for you."))
        if view.notes_open:
            self.add(PlainLabel(_("Private note, if you like"), "strong"), self._note)
        else:
            self._note.setParent(self)
            self._note.hide()
            self.add(
                PlainLabel(
                    _("Private notes are off for young people from 13 on. Family can switch them on."), "small-muted"
                )
            )
        cancel, keep = Button(_("Cancel")), Button(_("Keep"), "go")
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._keep)
        self.end_with(cancel, keep)

    def keep_draft(self) -> None:
        """A note that is being written counts as a talk, before the window goes."""
        if self._note.toPlainText().strip():
            self._keep()

    def _keep(self) -> None:
        children = tuple(child_id for child_id, box in self._boxes if box.isChecked())
        self.given.emit(Talk(new_id(), self._today, (self._card_id,), children, self._note.toPlainText().strip()))
        self.accept()


def lines(texts: Lines) -> list[QWidget]:
    return [PlainLabel(text.text if isinstance(text, Local) else text) for text in texts]


def said(title: str, texts: Lines, *, quoted: bool) -> Card:
    card = Card(spacing=6).add(PlainLabel(title, "strong"))
    for text in texts:
        plain = text.text if isinstance(text, Local) else text
        card.add(PlainLabel(f"“{plain}”" if quoted else plain))
    return card
