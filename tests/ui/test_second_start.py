"""A second start brings the first window forward, or says in a window of its own that there is one."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.ui import second_start
from familysafe.ui.holding import LOCK_FILE, Hold
from familysafe.ui.second_start import BELL, TOKEN, Doorbell, Visit, answers, bring_forward, hang, meet
from tests.ui.conftest import Start
from tests.ui.eyes import press, says

Again = Callable[[FamilySafeError], None]
TAKEN = FamilySafeError(Code.ALREADY_OPEN)


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def parent(qapp: QApplication) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


@pytest.fixture
def bell(tmp_path: Path, parent: QObject) -> Iterator[Doorbell]:
    bell = Doorbell(tmp_path, parent)
    yield bell
    bell.end()


def test_a_ring_is_heard_and_answered(
    qtbot: QtBot, tmp_path: Path, bell: Doorbell, parent: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit, tokens = Visit(tmp_path, 5000, parent), list[str | None]()
    bell.rung.connect(lambda: tokens.append(os.environ.get(TOKEN)))
    monkeypatch.setenv(TOKEN, "one may come forward by it")
    with qtbot.waitSignals([bell.rung, visit.ended]):
        visit.begin()
        monkeypatch.delenv(TOKEN)
    assert tokens == ["one may come forward by it"]
    assert list(tmp_path.iterdir()) == []


def test_it_is_for_this_account_only(tmp_path: Path) -> None:
    hang(tmp_path / BELL)
    assert stat.S_IMODE((tmp_path / BELL).stat().st_mode) & 0o077 == 0


def test_several_may_ring_at_once(qtbot: QtBot, tmp_path: Path, parent: QObject) -> None:
    visits = [Visit(tmp_path, 5000, parent) for _number in range(3)]
    answers = list[bool]()
    for visit in visits:
        visit.ended.connect(answers.append)
        visit.begin()
    bell = Doorbell(tmp_path, parent)
    qtbot.waitUntil(lambda: answers == [True, True, True])
    bell.end()


def test_one_that_was_hung_before_is_heard_too(qtbot: QtBot, tmp_path: Path, parent: QObject) -> None:
    (tmp_path / BELL).touch()
    bell = Doorbell(tmp_path, parent)
    with qtbot.waitSignal(bell.rung):
        pass
    assert not (tmp_path / BELL).exists()
    bell.end()


def test_one_that_is_at_its_start_itself_is_waited_for(qtbot: QtBot, tmp_path: Path, parent: QObject) -> None:
    visit = Visit(tmp_path, 5000, parent)
    visit.begin()
    qtbot.wait(50)
    bell = Doorbell(tmp_path, parent)
    with qtbot.waitSignal(visit.ended) as said:
        pass
    assert said.args == [True]
    bell.end()


def test_patience_ends_and_leaves_nothing(qtbot: QtBot, tmp_path: Path, parent: QObject) -> None:
    visit = Visit(tmp_path, 30, parent)
    with qtbot.waitSignal(visit.ended) as said:
        visit.begin()
    assert said.args == [False]
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_nobody_is_waited_for(qtbot: QtBot, tmp_path: Path, parent: QObject) -> None:
    visit = Visit(tmp_path / "none", 60_000, parent)
    with qtbot.waitSignal(visit.ended) as said:
        visit.begin()
    assert said.args == [False]


@pytest.fixture
def hold(tmp_path: Path) -> Hold:
    return Hold(tmp_path)


@pytest.fixture
def start_again(qapp: QApplication, hold: Hold, tmp_path: Path) -> Again:
    """A start that was refused."""
    return partial(meet, qapp, qapp.exec, tmp_path, hold)


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """No other window answers; how long each was waited for."""
    waited: list[int] = []

    def silent(_application: QApplication, _run: object, _data: Path, patience: int) -> bool:
        waited.append(patience)
        return False

    monkeypatch.setattr(second_start, "answers", silent)
    return waited


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[FamilySafeError]:
    told: list[FamilySafeError] = []
    monkeypatch.setattr(second_start, "show", lambda *about: told.append(about[-1]))
    return told


def has_terminal(monkeypatch: pytest.MonkeyPatch, *, has: bool) -> None:
    monkeypatch.setattr(second_start, "has_terminal", lambda: has)


def test_one_that_answered_is_enough(
    qapp: QApplication, hold: Hold, tmp_path: Path, shown: list[FamilySafeError], monkeypatch: pytest.MonkeyPatch
) -> None:
    has_terminal(monkeypatch, has=False)
    monkeypatch.setattr(second_start, "answers", lambda *_about: True)
    with pytest.raises(FamilySafeError) as refused:
        meet(qapp, qapp.exec, tmp_path, hold, TAKEN)
    assert refused.value is TAKEN
    assert shown == []


@pytest.mark.parametrize("terminal", [True, False])
def test_where_none_answers_it_is_told_in_a_window_unless_there_is_a_terminal(
    start_again: Again, nobody: list[int], shown: list[FamilySafeError], monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    has_terminal(monkeypatch, has=terminal)
    with pytest.raises(FamilySafeError):
        start_again(TAKEN)
    assert nobody == [second_start.PATIENCE]
    assert shown == ([] if terminal else [TAKEN])


def test_another_refusal_rings_nowhere(
    start_again: Again, nobody: list[int], shown: list[FamilySafeError], monkeypatch: pytest.MonkeyPatch
) -> None:
    has_terminal(monkeypatch, has=False)
    refusal = FamilySafeError(Code.DISK_REFUSES)
    with pytest.raises(FamilySafeError):
        start_again(refusal)
    assert (nobody, shown) == ([], [refusal])


def test_a_lock_left_on_a_disk_that_is_full_is_no_other_window(
    qapp: QApplication, hold: Hold, tmp_path: Path, nobody: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / LOCK_FILE).touch()
    monkeypatch.setattr("familysafe.ui.holding.what_hinders", lambda _folder: Code.DISK_FULL)
    meet(qapp, qapp.exec, tmp_path, hold, TAKEN)
    assert hold.why_not is Code.DISK_FULL
    assert nobody == [second_start.LITTLE_PATIENCE]


def test_whether_somebody_reads_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert not second_start.has_terminal()


@pytest.fixture
def loop(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The loop of a start of its own, which ends with a code."""
    codes: list[int] = []

    def run() -> int:
        qtbot.waitUntil(lambda: bool(codes))
        return codes[-1]

    monkeypatch.setattr(qapp, "exec", run, raising=False)
    monkeypatch.setattr(qapp, "exit", lambda code=0: codes.append(int(code)), raising=False)
    return codes


def test_a_start_waits_for_the_answer(qapp: QApplication, tmp_path: Path, bell: Doorbell, loop: list[int]) -> None:
    assert answers(qapp, qapp.exec, tmp_path, 5000)
    loop.clear()
    bell.end()
    assert not answers(qapp, qapp.exec, tmp_path, 30)


def test_the_sentence_stands_in_a_window_until_it_is_closed(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, loop: list[int]
) -> None:
    def close() -> None:
        (dialog,) = [one for one in qapp.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        assert says(dialog, "FamilySafe is already open on this computer.")
        press(dialog, "Close")

    QTimer.singleShot(50, close)
    second_start.show(qapp, qapp.exec, tmp_path, TAKEN)
    assert loop == [1]


def test_a_minimised_window_comes_forward(qtbot: QtBot, start: Start) -> None:
    shell = start()
    shell.window.showMinimized()
    bring_forward([shell.window])
    assert not shell.window.isMinimized()
    qtbot.waitUntil(shell.window.isActiveWindow)


def test_the_shell_answers_a_ring(qtbot: QtBot, start: Start, tmp_path: Path, parent: QObject) -> None:
    shell = start(sample=False)
    (tmp_path / "data").mkdir(exist_ok=True)
    shell.listen()
    shell.window.showMinimized()
    visit = Visit(tmp_path / "data", 5000, parent)
    with qtbot.waitSignal(visit.ended):
        visit.begin()
    assert not shell.window.isMinimized()


def test_what_is_being_left_does_not_come_back(start: Start) -> None:
    shell = start()
    shell.desk._asked = 1
    shell.leave(75)
    shell._come_forward()
    assert not shell.window.isVisible()


def test_the_sample_hears_no_ring(start: Start, tmp_path: Path) -> None:
    start().listen()
    assert not (tmp_path / "data").exists()


def test_a_window_that_has_closed_does_not_begin_to_listen(start: Start, tmp_path: Path) -> None:
    shell = start(sample=False)
    shell._is_over = True
    shell.listen()
    assert (shell._doorbell, shell._ending) == (None, None)


def test_what_watches_is_gone_at_the_end(tmp_path: Path, parent: QObject) -> None:
    bell = Doorbell(tmp_path, parent)
    bell.end()
    bell.end()
    assert not isValid(bell._watch)
