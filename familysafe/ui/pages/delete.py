"""Delete: a child and everything about them, or everything; says what goes and what stays out of reach."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from familysafe.domain.errors import FamilySafeError
from familysafe.domain.keeping import ChildGoes, DeleteView
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Columns, column, row
from familysafe.ui.widgets.for_good import ForGood, copies_go_too, out_of_reach
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.progress import WorkFoot
from familysafe.words.language import _, ngettext
from familysafe.words.problems import next_step, sentence


class DeletePage(Page):
    """Says what is to go, once that was asked and agreed to."""

    child_agreed = Signal(str, str)
    everything_agreed = Signal()
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Delete"))
        self._asked: ForGood | None = None
        self.foot = WorkFoot(theme)
        self.set_foot(self.foot)

    def show_view(self, view: DeleteView) -> None:
        """Draws anew."""
        self.begin()
        self.body.setContentsMargins(40, 12, 40, 24)
        back = Button(_("Settings"), "quiet", name=_("Back to Settings")).with_icon(self.theme, "back", "ink2", 18)
        back.clicked.connect(self.back)
        says = _("For good: here, and in the copies on this computer.")
        self.add(row(back, None), column(PlainLabel(_("Delete"), "title"), PlainLabel(says, "muted"), spacing=4))
        if view.throw_away:
            self.add(
                Card("tint").add(PlainLabel(_("Nothing is being saved here. When you close the window, it is gone.")))
            )
        else:
            columns = Columns(self.theme, narrow=380, spacing=16, least=400)
            columns.wide.addWidget(self._children(view))
            columns.wide.addWidget(self._everything())
            columns.wide.addStretch(1)
            columns.narrow_column.addWidget(out_of_reach())
            self.add(columns)
        self.finish()

    def end_work(self, says: str) -> None:
        """It is gone."""
        self.close_question()
        self.foot.end(says)

    def refuse(self, error: FamilySafeError) -> None:
        """It is not gone, or not to its end, and why."""
        self.close_question()
        self.foot.fail(f"{sentence(error)} {next_step(error)}")

    def close_question(self) -> None:
        """What was agreed to is over."""
        if self._asked is not None:
            self._asked.over()

    def hideEvent(self, event: QHideEvent) -> None:
        """How it ended is read once."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.foot.clear()

    def _children(self, view: DeleteView) -> Card:
        card = Card(spacing=8).add(PlainLabel(_("A child and everything about them"), "section"))
        for child in view.children:
            card.add(self._child(child))
        if not view.children:
            card.add(PlainLabel(_("There is no child here."), "muted"))
        return card

    def _child(self, child: ChildGoes) -> Card:
        button = Button(_("Delete {child}…").format(child=child.name))
        button.clicked.connect(partial(self._ask_child, child))
        line = row(told(child), button)
        line.setStretch(0, 1)
        return Card("sunk", (14, 8, 8, 8)).add(line)

    def _everything(self) -> Card:
        card = Card().add(PlainLabel(_("Everything"), "section"))
        card.add(PlainLabel(_("All that FamilySafe keeps on this computer. It then begins as on the first day.")))
        button = Button(_("Delete everything…"))
        button.clicked.connect(self._ask_everything)
        card.column.addSpacing(4)
        return card.add(row(button, None))

    def _ask_child(self, child: ChildGoes, _checked: bool = False) -> None:
        says = _("{child} goes, with everything that was saved about them: {what}.")
        title, yes = _("Delete {child}?").format(child=child.name), _("Delete {child}").format(child=child.name)
        what = ", ".join(parts_of(child)) or _("nothing else yet")
        said = says.format(child=child.name, what=what)
        ask = self._ask(title, (said, copies_go_too()), yes)
        ask.agreed.connect(partial(self._agreed, child))

    def _ask_everything(self) -> None:
        says = _(
            "Children, devices, answers, notes, talks and records go, with every copy on this computer, the passphrase "
            "and the look of this window. A recovery sheet then opens nothing here. It cannot be undone."
        )
        title, yes = _("Delete everything?"), _("Delete everything")
        self._ask(title, (says,), yes).agreed.connect(self.everything_agreed)

    def _ask(self, title: str, lines: tuple[str, ...], yes: str) -> ForGood:
        ask = self._asked = ForGood(self.theme, title, lines, yes, parent=self.window())
        ask.finished.connect(self._answered)
        ask.open()
        return ask

    def _agreed(self, child: ChildGoes, _ask: ForGood) -> None:
        self.child_agreed.emit(child.id, child.name)

    def _answered(self) -> None:
        self._asked = None


def told(child: ChildGoes) -> QVBoxLayout:
    """The name, and below it what goes with the child."""
    return column(PlainLabel(child.name, "strong"), PlainLabel(" · ".join(parts_of(child)), "small-muted"), spacing=2)


def parts_of(child: ChildGoes) -> list[str]:
    """What there is of a child besides the name."""
    counted = (
        (child.apps, ngettext("{count} app", "{count} apps", child.apps)),
        (child.answers, ngettext("{count} answer", "{count} answers", child.answers)),
        (child.talks, ngettext("{count} talk with nobody else", "{count} talks with nobody else", child.talks)),
        (child.records, ngettext("{count} record of them alone", "{count} records of them alone", child.records)),
    )
    own = [_("{device} (nobody else uses it)").format(device=device) for device in child.devices]
    return [says.format(count=count) for count, says in counted if count] + own
