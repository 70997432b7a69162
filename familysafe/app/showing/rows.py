"""Steps as rows of a list, with the words and marks that every page shows alike."""

from datetime import date, timedelta

from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Answer, Evidence, State
from familysafe.domain.plan import PlanItem
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.target import TargetKind
from familysafe.domain.views import StepRow
from familysafe.words.names import Names


class Showing:
    """A snapshot with the content and the names to speak of it."""

    def __init__(self, content: Compiled, snapshot: Snapshot) -> None:
        self.catalogue = content.catalogue
        self.book = content.phrasebook
        self.snapshot = snapshot
        self.household = snapshot.memory.household
        self.today = snapshot.plan.today
        self.names = Names(content.catalogue, content.phrasebook, self.household)

    def row(self, item: PlanItem) -> StepRow:
        """One item as a row."""
        guide = self.catalogue.guides[item.guide]
        words = self.book.steps[item.step]
        only_child = item.children[0] if len(item.children) == 1 and item.target.kind is not TargetKind.HOME else ""
        return StepRow(
            key=item.key,
            title=self.names.title(item),
            why=" ".join(self.names.lines(words.why, item)),
            place=self.names.target(item),
            icon=guide.icon,
            initial=self.names.child(only_child)[:1].upper() if only_child else "",
            minutes=item.minutes,
            group=group_id(item),
            guide=item.guide,
            children=item.children,
            answer=item.answer,
            stale=self.is_stale(item),
        )

    def stale_rows(self) -> tuple[StepRow, ...]:
        """What has aged, or comes back from *later*."""
        return tuple(self.row(item) for item in self.snapshot.plan.items if self.is_stale(item))

    def is_stale(self, item: PlanItem) -> bool:
        return is_stale(item.answer, self.catalogue.guides[item.guide].shelf_life, self.today)


def group_id(item: PlanItem) -> str:
    """What an item is filed under: its device, its connection, the child's account, or the home."""
    target = item.target
    if target.kind is TargetKind.ACCOUNT:
        met = next((reason.device for reason in item.reasons if reason.device), "")
        return f"device:{met}" if met else f"account:{target.child}:{item.guide}"
    if target.device:
        return f"device:{target.device}"
    return f"connection:{target.connection}" if target.connection else "home"


def is_stale(answer: Answer | None, shelf_life: int, today: date) -> bool:
    """True for a test that is older than its guide's shelf life, and for a *later* that has come round."""
    if answer is None:
        return False
    if answer.state is State.LATER:
        return answer.until is not None and answer.until <= today
    tested = answer.state is State.DONE and answer.evidence is Evidence.TESTED
    return tested and answer.on + timedelta(days=shelf_life) < today
