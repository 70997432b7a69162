"""A step: why, where, do, trap, the child's-eye test, and everything else one needs with the device in hand."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from familysafe.domain.answer import Answer, Outcome
from familysafe.domain.views import StepView
from familysafe.ui.days import short_day
from familysafe.ui.pages.test_dialog import TestDialog
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.answer_bar import AnswerBar
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Columns, Fold, Picture, column, fact, row
from familysafe.ui.widgets.drawn import MenuPathRow, QrCode
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.notes import Notes
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.step_card import minutes_text
from familysafe.words.labels import BANDS
from familysafe.words.language import _


class StepPage(Page):
    """Draws one step and says what was answered."""

    answered = Signal(object)
    step_opened = Signal(object)
    group_opened = Signal(str)
    pick_ended = Signal()
    system_chosen = Signal(str, str)
    link_opened = Signal(str)
    notes_forgotten = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Step"))
        self._view: StepView | None = None
        self._today = date.min
        self._explain = 0
        self._notes: Notes | None = None
        self._just_failed = False
        self.bar = AnswerBar(theme)
        self.bar.answered.connect(self._answer)
        self.bar.test_asked.connect(self._open_test)
        self.bar.next_asked.connect(self._next)
        self.set_foot(self.bar)

    def show_view(self, view: StepView, today: date) -> None:
        """Draws anew; what was typed and not yet saved stays."""
        if self._view is not None and differ_in_answer_only(self._view, view):
            self._view, self._today = view, today
            self._show_failed(view)
            self.bar.show_view(view, today)
        else:
            self._draw_anew(view, today)
        if self._just_failed and did_not_hold(view):
            self.bring_into_view(self._if_fails)
        self._just_failed = False

    def _draw_anew(self, view: StepView, today: date) -> None:
        same = self._view is not None and self._view.row.key == view.row.key
        drafts = self._notes.drafts() if self._notes is not None and same else ()
        if not same:
            self._explain = view.chosen_explain
        self._view, self._today = view, today
        self.begin()
        self._head(view)
        columns = Columns(self.theme, narrow=316, spacing=20)
        for part in self._main(view):
            columns.wide.addWidget(part)
        columns.wide.addStretch(1)
        for part in self._side(view):
            columns.narrow_column.addWidget(part)
        self.add(columns)
        self.finish(top=not same)
        if self._notes is not None:
            self._notes.go_on(drafts)
        self.bar.show_view(view, today)

    def _head(self, view: StepView) -> None:
        where = _("{guide} · step {number} of {count}")
        text = where.format(guide=view.guide_title, number=view.number, count=view.count)
        back = Button(text, "quiet", name=_("Back to {guide}").format(guide=view.guide_title))
        back.with_icon(self.theme, "back", "ink2", 18)
        back.clicked.connect(self._back)
        title = PlainLabel(view.row.title, "title")
        place = () if view.row.place == view.guide_title else (view.row.place,)
        facts = " · ".join((*place, minutes_text(view.row.minutes), view.who))
        head = FlowLayout(spacing=16, line_spacing=0)
        for part in (back, fact(self.theme, view.row.icon, facts)):
            head.addWidget(part)
        self.body.setContentsMargins(40, 12, 40, 24)
        self.body.setSpacing(12)
        self.add(head, column(title, PlainLabel(view.row.why, "muted"), spacing=4))

    def _main(self, view: StepView) -> list[QWidget]:
        parts: list[QWidget] = []
        if view.careful:
            parts.append(told(_("Before you begin"), view.careful, "sunk", "strong"))
        parts.append(self._do(view))
        if view.trap:
            parts.append(told(_("Looks on, but is not"), view.trap, "amber", "amber"))
        parts.append(self._test(view))
        if view.still_reachable:
            parts.append(told(_("Still reachable?"), view.still_reachable, "", "strong"))
        folds = [self._say(view)]
        if view.way_round:
            folds.append(self._grown_ups(view))
        parts.extend(folds)
        return parts

    def _do(self, view: StepView) -> Card:
        card = Card()
        path = view.paths[view.chosen_path]
        where = row(PlainLabel(_("Where"), "strong"), None)
        if len(view.paths) > 1:
            where.addWidget(self._systems(view))
        card.add(where, MenuPathRow(self.theme, path.labels))
        card.column.addSpacing(4)
        card.add(PlainLabel(_("Do"), "strong"))
        for number, line in enumerate(view.do, start=1):
            numbered = row(spacing=8)
            counter = PlainLabel(f"{number}.")
            counter.setFixedWidth(counter.fontMetrics().horizontalAdvance("00."))
            numbered.addWidget(counter, 0, Qt.AlignmentFlag.AlignTop)
            numbered.addWidget(PlainLabel(line), 1)
            card.add(numbered)
        if view.to_confirm:
            card.add(PlainLabel(_("Menu names may differ: we could not confirm all of them."), "small-muted"))
        return card

    def _systems(self, view: StepView) -> Button:
        chosen = view.paths[view.chosen_path].name
        button = Button(chosen, "chip", name=_("System: {name}").format(name=chosen))
        button.with_icon(self.theme, "chevron-down", "ink2", 16)
        menu = QMenu(button)
        for path in view.paths:
            action = menu.addAction(path.name)
            action.setData(path.system)
            action.triggered.connect(self._system_clicked)
        button.setMenu(menu)
        return button

    def _test(self, view: StepView) -> Card:
        card = Card("tint")
        title = PlainLabel(_("Try it as {child} would · one minute").format(child=view.children), "teal")
        head = row(Picture(self.theme, "eye", "tealink", 20), title, spacing=8)
        head.setStretch(1, 1)
        card.add(head, *(PlainLabel(line) for line in view.attempt))
        card.add(*(PlainLabel(line, "strong") for line in view.expect))
        self._if_fails = PlainLabel(_("Did it not work? {what}").format(what=" ".join(view.if_fails)), "muted")
        self._show_failed(view)
        return card.add(self._if_fails)

    def _show_failed(self, view: StepView) -> None:
        """What to do when it does not hold stands out as soon as it did not."""
        self._if_fails.set_kind("strong" if did_not_hold(view) else "muted")

    def _say(self, view: StepView) -> Card:
        card = Card(spacing=6)
        chosen = view.explain[min(self._explain, len(view.explain) - 1)]
        title = PlainLabel(_("Explain it to a child"), "strong")
        ages = Button(BANDS[chosen.band](), "chip", name=_("Age: {band}").format(band=BANDS[chosen.band]()))
        ages.with_icon(self.theme, "chevron-down", "ink2", 16)
        menu = QMenu(ages)
        for number, line in enumerate(view.explain):
            action = menu.addAction(BANDS[line.band]())
            action.setData(number)
            action.triggered.connect(self._age_clicked)
        ages.setMenu(menu)
        head = row(title, ages)
        head.setStretch(0, 1)
        return card.add(head, PlainLabel(f"“{chosen.text}”"))

    def _grown_ups(self, view: StepView) -> Fold:
        check = PlainLabel(_("Counter-check"), "strong")
        lines = [*map(PlainLabel, view.way_round), check, *map(PlainLabel, view.counter_check)]
        return Fold(self.theme, _("For grown-ups"), _("What children often try, and the counter-check"), *lines)

    def _side(self, view: StepView) -> list[QWidget]:
        return [self._official(view), self._own_words(view), self._small_print(view)]

    def _official(self, view: StepView) -> Card:
        card = Card()
        says = _("QR code of {page}").format(page=view.official)
        if view.qr:
            card.add(row(None, QrCode(self.theme, view.qr, says), None))
        link = Button(view.maker, "link", name=_("Open {page} in the browser").format(page=view.official))
        link.with_icon(self.theme, "external", "teal", 16)
        link.clicked.connect(self._open_link)
        scan = PlainLabel(_("Scan it with the phone in your hand."), "small-muted")
        scan.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return card.add(
            row(None, PlainLabel(_("The official page"), "strong", wrap=False), None),
            row(None, link, None),
            scan,
        )

    def _own_words(self, view: StepView) -> Notes:
        notes = Notes(self.theme, view.row.answer, private=view.notes_open, throw_away=view.throw_away)
        notes.kept.connect(self._keep_notes)
        notes.forgotten.connect(self._forget_notes)
        self._notes = notes
        return notes

    def _small_print(self, view: StepView) -> QWidget:
        holder = QWidget()
        checked = _("Checked {day} · source: {page}").format(day=short_day(view.checked), page=view.maker)
        lines = [checked, *(_("What this cannot do: {what}").format(what=what) for what in view.limits)]
        lines.append(_("Why it is here: {reasons}.").format(reasons=". ".join(view.reasons)))
        holder.setLayout(column(*(PlainLabel(line, "small-muted") for line in lines), spacing=6))
        return holder

    def _back(self) -> None:
        if self._view:
            self.group_opened.emit(self._view.row.group)

    def _next(self) -> None:
        if self._view and self._view.following:
            self.step_opened.emit(self._view.following)
        elif self._view and self._view.picked:
            self.pick_ended.emit()
        else:
            self._back()

    def _open_link(self) -> None:
        if self._view:
            self.link_opened.emit(self._view.official)

    def _system_clicked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._view:
            self.system_chosen.emit(self._view.row.key.target.device, str(action.data()))
            number = next(n for n, path in enumerate(self._view.paths) if path.system == action.data())
            self.show_view(replace(self._view, chosen_path=number), self._today)

    def _age_clicked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._view:
            self._explain = int(action.data())
            self._draw_anew(self._view, self._today)

    def _keep_notes(self, menu_note: str, note: str | None) -> None:
        answer = self._view.row.answer if self._view else None
        kept = answer or self.bar.blank()
        self.answered.emit(replace(kept, menu_note=menu_note, note=kept.note if note is None else note))

    def _forget_notes(self, asked: object) -> None:
        if self._view:
            self.notes_forgotten.emit(self._view.row.key, asked)

    def keep_draft(self) -> None:
        """Keeps notes that differ from what is kept, before the window goes."""
        if self._notes is not None and any(draft is not None for draft in self._notes.drafts()):
            self._notes.keep()

    def _answer(self, answer: Answer) -> None:
        self._just_failed = answer.outcome is Outcome.DID_NOT_HOLD
        self.answered.emit(answer)

    def _open_test(self) -> None:
        if self._view:
            dialog = TestDialog(self.theme, self._view, self)
            dialog.answered.connect(self._tested)
            dialog.open()

    def _tested(self, parts: dict[str, object]) -> None:
        self.bar.give(None, **parts)


def did_not_hold(view: StepView) -> bool:
    return view.row.answer is not None and view.row.answer.outcome is Outcome.DID_NOT_HOLD


def differ_in_answer_only(old: StepView, new: StepView) -> bool:
    """True when nothing is to be drawn anew but what was answered."""
    before, after = (replace(view.row, answer=None, stale=False) for view in (old, new))
    return replace(old, row=before) == replace(new, row=after) and notes_of(old) == notes_of(new)


def notes_of(view: StepView) -> tuple[str, str]:
    return (view.row.answer.note, view.row.answer.menu_note) if view.row.answer else ("", "")


def told(title: str, lines: tuple[str, ...], tone: str, kind: str) -> Card:
    return Card(tone, spacing=4).add(PlainLabel(title, kind), *map(PlainLabel, lines))
