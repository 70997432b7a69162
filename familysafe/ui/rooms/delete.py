"""Delete."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from familysafe.app import safekeeping
from familysafe.app.showing.delete import delete_view
from familysafe.domain.errors import FamilySafeError
from familysafe.domain.keeping import DeleteView
from familysafe.ui.pages.delete import DeletePage
from familysafe.ui.wiring import Wiring
from familysafe.words.language import _


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = DeletePage(wiring.theme)
    room = Deleting(wiring, page)

    def view() -> DeleteView:
        return delete_view(wiring.showing(), throw_away=wiring.thrown_away())

    wiring.shows("delete", view, page.show_view)
    page.child_agreed.connect(room.child)
    page.everything_agreed.connect(room.everything)
    page.back.connect(wiring.go_up)
    return page


class Deleting(QObject):
    """Has it done on the worker; the question stays open until then."""

    def __init__(self, wiring: Wiring, page: DeletePage) -> None:
        super().__init__(page)
        self._wiring, self._page = wiring, page
        self._emptying = False
        wiring.desk.changed.connect(self._over)
        wiring.desk.failed.connect(self._over)

    def child(self, child_id: str, name: str) -> None:
        """A child and everything about them."""
        forget = partial(safekeeping.forget_child, child_id=child_id, today=self._wiring.now().date())
        self._wiring.desk.rework(forget, partial(self._gone, name), self._refused)

    def everything(self) -> None:
        """All there is; the window that comes after it is another one, and a refusal is told at the door."""
        self._emptying = True
        self._wiring.emptying_asked.emit()

    def _over(self, _said: object) -> None:
        if self._emptying:
            self._emptying = False
            self._page.close_question()

    def _gone(self, name: str, _result: None) -> None:
        self._page.end_work(_("{child} and everything about them is deleted.").format(child=name))

    def _refused(self, error: FamilySafeError) -> None:
        error.details.setdefault("folder", self._wiring.folder)
        self._page.refuse(error)
