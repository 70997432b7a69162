"""The foot of a page with long work: how far it has come and how it ended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Picture, column, empty, row
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _

PARTS = 1000
LARGE = 150  # per cent


class Bar(QProgressBar):
    """A calm bar that only ever stands where the work is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setRange(0, PARTS)
        self.setTextVisible(False)
        self.setFixedHeight(10)
        self.setAccessibleName(name)
        self.come(0.0)

    def come(self, done: float) -> None:
        """From 0 to 1."""
        self.setValue(round(done * PARTS))


class WorkFoot(Card):
    """One line: a bar with Cancel while something is done, then how it ended; hidden when there is nothing to say."""

    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(margins=(20, 14, 20, 14))
        self.busy = False
        self._says = PlainLabel()
        self._bar = Bar("")
        self._well, self._ill = Picture(theme, "check", "teal", 22), Picture(theme, "info", "amber", 22)
        self._stop = Button(_("Cancel"))
        self._stop.clicked.connect(self._cancel)
        self._others = row()
        line = row(self._well, self._ill, column(self._says, self._bar, spacing=8), self._stop)
        line.setStretch(2, 1)
        self.add(line)
        # Beside the words, or below them where there is little room.
        (self.column if theme.text_size >= LARGE else line).addLayout(self._others)
        self.clear()

    def begin(self, says: str) -> None:
        """Work begins; the keyboard goes to Cancel, since what it was on is switched off meanwhile."""
        self._show(says, self._bar, self._stop)
        self.busy = True
        self._bar.setAccessibleName(says)
        self._bar.come(0.0)
        self._stop.rename(_("Cancel"))
        self._stop.setEnabled(True)
        self._stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def come(self, done: float) -> None:
        """From 0 to 1."""
        self._bar.come(done)

    def end(self, says: str, *buttons: Button) -> None:
        """It is done; what can be done about it now."""
        self._show(says, self._well)
        for button in buttons:
            self._others.addWidget(button)
            button.show()
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def fail(self, says: str) -> None:
        """It was not done, and why."""
        self._show(says, self._ill)

    def clear(self) -> None:
        """Nothing to say."""
        self._show("")

    def _show(self, says: str, *parts: QWidget) -> None:
        self.busy = False
        empty(self._others)
        self._says.setText(says)
        for part in (self._well, self._ill, self._bar, self._stop):
            part.setVisible(part in parts)
        self.setVisible(bool(says))

    def _cancel(self) -> None:
        self._stop.setEnabled(False)
        self._stop.rename(_("Stopping…"))
        self.cancelled.emit()
