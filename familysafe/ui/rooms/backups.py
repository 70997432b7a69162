"""Backups."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from familysafe.app import safekeeping
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.keeping import BackupsView
from familysafe.domain.safekeeping import Backup, Standing
from familysafe.ui.file_dialogs import ask_save
from familysafe.ui.pages.backups import BackupsPage
from familysafe.ui.rooms.restore import Restoring
from familysafe.ui.widgets.dialog import Ask
from familysafe.ui.wiring import Wiring
from familysafe.ui.work import Work
from familysafe.words.language import _
from familysafe.words.problems import next_step, sentence


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = BackupsPage(wiring.theme)
    room = Copies(wiring, page)
    wiring.shows("backups", room.view, page.show_view)
    page.export_asked.connect(room.ask_where)
    page.file_asked.connect(room.restoring.ask_file)
    page.copy_asked.connect(room.restoring.begin)
    page.undo_asked.connect(room.undo)
    page.protection_asked.connect(partial(wiring.go, "protection"))
    page.back.connect(wiring.go_up)
    return page


class Copies(QObject):
    """Knows the copies as they were last looked at, and carries what is asked for to the worker."""

    def __init__(self, wiring: Wiring, page: BackupsPage) -> None:
        super().__init__(page)
        self._wiring, self._page = wiring, page
        self._copies: tuple[Backup, ...] | None = None
        self._looked_at = -1  # a revision
        self._before: Backup | None = None
        self._work: Work | None = None
        self.restoring = Restoring(wiring, page)
        self.restoring.restored.connect(self._restored)
        page.foot.cancelled.connect(self._stop)

    def view(self) -> BackupsView:
        """As far as it is known; on arriving here and after a change the copies are looked for meanwhile."""
        snapshot = self._wiring.desk.snapshot
        revision = snapshot.revision if snapshot else 0
        if not self._wiring.thrown_away() and not (self._page.isVisible() and revision == self._looked_at):
            self._looked_at = revision
            self._wiring.desk.keep_safe(safekeeping.backups, self._looked, self._refused)
        return self._known()

    def ask_where(self) -> None:
        """Where is the file to go?"""
        name = safekeeping.export_name(self._wiring.now().date())
        ask_save(self._page.window(), _("Back up to a file"), name, _("FamilySafe backup (*.familysafe)"), self.export)

    def export(self, path: Path) -> None:
        """Writes the file, which may take a while on a slow stick."""
        work = self._begin(_("Writing the backup…"))
        work.ended.connect(partial(self._exported, path.name))
        export = partial(safekeeping.export, path=path, today=self._wiring.now().date(), tell=work.tell)
        self._wiring.desk.keep_safe(export, work.end, work.refuse)

    def undo(self) -> None:
        """Puts back what was here before something was brought back."""
        if self._before is not None:
            self.restoring.take_back(self._before)

    def _known(self) -> BackupsView:
        snapshot = self._wiring.desk.snapshot
        opens = snapshot.standing.protection if snapshot else Standing().protection
        travels = opens.passphrase or opens.recovery
        return BackupsView(self._copies, travels=travels, throw_away=self._wiring.thrown_away())

    def _looked(self, copies: tuple[Backup, ...]) -> None:
        if copies != self._copies:
            self._copies = copies
            self._page.show_view(self._known())

    def _begin(self, says: str) -> Work:
        work = self._work = Work(self._wiring.desk)
        work.came.connect(self._page.foot.come)
        work.refused.connect(self._refused)
        self._page.begin_work(says)
        return work

    def _exported(self, name: str, _result: None) -> None:
        self._work = None
        says = _("The backup is written: {name}. Keep it away from this computer.")
        self._page.end_work(says.format(name=name))

    def _restored(self, source: Path | Backup, before: Backup) -> None:
        if source == self._before:
            self._before = None
            self._page.end_work(_("What was here before is back."))
        else:
            self._before = before
            self._page.offer_undo(_("It is brought back. What was here before is kept as a copy."))

    def _refused(self, error: FamilySafeError) -> None:
        self._work = None
        error.details.setdefault("folder", self._wiring.folder)
        self._page.refuse(error)
        if error.code is Code.BACKUP_NEEDS_SECRET:
            ask = Ask(
                self._wiring.theme, sentence(error), next_step(error), _("Set one"), _("Not now"), self._page.window()
            )
            ask.agreed.connect(partial(self._wiring.go, "protection"))
            ask.open()

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()
