"""Says below the page what was just done, with a button that takes it back; and does it again when that was a slip."""

from collections.abc import Callable
from importlib import import_module

from PySide6 import QtGui
from PySide6.QtCore import QObject

from familysafe.app.showing.rows import Showing
from familysafe.content.compiled import Compiled
from familysafe.domain.snapshot import Snapshot
from familysafe.ui.desk import Desk
from familysafe.ui.window import Window
from familysafe.words.language import _


class Undoing(QObject):
    """Nothing is taken back unseen: where `may` says no, neither keys nor line are there."""

    def __init__(self, content: Compiled, desk: Desk, window: Window, may: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._content, self._desk, self._window, self._may = content, desk, window, may
        self._lately = desk.snapshot.lately if desk.snapshot else None
        desk.changed.connect(self._changed)
        window.undo_asked.connect(self._undo)
        window.redo_asked.connect(self._redo)
        window.banner_asked.connect(self._asked)

    def _changed(self, snapshot: Snapshot) -> None:
        before, self._lately = self._lately, snapshot.lately
        if snapshot.lately is None or not self._may():
            self._window.show_banner("undo", "")
        elif snapshot.lately is not before:
            self._say(snapshot)

    def _say(self, snapshot: Snapshot) -> None:
        assert snapshot.lately is not None, "asked for by what was done"  # noqa: S101 - see above
        # Late: the first page is there before anything was done.
        words = import_module("familysafe.app.showing.lately")
        says: str = words.what_was_done(Showing(self._content, snapshot), snapshot.lately.deed)
        undone = snapshot.lately.undone
        says, verb = (_("Undone: {what}").format(what=says), _("Do it again")) if undone else (says, _("Undo"))
        self._window.show_banner("undo", says, verb)
        # By its module: Python makes these names, with all that they hold, when they are first touched.
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(self._window, says))

    def _undo(self) -> None:
        if self._may():
            self._desk.undo()

    def _redo(self) -> None:
        if self._may():
            self._desk.redo()

    def _asked(self, kind: str) -> None:
        """The button takes back what it says, and brings back what it says was taken back."""
        if kind == "undo" and self._lately is not None:
            (self._redo if self._lately.undone else self._undo)()
