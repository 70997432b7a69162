"""Nobody is here: after a while, after sleep, at once when the system says so."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from familysafe.ui.watching import Watch
from tests.ui.conftest import Show

sleep = import_module("familysafe.ui.sleep")


class Clocks:
    """A steady clock and a clock on the wall, both at zero."""

    def __init__(self) -> None:
        self.steady = self.wall = 0.0

    def go_on(self, seconds: float, watch: Watch) -> None:
        """Second by second, as the timer would."""
        for _ in range(round(seconds)):
            self.steady += 1
            self.wall += 1
            watch.tick()


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watch(clocks: Clocks, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    heard: list[QObject] = []
    monkeypatch.setattr(sleep, "listen", heard.append)
    watch = Watch(clock=lambda: clocks.steady, wall=lambda: clocks.wall)
    watch.said = []  # type: ignore[attr-defined]
    watch.left.connect(lambda: watch.said.append("left"))  # type: ignore[attr-defined]
    watch.warned.connect(watch.said.append)  # type: ignore[attr-defined]
    watch.begin(5)
    yield watch
    watch.end()
    watch.deleteLater()


def said(watch: Watch) -> list[object]:
    return watch.said  # type: ignore[attr-defined, no-any-return]


def test_five_minutes_without_a_touch_lock_after_thirty_seconds_of_warning(watch: Watch, clocks: Clocks) -> None:
    clocks.go_on(269, watch)
    assert said(watch) == []
    clocks.go_on(31, watch)
    assert said(watch) == [*range(30, 0, -1), "left"]


def test_a_touch_takes_the_warning_back(watch: Watch, clocks: Clocks) -> None:
    clocks.go_on(280, watch)
    watch.touched()
    assert said(watch)[-1] == 0
    clocks.go_on(269, watch)
    assert said(watch)[-1] == 0


def test_every_key_and_every_movement_is_a_touch(qtbot: QtBot, show: Show, watch: Watch, clocks: Clocks) -> None:
    window = show(QWidget())
    watch.watch(window.windowHandle())
    for act in (lambda: qtbot.keyClick(window.windowHandle(), Qt.Key.Key_A), lambda: qtbot.mouseMove(window)):
        clocks.go_on(280, watch)
        assert said(watch)[-1] != 0
        act()
        qtbot.waitUntil(lambda: said(watch)[-1] == 0)


@pytest.mark.parametrize("which", ["steady", "wall"])
def test_a_gap_in_either_clock_was_sleep(watch: Watch, clocks: Clocks, which: str) -> None:
    setattr(clocks, which, 31.0)
    watch.tick()
    assert said(watch) == ["left"]


def test_a_clock_that_is_set_back_is_not_sleep(watch: Watch, clocks: Clocks) -> None:
    clocks.wall = -400 * 86_400.0
    watch.tick()
    assert said(watch) == []


def test_never_means_never_but_sleep_still_locks(watch: Watch, clocks: Clocks) -> None:
    watch.begin(0)
    clocks.go_on(4000, watch)
    assert said(watch) == []
    clocks.steady += 100
    watch.tick()
    assert said(watch) == ["left"]


def test_the_system_says_that_the_screen_is_locked_or_free(watch: Watch) -> None:
    watch.gone_if(False)
    assert said(watch) == []
    watch.gone_if(True)
    assert said(watch) == ["left"]
