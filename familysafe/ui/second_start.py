"""A second start of the same data folder: the window that is open comes forward.

The two talk by a socket that lies in the data folder, and on Windows by a named pipe; no network is in it.
"""

import os
import sys
from collections.abc import Callable, Iterable
from functools import partial
from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

from familysafe.app.paths import resources
from familysafe.app.preferences import read_appearance
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.ui.holding import Hold
from familysafe.ui.sheet import style_sheet
from familysafe.ui.theme import Theme, palette_for
from familysafe.ui.widgets.dialog import Tell
from familysafe.words.language import _
from familysafe.words.problems import next_step, sentence

SOCKET = "open.socket"
# Where windows may not come forward by themselves, this is by what one is allowed to.
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - a name, not a secret
LONGEST = 1000
HERE = b"here\n"
PATIENCE = 15_000  # milliseconds: the first one may be at its start itself
LITTLE_PATIENCE = 1000
AGAIN = 100
Run = Callable[[], int]


def address(data: Path) -> str:
    """Where a window of this data folder can be reached."""
    if sys.platform == "win32":
        return f"familysafe-{blake2b(str(data.absolute()).encode(), digest_size=16).hexdigest()}"
    return str(data.absolute() / SOCKET)


class Doorbell(QObject):
    """Rings in the window that is open when somebody starts another; silent where nothing can be written."""

    rung = Signal()

    def __init__(self, data: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._came)
        QLocalServer.removeServer(address(data))  # of a process that was killed: the folder is ours
        self._server.listen(address(data))

    def end(self) -> None:
        self._server.close()

    def _came(self) -> None:
        visitor = self._server.nextPendingConnection()
        visitor.disconnected.connect(visitor.deleteLater)
        visitor.readyRead.connect(partial(self._answer, visitor))

    def _answer(self, visitor: QLocalSocket) -> None:
        token = bytes(visitor.read(LONGEST).data()).strip()
        if token:
            os.environ[TOKEN] = os.fsdecode(token)
        self.rung.emit()
        visitor.write(HERE)
        visitor.disconnectFromServer()


class Visit(QObject):
    """Rings until it is answered, or until patience ends; `ended` says which."""

    ended = Signal(bool)

    def __init__(self, data: Path, patience: int, parent: QObject) -> None:
        super().__init__(parent)
        self._address = address(data)
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._ring)
        self._socket.readyRead.connect(partial(self._end, answered=True))
        self._socket.errorOccurred.connect(self._wait)
        self._again, self._patience = QTimer(self), QTimer(self)
        for timer, length, then in ((self._again, AGAIN, self.begin), (self._patience, patience, self._end)):
            timer.setSingleShot(True)
            timer.setInterval(length)
            timer.timeout.connect(then)

    def begin(self) -> None:
        if not self._patience.isActive():
            self._patience.start()
        self._socket.connectToServer(self._address)

    def _ring(self) -> None:
        self._socket.write(os.fsencode(os.environ.get(TOKEN, ""))[: LONGEST - 1] + b"\n")

    def _wait(self) -> None:
        if self._patience.isActive():
            self._again.start()

    def _end(self, *, answered: bool = False) -> None:
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
