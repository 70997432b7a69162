"""The notes of a step: what one's own menu says, and a private one; kept, or deleted everywhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysafe.domain.answer import Answer
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Fold, row
from familysafe.ui.widgets.for_good import ForGood, copies_go_too
from familysafe.ui.widgets.note import NoteEdit
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _

Drafts = tuple[str | None, ...]


class Notes(QWidget):
    """`kept` gives what the menu says and the private note, None where private notes are off.

    `forgotten` gives the dialog that waits for it.
    """

    kept = Signal(str, object)
    forgotten = Signal(object)

    def __init__(self, theme: Theme, answer: Answer | None, *, private: bool, throw_away: bool = False) -> None:
        super().__init__()
        self._theme = theme
        texts = (answer.menu_note, answer.note) if answer else ("", "")
        self._kept = texts if private else texts[:1]
        self._edits: tuple[NoteEdit, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        menu_says = _("What yours says, and where you found it.")
        stays, goes = _("Note what yours says. It stays."), _("Note what yours says, until you close the window.")
        different, may = _("Menu looks different?"), goes if throw_away else stays
        self._add(NoteEdit(_("What your menu says"), menu_says, texts[0]), different, may)
        if private:
            hint = texts[1][:60] or _("Only for you.")
            self._add(
                NoteEdit(_("Private note"), _("Only for you, on this computer."), texts[1]), _("Private note"), hint
            )
        else:
            off = _("Private notes are off for young people from 13 on. Family can switch them on.")
            self._column.addWidget(Card("sunk").add(PlainLabel(off, "small-muted")))
        if any(texts):
            one = any(self._kept) and not all(texts)
            text = _("Delete this note everywhere") if one else _("Delete the notes everywhere")
            forget = Button(f"\u2002{text}", "quiet", name=text).with_icon(theme, "trash", "ink2", 18)
            forget.clicked.connect(self._ask)
            self._column.addLayout(row(forget, None))

    def drafts(self) -> Drafts:
        """What was written and not yet kept; None for a note that is as it was kept."""
        texts = (edit.toPlainText() for edit in self._edits)
        return tuple(None if text == kept else text for text, kept in zip(texts, self._kept, strict=True))

    def go_on(self, drafts: Drafts) -> None:
        """Puts what was being written back where it was."""
        for edit, draft in zip(self._edits, drafts, strict=False):
            if draft is not None:
                edit.setPlainText(draft)

    def keep(self) -> None:
        """Says what stands there."""
        menu_note, *note = (edit.toPlainText() for edit in self._edits)
        self.kept.emit(menu_note, note[0] if note else None)

    def _add(self, edit: NoteEdit, title: str, line: str) -> None:
        keep = Button(_("Keep this note"))
        keep.clicked.connect(self.keep)
        self._edits = (*self._edits, edit)
        self._column.addWidget(Fold(self._theme, title, line, edit, keep))

    def _ask(self) -> None:
        title = _("Delete this note everywhere?")
        says = _("All that was ever noted for this step goes: what your menu says, and the private note.")
        lines = (says, copies_go_too())
        ask = ForGood(self._theme, title, lines, _("Delete it"), _("Keep it"), parent=self.window())
        ask.agreed.connect(self._forget)
        ask.open()

    def _forget(self, ask: ForGood) -> None:
        for edit in self._edits:
            edit.clear()
        self.forgotten.emit(ask)
