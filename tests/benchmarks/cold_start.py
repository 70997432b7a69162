"""Started as a process of its own by the bench: shows a window, and says when its first page was painted.

Usage: cold_start.py bare | app DATA_FOLDER. Prints two numbers: the monotonic clock at the first painted frame, in
seconds, and the peak memory of the process, in kilobytes.
"""

import gc
import resource
import sys
import time
from pathlib import Path

if sys.argv[1:2] == ["app"]:
    gc.disable()  # as familysafe.__main__ does before it loads the window

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class FirstPaint(QObject):
    """Ends the application after the first paint of what it watches."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self.at:
            QTimer.singleShot(0, self.end)
            self.at = -1.0
        return False

    def end(self) -> None:
        self.at = time.monotonic()
        print(self.at, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
        QApplication.quit()


def bare() -> None:
    application = QApplication([])
    window = QMainWindow()
    watch = FirstPaint()
    window.installEventFilter(watch)
    window.resize(1280, 800)
    window.show()
    application.exec()


def app(data: str) -> None:
    from familysafe.__main__ import no_arguments
    from familysafe.app.paths import data_folder
    from familysafe.ui import main, window

    watch = FirstPaint()
    add_page = window.Window.add_page

    def watched(self: window.Window, name: str, page: QObject) -> None:
        page.installEventFilter(watch)
        add_page(self, name, page)

    window.Window.add_page = watched
    arguments = no_arguments()
    arguments.data_dir = data_folder() and Path(data)  # asked for as a family's start does, though not used
    main.run_window(arguments)


if __name__ == "__main__":
    sys.modules["typing_extensions"] = None  # comes with the tools of this tree; a family's installation has none
    bare() if sys.argv[1] == "bare" else app(sys.argv[2])
