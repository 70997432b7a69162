"""The recovery sheet in the making."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from familysafe.app import safekeeping
from familysafe.app.recovery_sheet import new_sheet, save_sheet
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.recovery_sheet import RecoverySheet
from familysafe.domain.safekeeping import Protection
from familysafe.domain.secret import Secret
from familysafe.ui import printing
from familysafe.ui.file_dialogs import ask_save
from familysafe.ui.pages.recovery_sheet import RecoverySheetPage
from familysafe.ui.widgets.dialog import Tell
from familysafe.ui.wiring import Wiring
from familysafe.words.language import _


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = RecoverySheetPage(wiring.theme)
    room = Making(wiring, page)
    wiring.shows("recovery-sheet", room.standing, room.show)
    page.print_asked.connect(room.print)
    page.pdf_asked.connect(room.ask_where)
    page.counted.connect(room.count)
    page.back.connect(wiring.go_up)
    return page


class Making(QObject):
    """Holds a sheet until it counts; then no word of it is left here."""

    def __init__(self, wiring: Wiring, page: RecoverySheetPage) -> None:
        super().__init__(page)
        self._wiring, self._page = wiring, page
        self._sheet: RecoverySheet | None = None
        self._asked = False

    def standing(self) -> Protection | None:
        """What opens the vault now; None where nothing is kept, so that there is nothing to open."""
        snapshot = self._wiring.desk.snapshot
        return None if snapshot is None or snapshot.throw_away else snapshot.standing.protection

    def show(self, now: Protection) -> None:
        if self._sheet is not None:
            self._page.show_sheet(self._sheet, now)
        elif not self._asked:
            self._asked = True
            today = self._wiring.now().date()
            self._wiring.desk.keep_safe(lambda _vault: new_sheet(today), self._made, self._not_made)

    def print(self) -> None:
        if self._sheet is not None:
            printing.ask_print(self._sheet, self._page.window(), self._printed)

    def ask_where(self) -> None:
        title, kinds = _("Save the recovery sheet"), _("PDF (*.pdf)")
        ask_save(self._page.window(), title, _("recovery-sheet.pdf"), kinds, self._save)

    def count(self, current: Secret | None) -> None:
        """Three words fit: from here on the sheet opens the vault, and the one before does not."""
        if self._sheet is not None:
            self._page.wait()
            work = partial(safekeeping.set_recovery, words=self._sheet.secret, current=current)
            self._wiring.desk.keep_safe(work, self._counts, self._not_counted)

    def _made(self, sheet: RecoverySheet) -> None:
        self._sheet, self._asked = sheet, False
        now = self.standing()
        if now is not None:
            self._page.show_sheet(sheet, now)

    def _not_made(self, error: FamilySafeError) -> None:
        self._asked = False
        self._wiring.go_up()  # this page would ask again
        self._wiring.desk.failed.emit(error)

    def _printed(self, taken: bool) -> None:
        self._page.say(
            _("Sent to the printer.") if taken else _("The printer did not take it. Try again, or save it as a PDF.")
        )

    def _save(self, path: Path) -> None:
        if self._sheet is not None:
            pdf = printing.pdf_of(self._sheet)
            self._wiring.desk.keep_safe(lambda _vault: save_sheet(path, pdf), self._saved, self._refused)

    def _saved(self, name: str) -> None:
        says = _("Saved as {name}. Do not leave it on this computer.")
        self._page.say(says.format(name=name))

    def _counts(self, _now: Protection) -> None:
        self._sheet = None
        self._page.forget()
        if self._page.isVisible():
            self._wiring.go_up()
        lines = (
            _("Its words open everything from now on. Keep it away from this computer."),
            _("Tear up an older sheet. Backup files that you took elsewhere still open with its words."),
        )
        Tell(self._wiring.theme, _("The recovery sheet counts"), lines, _("Close"), self._page.window()).open()

    def _not_counted(self, error: FamilySafeError) -> None:
        if error.code is Code.VAULT_WRONG_SECRET:
            self._page.refuse_current()
        else:
            self._refused(error)

    def _refused(self, error: FamilySafeError) -> None:
        self._page.go_on()
        self._wiring.desk.failed.emit(error)
