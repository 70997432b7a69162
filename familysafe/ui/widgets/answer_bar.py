"""The bar below a step: is it on, and how is it known?"""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from familysafe.domain.answer import (
    LOOSENED_REASONS,
    NOT_FOR_US_REASONS,
    Answer,
    AnswerReason,
    Evidence,
    Outcome,
    State,
)
from familysafe.domain.views import StepView
from familysafe.ui.days import later, short_day
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, row
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.labels import EVIDENCE, REASONS
from familysafe.words.language import _

# Days, months of the calendar, and how that is said.
LATERS: tuple[tuple[int, int, Callable[[], str]], ...] = (
    (1, 0, lambda: _("Tomorrow")),
    (7, 0, lambda: _("In a week")),
    (0, 1, lambda: _("In a month")),
    (0, 3, lambda: _("In three months")),
)


class AnswerBar(Card):
    """Nothing is chosen beforehand; a choice asks, and the next view answers."""

    answered = Signal(object)
    test_asked = Signal()
    next_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(margins=(16, 10, 16, 10), spacing=4)
        self._theme = theme
        self._view: StepView | None = None
        self._today = date.min
        flow = FlowLayout(spacing=6)
        self._evidence: dict[Button, Evidence] = {}
        for evidence in Evidence:
            chip = Button(EVIDENCE[evidence](), "chip")
            chip.setCheckable(True)
            chip.clicked.connect(self._evidence_clicked)
            self._evidence[chip] = evidence
            flow.addWidget(chip)
        self._failed = Button(_("It did not hold"), "snug")
        self._failed.clicked.connect(self._did_not_hold)
        self._later = Button(_("Later"), "snug")
        self._more = Button(_("Not for us, loosened"), "snug", name=_("Not for us, loosened on purpose"))
        for button, fill in ((self._later, self._fill_later), (self._more, self._fill_more)):
            menu = QMenu(button)
            menu.aboutToShow.connect(fill)
            button.setMenu(menu)
            button.with_icon(theme, "chevron-down", "ink2", 16)
        self._next = Button(_("Next"), "go")
        self._next.clicked.connect(self.next_asked)
        for button in (self._failed, self._later, self._more):
            flow.addWidget(button)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addLayout(flow, 1)
        line.addWidget(self._next)
        self._state = PlainLabel("", "small-muted")
        head = row(PlainLabel(_("Is it on?"), "strong", wrap=False), self._state)
        head.setStretch(1, 1)
        self.column.addLayout(head)
        self.column.addLayout(line)

    def show_view(self, view: StepView, today: date) -> None:
        """What is known of this step now."""
        self._view = view
        self._today = today
        answer = view.row.answer
        done = answer.evidence if answer and answer.state is State.DONE else None
        for chip, evidence in self._evidence.items():
            chip.setChecked(evidence is done)
            chip.set_pending(False)
            chip.setIcon(self._theme.icon("check", "on_teal", 18) if evidence is done else QIcon())
        for button in (self._failed, self._later, self._more):
            button.set_pending(False)
        self._state.setText(said_of(answer, throw_away=view.throw_away))
        ends = _("Back to Today") if view.picked else _("Back to the guide")
        self._next.rename(_("Next") if view.following else ends)

    def blank(self) -> Answer:
        """An answer for this step that keeps its notes and says nothing yet."""
        assert self._view is not None, "an answer needs a step"  # noqa: S101 - pages draw before they are clicked
        row = self._view.row
        old = row.answer
        notes = (old.note, old.menu_note) if old else ("", "")
        return Answer(row.key.step, row.key.target, self._today, note=notes[0], menu_note=notes[1])

    def give(self, asked_by: QWidget | None = None, **parts: object) -> None:
        """Asks for an answer; shows that it is on its way."""
        if isinstance(asked_by, Button):
            asked_by.set_pending(True)
        keeps = self._view is not None and not self._view.throw_away
        self._state.setText(_("Saving …") if keeps else _("One moment …"))
        self.answered.emit(replace(self.blank(), **parts))

    def _evidence_clicked(self) -> None:
        chip = self.sender()
        if not isinstance(chip, Button):
            return
        evidence = self._evidence[chip]
        answer = self._view.row.answer if self._view else None
        chip.setChecked(answer is not None and answer.state is State.DONE and answer.evidence is evidence)
        if evidence is Evidence.TESTED:
            self.test_asked.emit()
        else:
            self.give(chip, state=State.DONE, evidence=evidence)

    def _did_not_hold(self) -> None:
        self.give(self._failed, state=State.TO_DO, evidence=Evidence.TESTED, outcome=Outcome.DID_NOT_HOLD)

    def _fill_later(self) -> None:
        menu = self._later.menu()
        menu.clear()
        for days, months, label in LATERS:
            until = later(self._today, days=days, months=months)
            action = menu.addAction(f"{label()} · {short_day(until)}")
            action.setData(until.isoformat())
            action.triggered.connect(self._later_chosen)

    def _later_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.give(self._later, state=State.LATER, until=date.fromisoformat(str(action.data())))

    def _fill_more(self) -> None:
        menu = self._more.menu()
        menu.clear()
        for state, title, reasons in (
            (State.NOT_FOR_US, _("Not for us, because …"), NOT_FOR_US_REASONS),
            (State.LOOSENED, _("Loosened on purpose, because …"), LOOSENED_REASONS),
        ):
            menu.addAction(title).setEnabled(False)
            for reason in reasons:
                action = menu.addAction(f"    {REASONS[reason]()}")
                action.setData((state.value, reason.value))
                action.triggered.connect(self._more_chosen)
        menu.addSeparator()
        again = menu.addAction(_("Put it back to do"))
        again.setData((State.TO_DO.value, ""))
        again.triggered.connect(self._more_chosen)

    def _more_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            state, reason = action.data()
            self.give(self._more, state=State(state), reason=AnswerReason(reason) if reason else None)


def said_of(answer: Answer | None, *, throw_away: bool = False) -> str:
    """What was last said, and whether it is saved or gone when the window is closed."""
    sentence = sentence_of(answer) if answer else ""
    if not sentence:
        return ""
    stays = _("Noted until you close the window.") if throw_away else _("Saved.")
    return f"{stays} {sentence}"


def sentence_of(answer: Answer) -> str:
    """What was last said; nothing for what is to do."""
    day = short_day(answer.on)
    if answer.outcome is Outcome.DID_NOT_HOLD:
        return _("It did not hold on {day}. What to do stands below the test.").format(day=day)
    reason = REASONS[answer.reason]() if answer.reason else ""
    match answer.state:
        case State.DONE:
            sentence = {
                Evidence.TOLD: _("Someone said so on {day}."),
                Evidence.SEEN: _("Seen on {day}."),
                Evidence.TESTED: _("Tested on {day}, and it held."),
            }[answer.evidence or Evidence.TOLD]
            return sentence.format(day=day)
        case State.LATER:
            return _("It comes back on {day}.").format(day=short_day(answer.until or answer.on))
        case State.NOT_FOR_US:
            return _("Not for us: {reason}.").format(reason=reason)
        case State.LOOSENED:
            return _("Loosened on purpose: {reason}.").format(reason=reason)
        case State.TO_DO:
            return ""
