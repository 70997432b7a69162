"""One copy on its way back: looked into, asked about, put in place. Without a page of its own."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from familysafe.app import safekeeping
from familysafe.app.opening import is_kept, open_kept
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Backup, Contents, contents_of
from familysafe.domain.secret import Secret
from familysafe.ui.file_dialogs import ask_open
from familysafe.ui.pages.restore_dialog import RestoreDialog
from familysafe.ui.wiring import Wiring
from familysafe.ui.work import Work
from familysafe.words.language import _
from familysafe.words.problems import next_step, sentence

ASKS = frozenset({Code.VAULT_LOCKED, Code.VAULT_WRONG_SECRET, Code.PASSPHRASE_EMPTY})


class Restoring(QObject):
    """`restored` says what was brought back, and the copy of what was here before; not where there was nothing."""

    restored = Signal(object, object)

    def __init__(self, wiring: Wiring, page: QWidget) -> None:
        super().__init__(page)
        self._wiring, self._page = wiring, page
        self._source: Path | Backup = Path()
        self._secret: Secret | None = None
        self._dialog: RestoreDialog | None = None
        self._work: Work | None = None
        self._data = Path(wiring.folder)

    def ask_file(self) -> None:
        """Which file is it?"""
        kinds = _("FamilySafe backup (*.familysafe)")
        ask_open(self._page.window(), _("Restore from a file"), kinds, self.begin)

    def begin(self, source: Path | Backup) -> None:
        """Looks into a copy, and goes on as the dialog says."""
        self._open(source)
        self._look(None)

    def take_back(self, before: Backup) -> None:
        """Puts what was here before something was brought back in its place, without a question."""
        self._open(before)
        self._put_back()

    def _open(self, source: Path | Backup) -> None:
        self._source, self._secret = source, None
        dialog = RestoreDialog(self._wiring.theme, self._page.window())
        dialog.tried.connect(self._look)
        dialog.agreed.connect(self._put_back)
        dialog.stopped.connect(self._stop)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()

    def _look(self, secret: Secret | None) -> None:
        self._secret = secret
        desk, dialog = self._wiring.desk, self._dialog
        found, refused = partial(self._found, dialog), partial(self._not_opened, dialog)
        if self._is_kept():
            desk.keep_safe(partial(safekeeping.look_into, source=self._source, secret=secret), found, refused)
        else:
            desk.jobs.run(partial(safekeeping.look_into, None, self._source, secret), found, refused)

    def _found(self, dialog: RestoreDialog | None, contents: Contents) -> None:
        snapshot = self._wiring.desk.snapshot
        if dialog is not None and dialog is self._dialog:
            here = contents_of(snapshot.memory, snapshot.plan.today) if snapshot and self._is_kept() else None
            dialog.show_contents(contents, here, makes_way=self._makes_way())

    def _not_opened(self, dialog: RestoreDialog | None, error: FamilySafeError) -> None:
        if dialog is None or dialog is not self._dialog:
            return
        if error.code in ASKS:
            wrong = error.code is not Code.VAULT_LOCKED
            dialog.ask_secret(f"{sentence(error)} {next_step(error)}" if wrong else "")
        else:
            self._refuse(error)

    def _put_back(self) -> None:
        if self._dialog is None:
            return
        work = self._work = Work(self._wiring.desk)
        work.came.connect(self._dialog.come)
        work.ended.connect(self._done)
        work.refused.connect(self._refuse)
        self._dialog.show_progress()
        desk, source, secret, today = self._wiring.desk, self._source, self._secret, self._wiring.now().date()
        if self._is_kept():
            put = partial(safekeeping.restore, source=source, secret=secret, today=today, tell=work.tell)
            desk.rework(put, work.end, work.refuse)
        elif isinstance(source, Path) and secret is not None:
            adopt = partial(safekeeping.adopt, self._data, source, secret, today, work.tell)
            desk.jobs.run(adopt, work.end, work.refuse)

    def _done(self, before: Backup | None) -> None:
        wiring, secret = self._wiring, self._secret
        self._work = None
        if self._dialog is not None:
            self._dialog.accept()  # which forgets the secret
        if before is not None:
            self.restored.emit(self._source, before)
        else:
            wiring.desk.open(partial(open_kept, wiring.content, self._data, lambda: wiring.now().date(), secret))

    def _refuse(self, error: FamilySafeError) -> None:
        self._work = None
        error.details.setdefault("folder", self._wiring.folder)
        if self._dialog is not None and error.code is Code.CANCELLED:
            self._dialog.accept()
        elif self._dialog is not None:
            self._dialog.refuse(error)

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _closed(self, _result: int) -> None:
        self._dialog = self._secret = None

    def _is_kept(self) -> bool:
        """True when what is kept is open too; at the door it is not, and a copy takes its place whole."""
        return self._wiring.desk.snapshot is not None and is_kept(self._data)

    def _makes_way(self) -> bool:
        return self._wiring.desk.snapshot is None and is_kept(self._data)
