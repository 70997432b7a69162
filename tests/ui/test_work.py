"""Long work: how far it has come is heard by the window, and a stop is heard by the worker."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.ui.jobs import Jobs
from familysafe.ui.work import Work


@pytest.fixture
def jobs(qapp: QApplication) -> object:
    jobs = Jobs()
    yield jobs
    jobs.stop()
    jobs.deleteLater()


@pytest.fixture
def work(qapp: QApplication) -> Work:
    parent = QObject(qapp)
    work = Work(parent)
    work.destroyed.connect(parent.deleteLater)
    return work


def steps(tell: Callable[[float], None]) -> str:
    for done in (0.0, 0.25, 0.251, 0.5, 1.0):
        tell(done)
    return "done"


def for_ever(tell: Callable[[float], None]) -> None:
    while True:
        tell(0.5)


def test_the_window_hears_how_far_it_has_come_and_how_it_ended(qtbot: QtBot, jobs: Jobs, work: Work) -> None:
    came: list[float] = []
    work.came.connect(came.append)
    with qtbot.waitSignal(work.ended) as ended:
        jobs.run(lambda: steps(work.tell), work.end, work.refuse)
    assert ended.args == ["done"]
    assert came == [0.25, 0.5, 1.0]


def test_what_is_stopped_ends_with_cancelled(qtbot: QtBot, jobs: Jobs, work: Work) -> None:
    work.came.connect(work.stop)
    with qtbot.waitSignal(work.refused) as refused:
        jobs.run(lambda: for_ever(work.tell), work.end, work.refuse)
    assert refused.args[0].code is Code.CANCELLED


def test_a_refusal_is_passed_on(qtbot: QtBot, work: Work) -> None:
    full = FamilySafeError(Code.DISK_FULL)
    with qtbot.waitSignal(work.refused) as refused, qtbot.assertNotEmitted(work.ended):
        work.refuse(full)
    assert refused.args == [full]


@pytest.mark.parametrize("way", ["end", "refuse"])
def test_it_is_gone_after_its_end(qtbot: QtBot, work: Work, way: str) -> None:
    with qtbot.waitSignal(work.destroyed):
        getattr(work, way)(FamilySafeError(Code.CANCELLED))
    assert not shiboken6.isValid(work)
