"""The child's-eye test, asked for when *tested* is chosen: try it, and say what happened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familysafe.domain.answer import Evidence, Outcome, State
from familysafe.domain.views import StepView
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button, Chips
from familysafe.ui.widgets.card import Card
from familysafe.ui.widgets.dialog import Dialog
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _


class TestDialog(Dialog):
    """Both outcomes are honest; from 11 on *tested* needs the child to have been there."""

    __test__ = False
    answered = Signal(dict)

    def __init__(self, theme: Theme, view: StepView, parent: QWidget) -> None:
        super().__init__(theme, _("Try it as {child} would").format(child=view.children), parent)
        self._asks = view.asks_child_there
        card = Card("tint").add(*map(PlainLabel, view.attempt), *(PlainLabel(line, "strong") for line in view.expect))
        self.add(card)
        if view.still_reachable:
            self.add(PlainLabel(_("And try that help can still be reached:"), "strong"))
            self.add(*map(PlainLabel, view.still_reachable))
        self._there = Chips((("yes", _("Yes, together")), ("no", _("No"))), _("Was the child there?"))
        self._why = PlainLabel("", "small-muted")
        self._why.hide()
        if self._asks:
            self.add(PlainLabel(_("Was {child} there?").format(child=view.children), "strong"), self._there, self._why)
            self._there.chosen.connect(self._there_chosen)
        close, self._failed, self._held = Button(_("Cancel")), Button(_("It did not hold")), Button(_("It held"), "go")
        close.clicked.connect(self.reject)
        self._failed.clicked.connect(self._did_not_hold)
        self._held.clicked.connect(self._it_held)
        self._held.setEnabled(not self._asks)
        self.end_with(close, self._failed, self._held)

    def _there_chosen(self, said: object) -> None:
        self._held.setEnabled(said == "yes")
        self._why.setText(
            ""
            if said == "yes"
            else _("From 11 on, we test with the child and not behind their back. “I have seen it” fits.")
        )
        self._why.setVisible(said != "yes")
        if said != "yes":
            self.fit()
            self.bring_into_view(self._why)

    def _present(self) -> bool | None:
        """None where it was not asked, or not answered."""
        said = self._there.chosen_key()
        return None if said is None else said == "yes"

    def _it_held(self) -> None:
        self._say(State.DONE, Outcome.HELD)

    def _did_not_hold(self) -> None:
        self._say(State.TO_DO, Outcome.DID_NOT_HOLD)

    def _say(self, state: State, outcome: Outcome) -> None:
        self.answered.emit(
            {"state": state, "evidence": Evidence.TESTED, "outcome": outcome, "child_there": self._present()}
        )
        self.accept()
