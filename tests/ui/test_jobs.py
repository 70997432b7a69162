"""Background work: one thing after the other, and always an answer."""

import logging
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.ui.jobs import Jobs, guarded

PRIVATE = "Younger was at the swimming pool"


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.stop()
    jobs.deleteLater()


def never(error: object) -> None:
    raise AssertionError(f"not expected: {error}")


def failing(error: Exception) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def test_a_result_comes_back(qtbot: QtBot, jobs: Jobs) -> None:
    results: list[int] = []
    jobs.run(lambda: 6 * 7, results.append, never)
    qtbot.waitUntil(lambda: results == [42])


def test_work_is_done_off_the_windows_thread_and_answered_on_it(qtbot: QtBot, jobs: Jobs) -> None:
    threads: list[threading.Thread] = []

    def answered(worked_on: threading.Thread) -> None:
        threads.extend((worked_on, threading.current_thread()))

    jobs.run(threading.current_thread, answered, never)
    qtbot.waitUntil(lambda: len(threads) == 2)
    worker, window = threads
    assert worker is not window
    assert window is threading.main_thread()


def test_nothing_is_answered_before_the_window_has_time_for_it(qtbot: QtBot, jobs: Jobs) -> None:
    results: list[int] = []
    done = threading.Event()
    jobs.run(lambda: done.set() or 1, results.append, never)
    assert done.wait(10)
    assert results == []
    qtbot.waitUntil(lambda: results == [1])


def test_things_are_done_one_after_the_other_in_the_order_asked_for(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[str] = []
    first_may_end = threading.Event()

    def first() -> str:
        order.append("first begins")
        assert first_may_end.wait(10)
        return "first answered"

    def second() -> str:
        order.append("second begins")
        return "second answered"

    jobs.run(first, order.append, never)
    jobs.run(second, order.append, never)
    first_may_end.set()
    qtbot.waitUntil(lambda: "second answered" in order)
    assert order.index("first begins") < order.index("second begins")
    assert order.index("first answered") < order.index("second answered")


def test_a_refusal_comes_back_as_it_is(qtbot: QtBot, jobs: Jobs) -> None:
    refusals: list[FamilySafeError] = []
    refusal = FamilySafeError(Code.DISK_FULL)
    jobs.run(failing(refusal), never, refusals.append)
    qtbot.waitUntil(lambda: refusals == [refusal])


def test_after_a_refusal_the_next_thing_is_done(qtbot: QtBot, jobs: Jobs) -> None:
    said: list[object] = []
    jobs.run(failing(FamilySafeError(Code.DISK_FULL)), never, said.append)
    jobs.run(lambda: "done", said.append, never)
    qtbot.waitUntil(lambda: said[-1:] == ["done"])


def test_what_nobody_expected_becomes_a_refusal(qtbot: QtBot, jobs: Jobs) -> None:
    refusals: list[FamilySafeError] = []
    jobs.run(failing(ValueError(PRIVATE)), never, refusals.append)
    qtbot.waitUntil(lambda: bool(refusals))
    assert refusals[0].code is Code.DISK_REFUSES
    assert PRIVATE not in f"{refusals[0]}{refusals[0].details}"


def test_the_log_of_it_holds_its_type_and_no_values(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(FamilySafeError):
        guarded(failing(ValueError(PRIVATE)))
    assert [record.getMessage() for record in caplog.records] == ["job failed: ValueError"]
    assert PRIVATE not in caplog.text
    assert not any(record.exc_info for record in caplog.records)


def test_stopping_waits_for_what_is_under_way(qapp: QApplication) -> None:
    jobs = Jobs()
    done: list[str] = []
    answered: list[None] = []
    begun, may_end = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        may_end.wait(10)
        done.append("saved")

    jobs.run(work, answered.append, never)
    assert begun.wait(10)
    threading.Thread(target=may_end.set).start()
    jobs.stop()
    assert done == ["saved"]
    jobs.deleteLater()


def test_after_stopping_nothing_new_is_taken(qapp: QApplication) -> None:
    jobs = Jobs()
    jobs.stop()
    with pytest.raises(RuntimeError):
        jobs.run(lambda: None, never, never)
    jobs.deleteLater()


def test_what_was_answered_too_late_is_not_delivered(qtbot: QtBot) -> None:
    jobs = Jobs()
    answers: list[str] = []

    def asks_again(answer: str) -> None:
        answers.append(answer)
        jobs.run(lambda: "again", answers.append, never)

    jobs.run(lambda: "once", asks_again, never)
    jobs.stop()
    QApplication.processEvents()
    QApplication.sendPostedEvents()
    assert answers == []
    jobs.deleteLater()
