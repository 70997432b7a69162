"""Asks before something is deleted for good: what goes, and which copies cannot be reached from here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, row
from familysafe.ui.widgets.dialog import Dialog
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _
from familysafe.words.out_of_reach import copies_out_of_reach


class ForGood(Dialog):
    """One question; stays until what was agreed to is done, so that nothing is written on what is going.

    `agreed` gives the dialog itself, for whoever says that it is over.
    """

    agreed = Signal(object)

    def __init__(
        self, theme: Theme, title: str, lines: tuple[str, ...], yes: str, no: str = "", *, parent: QWidget
    ) -> None:
        super().__init__(theme, title, parent)
        self._waiting = False
        self.add(*map(PlainLabel, lines), out_of_reach())
        self._no, self._yes = Button(no or _("Leave as it is")), Button(yes, "go")
        self._no.clicked.connect(self.reject)
        self._yes.clicked.connect(self._agree)
        self.end_with(self._no, self._yes)
        self._no.setFocus()

    def over(self) -> None:
        """It is done, or could not be."""
        self._waiting = False
        self.accept()

    def reject(self) -> None:
        """Escape and the button; not while it is being done, which ends in a moment."""
        if not self._waiting:
            super().reject()

    def _agree(self) -> None:
        self._waiting = True
        for button in (self._no, self._yes):
            button.setEnabled(False)
        self._yes.rename(_("One moment…"))
        self.agreed.emit(self)


def copies_go_too() -> str:
    """What is said wherever something goes while the rest stays."""
    return _("The copies on this computer go too, and a fresh one is made. It cannot be undone.")


def out_of_reach() -> Card:
    """The copies that stay where they are."""
    card = Card("sunk", spacing=6).add(PlainLabel(_("What FamilySafe cannot reach"), "strong"))
    return card.add(*map(point, copies_out_of_reach()))


def point(text: str) -> QHBoxLayout:
    """One line of a list; what wraps stands below its own beginning."""
    line = row(spacing=8)
    line.addWidget(PlainLabel("•", "small", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(PlainLabel(text, "small"), 1)
    return line
