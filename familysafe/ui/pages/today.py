"""Today: what fits into the time there is, the next talk, what needs looking at again, and the rings."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QWidget

from familysafe.domain.views import CardRow, LookAgain, Progress, TodayView
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button, Chips
from familysafe.ui.widgets.card import Card, Columns, Picture, column, row
from familysafe.ui.widgets.drawn import Ring
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.step_card import StepCard, list_of
from familysafe.words.language import _, ngettext
from familysafe.words.numbers import spelled

MINUTES = (5, 15, 30, 90)
RINGS_SHOWN = 5


class TodayPage(Page):
    """One obvious next thing, and honest ends."""

    minutes_chosen = Signal(int)
    step_opened = Signal(object)
    card_opened = Signal(str)
    group_opened = Signal(str)
    family_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Today"))

    def show_view(self, view: TodayView, now: datetime) -> None:
        """Draws anew."""
        self.begin()
        self._head(view, now)
        columns = Columns(self.theme)
        self._steps(columns, view)
        if view.card:
            columns.wide.addWidget(self._talk(view.card))
        if view.look_again:
            columns.wide.addSpacing(8)
            columns.wide.addWidget(PlainLabel(_("Look at again"), "section"))
            for aged in view.look_again:
                columns.wide.addWidget(self._look_again(aged))
        columns.wide.addStretch(1)
        for ring in view.rings[:RINGS_SHOWN]:
            columns.narrow_column.addWidget(self._ring(ring))
        stays = _("Nothing is being saved. When you close the window, it is gone.")
        kept = _("Everything here stays on this computer.")
        columns.narrow_column.addWidget(PlainLabel(stays if view.throw_away else kept, "small-muted"))
        self.add(columns)
        self.finish()

    def _head(self, view: TodayView, now: datetime) -> None:
        day = QDate(view.today.year, view.today.month, view.today.day)
        long_day = QLocale().toString(day, "dddd d MMMM")
        chips = Chips(((m, minutes_label(m)) for m in MINUTES), _("How long have you got?"))
        chips.choose(view.minutes)
        chips.chosen.connect(self._choose_minutes)
        title, asks = QWidget(), QWidget()
        title.setLayout(column(PlainLabel(greeting(now), "title"), PlainLabel(long_day, "muted"), spacing=2))
        flow = FlowLayout(asks, spacing=12)
        flow.addWidget(PlainLabel(_("How long have you got?"), "muted", wrap=False))
        flow.addWidget(chips)
        line = FlowLayout(spacing=16, line_spacing=12)
        line.addWidget(title)
        line.push()
        line.addWidget(asks)
        self.add(line)

    def _steps(self, columns: Columns, view: TodayView) -> None:
        if not view.picks:
            columns.wide.addWidget(self._nothing(view))
            return
        if view.stop_here:
            says = _("You have been through what you had time for. The rest can wait.")
            columns.wide.addWidget(stop_here(says))
            columns.wide.addSpacing(8)
        elif view.first:
            columns.wide.addWidget(Card("tint", margins=(20, 12, 20, 12)).add(PlainLabel(view.first)))
            columns.wide.addSpacing(8)
        columns.wide.addWidget(PlainLabel(fits(len(view.picks), view.minutes), "section"))
        for card in list_of(self.theme, view.picks, main_first=not view.stop_here):
            card.opened.connect(self.step_opened)
            columns.wide.addWidget(card)

    def _nothing(self, view: TodayView) -> Card:
        if not view.open_steps:
            return stop_here(_("Everything in the plan is set up or settled. Come back when something changes."))
        card = Card("tint")
        if not view.household.devices and not view.household.children:
            card.add(
                PlainLabel(_("Tell FamilySafe who is at home"), "teal"),
                PlainLabel(_("Then the plan grows steps for each device and app.")),
            )
            button = Button(_("Open Family"), "go")
            button.clicked.connect(self.family_asked)
            card.add(row(button, None))
        else:
            card.add(
                PlainLabel(_("Nothing short enough is left"), "teal"),
                PlainLabel(_("What is still open takes longer. You can stop here, or choose more time.")),
            )
        return card

    def _talk(self, shown: CardRow) -> Card:
        card = Card("tint")
        minutes = ngettext("{count} minute", "{count} minutes", shown.card.minutes).format(count=shown.card.minutes)
        title = PlainLabel(_("A talk that goes with it · {minutes}").format(minutes=minutes), "teal")
        opener = PlainLabel(f"“{shown.words.opener}”", "opener")
        button = Button(_("Open the card"))
        self._card = shown.card.id
        button.clicked.connect(self._open_card)
        texts = column(title, opener, spacing=2)
        line = row(Picture(self.theme, "talk", "tealink", 28), spacing=16)
        line.addLayout(texts, 1)
        line.addWidget(button)
        card.add(line)
        return card

    def _look_again(self, aged: LookAgain) -> StepCard:
        card = StepCard(self.theme, aged.row, verb=_("Try it"), tone="amber")
        said = ngettext(
            "Last tested {days} day ago. A short try shows whether it still holds.",
            "Last tested {days} days ago. A short try shows whether it still holds.",
            aged.days,
        )
        card.column.addWidget(PlainLabel(said.format(days=aged.days), "small"))
        card.opened.connect(self.step_opened)
        return card

    def _ring(self, progress: Progress) -> Card:
        card = Card(margins=(18, 14, 18, 14))
        said = progress_lines(progress)
        shares = (progress.tested, progress.seen, progress.told, progress.settled)
        ring = Ring(self.theme, shares, progress.of, f"{progress.title}: {', '.join(said)}")
        open_group = Button(progress.title, "heading", name=_("Open {title}").format(title=progress.title))
        open_group.setProperty("group", progress.id)
        open_group.clicked.connect(self._open_group)
        head = row(open_group, PlainLabel(progress.who, "small-muted"), spacing=4)
        head.setStretch(1, 1)
        lines = column(None, PlainLabel("\n".join(said), "small"), None, spacing=0)
        line = row(ring, spacing=16)
        line.addLayout(lines, 1)
        card.add(head, line)
        return card

    def _choose_minutes(self, minutes: object) -> None:
        if isinstance(minutes, int):
            self.minutes_chosen.emit(minutes)

    def _open_card(self) -> None:
        self.card_opened.emit(self._card)

    def _open_group(self) -> None:
        self.group_opened.emit(str(self.sender().property("group")))


def stop_here(says: str) -> Card:
    """An honest end, and why it is one."""
    return Card("tint").add(PlainLabel(_("You can stop here"), "teal"), PlainLabel(says))


def greeting(now: datetime) -> str:
    if now.hour < 12:
        return _("Good morning")
    return _("Good afternoon") if now.hour < 18 else _("Good evening")


def minutes_label(minutes: int) -> str:
    return _("An evening") if minutes == MINUTES[-1] else _("{minutes} min").format(minutes=minutes)


def fits(count: int, minutes: int) -> str:
    if minutes == MINUTES[-1]:
        return ngettext("This one fits into an evening", "These {count} fit into an evening", count).format(
            count=spelled(count)
        )
    text = ngettext("This one fits into {minutes} minutes", "These {count} fit into {minutes} minutes", count)
    return text.format(count=spelled(count), minutes=minutes)


def progress_lines(progress: Progress) -> tuple[str, ...]:
    """`Of the six that matter most`, `3 tested`, `1 seen`, `2 to do`."""
    of = progress.of
    head = ngettext("Of the one that matters most", "Of the {count} that matter most", of).format(count=spelled(of))
    if not progress.to_do:
        head = ngettext("The one that matters most", "All {count} that matter most", of).format(count=spelled(of))
    counts = (
        (progress.tested, _("{count} tested")),
        (progress.seen, _("{count} seen")),
        (progress.told, _("{count} told")),
        (progress.settled, _("{count} settled another way")),
        (progress.to_do, _("{count} to do")),
    )
    said = tuple(text.format(count=count) for count, text in counts if count)
    return (head, *said, *(() if progress.to_do else (_("You can stop here"),)))
