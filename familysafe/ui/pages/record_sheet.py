"""The sheets of a record: one for each recipient, read line by line before it is printed."""

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from familysafe.domain.record_sheet import Recipient, RecordSheet, SheetLine, SheetPart
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button, Chips
from familysafe.ui.widgets.card import Card, column, row
from familysafe.ui.widgets.choice import Tick
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.help_head import HelpHead
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _
from familysafe.words.record import RECIPIENTS

PAPER_WIDTH = 760
Line = tuple[Recipient, str]


class RecordSheetPage(Page):
    """What goes onto the paper is what is seen here; `print_asked` and the others give the sheet as it is to be."""

    print_asked = Signal(object)
    pdf_asked = Signal(object)
    copy_asked = Signal(object)
    left = Signal()
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("A sheet to hand on"))
        self._sheets: dict[Recipient, RecordSheet] = {}
        self._recipient = Recipient.SCHOOL
        self._record = ""
        self._left_out: set[Line] = set()
        self._looked_at: set[Line] = set()
        self._named: set[Recipient] = set()
        self._says = PlainLabel("", "small-muted")
        self._says.hide()
        self._buttons = self._ways_out()
        flow = FlowLayout(spacing=8)
        for button in self._buttons:
            flow.addWidget(button)
        self.set_foot(Card(margins=(16, 10, 16, 10), spacing=4).add(flow, self._says))

    def show_view(self, record_id: str, sheets: tuple[RecordSheet, ...]) -> None:
        """Draws anew; what was ticked for this record stays."""
        same = record_id == self._record
        if same and self._sheets == {sheet.recipient: sheet for sheet in sheets}:
            return
        if not same:
            self._left_out, self._looked_at, self._named = set(), set(), set()
        self._record, self._sheets = record_id, {sheet.recipient: sheet for sheet in sheets}
        for sheet in sheets:
            at_first = {(sheet.recipient, own) for own in sheet.left_out_at_first()}
            self._left_out |= at_first - self._looked_at
            self._looked_at |= at_first
        self._draw(top=not same)

    def say(self, text: str) -> None:
        """A quiet sentence beside the buttons."""
        self._says.setText(text)
        self._says.setVisible(bool(text))

    def as_wanted(self) -> RecordSheet:
        """The sheet that is shown, without what is left out."""
        left_out = {own for recipient, own in self._left_out if recipient is self._recipient}
        return self._sheets[self._recipient].keeping(left_out, named=self._recipient in self._named)

    def _draw(self, *, top: bool = False) -> None:
        sheet = self._sheets[self._recipient]
        self.begin()
        name = _("What you wrote down")
        back = _("Back to {page}").format(page=name)
        head = HelpHead(self.theme, _("A sheet to hand on"), name, icon="print", name=back)
        head.left.connect(self.left)
        head.back.connect(self.back)
        self.set_head(head)
        says = _("Each sheet has what they need, and no more. Nothing is sent from here: you print it, or copy it.")
        self.add(column(*head.below, PlainLabel(says, "muted"), spacing=4))
        chips = Chips(((one, RECIPIENTS[one]()) for one in self._sheets), _("For whom"))
        chips.choose(self._recipient)
        chips.chosen.connect(self._recipient_chosen)
        self.add(PlainLabel(_("Who is it for?"), "strong"), chips, as_wide_as_paper(self._paper(sheet)))
        self.finish(top=top)
        self.say("")
        self._settle()

    def _paper(self, sheet: RecordSheet) -> Card:
        paper = Card("", (28, 24, 28, 24), spacing=12)
        paper.setMaximumWidth(self.theme.px(PAPER_WIDTH))
        facts = [PlainLabel(fact, "muted") for fact in sheet.facts]
        paper.add(column(PlainLabel(sheet.title, "section"), *facts, spacing=4))
        if sheet.child:
            paper.add(self._nickname(sheet))
        for part in sheet.parts:
            paper.add(self._part(part))
        if not sheet.parts:
            paper.add(PlainLabel(_("Nothing of what they need is written down yet.")))
        paper.add(*(PlainLabel(note, "strong") for note in sheet.notes))
        return paper.add(PlainLabel(sheet.made_with, "small-muted"))

    def _nickname(self, sheet: RecordSheet) -> Card:
        named = sheet.recipient in self._named
        about = PlainLabel(sheet.child, "body" if named else "muted")
        tick = Tick(self.theme, _("Put the nickname on this sheet"))
        tick.setChecked(named)
        tick.toggled.connect(partial(self._name, about))
        return Card("sunk", (14, 8, 14, 4), spacing=0).add(about, tick)

    def _part(self, part: SheetPart) -> QWidget:
        holder = QWidget()
        holder.setLayout(column(PlainLabel(part.title, "strong"), *map(self._line, part.lines), spacing=6))
        return holder

    def _line(self, line: SheetLine) -> Card:
        out = (self._recipient, line.id) in self._left_out
        text = PlainLabel(line.text, "muted" if out else "body")
        said = (PlainLabel(says, "small-muted") for says in (line.written, *line.before))
        tick = Tick(self.theme, _("Leave this line out"))
        tick.setAccessibleName(_("Leave this line out: {text}").format(text=line.text))
        tick.setChecked(out)
        tick.toggled.connect(partial(self._leave_out, line.id, text))
        return Card("sunk", (14, 10, 14, 4), spacing=2).add(text, *said, tick)

    def _ways_out(self) -> tuple[Button, ...]:
        verbs = (
            (_("Print"), "print", self.print_asked),
            (_("Save as PDF"), "agreement", self.pdf_asked),
            (_("Copy as text"), "pencil", self.copy_asked),
        )
        made = []
        for text, icon, asked in verbs:
            button = Button(f"\u2002{text}", name=text).with_icon(self.theme, icon, "ink", 18)
            button.clicked.connect(partial(self._give, asked))
            made.append(button)
        return tuple(made)

    def _settle(self) -> None:
        """An empty sheet is not handed on."""
        empty = not self.as_wanted().parts
        for button in self._buttons:
            button.setEnabled(not empty)

    def _recipient_chosen(self, recipient: object) -> None:
        if isinstance(recipient, Recipient):
            self._recipient = recipient
            self._draw()

    def _leave_out(self, own: str, text: PlainLabel, out: bool) -> None:
        line = (self._recipient, own)
        (self._left_out.add if out else self._left_out.discard)(line)
        text.set_kind("muted" if out else "body")
        self._settle()

    def _name(self, about: PlainLabel, named: bool) -> None:
        (self._named.add if named else self._named.discard)(self._recipient)
        about.set_kind("body" if named else "muted")

    def _give(self, asked: SignalInstance, _checked: bool = False) -> None:
        asked.emit(self.as_wanted())


def as_wide_as_paper(paper: Card) -> QHBoxLayout:
    """In a row of its own, since only there a layout asks for the height at the width that it then gives."""
    line = row()
    line.addWidget(paper, 100)
    line.addStretch(1)
    return line
