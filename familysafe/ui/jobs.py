"""The one door to background work: one worker, which owns the store."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from familysafe.domain.errors import Code, FamilySafeError

T = TypeVar("T")


class Jobs(QObject):
    """Runs work one after the other off the window's thread and brings results back to it."""

    _arrived = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[FamilySafeError], None]) -> None:
        """`then` gets the result, or `failed` the refusal, on the window's thread."""

        def hand_over(done: Future[T]) -> None:
            self._arrived.emit(done, (then, failed))

        self._worker.submit(guarded, work).add_done_callback(hand_over)

    def stop(self) -> None:
        """Waits for what is under way; nothing new is taken."""
        self._worker.shutdown(wait=True)

    @Slot(object, object)
    def _deliver(
        self, done: Future[Any], ways: tuple[Callable[[Any], None], Callable[[FamilySafeError], None]]
    ) -> None:
        then, failed = ways
        error = done.exception()
        if isinstance(error, FamilySafeError):
            failed(error)
        else:
            then(done.result())


def guarded(work: Callable[[], T]) -> T:
    """Any other error becomes a refusal; its type is logged, never its text, which may hold what is private."""
    try:
        return work()
    except FamilySafeError:
        raise
    except Exception as error:
        logging.getLogger("familysafe").error("job failed: %s", type(error).__name__)  # noqa: TRY400 - never values
        raise FamilySafeError(Code.DISK_REFUSES) from error
