"""Locks and hides: when asked, after a while, when the computer sleeps; says above the pages what stays true."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from familysafe.app.relaunch import HIDE, LOCK
from familysafe.domain.errors import Code
from familysafe.domain.safekeeping import Rescue
from familysafe.domain.snapshot import Snapshot
from familysafe.ui.desk import Desk
from familysafe.ui.window import Window
from familysafe.ui.wiring import Wiring
from familysafe.words.language import _, ngettext

if TYPE_CHECKING:
    from familysafe.ui.watching import Watch

BEFORE_WATCHING = 2000  # milliseconds


class Guard(QObject):
    """Ends the process with LOCK or HIDE, which begins anew at the door; `leave` does that."""

    def __init__(self, desk: Desk, leave: Callable[[int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._leave = desk, leave
        self._watch: Watch | None = None
        self._read: Rescue | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(BEFORE_WATCHING)
        self._soon.timeout.connect(self._begin_watch)
        desk.changed.connect(self._changed)

    def follow(self, window: Window, wiring: Wiring) -> None:
        """A window was made, in place of the one before."""
        self._window, self._wiring = window, wiring
        window.lock_asked.connect(self.lock)
        window.hide_asked.connect(self.hide)
        window.banner_asked.connect(self._banner_asked)
        if self._desk.snapshot is not None:
            self._show(self._desk.snapshot)

    def lock(self) -> None:
        """Back to the door; where nothing is asked for there, says what a passphrase is for."""
        snapshot = self._desk.snapshot
        if snapshot is None or snapshot.throw_away:
            return
        if snapshot.standing.protection.locks:
            self._leave(LOCK)
            return
        says = _("Without a passphrase there is nothing to lock with: whoever uses this computer account can open it.")
        title = _("There is no passphrase yet")
        dialog = import_module("familysafe.ui.widgets.dialog")  # late: the first page does without
        ask = dialog.Ask(self._window.theme, title, says, _("Set one"), _("Not now"), self._window)
        ask.agreed.connect(self._to_protection)
        ask.open()

    def hide(self) -> None:
        """Away at once; what was open is gone from memory, and a passphrase is asked for again."""
        self._window.showMinimized()
        snapshot = self._desk.snapshot
        if snapshot is not None and not snapshot.throw_away:
            self._leave(HIDE)

    def end(self) -> None:
        """Watches nobody any more."""
        self._soon.stop()
        if self._watch is not None:
            self._watch.end()

    def _changed(self, snapshot: Snapshot) -> None:
        self._show(snapshot)
        if snapshot.standing.protection.locks and not snapshot.throw_away and self._watch is None:
            self._soon.start()
        elif self._watch is not None:
            self._set_patience(snapshot)

    def _show(self, snapshot: Snapshot) -> None:
        standing = snapshot.standing
        self._window.set_lockable(standing.protection.locks and not snapshot.throw_away)
        self._window.show_banner("read-only", self._why_not_saved(snapshot))
        rescued = standing.rescue is not None and standing.rescue is not self._read
        said = rescue_said(standing.rescue) if rescued and standing.rescue else ""
        self._window.show_banner("rescue", said, _("I have read it"))
        if snapshot.memory.look_ins:
            import_module("familysafe.ui.looking_in").show(self._window, snapshot)
        else:
            self._window.show_banner("look-in", "")

    def _why_not_saved(self, snapshot: Snapshot) -> str:
        hold = self._desk.hold
        if hold is not None and hold.why_not is Code.DISK_FULL and not snapshot.throw_away:
            return _("Nothing can be saved at the moment: the disk is full. Make some room, then go on.")
        if snapshot.standing.read_only or (hold is not None and hold.why_not and not snapshot.throw_away):
            return _("Nothing can be saved at the moment: the folder with your data may only be read.")
        return ""

    def _begin_watch(self) -> None:
        snapshot = self._desk.snapshot
        if self._watch is None and snapshot is not None:
            # Loaded after the first page, by families who have something to lock.
            self._watch = import_module("familysafe.ui.watching").Watch(self)
            self._watch.left.connect(self.lock)
            self._watch.warned.connect(self._warned)
            self._set_patience(snapshot)

    def _set_patience(self, snapshot: Snapshot) -> None:
        if self._watch is None:
            return
        if snapshot.standing.protection.locks:
            self._watch.begin(snapshot.memory.preferences.lock_after)
        else:
            self._watch.end()

    def _warned(self, seconds: int) -> None:
        said = ngettext(
            "FamilySafe locks in {seconds} second. Notes are kept; a form that is open is not.",
            "FamilySafe locks in {seconds} seconds. Notes are kept; a form that is open is not.",
            seconds,
        ).format(seconds=seconds)
        self._window.show_banner("idle", said if seconds else "", _("Stay"))

    def _banner_asked(self, kind: str) -> None:
        snapshot = self._desk.snapshot
        if kind == "rescue" and snapshot is not None:
            self._read = snapshot.standing.rescue
            self._show(snapshot)
        elif kind == "look-in":
            import_module("familysafe.ui.looking_in").look_in(self._wiring)
        elif self._watch is not None:
            self._watch.touched()

    def _to_protection(self) -> None:
        self._wiring.go("protection")


def rescue_said(rescue: Rescue) -> str:
    """What was done for a damaged vault, and what may be missing."""
    said = _(
        "What was saved was damaged. FamilySafe went back to the copy of {day}: what came after it may be missing. "
        "The damaged file is kept in the folder “aside”."
    )
    return said.format(day=import_module("familysafe.ui.days").short_day(rescue.backup.on))
