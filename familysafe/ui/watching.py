"""Notices that nobody is here: nothing typed or moved, the computer asleep, on Linux the screen locked."""

import sys
import time
from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

WARNING = 30  # seconds before locking
TICK = 1000  # milliseconds
SLEPT = 30  # seconds between two ticks after which this computer must have been asleep
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Watch(QObject):
    """Counts the seconds since somebody was here; does nothing until it is told after how many to speak.

    `left` says that somebody has gone; `warned` gives the seconds that are left, 0 when somebody is back.
    """

    left = Signal()
    warned = Signal(int)

    def __init__(
        self,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._clock, self._wall = clock, wall
        self._patience = 0.0
        self._touched = self._ticked = clock()
        self._ticked_wall = wall()
        self._warning = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)

    def begin(self, minutes: int) -> None:
        """Speaks after so many minutes without a touch; 0 leaves only sleep and screen lock."""
        self._patience = minutes * 60.0
        if not self._timer.isActive():
            self._ticked, self._ticked_wall = self._clock(), self._wall()
            self.touched()
            self._listen()
            self._timer.start()

    def end(self) -> None:
        self._timer.stop()

    @Slot()
    def touched(self) -> None:
        """Somebody is here."""
        self._touched = self._clock()
        if self._warning:
            self._warning = False
            self.warned.emit(0)

    @Slot()
    def tick(self) -> None:
        """Looks at the clocks once."""
        now, wall = self._clock(), self._wall()
        slept = max(now - self._ticked, wall - self._ticked_wall) > SLEPT
        self._ticked, self._ticked_wall = now, wall
        idle = now - self._touched
        if slept or (self._patience and idle >= self._patience):
            self.gone()
        elif self._patience and idle >= self._patience - WARNING:
            self._warning = True
            self.warned.emit(round(self._patience - idle))

    @Slot()
    def gone(self) -> None:
        self.end()
        self.left.emit()

    @Slot(bool)
    def gone_if(self, away: bool) -> None:
        if away:
            self.gone()

    def watch(self, window: QWindow | None) -> None:
        """Follows the touches of one more of our windows."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self.touched()
        return False

    def _listen(self) -> None:
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.watch)
            self.watch(QGuiApplication.focusWindow())
        if sys.platform == "linux":
            # Only here: the bus is loaded for families that have something to lock.
            import_module("familysafe.ui.sleep").listen(self)
