"""A second start of the same data folder: the window that is open comes forward.

The second one hangs a bell, a small file, into the folder; the first one takes it down, which is its answer.
"""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete, isValid

from familysafe.app.paths import resources
from familysafe.app.preferences import read_appearance
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.ui.holding import Hold
from familysafe.ui.sheet import style_sheet
from familysafe.ui.theme import Theme, palette_for
from familysafe.ui.widgets.dialog import Tell
from familysafe.words.language import _
from familysafe.words.problems import next_step, sentence

BELL = "open.bell"
# Where windows may not come forward by themselves, this is by what one is allowed to.
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - a name, not a secret
LONGEST = 1000
PATIENCE = 15_000  # milliseconds: the first one may be at its start itself
LITTLE_PATIENCE = 1000
AGAIN = 100
Run = Callable[[], int]


class Doorbell(QObject):
    """Rings in the window that is open when somebody starts another; silent where nothing can be written."""

    rung = Signal()

    def __init__(self, data: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._bell = data / BELL
        self._watch = QFileSystemWatcher(self)
        self._watch.directoryChanged.connect(self._look)
        if data.is_dir():
            self._watch.addPath(str(data))
        # One may have been hung while this one was at its start.
        QTimer.singleShot(0, self, self._look)

    def end(self) -> None:
        """Hears nothing more. What the watch holds of the system goes now, on the thread that it belongs to."""
        if isValid(self._watch):
            delete(self._watch)

    def _look(self) -> None:
        token = taken_down(self._bell)
        if token is None:
            return
        if token:
            os.environ[TOKEN] = token
        self.rung.emit()


def taken_down(bell: Path) -> str | None:
    """What the other one sent along; None where no bell hangs."""
    try:
        token = os.fsdecode(bell.read_bytes()[:LONGEST])
        bell.unlink()
    except OSError:
        return None
    return token


def hang(bell: Path) -> None:
    """For this account only; one that hangs already rings for both. An OSError where nothing can be written."""
    with suppress(FileExistsError):
        handle = os.open(bell, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(handle, os.fsencode(os.environ.get(TOKEN, ""))[:LONGEST])
        finally:
            os.close(handle)


class Visit(QObject):
    """Rings until it is answered, or until patience ends; `ended` says which."""

    ended = Signal(bool)

    def __init__(self, data: Path, patience: int, parent: QObject) -> None:
        super().__init__(parent)
        self._bell = data / BELL
        self._again, self._patience = QTimer(self), QTimer(self)
        self._again.setInterval(AGAIN)
        self._again.timeout.connect(self._look)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience)
        self._patience.timeout.connect(self._give_up)

    def begin(self) -> None:
        try:
            hang(self._bell)
        except OSError:
            self._end(answered=False)
        else:
            self._patience.start()
            self._again.start()

    def _look(self) -> None:
        if not self._bell.exists():
            self._end(answered=True)

    def _give_up(self) -> None:
        with suppress(OSError):
            self._bell.unlink()
        self._end(answered=False)

    def _end(self, *, answered: bool) -> None:
        self._again.stop()
        self._patience.stop()
        self.ended.emit(answered)


def meet(application: QApplication, run: Run, data: Path, hold: Hold, refusal: FamilySafeError) -> None:
    """What a start does that could not hold its folder: the refusal is raised again, after it was seen.

    `run` is the application's loop. Where the lock is only left over, on a disk on which nothing can be written, it
    returns, and the folder is opened for reading.
    """
    if refusal.code is Code.ALREADY_OPEN:
        hindered = hold.read_where_hindered()
        if answers(application, run, data, LITTLE_PATIENCE if hindered else PATIENCE):
            raise refusal
        if hindered:
            return
    if not has_terminal():
        show(application, run, data, refusal)
    raise refusal


def answers(application: QApplication, run: Run, data: Path, patience: int) -> bool:
    """True once another window said that it is there, and came forward."""
    visit = Visit(data, patience, application)
    visit.ended.connect(application.exit)
    QTimer.singleShot(0, visit.begin)
    answered = bool(run())
    visit.deleteLater()
    return answered


def has_terminal() -> bool:
    """True where somebody may read what is said there; a click on an icon has none."""
    return sys.stderr is not None and sys.stderr.isatty()


def show(application: QApplication, run: Run, data: Path, refusal: FamilySafeError) -> None:
    """A small window with the sentence, until it is closed."""
    appearance = read_appearance(data)
    theme = Theme(palette_for(appearance.look), appearance.text_size, resources() / "icons")
    application.setFont(theme.font())
    application.setPalette(theme.qt_palette())
    application.setStyleSheet(style_sheet(theme))
    told = Tell(theme, sentence(refusal), (next_step(refusal),), _("Close"), None)
    told.finished.connect(application.exit)
    told.show()
    run()


def bring_forward(windows: Iterable[QWidget]) -> None:
    """Shows them over everything else, also from minimised; the last one gets the keyboard."""
    for window in windows:
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
