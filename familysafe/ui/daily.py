"""The copy of the day: made by itself after the first change that was saved, and only spoken of when it fails."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Backup
from familysafe.domain.snapshot import Snapshot
from familysafe.ui.desk import Desk
from familysafe.ui.window import Window
from familysafe.ui.work import Work
from familysafe.words.language import _

if TYPE_CHECKING:
    from familysafe.store.vault import Vault

FAILED: Mapping[Code, Callable[[], str]] = {
    Code.DISK_FULL: lambda: _("The disk is full, so no copy could be made today. What you saved is safe."),
    Code.VAULT_DAMAGED: lambda: _(
        "A page of what you saved cannot be read. Close FamilySafe and open it again: it then goes back to the newest "
        "copy that is whole."
    ),
}


class Daily(QObject):
    """Follows every change; a failure is told once a day."""

    def __init__(self, desk: Desk, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._today = desk, today
        self._revision = 0
        self._copied = self._told = date.min
        self._says = ""
        self._window: Window | None = None
        # After the page was drawn, which the change is for.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._copy)
        desk.changed.connect(self._changed)

    def follow(self, window: Window) -> None:
        """A window was made, in place of the one before."""
        self._window = window
        window.banner_asked.connect(self._read)
        self._show(self._says)

    def end(self) -> None:
        """Makes no copy any more."""
        self._soon.stop()

    def _changed(self, snapshot: Snapshot) -> None:
        saved, self._revision = snapshot.revision > self._revision, snapshot.revision
        kept = not (snapshot.throw_away or snapshot.standing.read_only)
        if saved and kept and self._copied != self._today():
            self._soon.start()

    def _copy(self) -> None:
        work, today = Work(self), self._today()
        work.ended.connect(partial(self._done, today))
        work.refused.connect(partial(self._failed, today))
        self._desk.keep_safe(partial(copy, today, work), work.end, work.refuse)

    def _done(self, today: date, _copy: Backup | None) -> None:
        self._copied = today
        self._show("")

    def _failed(self, today: date, error: FamilySafeError) -> None:
        if error.code is not Code.CANCELLED and self._told != today:
            self._told = today
            self._show(FAILED.get(error.code, otherwise)())

    def _show(self, says: str) -> None:
        self._says = says
        if self._window is not None:
            self._window.show_banner("backup", says, _("I have read it"))

    def _read(self, kind: str) -> None:
        if kind == "backup":
            self._show("")


def copy(today: date, work: Work, vault: "Vault") -> Backup | None:
    """Runs on the worker; all that makes copies is loaded there too, when it is first needed."""
    made: Backup | None = import_module("familysafe.app.safekeeping").back_up_if_due(vault, today, work.tell)
    return made


def otherwise() -> str:
    return _("No copy could be made today: the disk refused. What you saved is safe, and the next change tries again.")
