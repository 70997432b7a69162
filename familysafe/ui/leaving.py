"""Ends the window only when all that was written is saved, or when somebody said that it may go without."""

from PySide6.QtCore import QObject, Signal

from familysafe.app.relaunch import AGAIN
from familysafe.domain.errors import FamilySafeError
from familysafe.ui.desk import Desk
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.dialog import Dialog
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _
from familysafe.words.problems import next_step, sentence


class Leaving(QObject):
    """Waits until every change was answered; `ready` when the process may end. Nothing private is shown meanwhile."""

    ready = Signal()

    def __init__(self, desk: Desk, theme: Theme, folder: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._theme, self._folder = desk, theme, folder
        self._code, self._minimised, self._asks = 0, False, True
        self._is_ready = False
        self.question: Question | None = None
        desk.settled.connect(self._settled)

    def begin(self, code: int, *, minimised: bool = False) -> None:
        """Ends at once where nothing waits to be saved."""
        self._code, self._minimised = code, minimised
        self._look()

    def ask_no_more(self) -> None:
        """Nobody could answer any more: it goes as soon as every change was answered."""
        self._asks = False
        self._look()

    def _look(self) -> None:
        if self._desk.is_settled:
            self._settled()

    def end(self) -> None:
        if self.question is not None:
            self.question.hide()
            self.question.deleteLater()
            self.question = None

    def _settled(self) -> None:
        refused = self._desk.unsaved
        if not refused or not self._asks:
            self._go()
        elif self.question is None:
            self.question = Question(self._theme, self._code)
            self.question.again.connect(self._try_again)
            self.question.without.connect(self._go)
            self._say(refused[-1][1])
            self.question.showMinimized() if self._minimised else self.question.show()
        else:
            self._say(refused[-1][1])

    def _try_again(self) -> None:
        again, self._desk.unsaved = self._desk.unsaved, []
        for change, _error in again:
            self._desk.apply(change)

    def _go(self) -> None:
        self.end()
        if not self._is_ready:
            self._is_ready = True
            self.ready.emit()

    def _say(self, error: FamilySafeError) -> None:
        error.details.setdefault("folder", self._folder)
        if self.question is not None:
            self.question.say(error)


class Question(Dialog):
    """In the place of the window, which is hidden; only one of its two answers ends it."""

    again = Signal()
    without = Signal()

    def __init__(self, theme: Theme, code: int) -> None:
        super().__init__(theme, _("What you did last is not saved yet"), None)
        self._says = PlainLabel("")
        self.add(self._says)
        without = Button(_("Lock without it") if code in AGAIN else _("Close without it"))
        again = Button(_("Try again"), "go")
        without.clicked.connect(self.without)
        again.clicked.connect(self.again)
        self.end_with(without, again)
        again.setFocus()

    def say(self, error: FamilySafeError) -> None:
        """Why, and what to do about it."""
        self._says.setText(f"{sentence(error)} {next_step(error)}")
        self.setAccessibleDescription(self._says.text())

    def reject(self) -> None:
        """Escape would leave nothing on the screen, and what was written nowhere."""
