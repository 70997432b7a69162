"""One question of a record with its lines: each can be put right, and no wording is ever written over."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from familysafe.domain.record import Entry, RecordField
from familysafe.ui.days import short_moment
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Picture, column, row
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.words_only import WordsOnly
from familysafe.words.language import _
from familysafe.words.record import HINTS, QUESTIONS, earlier_wordings, when_written

NEW = ""  # a line that corrects nothing
Lines = Sequence[tuple[Entry, ...]]


class FieldCard(Card):
    """Says what is wanted of a line: that it is opened, left or kept; each by the id of the entry that it corrects.

    `explained` when it was said why something was not taken.
    """

    opened = Signal(object, str, str)
    left = Signal(object, str)
    kept = Signal(object, str, str)
    explained = Signal(object, str)

    def __init__(self, theme: Theme, field: RecordField, lines: Lines, drafts: Mapping[str, str], says: str) -> None:
        super().__init__(margins=(18, 14, 18, 14), spacing=10)
        self._theme, self._field = theme, field
        self.edits: dict[str, WordsOnly] = {}
        self.add(self._head(bool(lines), drafts))
        for number, wordings in enumerate(lines, start=1):
            self.add(self._line(number, wordings, drafts))
        if NEW in drafts:
            self.add(*self._writing(NEW, drafts[NEW], QUESTIONS[field]()))
        if says:
            told = row(Picture(theme, "check", "help", 18), PlainLabel(says, "small-muted"), spacing=8)
            told.setStretch(1, 1)
            self.add(told)

    def part(self, corrects: str) -> QWidget:
        """The field that was opened for a line, or the button that opens one."""
        edit = self.edits.get(corrects)
        return self._more if edit is None else edit.edit

    def _head(self, has_lines: bool, drafts: Mapping[str, str]) -> QHBoxLayout:
        question = QUESTIONS[self._field]()
        text = _("Add another") if has_lines else _("Add")
        self._more = Button(text, name=_("Add: {question}").format(question=question))
        self._more.clicked.connect(partial(self._open, NEW, ""))
        if NEW in drafts:
            self._more.hide()
        texts = column(PlainLabel(question, "strong"), PlainLabel(HINTS[self._field](), "small-muted"), spacing=2)
        head = row()
        head.addLayout(texts, 1)
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _line(self, number: int, wordings: tuple[Entry, ...], drafts: Mapping[str, str]) -> Card:
        last = wordings[-1]
        text = PlainLabel(last.text) if last.text else PlainLabel(_("This line was taken back."), "muted")
        said = (when_written(wordings, short_moment), *earlier_wordings(wordings, short_moment))
        texts = column(text, *(PlainLabel(one, "small-muted") for one in said), spacing=4)
        name = _("Put right line {number}: {question}").format(number=number, question=QUESTIONS[self._field]())
        if last.id in drafts:
            writing = self._writing(last.id, drafts[last.id], name, takes_back=bool(last.text))
            return Card("sunk", (14, 10, 14, 10), spacing=8).add(texts, *writing)
        right = Button(_("Put right"), "quiet", name=name).with_icon(self._theme, "pencil", "ink2", 18)
        right.clicked.connect(partial(self._open, last.id, last.text))
        line = row()
        line.addLayout(texts, 1)
        line.addWidget(right, 0, Qt.AlignmentFlag.AlignTop)
        return Card("sunk", (14, 10, 6, 10)).add(line)

    def _writing(self, corrects: str, text: str, name: str, *, takes_back: bool = False) -> tuple[QWidget, FlowLayout]:
        edit = self.edits[corrects] = WordsOnly(self._theme, name, _("In words"), text)
        edit.explained.connect(partial(self._explained, corrects))
        keep = Button(_("Keep this line"), "help", name=_("Keep this line: {question}").format(question=name))
        keep.clicked.connect(partial(self._keep, corrects))
        leave = Button(_("Do not keep it") if corrects == NEW else _("Leave as it is"))
        leave.setAccessibleName(f"{leave.text()}: {name}")
        leave.clicked.connect(partial(self._leave, corrects))
        buttons = FlowLayout(spacing=8)
        for button in (keep, leave):
            buttons.addWidget(button)
        if takes_back:
            back = Button(_("Take this line back"), name=_("Take this line back: {question}").format(question=name))
            back.clicked.connect(partial(self._take_back, corrects))
            buttons.addWidget(back)
        return edit, buttons

    def _open(self, corrects: str, text: str, _checked: bool = False) -> None:
        self.opened.emit(self._field, corrects, text)

    def _explained(self, corrects: str) -> None:
        self.explained.emit(self._field, corrects)

    def _leave(self, corrects: str, _checked: bool = False) -> None:
        self.left.emit(self._field, corrects)

    def _keep(self, corrects: str, _checked: bool = False) -> None:
        self.kept.emit(self._field, corrects, self.edits[corrects].text())

    def _take_back(self, corrects: str, _checked: bool = False) -> None:
        self.kept.emit(self._field, corrects, "")
