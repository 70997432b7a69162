"""The one door to background work: one worker, which owns the store."""

import logging
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from familysafe.domain.errors import Code, FamilySafeError

T = TypeVar("T")
Work = Callable[[], None]


class Jobs(QObject):
    """Runs work one after the other off the window's thread and brings results back to it."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: SimpleQueue[Work | None] = SimpleQueue()
        self._stopped = False
        self._arrived.connect(self._deliver)  # queued, since it is emitted on the worker
        self._worker = Thread(target=self._work, name="store", daemon=True)  # a window that fails must not wait for it
        self._worker.start()

    def run(self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[FamilySafeError], None]) -> None:
        """`then` gets the result, or `failed` the refusal, on the window's thread; RuntimeError after `stop`."""
        if self._stopped:
            raise RuntimeError("the worker has been stopped")

        def done() -> None:
            try:
                result = guarded(work)
            except FamilySafeError as refusal:
                error = refusal
                self._arrived.emit(lambda: failed(error))
            else:
                self._arrived.emit(lambda: then(result))

        self._waiting.put(done)

    def stop(self) -> None:
        """Waits for what was asked for before; nothing new is taken, and nobody is left to be answered."""
        if not self._stopped:
            self._stopped = True
            self._waiting.put(None)
        self._worker.join()

    def _work(self) -> None:
        while (work := self._waiting.get()) is not None:
            work()

    @Slot(object)
    def _deliver(self, answer: Work) -> None:
        # An answer may ask for more, and may reach here after the window that waited for it has closed.
        if not self._stopped:
            answer()


def guarded(work: Callable[[], T]) -> T:
    """Any other error becomes a refusal; its type is logged, never its text, which may hold what is private."""
    try:
        return work()
    except FamilySafeError:
        raise
    except Exception as error:
        logging.getLogger("familysafe").error("job failed: %s", type(error).__name__)  # noqa: TRY400 - never values
        raise FamilySafeError(Code.DISK_REFUSES) from error
