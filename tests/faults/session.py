"""A session in the real app, with private words wherever words can be put: `python -m
tests.faults.session DATA [lock]`.

The window is there but on no screen. What stands in the walk is the name of a button, pressed as soon as it can be
seen, or something to wait for. Ends with 0 when the window was closed in good order; with `lock` it sets a passphrase
and locks, upon which this process becomes an ordinary FamilySafe at its door.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from familysafe.__main__ import main
from familysafe.ui import main as window_main
from familysafe.ui.jobs import Jobs
from familysafe.ui.window import Window
from tests.faults.canary import CANARY
from tests.ui.eyes import says, seen

Wait = Callable[[], object]
Walk = Iterator[str | Wait]
PATIENCE = 15.0
EVERY = 5  # milliseconds
# A passphrase is offered at the first private note; this family takes none, so that the second session opens by itself.
OFFERED = "Not now"
FIRST_START = ("A new device", "Next", "Next", "Add a child")
THINGS = ("Keep", "Next", "iPad", "Next", f"{CANARY} uses iPad", "Next", "Skip", "Roblox", "Show the plan")


def front() -> QWidget | None:
    """The dialog, or else the window."""
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, Window) and one.isVisible()]
    return QApplication.activeModalWidget() or (windows[0] if windows else None)


def found(name: str) -> QAbstractButton | None:
    """The first button in front that is called so, or whose name begins so."""
    here = front()
    every = [one for one in seen(here, QAbstractButton) if one.isEnabled()] if here else []
    exact = [one for one in every if name in (one.accessibleName(), one.text())]
    return next(iter(exact or [one for one in every if one.accessibleName().startswith(name)]), None)


def field(name: str) -> QLineEdit | QPlainTextEdit | None:
    """A place to write that can be seen."""
    here = front()
    fields: list[QLineEdit | QPlainTextEdit] = [*seen(here, QLineEdit), *seen(here, QPlainTextEdit)] if here else []
    return next((one for one in fields if one.accessibleName() == name), None)


def filled(name: str) -> Wait:
    """Writes private words into a field, once it is there."""

    def write() -> bool:
        place = field(name)
        if isinstance(place, QPlainTextEdit):
            place.setPlainText(f"{CANARY}, and more about it.")
        elif place is not None:
            place.setText(CANARY)
        return place is not None

    return write


def noted(fold: str, name: str) -> Wait:
    """Unfolds a place for a note, writes there and keeps it, in one go: what arrives meanwhile draws the page anew."""

    def write() -> bool:
        if filled(name)():
            press("Keep this note")
            return True
        button = found(fold)
        if button is not None and not button.isChecked():
            button.click()
        return False

    return write


def born() -> bool:
    """A child of nine, whose parents may write notes."""
    here = front()
    assert here is not None
    month, year = seen(here, QComboBox)[:2]
    month.setCurrentIndex(3)
    year.setCurrentIndex(year.findText(str(time.localtime().tm_year - 9)))
    return True


def told(text: str) -> Wait:
    return lambda: (here := front()) is not None and says(here, text)


def shown(name: str) -> Wait:
    return lambda: isinstance(here := front(), Window) and here.shown() == name


def first_session() -> Walk:
    yield from (*FIRST_START, filled("Nickname"), born, *THINGS, shown("today"))
    yield from ("Family", "Change iPad", filled("Name of the device"), "Keep")
    yield from ("Today", "Start: ", "I have seen it", told("Saved. Seen on"))
    yield from (noted("Private note", "Private note"), noted("Menu looks different?", "What your menu says"))
    yield from ("Talk", "Open: ", "We talked", filled("Private note"), "Keep", "Talk", told(CANARY))
    yield from ("Set up", search, *record(), "Settings", "Dark", "Today", shown("today"))


def record() -> Walk:
    """What has happened is written down, and seen on a sheet."""
    yield from ("Help now", "Threatened over a picture or video")
    for step in range(2, 6):
        yield from ("Next", told(f"step {step} of"))
    yield from ("Write it down here", filled("What did they tell you?"), "Keep this line", told("Saved"))
    yield from ("See the sheets", told(CANARY))


def locking_session() -> Walk:
    yield from (*first_session(), "Settings", "Passphrase", "Set a passphrase")
    yield from (filled("New passphrase"), filled("New passphrase once more"), "Set the passphrase", "Later")
    yield from ("Talk", told(CANARY), "Lock", not_any_more)


def not_any_more() -> bool:
    """What follows happens in a fresh process, or not at all."""
    return False


def search() -> bool:
    """Also what is looked for is private."""
    here = front()
    fields = seen(here, QLineEdit) if here else []
    for field in fields[:1]:
        field.setText(CANARY)
    return bool(fields)


def second_session() -> Walk:
    """What was written is there again, on every page."""
    yield from (shown("today"), "Family", told(CANARY), "Talk", told(CANARY), "Set up", "Settings", "Today")
    yield from ("Help now", "What you wrote down", told(CANARY))


class Walker(QTimer):
    """Goes on whenever all that was asked for is saved and drawn, and closes the window at the end of the walk."""

    def __init__(self, jobs: Jobs, walk: Walk) -> None:
        super().__init__(jobs)
        self._jobs, self._walk = jobs, walk
        self._step = next(walk, None)
        self._since = time.monotonic()
        self.setSingleShot(True)
        self.timeout.connect(self._go_on)
        self.start(EVERY)

    def _go_on(self) -> None:
        if self._step is None:
            QApplication.closeAllWindows()
        elif done(self._step):
            self._step, self._since = next(self._walk, None), time.monotonic()
            self._jobs.run(int, self._rest, self._rest)
        elif time.monotonic() - self._since < PATIENCE:
            self.start(EVERY)
        else:
            here = front()
            names = [one.accessibleName() for one in seen(here, QAbstractButton)] if here else []
            print(f"waited for {self._step!r} among {names}", file=sys.stderr)
            QApplication.exit(9)

    def _rest(self, _nothing: object) -> None:
        self.start(EVERY)


def done(step: str | Wait) -> bool:
    press(OFFERED)
    return press(step) if isinstance(step, str) else bool(step())


def press(name: str) -> bool:
    button = found(name)
    if button is not None:
        button.click()
    return button is not None


def start(data: str, walk: Walk) -> int:
    """Runs the app as a click would; the walk begins with its worker."""

    class WalkedJobs(Jobs):
        def __init__(self, parent: QObject | None = None) -> None:
            super().__init__(parent)
            Walker(self, walk)

    window_main.Jobs = WalkedJobs  # type: ignore[attr-defined]
    # By the arguments of the process, as when it is started: then it also keeps to itself.
    sys.argv = ["familysafe", "--data-dir", data]
    sys.orig_argv = [sys.executable, "-m", *sys.argv]
    return main()


def walk_for(data: str, *words: str) -> Walk:
    if words == ("lock",):
        return locking_session()
    return second_session() if (Path(data) / "vault").is_dir() else first_session()


if __name__ == "__main__":
    sys.exit(start(sys.argv[1], walk_for(*sys.argv[1:])))
