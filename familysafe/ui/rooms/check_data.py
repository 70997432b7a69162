"""Check my data."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from familysafe.app import safekeeping
from familysafe.domain.errors import FamilySafeError
from familysafe.domain.safekeeping import Checkup
from familysafe.ui.pages.check_data import CheckDataPage
from familysafe.ui.wiring import Wiring
from familysafe.ui.work import Work


def make(wiring: Wiring) -> QWidget:
    """The page, connected; the first look at it begins a check."""
    page = CheckDataPage(wiring.theme)
    room = Checks(wiring, page)
    wiring.shows("check-data", wiring.thrown_away, lambda thrown: page.show_view(throw_away=thrown))
    page.check_asked.connect(room.begin)
    page.back.connect(wiring.go_up)
    if not wiring.thrown_away():
        room.begin()
    return page


class Checks(QObject):
    """One check at a time."""

    def __init__(self, wiring: Wiring, page: CheckDataPage) -> None:
        super().__init__(page)
        self._wiring, self._page = wiring, page
        self._work: Work | None = None
        page.foot.cancelled.connect(self._stop)

    def begin(self) -> None:
        """Has everything read through."""
        work = self._work = Work(self._wiring.desk)
        work.came.connect(self._page.foot.come)
        work.ended.connect(self._found)
        work.refused.connect(self._refused)
        self._page.begin_check()
        self._wiring.desk.keep_safe(lambda vault: safekeeping.check(vault, work.tell), work.end, work.refuse)

    def _found(self, checkup: Checkup) -> None:
        self._work = None
        self._page.show_checkup(checkup, self._wiring.now())

    def _refused(self, error: FamilySafeError) -> None:
        self._work = None
        error.details.setdefault("folder", self._wiring.folder)
        self._page.refuse(error)

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()
