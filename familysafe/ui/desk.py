"""The desk between pages and the session: verbs go in, snapshots come out."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from familysafe.app.searching import plan_index
from familysafe.app.session import Session
from familysafe.app.showing.rows import Showing
from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Answer
from familysafe.domain.change import Change, ChangeHousehold, GiveAnswer, KeepPreferences
from familysafe.domain.errors import FamilySafeError
from familysafe.domain.household import Household
from familysafe.domain.snapshot import Snapshot
from familysafe.finding.search import Index
from familysafe.ui.holding import Hold
from familysafe.ui.jobs import Jobs

if TYPE_CHECKING:
    from familysafe.store.vault import Vault

T = TypeVar("T")
Opener = Callable[[], Session]


class Desk(QObject):
    """Every verb returns at once; `changed` or `failed` follows.

    Where the data folder is not held (`hold`), nothing is saved before it is.
    """

    changed = Signal(object)
    failed = Signal(object)
    found = Signal(str, object)
    settled = Signal()

    def __init__(self, content: Compiled, jobs: Jobs, parent: QObject | None = None, hold: Hold | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.hold = hold
        self.jobs = jobs
        self._session: Session | None = None
        self._index: tuple[int, Index] | None = None  # type: ignore[type-arg]
        self.snapshot: Snapshot | None = None
        self._asked = 0
        self._is_silent = False
        self.unsaved: list[tuple[Change, FamilySafeError]] = []

    def open(self, opener: Opener) -> None:
        """Opens a household in place of the one that is open."""
        self.jobs.run(partial(self._open, opener), self._arrived, self._refused)

    def apply(self, change: Change) -> None:
        """Any change; those that several pages make have a verb of their own."""
        self._asked += 1
        self.jobs.run(partial(self._change, change), self._saved, partial(self._not_saved, change))

    def answer(self, answer: Answer) -> None:
        self.apply(GiveAnswer(answer))

    def change_household(self, household: Household) -> None:
        self.apply(ChangeHousehold(household))

    def prefer(self, name: str, value: int) -> None:
        """Keeps one of the private preferences; nothing happens while no household is open."""
        self._keep(**{name: value})

    def keep_safe(
        self, work: "Callable[[Vault], T]", then: Callable[[T], None], failed: Callable[[FamilySafeError], None]
    ) -> None:
        """Work on the vault itself; `then` or `failed` follows, and `changed` where it left something else to show."""
        self.jobs.run(partial(self._on_the_vault, work), partial(self._worked, then), partial(self._half_done, failed))

    def rework(
        self, work: "Callable[[Vault], T]", then: Callable[[T], None], failed: Callable[[FamilySafeError], None]
    ) -> None:
        """Work that leaves other rows in the vault: all of them are read anew, and what was before is not undone."""
        self.jobs.run(partial(self._anew, work), partial(self._worked, then), partial(self._half_done, failed))

    def begin_again(self, opener: Opener, then: Callable[[], None]) -> None:
        """Closes what is open before the opener runs, which may take it away; `then` comes before `changed`."""
        self.jobs.run(partial(self._open_after_closing, opener), partial(self._begun, then), self._nothing_open)

    def undo(self) -> None:
        self.jobs.run(self._undo, self._arrived, self._refused)

    def redo(self) -> None:
        self.jobs.run(self._redo, self._arrived, self._refused)

    def refresh(self) -> None:
        """Looks again: the day may have changed."""
        self.jobs.run(self._refresh, self._arrived, self._refused)

    def search(self, text: str) -> None:
        """`found` follows with the keys of the steps that fit."""
        self.jobs.run(partial(self._search, text), partial(self._found, text), self._refused)

    def close(self) -> None:
        """Closes what is open, when everything before is done."""
        self.jobs.run(self._close, self._nothing, self._nothing)
        self.jobs.stop()

    # The end: nothing is shown any more.

    def fall_silent(self) -> None:
        """No `changed`, no `failed` from now on: what is refused is kept in `unsaved`, and `settled` says when."""
        self._is_silent = True

    @property
    def is_settled(self) -> bool:
        """True when every change was answered."""
        return self._asked == 0

    def _keep(self, **parts: object) -> None:
        if self.snapshot is not None:
            self.apply(KeepPreferences(replace(self.snapshot.memory.preferences, **parts)))

    # What follows runs on the worker, up to those that deliver.

    def _open(self, opener: Opener) -> Snapshot:
        session = opener()
        self._close()
        self._session, self._index = session, None
        return session.snapshot

    def _change(self, change: Change) -> Snapshot:
        return self._held().apply(change)

    def _on_the_vault(self, work: "Callable[[Vault], T]") -> tuple[T, Snapshot]:
        session = self._require()
        return work(session.vault()), session.refresh()

    def _anew(self, work: "Callable[[Vault], T]") -> tuple[T, Snapshot]:
        session = self._held()
        try:
            result = work(session.vault())
        except BaseException:
            # What was done before it failed may have changed rows too.
            session.reread()
            raise
        return result, session.reread()

    def _open_after_closing(self, opener: Opener) -> Snapshot:
        self._close()
        return self._open(opener)

    def _undo(self) -> Snapshot:
        return self._held().undo()

    def _redo(self) -> Snapshot:
        return self._require().redo()

    def _refresh(self) -> Snapshot:
        return self._require().refresh()

    def _search(self, text: str) -> object:
        snapshot = self._require().snapshot
        if self._index is None or self._index[0] != snapshot.revision:
            self._index = (snapshot.revision, plan_index(Showing(self._content, snapshot)))
        return frozenset(self._index[1].find(text))

    def _close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    def _held(self) -> Session:
        """The session, for saving; refused while the folder cannot be held, which may have become possible."""
        session = self._require()
        if self.hold is not None and not session.throw_away:
            self.hold.take()
        return session

    def _require(self) -> Session:
        if self._session is None:
            raise RuntimeError("no household is open")
        return self._session

    def _arrived(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        if not self._is_silent:
            self.changed.emit(snapshot)

    def _saved(self, snapshot: Snapshot) -> None:
        self._asked -= 1
        self._arrived(snapshot)
        self._settle()

    def _not_saved(self, change: Change, error: FamilySafeError) -> None:
        self._asked -= 1
        if self._is_silent:
            self.unsaved.append((change, error))
        self._refused(error)
        self._settle()

    def _settle(self) -> None:
        if self._is_silent and self.is_settled:
            self.settled.emit()

    def _worked(self, then: Callable[[T], None], outcome: tuple[T, Snapshot]) -> None:
        result, after = outcome
        before, self.snapshot = self.snapshot, after
        then(result)
        if after != before:
            self.changed.emit(after)

    def _half_done(self, failed: Callable[[FamilySafeError], None], error: FamilySafeError) -> None:
        """What was done before it failed stays done, and is shown."""
        failed(error)
        self.refresh()

    def _begun(self, then: Callable[[], None], snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        then()
        self.changed.emit(snapshot)

    def _nothing_open(self, error: FamilySafeError) -> None:
        self.snapshot = None
        self.failed.emit(error)

    def _refused(self, error: FamilySafeError) -> None:
        if not self._is_silent:
            self.failed.emit(error)

    def _found(self, text: str, keys: object) -> None:
        self.found.emit(text, keys)

    def _nothing(self, _result: object) -> None:
        """Closing has no more to say."""
