"""The plan as a list: a row for each group, then its steps."""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from familysafe.domain.answer import State
from familysafe.domain.target import ItemKey
from familysafe.domain.views import Group, SetUpView, StepRow
from familysafe.ui.widgets.step_card import answer_text, minutes_text
from familysafe.words.language import _, ngettext

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Entry(Struct, frozen=True):
    """One row: a group's heading, or a step of it."""

    group: Group
    step: StepRow | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        if self.step is None:
            progress = self.group.progress
            counted = ngettext("{done} of {of} settled", "{done} of {of} settled", progress.of)
            return f"{self.group.title}: {counted.format(done=progress.done, of=progress.of)}"
        said = answer_text(self.step.answer, stale=self.step.stale) or _("to do")
        return f"{self.step.title}, {self.step.place}, {minutes_text(self.step.minutes)}, {said}"


class Filter(Struct, frozen=True):
    """What is shown: one state or all, one child or all, and what a search found (None: no search)."""

    state: str = "all"
    child: str = ""
    found: frozenset[ItemKey] | None = None

    def lets(self, step: StepRow) -> bool:
        return (
            self.state in ("all", state_of(step))
            and (not self.child or self.child in step.children)
            and (self.found is None or step.key in self.found)
        )


def state_of(step: StepRow) -> str:
    """`open`, `later` or `done`, as the filter has them."""
    if step.answer is None or step.answer.state is State.TO_DO:
        return "open"
    return "later" if step.answer.state is State.LATER else "done"


class PlanModel(QAbstractListModel):
    """Rows are redrawn only where they changed, so focus and scroll position stay."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.step.title if entry.step else entry.group.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken
            case role if role == ENTRY_ROLE:
                return entry
            case _:
                return None

    def show(self, view: SetUpView, wanted: Filter) -> None:
        """Takes a new plan; where it has the same rows, only those that differ are redrawn."""
        entries = list(entries_of(view, wanted))
        same = [keys(entry) for entry in entries] == [keys(entry) for entry in self._entries]
        if not same:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()
            return
        before, self._entries = self._entries, entries
        for number, (old, new) in enumerate(zip(before, entries, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number), self.index(number))


def keys(entry: Entry) -> tuple[str, ItemKey | None]:
    return entry.group.id, entry.step.key if entry.step else None


def entries_of(view: SetUpView, wanted: Filter) -> Iterable[Entry]:
    for group in view.groups:
        steps = [step for step in group.rows if wanted.lets(step)]
        if steps:
            yield Entry(group)
            yield from (Entry(group, step) for step in steps)
