"""Long work on the worker as the window sees it: how far it has come, how it ended, and a way to stop it."""

from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from familysafe.domain.errors import Code, FamilySafeError

STEP = 0.005  # what a bar can show


class Work(QObject):
    """`tell` is for the worker, all else for the window; gone after its end."""

    came = Signal(float)
    ended = Signal(object)
    refused = Signal(object)
    _told = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = Event()
        self._last = 0.0
        self._told.connect(self._arrived)  # queued, since it is emitted on the worker

    def tell(self, done: float) -> None:
        """Passes on how far the work has come, from 0 to 1; CANCELLED when it is to stop."""
        if self._stopped.is_set():
            raise FamilySafeError(Code.CANCELLED)
        if abs(done - self._last) >= STEP:
            self._last = done
            self._told.emit(done)

    def stop(self) -> None:
        """Asks it to end; `refused` with CANCELLED follows, or `ended` where it was through already."""
        self._stopped.set()

    def end(self, result: object) -> None:
        """It is done."""
        self.ended.emit(result)
        self.deleteLater()

    def refuse(self, error: FamilySafeError) -> None:
        """It was not done, or not to its end."""
        self.refused.emit(error)
        self.deleteLater()

    @Slot(float)
    def _arrived(self, done: float) -> None:
        self.came.emit(done)
