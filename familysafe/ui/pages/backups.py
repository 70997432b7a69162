"""Backups: the copies beside the vault, one file for another place, and the way back."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout

from familysafe.domain.errors import FamilySafeError
from familysafe.domain.keeping import BackupsView
from familysafe.domain.safekeeping import Backup, BackupReason
from familysafe.ui.days import short_day
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Columns, Picture, column, row
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.progress import WorkFoot
from familysafe.words.language import _
from familysafe.words.problems import next_step, sentence

WHY: Mapping[BackupReason, Callable[[], str]] = {
    BackupReason.DAY: lambda: _("Made by itself after the first change of the day"),
    BackupReason.MIGRATION: lambda: _("Made before FamilySafe was brought up to date"),
    BackupReason.RESTORE: lambda: _("What was here before something was brought back"),
}


class BackupsPage(Page):
    """Says what is wanted; `foot` tells how far it has come and how it ended."""

    export_asked = Signal()
    file_asked = Signal()
    copy_asked = Signal(object)
    undo_asked = Signal()
    protection_asked = Signal()
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Backups"))
        self._view = BackupsView(None, travels=False, throw_away=False)
        self._stays = False
        self.foot = WorkFoot(theme)
        self.set_foot(self.foot)

    def show_view(self, view: BackupsView) -> None:
        """Draws anew."""
        self._view = view
        self.begin()
        self.body.setContentsMargins(40, 12, 40, 24)
        back = Button(_("Settings"), "quiet", name=_("Back to Settings")).with_icon(self.theme, "back", "ink2", 18)
        back.clicked.connect(self.back)
        says = _("A copy that can be brought back, encrypted like everything else here.")
        self.add(row(back, None), column(PlainLabel(_("Backups"), "title"), PlainLabel(says, "muted"), spacing=4))
        if view.throw_away:
            self.add(Card("tint").add(PlainLabel(_("Nothing is being saved here, so there is nothing to copy."))))
        else:
            columns = Columns(self.theme, narrow=380, spacing=16, least=400)
            columns.wide.addWidget(self._copies(view))
            columns.wide.addStretch(1)
            columns.narrow_column.addWidget(self._elsewhere(view))
            columns.narrow_column.addWidget(self._from_file())
            self.add(columns)
        self.finish()

    def begin_work(self, says: str) -> None:
        """Long work begins; nothing else can be asked for meanwhile."""
        self._stays = False
        self.foot.begin(says)
        self.show_view(self._view)

    def end_work(self, says: str) -> None:
        """It is done."""
        self.foot.end(says)
        self.show_view(self._view)

    def offer_undo(self, says: str) -> None:
        """It is done, and can be taken back until something else is done."""
        self._stays = True
        text = _("Undo: go back to before")
        undo = Button(f"\u2002{text}", name=text).with_icon(self.theme, "undo", "ink", 18)
        undo.clicked.connect(self.undo_asked)
        self.foot.end(says, undo)
        self.show_view(self._view)

    def refuse(self, error: FamilySafeError) -> None:
        """It was not done, and why."""
        self.foot.fail(f"{sentence(error)} {next_step(error)}")
        self.show_view(self._view)

    def hideEvent(self, event: QHideEvent) -> None:
        """How something ended is read once; what can be taken back stays."""
        super().hideEvent(event)
        if not (event.spontaneous() or self.foot.busy or self._stays):
            self.foot.clear()

    def _copies(self, view: BackupsView) -> Card:
        card = Card(spacing=8).add(PlainLabel(_("On this computer"), "section"))
        kept = _("FamilySafe keeps the last seven days and one of each of the four weeks before.")
        card.add(PlainLabel(kept, "small-muted"))
        card.column.addSpacing(8)
        for copy in view.copies or ():
            card.add(self._copy(copy))
        if view.copies is None:
            card.add(PlainLabel(_("One moment…"), "muted"))
        elif not view.copies:
            card.add(PlainLabel(_("No copy yet. The first one is made after the next change."), "muted"))
        return card

    def _copy(self, copy: Backup) -> Card:
        day = short_day(copy.on)
        name = _("Go back to copy {number}, of {day}").format(number=copy.number, day=day)
        button = self._verb(Button(_("Go back to this copy"), name=name), partial(self.copy_asked.emit, copy))
        texts = column(PlainLabel(day, "strong"), PlainLabel(WHY[copy.reason](), "small-muted"), spacing=2)
        line = row(texts, button)
        line.setStretch(0, 1)
        return Card("sunk", (14, 8, 8, 8)).add(line)

    def _elsewhere(self, view: BackupsView) -> Card:
        card = Card().add(self._head("folder", _("For another place")))
        if view.travels:
            says = _("One file for a stick or another disk. It opens on any computer with FamilySafe.")
            card.add(PlainLabel(says))
            card.add(PlainLabel(_("It asks for your passphrase, or the words of the recovery sheet."), "small-muted"))
            return self._end(card, Button(_("Back up to…"), "go"), self.export_asked.emit)
        card.add(PlainLabel(_("The copies here go when this computer goes. A file in another place does not.")))
        card.add(PlainLabel(_("To open it there takes a passphrase or a recovery sheet. You have neither yet.")))
        name = _("Set a passphrase or make a recovery sheet")
        return self._end(card, Button(_("Set one first"), "go", name=name), self.protection_asked.emit)

    def _from_file(self) -> Card:
        card = Card().add(self._head("undo", _("Bring a file back")))
        card.add(PlainLabel(_("It shows what is in the file first. What is here now is kept.")))
        return self._end(card, Button(_("Restore from a file…")), self.file_asked.emit)

    def _head(self, icon: str, title: str) -> QHBoxLayout:
        line = row(Picture(self.theme, icon, "teal", 22), PlainLabel(title, "section"), spacing=10)
        line.setStretch(1, 1)
        return line

    def _end(self, card: Card, button: Button, act: Callable[[], object]) -> Card:
        card.column.addSpacing(4)
        return card.add(row(self._verb(button, act), None))

    def _verb(self, button: Button, act: Callable[[], object]) -> Button:
        button.setEnabled(not self.foot.busy)
        button.clicked.connect(partial(clicked, act))
        return button


def clicked(act: Callable[[], object], _checked: bool = False) -> None:
    act()
