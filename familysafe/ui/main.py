"""Starts the window: application, look, content, desk, wiring."""

import faulthandler
import gc
import logging
import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from familysafe.app.display import why_no_display
from familysafe.app.opening import open_emptied, open_kept, open_sample, open_thrown_away
from familysafe.app.paths import data_folder, resources
from familysafe.app.preferences import keep_appearance, read_appearance
from familysafe.app.relaunch import HIDE
from familysafe.content.compiled import Compiled
from familysafe.content.load import load
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.views import Appearance
from familysafe.finding.search import guessing
from familysafe.ui.daily import Daily
from familysafe.ui.desk import Desk
from familysafe.ui.guard import Guard
from familysafe.ui.holding import Hold
from familysafe.ui.jobs import Jobs
from familysafe.ui.sheet import style_sheet
from familysafe.ui.theme import Theme, palette_for
from familysafe.ui.window import Window
from familysafe.ui.wiring import Wiring
from familysafe.ui.work import Work

if TYPE_CHECKING:
    from argparse import Namespace

    from familysafe.ui.ending import Ending
    from familysafe.ui.leaving import Leaving
    from familysafe.ui.second_start import Doorbell

AFTER_FIRST_PAGE = 1000  # milliseconds
WAIT_FOR_FIRST_PAGE = 300


class Shell(QObject):
    """Owns the application's parts; the window is made anew when the look changes."""

    def __init__(
        self,
        application: QApplication,
        content: Compiled,
        data: Path,
        *,
        sample: bool,
        hold: Hold | None = None,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        self._application = application
        self._content, self._data, self._now = content, data, now
        self._sample = sample
        self.appearance = Appearance() if sample else read_appearance(data)
        self._jobs = Jobs(self)
        self.desk = Desk(content, self._jobs, self, hold)
        self.guard = Guard(self.desk, self.leave, self)
        self.daily = Daily(self.desk, self.today, self)
        self._minimised = False
        self._leaving: Leaving | None = None
        self._doorbell: Doorbell | None = None
        self._ending: Ending | None = None
        self._is_over = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(WAIT_FOR_FIRST_PAGE)
        self._patience.timeout.connect(self._appear)
        self.window, self.wiring = self._build()
        application.applicationStateChanged.connect(self._came_back)

    def start(self, *, minimised: bool = False) -> None:
        """Opens the household and shows the window."""
        kept = partial(open_kept, self._content, self._data, self.today)
        self.desk.open(partial(open_sample, self._content, self.today) if self._sample else kept)
        self._minimised = minimised
        # With its first page, so that nothing is painted twice; by itself where that page takes its time.
        self.desk.changed.connect(self._appear)
        self.desk.failed.connect(self._appear)
        self._patience.start()

    def _appear(self) -> None:
        """Once."""
        self._patience.stop()
        self.desk.changed.disconnect(self._appear)
        self.desk.failed.disconnect(self._appear)
        self.window.showMinimized() if self._minimised else self.window.show()

    def listen(self) -> None:
        """It ends when the system says so, and comes forward when somebody starts another; not a sample."""
        if self._is_over:
            return
        import_module("familysafe.ui.leaving")  # which may be wanted when newer files lie in its place
        self._ending = import_module("familysafe.ui.ending").Ending(self)
        self._ending.asked.connect(self._end)
        if not self._sample:
            self._doorbell = import_module("familysafe.ui.second_start").Doorbell(self._data, self)
            self._doorbell.rung.connect(self._come_forward)

    def today(self) -> date:
        return self._now().date()

    def leave(self, code: int) -> None:
        """Nothing is seen any more; once what was half written is kept, the process ends with a code."""
        if self._leaving is not None:
            return
        self.appearance = replace(self.appearance, geometry=as_text(self.window.saveGeometry()))
        for shown in self._application.topLevelWidgets():
            shown.hide()
        for work in self.findChildren(Work):
            work.stop()
        self.desk.fall_silent()
        # Only here: the first page does without.
        self._leaving = import_module("familysafe.ui.leaving").Leaving(
            self.desk, self.window.theme, str(self._data), self
        )
        # Without a code by `quit`, which is heard only while the application runs.
        self._leaving.ready.connect(partial(self._application.exit, code) if code else self._application.quit)
        try:
            self.window.keep_drafts()
            self._keep()
        finally:  # a process that is not seen any more has to end
            self._leaving.begin(code, minimised=code == HIDE)

    def close(self) -> None:
        """Ends the worker after all that was asked for is saved."""
        self._is_over = True
        self.guard.end()
        self._patience.stop()
        self.daily.end()
        for listening in (self._doorbell, self._ending):
            if listening is not None:
                listening.end()
        self._application.applicationStateChanged.disconnect(self._came_back)
        self.desk.close()
        if self._leaving is not None:
            self._leaving.end()

    def _build(self) -> tuple[Window, Wiring]:
        theme = Theme(palette_for(self.appearance.look), self.appearance.text_size, resources() / "icons")
        self._application.setFont(theme.font())
        self._application.setPalette(theme.qt_palette())
        self._application.setStyleSheet(style_sheet(theme))
        window = Window(theme)
        if not self.appearance.geometry or not window.restoreGeometry(geometry_of(self.appearance)):
            window.resize(1280, 800)
        wiring = Wiring(self._content, self.desk, window, self.appearance, str(self._data), self._now)
        wiring.appearance_changed.connect(self._appearance_changed)
        wiring.unsaved_asked.connect(self._use_without_saving)
        wiring.emptying_asked.connect(self._empty)
        window.closing.connect(self._closed)
        self.guard.follow(window, wiring)
        self.daily.follow(window)
        return window, wiring

    def _came_back(self) -> None:
        """The window is looked at again, or no more: it may be another day."""
        snapshot = self.desk.snapshot
        if snapshot and snapshot.plan.today != self.today():
            self.desk.refresh()

    def _appearance_changed(self, appearance: Appearance) -> None:
        before, self.appearance = self.appearance, appearance
        self._keep()
        if (before.look, before.text_size) != (appearance.look, appearance.text_size):
            self._rebuild()

    def _rebuild(self) -> None:
        old, shown, walks = self.window, self.window.shown(), self.wiring.walks
        old.keep_drafts()
        self.appearance = replace(self.appearance, geometry=as_text(old.saveGeometry()))
        self.desk.disconnect(self.wiring)
        self.window, self.wiring = self._build()
        self.wiring.walks = walks
        if self.desk.snapshot is not None:
            self.wiring.go(shown or "today")
        self.window.show()
        old.closing.disconnect()
        old.hide()
        old.deleteLater()

    def _use_without_saving(self) -> None:
        self.desk.open(partial(open_thrown_away, self._content, self.today))

    def _empty(self) -> None:
        self.desk.begin_again(partial(open_emptied, self._content, self._data, self.today), self._begin_anew)

    def _begin_anew(self) -> None:
        """As on the first day, in a window that knows nothing of what was there before."""
        self.appearance = Appearance()
        self._rebuild()
        self.wiring.home()

    def _come_forward(self) -> None:
        """What was hidden to be left stays so, but for what is asked there."""
        front = self._application.activeModalWidget()
        windows = (self.window, front or self.window) if self._leaving is None else (self._leaving.question,)
        import_module("familysafe.ui.second_start").bring_forward(filter(None, windows))

    def _end(self) -> None:
        """Nobody is asked: a session that ends does not wait for an answer."""
        self.leave(0)
        if self._leaving is not None:
            self._leaving.ask_no_more()

    def _closed(self) -> None:
        self.leave(0)

    def _keep(self) -> None:
        snapshot = self.desk.snapshot
        if not self._sample and not (snapshot and snapshot.throw_away):
            try:
                keep_appearance(self._data, self.appearance)
            except FamilySafeError:
                logging.getLogger("familysafe").warning("the window's look could not be kept")


def run_window(arguments: "Namespace") -> int:
    """The exit code: 0 after an ordinary end, those of `app.relaunch` to begin anew."""
    missing = why_no_display(os.environ)
    if missing:
        raise FamilySafeError(Code.NO_DISPLAY, why=missing)
    data: Path = arguments.data_dir or data_folder()
    faulthandler.enable()
    application = make_application()
    content = load(resources())
    hold = None if arguments.sample else Hold(data)
    if hold is not None:
        try:
            hold.take_or_read()
        except FamilySafeError as refusal:
            import_module("familysafe.ui.second_start").meet(application, application.exec, data, hold, refusal)
    shell = Shell(application, content, data, sample=arguments.sample, hold=hold)
    shell.start(minimised=arguments.minimised)
    settle_later(shell)
    code = application.exec()
    shell.close()
    if hold is not None:
        hold.let_go()
    return code


def settle_later(shell: Shell) -> None:
    """Once, a little after there was something for the first page to show; how soon that is depends on the computer."""

    def begin(_said: object) -> None:
        shell.desk.changed.disconnect(begin)
        shell.desk.failed.disconnect(begin)
        QTimer.singleShot(AFTER_FIRST_PAGE, shell, partial(settle_down, shell))

    shell.desk.changed.connect(begin)
    shell.desk.failed.connect(begin)


def settle_down(shell: Shell) -> None:
    """What the first page left for later."""
    gc.enable()
    shell.listen()
    # Looking for them makes Qt's own names, a hundred enumerations, before a hand on the mouse has to wait for them.
    hasattr(QtCore, "Qt")
    # What misspelt words are guessed at with takes long to load too, and is wanted while somebody types.
    guessing()


def make_application() -> QApplication:
    """The one QApplication, with the names by which desktops know it."""
    QGuiApplication.setDesktopFileName("org.familysafe.FamilySafe")
    # The style by argument: to name it by call loads the whole of QStyle into Python, a tenth of the start.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("FamilySafe")
    application.setQuitOnLastWindowClosed(False)  # the window may be gone before all that was written is saved
    application.setWindowIcon(QIcon(str(resources() / "icons" / "familysafe.svg")))
    # Qt would write what its own dialogs were used for into a file of this account; here it finds no such place.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    return application


def geometry_of(appearance: Appearance) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(appearance.geometry.encode()))


def as_text(geometry: QByteArray) -> str:
    return bytes(geometry.toBase64().data()).decode()
