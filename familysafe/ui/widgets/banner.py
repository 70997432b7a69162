"""A line above every page: something that stays true for a while, with one thing to do about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Picture, row
from familysafe.ui.widgets.plain import PlainLabel


class Banner(Card):
    """Says one thing, calmly; `asked` when its button is used."""

    asked = Signal(str)

    def __init__(self, theme: Theme, kind: str, says: str, verb: str = "", parent: QWidget | None = None) -> None:
        super().__init__("amber", (16, 8, 16, 8))
        self.kind = kind
        self.setParent(parent)
        self.setAccessibleName(says)
        self._text = PlainLabel(says, "body")
        line = row(Picture(theme, "info", "amber", 22), spacing=12)
        line.addWidget(self._text, 1)
        if verb:
            button = Button(verb, "quiet")
            button.clicked.connect(self._ask)
            line.addWidget(button)
        self.add(line)

    def say(self, says: str) -> None:
        """Another sentence in the same place."""
        if says != self._text.text():
            self._text.setText(says)
            self.setAccessibleName(says)

    def _ask(self) -> None:
        self.asked.emit(self.kind)
