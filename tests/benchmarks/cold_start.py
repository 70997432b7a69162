"""Started as a process of its own by the bench: shows a window, and says when its first page was painted.

Usage: cold_start.py bare | app DATA_FOLDER | help DATA_FOLDER. The last goes on from its first page to Help now and to
the first screen of what is asked for most, each as soon as the page before it was painted. Prints two numbers: the
monotonic clock at the last of these frames, in seconds, and the peak memory of the process, in kilobytes.
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

if sys.argv[1:2] != ["bare"]:
    sys.modules["typing_extensions"] = None  # comes with the tools of this tree; a family's installation has none

    from familysafe.__main__ import make_ready

    make_ready()  # as a family's start does before it loads the window, and Qt with it

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow

TILE = "Threatened over a picture or video"


class FirstPaint(QObject):
    """After the first paint of each thing that it watches it presses the next, and ends when nothing is left."""

    def __init__(self, *presses: Callable[[], None]) -> None:
        super().__init__()
        self._presses = list(presses)
        self._painted: set[QObject] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and watched not in self._painted:
            self._painted.add(watched)
            QTimer.singleShot(0, self._presses.pop(0) if self._presses else self.end)
        return False

    def end(self) -> None:
        print(time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
        QApplication.quit()


def bare() -> None:
    application = QApplication([])
    window = QMainWindow()
    watch = FirstPaint()
    window.installEventFilter(watch)
    window.resize(1280, 800)
    window.show()
    application.exec()


def app(data: str, *, helps: bool) -> None:
    from familysafe.__main__ import no_arguments
    from familysafe.app.paths import data_folder
    from familysafe.ui import main, window

    watch = FirstPaint(*(press_help, press_tile) if helps else ())
    add_page = window.Window.add_page

    def watched(self: window.Window, name: str, page: QObject) -> None:
        page.installEventFilter(watch)
        add_page(self, name, page)

    window.Window.add_page = watched
    arguments = no_arguments()
    arguments.data_dir = data_folder() and Path(data)  # asked for as a family's start does, though not used
    main.run_window(arguments)


def press_help() -> None:
    """What F2 presses, also where there is no side list to see it in."""
    press("Help now")


def press_tile() -> None:
    press(TILE)


def press(name: str) -> None:
    (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow))
    next(one for one in window.findChildren(QAbstractButton) if one.accessibleName() == name).click()


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else app(sys.argv[2], helps=sys.argv[1] == "help")
