"""A step as a card in a list: who it is for, what it is, how long it takes, and how well it is known."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from familysafe.domain.answer import Answer, Evidence, Outcome, State
from familysafe.domain.views import StepRow
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Avatar, Card, Picture, column, row
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.labels import EVIDENCE_SHORT, STATES
from familysafe.words.language import _


def minutes_text(minutes: int) -> str:
    return _("{minutes} min").format(minutes=minutes)


def answer_text(answer: Answer | None, *, stale: bool = False) -> str:
    """`tested`, `later`, `did not hold`; empty while nothing was said."""
    if answer is None:
        return ""
    if answer.outcome is Outcome.DID_NOT_HOLD:
        return _("did not hold")
    if answer.state is State.DONE and answer.evidence is not None:
        said = EVIDENCE_SHORT[answer.evidence]()
        return _("{said}, look again").format(said=said) if stale else said
    return "" if answer.state is State.TO_DO else STATES[answer.state]().lower()


def answer_icon(answer: Answer | None) -> str:
    """The mark beside the word, so that meaning never hangs on colour."""
    if answer is None or answer.state is State.TO_DO:
        return "circle"
    if answer.state is State.DONE:
        return (
            "check" if answer.evidence is Evidence.TESTED else ("eye" if answer.evidence is Evidence.SEEN else "talk")
        )
    return "clock" if answer.state is State.LATER else "minus"


class StepCard(Card):
    """One step; its button opens it."""

    opened = Signal(object)

    def __init__(self, theme: Theme, step: StepRow, *, main: bool = False, verb: str = "", tone: str = "") -> None:
        super().__init__(tone, margins=(18, 14, 18, 14))
        self._key = step.key
        self._needs = round(560 * theme.scale)
        said = answer_text(step.answer, stale=step.stale)
        texts = column(PlainLabel(step.title, "strong"), PlainLabel(step.why, "small-muted"), spacing=2)
        facts = column(spacing=2)
        if step.place:
            place = PlainLabel(step.place, "small-muted", wrap=False)
            facts.addLayout(row(None, Picture(theme, step.icon, "ink2", 18), place, spacing=6))
        if said:
            facts.addLayout(row(None, PlainLabel(said, "small-muted", wrap=False)))
        verb = verb or (_("Open") if step.answer and step.answer.is_settled else _("Start"))
        button = Button(verb, "go" if main else "plain", name=f"{verb}: {step.title}")
        button.clicked.connect(self._open)
        minutes = PlainLabel(minutes_text(step.minutes), "small-muted", wrap=False)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(16)
        left = QHBoxLayout()
        left.setSpacing(16)
        left.addWidget(Avatar(theme, step.initial, step.icon))
        left.addLayout(texts, 1)
        right = row(facts, minutes, None, button, spacing=16)
        self._box.addLayout(left, 1)
        self._box.addLayout(right)
        self.column.addLayout(self._box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = event.size().width() >= self._needs
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        super().resizeEvent(event)

    def _open(self) -> None:
        self.opened.emit(self._key)


def list_of(theme: Theme, rows: tuple[StepRow, ...], *, main_first: bool = False) -> list[StepCard]:
    """Cards for rows; the first may carry the one main button of a page."""
    return [StepCard(theme, step, main=main_first and number == 0) for number, step in enumerate(rows)]
