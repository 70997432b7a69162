"""Passphrase and recovery sheet: what is on now, what each is for, and what can be done about it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from familysafe.domain.safekeeping import Protection
from familysafe.ui.pages.passphrase_form import Task
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Columns, Picture, column, row
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _

NONE, SHEET_ONLY = Protection(passphrase=False, recovery=False), Protection(passphrase=False, recovery=True)
ONLY_SHEET = Protection(passphrase=False, recovery=True, only_sheet=True)
PASSPHRASE_ONLY, BOTH = Protection(passphrase=True, recovery=False), Protection(passphrase=True, recovery=True)
SHEET_NOW: Mapping[Protection, Callable[[], str]] = {
    NONE: lambda: _("With one, a backup file would open on another computer."),
    SHEET_ONLY: lambda: _("Its twelve words open a backup file on another computer."),
    ONLY_SHEET: lambda: _("Its twelve words are all that opens FamilySafe on this computer."),
    PASSPHRASE_ONLY: lambda: _("If the passphrase is forgotten now, everything that you saved is gone."),
    BOTH: lambda: _("Its twelve words open everything when the passphrase is forgotten."),
}


class ProtectionPage(Page):
    """Says what somebody wants to do; nothing is done on this page."""

    task_asked = Signal(object)
    sheet_asked = Signal()
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Passphrase and recovery sheet"))

    def show_view(self, protection: Protection, *, throw_away: bool) -> None:
        """Draws anew; where nothing is kept there is nothing to lock."""
        self.begin()
        self.body.setContentsMargins(40, 12, 40, 24)
        back = Button(_("Settings"), "quiet", name=_("Back to Settings")).with_icon(self.theme, "back", "ink2", 18)
        back.clicked.connect(self.back)
        self.add(row(back, None), PlainLabel(_("Passphrase and recovery sheet"), "title"))
        if throw_away:
            self.add(Card("tint").add(PlainLabel(_("Nothing is being saved here, so there is nothing to lock."))))
        else:
            self.add(self._now(protection))
            columns = Columns(self.theme, narrow=440, spacing=16, least=400)
            cards = [self._passphrase(protection), self._sheet(protection)]
            if protection == PASSPHRASE_ONLY:  # the sheet is what is to be done next
                cards.reverse()
            columns.wide.addWidget(cards[0])
            columns.wide.addStretch(1)
            columns.narrow_column.addWidget(cards[1])
            self.add(columns)
        self.finish()

    def _now(self, protection: Protection) -> Card:
        """What is on now, in plain words."""
        if protection.passphrase:
            passphrase = (_("There is a passphrase"), _("FamilySafe opens only for somebody who knows it."))
        elif protection.only_sheet:
            passphrase = (
                _("No passphrase"),
                _("FamilySafe asks for the twelve words at each start. Set one to type less."),
            )
        else:
            passphrase = (_("No passphrase"), _("Anyone who can use this computer account can open FamilySafe."))
        sheet = _("There is a recovery sheet") if protection.recovery else _("No recovery sheet")
        card = Card("tint", (20, 18, 20, 18), spacing=14)
        card.add(self._fact("lock", *passphrase), self._fact("agreement", sheet, SHEET_NOW[protection]()))
        return card

    def _fact(self, icon: str, title: str, says: str) -> QHBoxLayout:
        texts = column(PlainLabel(title, "teal"), PlainLabel(says), spacing=2)
        line = row(Picture(self.theme, icon, "tealink", 26), texts, spacing=14)
        line.setStretch(1, 1)
        return line

    def _passphrase(self, protection: Protection) -> Card:
        card = Card().add(PlainLabel(_("Passphrase"), "section"))
        if not protection.passphrase:
            when = _("For when others use this computer account, or when a note holds what a child told you.")
            then = _("FamilySafe then asks for it at every start, and you can lock it at any time.")
            gone = _("A forgotten passphrase with a lost recovery sheet: then nobody can open what you saved, ever.")
            card.add(PlainLabel(when), PlainLabel(then), PlainLabel(gone, "strong"))
            return self._ask(card, Task.SET, _("Set a passphrase"), "go")
        stays = _("Change it when somebody else may know it. A recovery sheet stays good.")
        card.add(PlainLabel(stays))
        self._ask(card, Task.CHANGE, _("Change the passphrase"))
        card.column.addSpacing(8)
        card.add(PlainLabel(_("Without it, anyone who can use this computer account can open FamilySafe.")))
        return self._ask(card, Task.REMOVE, _("Remove the passphrase"))

    def _ask(self, card: Card, task: Task, verb: str, kind: str = "plain") -> Card:
        button = Button(verb, kind)
        button.setProperty("task", task.value)
        button.clicked.connect(self._task_clicked)
        card.column.addSpacing(4)
        return card.add(row(button, None))

    def _task_clicked(self) -> None:
        self.task_asked.emit(Task(self.sender().property("task")))

    def _sheet(self, protection: Protection) -> Card:
        card = Card().add(PlainLabel(_("Recovery sheet"), "section"))
        card.add(
            PlainLabel(_("Twelve words on paper. They open what you saved, and let you choose a new passphrase.")),
            PlainLabel(_("Keep it away from this computer, with the passports or with somebody you trust.")),
        )
        if protection.recovery:
            card.add(PlainLabel(_("Lost, or seen by somebody? A new sheet ends the one that you have.")))
        verb = _("Make a new recovery sheet") if protection.recovery else _("Make a recovery sheet")
        button = Button(verb, "go" if protection == PASSPHRASE_ONLY else "plain")
        button.clicked.connect(self.sheet_asked)
        card.column.addSpacing(4)
        return card.add(row(button, None))
