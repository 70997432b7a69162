"""Hears that the system wants this process to end, so that it ends in good order."""

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """Says `asked` on the window's thread; Windows ends programs by their windows, so nothing is to be heard there."""

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if sys.platform == "win32":  # pragma: no cover - Windows only
            return
        # Python writes the number of a signal into the one end, which wakes the loop at the other.
        self._read, self._write = os.pipe()
        for end in (self._read, self._write):
            os.set_blocking(end, False)
        self._before = {number: signal.signal(number, heard) for number in map(signal.Signals.__getitem__, SIGNALS)}
        self._woke_before = signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def end(self) -> None:
        """As it was before."""
        if sys.platform == "win32":  # pragma: no cover - Windows only
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._woke_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        os.close(self._read)
        os.close(self._write)

    def _woken(self) -> None:
        os.read(self._read, 100)
        self.asked.emit()


def heard(_number: int, _frame: FrameType | None) -> None:
    """In the place of what would end the process at once."""
