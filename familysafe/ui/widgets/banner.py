"""A line above every page: something that stays true for a while, with one thing to do about it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Picture, row
from familysafe.ui.widgets.plain import PlainLabel

AMBER = ("amber", "amber")
QUIET = ("sunk", "ink2")
LOOKS: Mapping[str, tuple[str, str]] = {"unsaved": QUIET}  # tone and the colour of the picture, by kind


class Banner(Card):
    """Says one thing, calmly; `asked` when its button is used."""

    asked = Signal(str)

    def __init__(self, theme: Theme, kind: str, says: str, verb: str = "", parent: QWidget | None = None) -> None:
        tone, token = LOOKS.get(kind, AMBER)
        super().__init__(tone, (16, 8, 16, 8))
        self.kind = kind
        self.setParent(parent)
        self.setAccessibleName(says)
        self._text = PlainLabel(says, "body")
        line = row(Picture(theme, "info", token, 22), spacing=12)
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
