"""The desk between pages and the session: verbs go in, snapshots come out."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from familysafe.app.searching import plan_index
from familysafe.app.session import Session
from familysafe.app.showing.rows import Showing
from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Answer
from familysafe.domain.change import Change, ChangeHousehold, ForgetTalk, GiveAnswer, KeepPreferences, RecordTalk
from familysafe.domain.errors import FamilySafeError
from familysafe.domain.household import Household
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.talk import Talk
from familysafe.finding.search import Index
from familysafe.ui.jobs import Jobs

Opener = Callable[[], Session]


class Desk(QObject):
    """Every verb returns at once; `changed` or `failed` follows."""

    changed = Signal(object)
    failed = Signal(object)
    found = Signal(str, object)

    def __init__(self, content: Compiled, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._jobs = jobs
        self._session: Session | None = None
        self._index: tuple[int, Index] | None = None  # type: ignore[type-arg]
        self.snapshot: Snapshot | None = None

    def open(self, opener: Opener) -> None:
        """Opens a household in place of the one that is open."""
        self._jobs.run(partial(self._open, opener), self._arrived, self._refused)

    def answer(self, answer: Answer) -> None:
        self._apply(GiveAnswer(answer))

    def change_household(self, household: Household) -> None:
        self._apply(ChangeHousehold(household))

    def record_talk(self, talk: Talk) -> None:
        self._apply(RecordTalk(talk))

    def forget_talk(self, talk_id: str) -> None:
        self._apply(ForgetTalk(talk_id))

    def choose_minutes(self, minutes: int) -> None:
        self._keep(minutes=minutes)

    def finish_start(self) -> None:
        """First start is behind us."""
        self._keep(started=True)

    def choose_system(self, device_id: str, system: str) -> None:
        """A device says which system it has."""
        if self.snapshot is not None and device_id:
            household = self.snapshot.memory.household
            device = replace(household.device(device_id), system=system)
            self.change_household(household.with_device(device))

    def undo(self) -> None:
        self._jobs.run(self._undo, self._arrived, self._refused)

    def refresh(self) -> None:
        """Looks again: the day may have changed."""
        self._jobs.run(self._refresh, self._arrived, self._refused)

    def search(self, text: str) -> None:
        """`found` follows with the keys of the steps that fit."""
        self._jobs.run(partial(self._search, text), partial(self._found, text), self._refused)

    def close(self) -> None:
        """Closes what is open, when everything before is done."""
        self._jobs.run(self._close, self._nothing, self._nothing)
        self._jobs.stop()

    def _keep(self, **parts: object) -> None:
        if self.snapshot is not None:
            self._apply(KeepPreferences(replace(self.snapshot.memory.preferences, **parts)))

    def _apply(self, change: Change) -> None:
        self._jobs.run(partial(self._change, change), self._arrived, self._refused)

    # What follows runs on the worker, up to the two that deliver.

    def _open(self, opener: Opener) -> Snapshot:
        session = opener()
        self._close()
        self._session, self._index = session, None
        return session.snapshot

    def _change(self, change: Change) -> Snapshot:
        return self._require().apply(change)

    def _undo(self) -> Snapshot:
        return self._require().undo()

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

    def _require(self) -> Session:
        if self._session is None:
            raise RuntimeError("no household is open")
        return self._session

    def _arrived(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.changed.emit(snapshot)

    def _refused(self, error: FamilySafeError) -> None:
        self.failed.emit(error)

    def _found(self, text: str, keys: object) -> None:
        self.found.emit(text, keys)

    def _nothing(self, _result: object) -> None:
        """Closing has no more to say."""
