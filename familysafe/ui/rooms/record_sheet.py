"""The sheets of a record."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from familysafe.app.recovery_sheet import save_sheet
from familysafe.app.showing.record import record_sheets
from familysafe.domain.record_sheet import RecordSheet
from familysafe.output.record_sheet import record_text
from familysafe.ui import printing
from familysafe.ui.file_dialogs import ask_save
from familysafe.ui.pages.record_sheet import RecordSheetPage
from familysafe.ui.widgets.clipboard import copy_secret
from familysafe.ui.wiring import Wiring
from familysafe.words.language import _

Sheets = tuple[str, tuple[RecordSheet, ...]]


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = RecordSheetPage(wiring.theme)
    room = Handing(wiring, page)
    wiring.shows("record-sheet", room.sheets, lambda found: page.show_view(*found))
    page.print_asked.connect(room.print)
    page.pdf_asked.connect(room.ask_where)
    page.copy_asked.connect(room.copy)
    page.left.connect(wiring.home)
    page.back.connect(wiring.go_up)
    return page


class Handing(QObject):
    """Puts a sheet where somebody wants it: on paper, into a file, or on the clipboard."""

    def __init__(self, wiring: Wiring, page: RecordSheetPage) -> None:
        super().__init__(page)
        self._wiring, self._page = wiring, page

    def sheets(self) -> Sheets | None:
        """Of the record that was read before; None where it is gone."""
        if not self._wiring.started():
            return None
        showing = self._wiring.showing()
        found = (one for one in showing.snapshot.memory.records if one.id == self._wiring.record)
        record = next(found, None)
        return None if record is None else (record.id, record_sheets(showing, record))

    def print(self, sheet: RecordSheet) -> None:
        printing.ask_print(sheet, self._page.window(), self._printed)

    def ask_where(self, sheet: RecordSheet) -> None:
        title, kinds = _("Save this sheet"), _("PDF (*.pdf)")
        # What stands in a list of files says nothing of what it is about.
        ask_save(self._page.window(), title, _("sheet.pdf"), kinds, partial(self._save, sheet))

    def copy(self, sheet: RecordSheet) -> None:
        copy_secret(record_text(sheet))
        self._page.say(_("Copied. Paste it within half a minute: then it is taken off the clipboard."))

    def _printed(self, taken: bool) -> None:
        self._page.say(
            _("Sent to the printer.") if taken else _("The printer did not take it. Try again, or save it as a PDF.")
        )

    def _save(self, sheet: RecordSheet, path: Path) -> None:
        pdf = printing.pdf_of(sheet)
        self._wiring.desk.jobs.run(partial(save_sheet, path, pdf), self._saved, self._wiring.desk.failed.emit)

    def _saved(self, name: str) -> None:
        says = _("Saved as {name}. Delete the file when they have it, if others use this computer.")
        self._page.say(says.format(name=name))
