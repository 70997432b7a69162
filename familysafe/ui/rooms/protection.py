"""Passphrase and recovery sheet."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from familysafe.app import safekeeping
from familysafe.app.strength import strength_of
from familysafe.domain.errors import FamilySafeError
from familysafe.domain.safekeeping import Protection
from familysafe.domain.secret import Passphrase, passphrase_of
from familysafe.ui.pages.passphrase_form import PassphraseForm, Task
from familysafe.ui.pages.protection import ProtectionPage
from familysafe.ui.widgets.dialog import Ask, Tell
from familysafe.ui.wiring import Wiring
from familysafe.words.language import _


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = ProtectionPage(wiring.theme)
    room = Forms(wiring, page)

    def standing() -> Protection | None:
        snapshot = wiring.desk.snapshot
        return snapshot.standing.protection if snapshot is not None else None

    wiring.shows("protection", standing, lambda now: page.show_view(now, throw_away=wiring.thrown_away()))
    page.task_asked.connect(room.open)
    page.sheet_asked.connect(partial(wiring.go, "recovery-sheet"))
    page.back.connect(wiring.go_up)
    return page


class Forms(QObject):
    """One form at a time: carries what it says to the vault, and back what came of it."""

    def __init__(self, wiring: Wiring, page: QWidget) -> None:
        super().__init__(page)
        self._wiring, self._page = wiring, page
        self._form: PassphraseForm | None = None

    def open(self, task: Task) -> None:
        snapshot = self._wiring.desk.snapshot
        if snapshot is None:
            return
        recovery = snapshot.standing.protection.recovery
        self._form = PassphraseForm(self._wiring.theme, task, recovery=recovery, parent=self._page)
        self._form.typed.connect(self._weigh)
        self._form.given.connect({Task.REMOVE: self._remove}.get(task, self._set))
        self._form.open()
        self._weigh("")

    def _weigh(self, typed: str) -> None:
        names = [child.name for child in self._wiring.showing().household.children]
        if self._form is not None:
            self._form.show_strength(strength_of(passphrase_of(typed), names))

    def _set(self, current: Passphrase | None, new: Passphrase) -> None:
        work = partial(safekeeping.set_passphrase, new=new, current=current)
        self._wiring.desk.keep_safe(work, self._changed if current else self._turned_on, self._refused)

    def _remove(self, current: Passphrase, _new: None) -> None:
        work = partial(safekeeping.remove_passphrase, current=current)
        self._wiring.desk.keep_safe(work, self._removed, self._refused)

    def _turned_on(self, _now: Protection) -> None:
        self._close()
        says = _("Now make the recovery sheet: without one, a forgotten passphrase means that everything is gone.")
        title, yes = _("The passphrase is set"), _("Make the recovery sheet now")
        ask = Ask(self._wiring.theme, title, says, yes, _("Later"), self._page)
        ask.agreed.connect(partial(self._wiring.go, "recovery-sheet"))
        ask.open()

    def _changed(self, _now: Protection) -> None:
        self._tell(_("The passphrase is changed"), _("From now on only the new one opens FamilySafe here."))

    def _removed(self, _now: Protection) -> None:
        self._tell(_("The passphrase is removed"), _("FamilySafe opens for anyone who can use this computer account."))

    def _refused(self, error: FamilySafeError) -> None:
        if self._form is not None:
            self._form.refuse(error)

    def _tell(self, title: str, says: str) -> None:
        self._close()
        Tell(self._wiring.theme, title, (says,), _("Close"), self._page).open()

    def _close(self) -> None:
        if self._form is not None:
            self._form.accept()
            self._form = None
