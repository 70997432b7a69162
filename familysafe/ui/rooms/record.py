"""What was written down of something that has happened."""

from datetime import timedelta
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from familysafe.app.showing.record import may_be_written, new_record, record_view
from familysafe.domain.change import AddEntry, BeginRecord
from familysafe.domain.record import Entry, Record
from familysafe.domain.record_views import RecordView
from familysafe.ui.pages.record import RecordPage
from familysafe.ui.rooms.forgetting import forget_record
from familysafe.ui.widgets.for_good import ForGood
from familysafe.ui.wiring import Wiring

# Whoever comes from the same page of help again within this time goes on with what was begun.
GOES_ON = timedelta(days=30)


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = RecordPage(wiring.theme, lambda: wiring.now().astimezone())
    room = Writing(wiring, page)
    wiring.shows("record", room.view, page.show_view)
    page.kept.connect(room.keep)
    page.chosen.connect(room.choose)
    page.another_asked.connect(room.begin_another)
    page.forgotten.connect(room.forget)
    page.sheets_asked.connect(partial(wiring.go, "record-sheet"))
    page.passphrase_asked.connect(partial(wiring.go, "protection"))
    page.left.connect(wiring.home)
    page.back.connect(room.back)
    return page


class Writing(QObject):
    """Holds a record that has no line yet; it is in the vault from its first line on."""

    def __init__(self, wiring: Wiring, page: RecordPage) -> None:
        super().__init__(page)
        self._wiring, self._page = wiring, page
        self._new: Record | None = None
        self._on_its_way = ""
        self._afresh = False
        wiring.desk.failed.connect(self._refused)

    def view(self) -> RecordView | None:
        """None where no household is open, where nothing is kept of a situation, and for a record that is gone."""
        record = self._current() if self._wiring.started() else None
        return None if record is None else record_view(self._wiring.showing(), record)

    def keep(self, record: Record, entry: Entry) -> None:
        """One line more; a new record begins with it."""
        apply = self._wiring.desk.apply
        if self._kept(record.id) is not None or record.id == self._on_its_way:
            apply(AddEntry(record.id, entry))
        elif not record.entries:
            self._on_its_way = record.id
            apply(BeginRecord(replace(record, begun=entry.at, entries=(entry,))))
        else:
            apply(AddEntry(record.id, entry))  # which is gone meanwhile: that is refused, and told

    def choose(self, record_id: str) -> None:
        self._wiring.record = record_id
        self._wiring.go("record")

    def begin_another(self) -> None:
        current = self._kept(self._wiring.record)
        self._wiring.situation = current.situation if current is not None else self._wiring.situation
        self._afresh = True
        self.choose("")

    def back(self) -> None:
        """To the step of help at which one was, or to Help now."""
        self._wiring.go("situation" if self._wiring.situation else "help")

    def forget(self, record_id: str, asked: ForGood) -> None:
        forget_record(self._wiring, record_id, asked, partial(self._forgotten, record_id))

    def _forgotten(self, record_id: str) -> None:
        """Only now: what is being written stays where deleting was refused."""
        self._page.forget(record_id)
        self._new = None

    def _current(self) -> Record | None:
        wiring, new = self._wiring, self._new
        if wiring.record:
            return self._kept(wiring.record) or (new if new is not None and new.id == wiring.record else None)
        found = self._begun_before() or self._another()
        if found is not None:
            wiring.record = found.id
        self._afresh = False
        return found

    def _begun_before(self) -> Record | None:
        """The newest about this situation, of any where none was named; none where another one is wanted."""
        wiring, now = self._wiring, self._wiring.now().astimezone()
        records = () if self._afresh else wiring.showing().snapshot.memory.records
        named = wiring.situation
        fitting = [one for one in records if not named or (one.situation == named and now - one.begun < GOES_ON)]
        return max(fitting, key=lambda one: one.begun, default=None)

    def _another(self) -> Record | None:
        """One that has no line yet, the same one until it has; None where nothing is kept of a situation."""
        wiring, new = self._wiring, self._new
        if not may_be_written(wiring.content, wiring.situation):
            return None
        if new is None or new.situation != wiring.situation or self._kept(new.id) is not None:
            new = self._new = new_record(wiring.situation, wiring.now().astimezone())
        return new

    def _kept(self, record_id: str) -> Record | None:
        snapshot = self._wiring.desk.snapshot
        records = snapshot.memory.records if snapshot is not None else ()
        return next((record for record in records if record.id == record_id), None)

    def _refused(self, _error: object) -> None:
        self._on_its_way = ""
        self._page.go_on()
