"""A situation: one calm screen after the other, with who can help beside each."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from familysafe.domain.help_views import AfterwardsView, HelpScreen, SituationView
from familysafe.domain.situation import HelpStepKind
from familysafe.ui.pages.afterwards import Afterwards
from familysafe.ui.theme import Theme
from familysafe.ui.walks import Walk
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Fold, Picture, column, row
from familysafe.ui.widgets.contact import ContactCard
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.help_head import HelpHead
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _

NOTE = HelpStepKind.NOTE.value


class SituationPage(Page):
    """Says where one goes next; the screen after the last one is for what comes later."""

    moved = Signal(int)
    marked = Signal(str, str)
    link_opened = Signal(str)
    qr_asked = Signal(object)
    contacts_asked = Signal()
    record_asked = Signal()
    look_in_chosen = Signal(bool)
    step_opened = Signal(object)
    card_opened = Signal(str)
    left = Signal()
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Help now: one step at a time"))
        self._drawn: tuple[SituationView, Walk, AfterwardsView | None] | None = None

    def show_view(self, view: SituationView, walk: Walk, later: AfterwardsView | None = None) -> None:
        """Draws the screen on which one is; what comes `later` is known where a household is open."""
        walk = replace(walk, at=min(walk.at, len(view.screens)))
        if self._drawn == (view, walk, later):
            return
        opened = self._drawn is None or self._drawn[0].id != view.id
        moved = opened or (self._drawn is not None and self._drawn[1].at != walk.at)
        self._drawn = (view, walk, later)
        self.begin()
        head = HelpHead(self.theme, self._where(view, walk), _("Help now"), kind="help")
        head.left.connect(self.left)
        head.back.connect(self.back)
        self.set_head(head)
        self.add(*head.below)
        if walk.at < len(view.screens):
            self._draw_screen(view, walk, records=later is not None)
        else:
            self.add(self._afterwards(view, later))
        ways = self._ways(view, walk)
        self.set_foot(ways)
        self.finish(top=moved)
        if opened:
            # On the way on, so that one press too many does not lead out again.
            ways.findChildren(Button)[-1].setFocus()
        if moved and walk.at < len(view.screens):
            self._read_out(view.screens[walk.at])

    def _read_out(self, screen: HelpScreen) -> None:
        """The keyboard stays where it was, so a screen reader has to be told what is new."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, ". ".join((screen.title, *screen.do[:1]))))

    def _where(self, view: SituationView, walk: Walk) -> str:
        """`Threatened over a picture or video · step 3 of 12 · done`."""
        if walk.at >= len(view.screens):
            return view.title
        marks = {"done": _("done"), "not-possible": _("not possible")}
        where = _("{title} · step {number} of {count}").format(
            title=view.title, number=walk.at + 1, count=len(view.screens)
        )
        mark = marks.get(walk.marks.get(view.screens[walk.at].id, ""), "")
        return _("{where} · {mark}").format(where=where, mark=mark) if mark else where

    def _draw_screen(self, view: SituationView, walk: Walk, *, records: bool) -> None:
        screen = view.screens[walk.at]
        self.add(*self._words(view, screen))
        if screen.kind == NOTE and records and not view.keeps_nothing:
            write = Button(_("Write it down here"), "go").with_icon(self.theme, "pencil", "on_teal", 18)
            write.clicked.connect(self.record_asked)
            self.add(row(write, None))
        if screen.if_not:
            lines = [PlainLabel(line) for line in screen.if_not]
            self.add(Fold(self.theme, _("Not possible?"), _("What you can do instead"), *lines))
        if screen.contacts:
            self.add(PlainLabel(_("Who can help with this"), "section"))
        for contact in screen.contacts:
            card = ContactCard(self.theme, contact)
            card.link_opened.connect(self.link_opened)
            card.qr_asked.connect(self.qr_asked)
            self.add(card)
        call = _("If anyone is in danger: call {number}").format(number=view.number)
        everyone = Button(_("Everyone who can help"), "quiet")
        everyone.clicked.connect(self.contacts_asked)
        line = FlowLayout(spacing=16)
        if view.number:
            line.addWidget(PlainLabel(call, "help", wrap=False).selectable())
        line.addWidget(everyone)
        self.add(line)

    def _afterwards(self, view: SituationView, later: AfterwardsView | None) -> Afterwards:
        after = Afterwards(self.theme, view, later)
        after.look_in_chosen.connect(self._ask_later)
        after.step_opened.connect(self.step_opened)
        after.card_opened.connect(self.card_opened)
        after.contacts_asked.connect(self.contacts_asked)
        return after

    def _ask_later(self, chosen: bool) -> None:
        """What comes of it is drawn, also when it could not be kept."""
        if self._drawn is not None:
            self._drawn = (*self._drawn[:2], None)
        self.look_in_chosen.emit(chosen)

    def _words(self, view: SituationView, screen: HelpScreen) -> list[QWidget]:
        card = Card(margins=(28, 22, 28, 22), spacing=10)
        card.add(PlainLabel(screen.title, "title"))
        arrow = "back" if self.isRightToLeft() else "chevron-right"
        for line in screen.do:
            point = row(spacing=10)
            mark = column(Picture(self.theme, arrow, "help", 16), None)
            mark.setContentsMargins(0, self.theme.px(4), 0, 0)  # beside the middle of the first line
            point.addLayout(mark)
            point.addWidget(PlainLabel(line), 1)
            card.add(point)
        parts: list[QWidget] = [card]
        if screen.say:
            title = _("You could say") if view.child else _("Words you could say")
            parts.append(told(self.theme, "talk", title, tuple(f"“{line}”" for line in screen.say), "help"))
        if screen.never:
            parts.append(told(self.theme, "hand", _("Never"), screen.never, "help-line"))
        if screen.not_to_say:
            parts.append(told(self.theme, "close", _("Better not"), screen.not_to_say, "sunk"))
        if screen.to_confirm:
            parts.append(PlainLabel(_("We could not confirm all of this in an official source."), "small-muted"))
        return parts

    def _ways(self, view: SituationView, walk: Walk) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=12)
        back = Button(_("Back"))
        back.clicked.connect(partial(self._move, walk.at - 1))
        flow.addWidget(back)
        if walk.at < len(view.screens):
            own = view.screens[walk.at].id
            last = walk.at + 1 == len(view.screens)
            for text, mark, kind in (
                (_("Not possible"), "not-possible", "plain"),
                (_("Done"), "done", "plain"),
                (_("After that") if last else _("Next"), "", "go"),
            ):
                button = Button(text, kind)
                button.clicked.connect(partial(self._mark, own, mark, walk.at + 1))
                flow.addWidget(button)
        return holder

    def _mark(self, own: str, mark: str, following: int, _checked: bool = False) -> None:
        if mark:
            self.marked.emit(own, mark)
        self.moved.emit(following)

    def _move(self, to: int, _checked: bool = False) -> None:
        if to < 0:
            self.back.emit()
        else:
            self.moved.emit(to)


def told(theme: Theme, icon: str, title: str, lines: tuple[str, ...], tone: str) -> Card:
    head = row(Picture(theme, icon, "help", 20), PlainLabel(title, "help"), spacing=8)
    head.setStretch(1, 1)
    return Card(tone, spacing=6).add(head, *map(PlainLabel, lines))
