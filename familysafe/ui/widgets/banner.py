"""A line above or below every page: something that stays true for a while, with one thing to do about it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Picture, row
from familysafe.ui.widgets.plain import PlainLabel

AMBER = ("amber", "info", "amber")
# The tone, the picture and its colour, by kind.
LOOKS: Mapping[str, tuple[str, str, str]] = {"unsaved": ("sunk", "info", "ink2"), "undo": ("sunk", "undo", "ink2")}


class Banner(Card):
    """Says one thing, calmly; `asked` when its button is used."""

    asked = Signal(str)

    def __init__(self, theme: Theme, kind: str, says: str, verb: str = "", parent: QWidget | None = None) -> None:
        tone, icon, token = LOOKS.get(kind, AMBER)
        high = 8 if tone == "amber" else 2
        super().__init__(tone, (16, high, 16, high))
        self.kind = kind
        self.setParent(parent)
        self.setAccessibleName(says)
        self._text = PlainLabel(says, "body")
        line = row(Picture(theme, icon, token, 22), spacing=12)
        line.addWidget(self._text, 1)
        self._button = Button(verb, "quiet")
        self._button.clicked.connect(self._ask)
        self._button.setAccessibleDescription(says)
        line.addWidget(self._button)
        self.add(line)
        self._button.setVisible(bool(verb))

    def say(self, says: str, verb: str) -> None:
        """Another sentence in the same place; the keyboard stays on its button."""
        if (says, verb) != (self._text.text(), self._button.text()):
            self._text.setText(says)
            self.setAccessibleName(says)
            self._button.rename(verb)
            self._button.setAccessibleDescription(says)

    def _ask(self) -> None:
        self.asked.emit(self.kind)
