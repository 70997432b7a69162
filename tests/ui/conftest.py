"""The app's own QApplication off screen, a theme, whole windows to walk through, and a look at what is left behind."""

import gc
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from familysafe.app.paths import resources
from familysafe.content.compiled import Compiled
from familysafe.domain.memory import Memory
from familysafe.domain.views import Appearance
from familysafe.ui.desk import Desk
from familysafe.ui.jobs import Jobs
from familysafe.ui.main import Shell, make_application
from familysafe.ui.sheet import style_sheet
from familysafe.ui.theme import LIGHT, Palette, Theme
from familysafe.ui.window import Window
from familysafe.ui.wiring import Wiring
from tests.builders import small_content
from tests.ui.homes import NOON, Home, MemoryStore, a_memory, opener

EVENING = datetime.fromisoformat("2026-11-21T19:30")
Show = Callable[..., QWidget]
Start = Callable[..., Shell]
Leave = Callable[[Shell], None]
Live = Callable[..., Home]


@pytest.fixture(scope="session")
def qapp_cls() -> Callable[[list[str]], QApplication]:
    """The application as the app makes it, on a display that is not there."""

    def make(_arguments: list[str]) -> QApplication:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("QT_QPA_PLATFORM", "offscreen")
            return make_application()

    return make


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """After each test: no thread more than before it, no timer that still runs, and no window."""
    before = set(threading.enumerate())
    yield
    bury(qapp)
    assert set(threading.enumerate()) <= before, "a thread was left behind"
    assert running_timers(qapp) == [], "a timer was left behind"
    left = [one for one in qapp.topLevelWidgets() if one.isVisible()]
    names = [f"{type(one).__name__} {one.windowTitle()}" for one in left]
    for one in left:
        one.hide()
    assert names == [], "a window was left open"


@pytest.fixture(autouse=True)
def clean_look(qapp: QApplication) -> Iterator[None]:
    """What a test does to the look of the whole application ends with it."""
    font, palette = qapp.font(), qapp.palette()
    yield
    bury(qapp)
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def make_theme(qapp: QApplication) -> Callable[..., Theme]:
    """Makes a theme and dresses the application in it."""

    def make(palette: Palette = LIGHT, text_size: int = 100) -> Theme:
        theme = Theme(palette, text_size, resources() / "icons")
        qapp.setFont(theme.font())
        qapp.setPalette(theme.qt_palette())
        qapp.setStyleSheet(style_sheet(theme))
        return theme

    return make


@pytest.fixture
def theme(make_theme: Callable[..., Theme]) -> Theme:
    """The light look at 100 %."""
    return make_theme()


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows a widget at a size and waits until it is on the screen and laid out."""

    def shown(widget: QWidget, width: int = 900, height: int = 700) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        QApplication.sendPostedEvents()
        return widget

    return shown


@pytest.fixture
def started() -> Iterator[list[Shell]]:
    """The apps that run; those that still do are closed."""
    shells: list[Shell] = []
    yield shells
    for shell in shells:
        end(shell)


@pytest.fixture
def leave(started: list[Shell]) -> Leave:
    """Closes an app before the test ends."""

    def out(shell: Shell) -> None:
        started.remove(shell)
        end(shell)

    return out


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, content: Compiled, tmp_path: Path, started: list[Shell]) -> Start:
    """Starts the whole app on the real content and waits for what the desk says."""

    def begin(
        *,
        sample: bool = True,
        data: Path = tmp_path / "data",
        content: Compiled = content,
        appearance: Appearance | None = None,
        says: str = "changed",
    ) -> Shell:
        shell = Shell(qapp, content, data, sample=sample, now=lambda: EVENING)
        started.append(shell)
        if appearance is not None:
            shell._appearance_changed(appearance)
        with qtbot.waitSignal(getattr(shell.desk, says)):
            shell.start()
        return shell

    return begin


@pytest.fixture
def live(qapp: QApplication, qtbot: QtBot, theme: Theme) -> Iterator[Callable[..., Home]]:
    """Opens a window on a memory (by default a family that has started), on small content."""
    made: list[tuple[Home, Jobs]] = []

    def begin(
        memory: Memory | None = None,
        *,
        throw_away: bool = False,
        content: Compiled | None = None,
        store: MemoryStore | None = None,
    ) -> Home:
        content = content or small_content()
        store, jobs = store or MemoryStore(memory or a_memory()), Jobs()
        desk, window = Desk(content, jobs, jobs), Window(theme)
        wiring = Wiring(content, desk, window, Appearance(look="light"), "/home/somebody/FamilySafe", lambda: NOON)
        home = Home(window, wiring, desk, store, qtbot)
        made.append((home, jobs))
        window.resize(1280, 800)
        window.show()
        home.after(lambda: desk.open(opener(content, store, throw_away=throw_away)))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return home

    yield begin
    for home, jobs in made:
        home.window.close()
        home.window.deleteLater()
        home.desk.close()
        jobs.deleteLater()


def end(shell: Shell) -> None:
    """Closes a window as a person would, and the worker behind it."""
    shell.window.close()
    shell.window.deleteLater()
    shell.close()
    shell.deleteLater()


def bury(application: QApplication) -> None:
    """Deletes what was left to be deleted later."""
    for _again in range(3):
        application.sendPostedEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def running_timers(application: QApplication) -> list[QTimer]:
    """Timers that have an owner alive, and those that Python still knows."""
    found = [timer for widget in application.topLevelWidgets() for timer in widget.findChildren(QTimer)]
    found += application.findChildren(QTimer)
    found += [one for one in gc.get_objects() if type(one) is QTimer and shiboken6.isValid(one)]
    return [timer for timer in found if timer.isActive()]
