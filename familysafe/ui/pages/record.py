"""What was written down of something that has happened: text only, line by line, and never written over."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from familysafe.domain.ids import new_id
from familysafe.domain.record import Entry, RecordField
from familysafe.domain.record_views import RecordView
from familysafe.ui.days import short_day
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Columns, column, row
from familysafe.ui.widgets.choice import DropDown
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.for_good import ForGood, copies_go_too
from familysafe.ui.widgets.help_head import HelpHead
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.record_field import NEW, FieldCard
from familysafe.words.language import _, ngettext

# A line that is being written: of which record, to which question, and which entry it puts right.
Place = tuple[str, RecordField, str]


class RecordPage(Page):
    """`kept` gives the record as it is with the line that is to be added; a new one begins with its first line."""

    kept = Signal(object, object)
    chosen = Signal(str)
    another_asked = Signal()
    sheets_asked = Signal()
    passphrase_asked = Signal()
    forgotten = Signal(str, object)
    left = Signal()
    back = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, _("What you wrote down"))
        self._now = now
        self._view: RecordView | None = None
        self._cards: dict[RecordField, FieldCard] = {}
        self._drafts: dict[Place, str] = {}
        self._asked: dict[str, Place] = {}
        self._saved: RecordField | None = None

    def show_view(self, view: RecordView) -> None:
        """Draws anew; what is being written stays, until it is seen to be kept."""
        if view == self._view:
            return
        before = self._view
        same = before is not None and before.record.id == view.record.id
        if before is not None and same and not view.begun:
            # Who it is about is asked before the first line, and goes with it.
            known = {child_id for child_id, _name in view.children}
            ticked = tuple(child for child in before.record.children if child in known)
            view = replace(view, record=replace(view.record, children=ticked))
        if not same:
            self.keep_draft()
            self._saved = None
            if not view.begun:
                self._drafts.setdefault((view.record.id, RecordField.TOLD, NEW), "")
        self._collect()
        self._view = view
        arrived = [self._asked.pop(entry.id) for entry in view.record.entries if entry.id in self._asked]
        for place in arrived:
            self._drafts.pop(place, None)
            self._saved = place[1]
        self._draw(top=not same)
        if arrived and self.isVisible():
            # What had the keyboard is gone.
            self._focus(arrived[-1][1], NEW)

    def go_on(self) -> None:
        """What was to be kept was refused; it still stands there."""
        self._asked.clear()

    def forget(self, record_id: str) -> None:
        """A record is going: nothing of what is being written for it stays."""
        self._collect()
        self._drafts = {place: text for place, text in self._drafts.items() if place[0] != record_id}
        self._cards, self._view = {}, None

    def keep_draft(self) -> None:
        """Every line that is being written here, before the window goes or another record comes."""
        self._collect()
        for (record_id, field, corrects), text in list(self._drafts.items()):
            here = self._view is not None and record_id == self._view.record.id
            if here and text not in {"", self._text_of(corrects)}:
                self._keep(field, corrects, text)

    # Drawing.

    def _draw(self, *, top: bool = False) -> None:
        view = self._view
        if view is None:
            return
        self.begin()
        head = HelpHead(self.theme, _("What you wrote down"), _("Back"), name=_("Back to where you were in Help now"))
        head.left.connect(self.left)
        head.back.connect(self.back)
        self.set_head(head)
        self.add(*head.below, how_to_write())
        columns = Columns(self.theme, narrow=304, spacing=20, least=440)
        if view.choices and not (view.begun and len(view.choices) == 1):
            columns.wide.addWidget(self._records(view))
        if not view.begun and view.children:
            columns.wide.addWidget(self._children(view))
        self._cards = {field: self._field(view, field) for field in RecordField}
        for card in self._cards.values():
            columns.wide.addWidget(card)
        columns.wide.addStretch(1)
        for part in self._side(view):
            columns.narrow_column.addWidget(part)
        self.add(columns)
        self.finish(top=top)

    def _records(self, view: RecordView) -> DropDown:
        box = DropDown(self.theme, _("Which one"))
        if not view.begun:
            box.addItem(_("A new one: {situation}").format(situation=view.title), view.record.id)
        for one in view.choices:
            box.addItem(_("{day} · {situation}").format(day=short_day(one.day), situation=one.title), one.id)
        box.setCurrentIndex(max(0, box.findData(view.record.id)))
        box.activated.connect(partial(self._record_picked, box))
        return box

    def _children(self, view: RecordView) -> Card:
        card = Card(margins=(18, 14, 18, 14), spacing=8)
        says = _("You need not say. A sheet names nobody unless you want it to.")
        card.add(
            column(PlainLabel(_("Which child is it about?"), "strong"), PlainLabel(says, "small-muted"), spacing=2)
        )
        chips = FlowLayout(spacing=8)
        for child_id, name in view.children:
            chip = Button(name, "chip", name=_("About {child}").format(child=name))
            chip.setCheckable(True)
            chip.setChecked(child_id in view.record.children)
            chip.toggled.connect(partial(self._child_ticked, child_id))
            chips.addWidget(chip)
        return card.add(chips)

    def _field(self, view: RecordView, field: RecordField) -> FieldCard:
        here = {place[2]: text for place, text in self._drafts.items() if place[:2] == (view.record.id, field)}
        says = ""
        if field is self._saved:
            says = _("Here until you close the window.") if view.throw_away else _("Saved")
        card = FieldCard(self.theme, field, tuple(view.record.wordings(field)), here, says)
        card.opened.connect(self._open)
        card.left.connect(self._leave)
        card.kept.connect(self._keep)
        card.explained.connect(self._bring_into_view)
        return card

    def _side(self, view: RecordView) -> list[QWidget]:
        about = Card("sunk", spacing=4).add(PlainLabel(view.title, "strong"))
        if view.begun:
            begun = _("Begun on {day}").format(day=short_day(view.record.begun.date()))
            about.add(PlainLabel(begun, "small-muted"))
        if view.about:
            about.add(PlainLabel(_("About: {child}").format(child=view.about), "small-muted"))
        if view.throw_away:
            about.add(PlainLabel(_("Nothing is being saved here. When you close the window, it is gone."), "small"))
        else:
            about.add(PlainLabel(_("Every line is saved at once, on this computer only."), "small-muted"))
            if not view.protected:
                about.add(*self._unprotected())
        return [about, *(self._begun(view) if view.begun else ())]

    def _unprotected(self) -> tuple[QWidget, ...]:
        says = _("Without a passphrase, anyone who can use this computer account can read it.")
        ask = Button(_("Set a passphrase"), "quiet").with_icon(self.theme, "key", "ink2", 18)
        ask.clicked.connect(self.passphrase_asked)
        return PlainLabel(says, "small-muted"), ask

    def _begun(self, view: RecordView) -> list[QWidget]:
        says = _("For a school, an app, or the police: each with what they need. You read it before it is printed.")
        hand = Card().add(PlainLabel(_("To hand on"), "strong"), PlainLabel(says, "small-muted"))
        sheets = Button(_("See the sheets"), "help").with_icon(self.theme, "print", "help", 20)
        sheets.clicked.connect(self.sheets_asked)
        another = Button(_("Begin another"), "quiet").with_icon(self.theme, "plus", "ink2", 18)
        another.clicked.connect(self.another_asked)
        forget = Button(_("Delete this for good…"), "quiet").with_icon(self.theme, "trash", "ink2", 18)
        forget.clicked.connect(self._ask_forget)
        if view.throw_away:
            forget.hide()  # closing the window does it
        ways = QWidget()
        ways.setLayout(column(row(another, None), row(forget, None), spacing=0))
        return [hand.add(row(sheets, None)), ways]

    def _focus(self, field: RecordField, corrects: str) -> None:
        self._cards[field].part(corrects).setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_into_view(field, corrects)

    def _bring_into_view(self, field: RecordField, corrects: str) -> None:
        """The whole question where there is room for it, and where one writes in any case."""
        # What was drawn just now is laid out at once, or it would be scrolled to where it was before.
        QApplication.sendEvent(self._scroll, QEvent(QEvent.Type.LayoutRequest))
        card = self._cards[field]
        for part in (card, card.part(corrects)):
            self._scroll.ensureWidgetVisible(part, 0, 24)

    # What a person does.

    def _open(self, field: RecordField, corrects: str, text: str) -> None:
        if self._view is not None:
            self._collect()
            self._drafts[self._view.record.id, field, corrects] = text
            self._saved = None
            self._draw()
            self._focus(field, corrects)

    def _leave(self, field: RecordField, corrects: str) -> None:
        if self._view is not None:
            self._collect()
            self._drafts.pop((self._view.record.id, field, corrects), None)
            self._draw()
            self._focus(field, NEW)

    def _keep(self, field: RecordField, corrects: str, text: str) -> None:
        """Asks for a line to be kept; one that says nothing new is closed."""
        view = self._view
        if view is None or (view.record.id, field, corrects) in self._asked.values():
            return
        if text == self._text_of(corrects):
            self._leave(field, corrects)
            return
        entry = Entry(new_id(), field, text, self._now(), corrects)
        self._asked[entry.id] = (view.record.id, field, corrects)
        self.kept.emit(view.record, entry)

    def _text_of(self, entry_id: str) -> str:
        entries = self._view.record.entries if self._view is not None else ()
        return next((entry.text for entry in entries if entry.id == entry_id), "")

    def _collect(self) -> None:
        """Takes down what stands in the fields."""
        if self._view is not None:
            for field, card in self._cards.items():
                for corrects, edit in card.edits.items():
                    place = (self._view.record.id, field, corrects)
                    if place in self._drafts:
                        self._drafts[place] = edit.text()

    def _child_ticked(self, child_id: str, ticked: bool) -> None:
        if self._view is not None:
            others = tuple(one for one in self._view.record.children if one != child_id)
            children = (*others, child_id) if ticked else others
            self._view = replace(self._view, record=replace(self._view.record, children=children))

    def _record_picked(self, box: DropDown, _index: int = 0) -> None:
        self.chosen.emit(str(box.currentData()))

    def _ask_forget(self) -> None:
        view = self._view
        if view is None:
            return
        count = len(view.record.entries)
        what = ngettext("{count} line", "{count} lines", count).format(count=count)
        says = _("All that was written down here goes, also how it was worded before: {what}, begun on {day}.")
        said = says.format(what=what, day=short_day(view.record.begun.date()))
        printed = _("Has somebody been given a sheet? Ask them first whether they still need this.")
        title = _("Delete “{situation}” for good?").format(situation=view.title)
        look_in = _("Days on which to look in again about this go with it.")
        ask = ForGood(
            self.theme,
            title,
            (said, look_in, printed, copies_go_too()),
            _("Delete it"),
            _("Keep it"),
            parent=self.window(),
        )
        ask.agreed.connect(partial(self.forgotten.emit, view.record.id))
        ask.open()


def how_to_write() -> Card:
    """Said before anything is asked."""
    return Card("help", (20, 14, 20, 14), spacing=4).add(
        PlainLabel(_("Write only what they told you, in their words. Do not press for more."), "strong"),
        PlainLabel(_("Text only: there is no place for pictures here.")),
        PlainLabel(
            _(
                "If you are a foster carer, record with your agency instead. What a child tells you belongs in their "
                "record."
            ),
            "small-muted",
        ),
    )
