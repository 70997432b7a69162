"""First start: one question at a time; a plan exists from the first answer on."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from familysafe.domain.household import Household
from familysafe.domain.views import FamilyView
from familysafe.ui.pages.first.people import ChildrenQuestion, CountryQuestion, WorriesQuestion
from familysafe.ui.pages.first.question import Question
from familysafe.ui.pages.first.things import AppsQuestion, ConnectionsQuestion, DevicesQuestion, UsersQuestion
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Picture, column, row
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _

Maker = Callable[[Theme, FamilyView, Household], Question]
QUESTIONS: tuple[Maker, ...] = (
    lambda theme, _view, draft: WorriesQuestion(theme, draft),
    lambda theme, _view, draft: CountryQuestion(theme, draft),
    lambda theme, view, draft: ChildrenQuestion(theme, draft, view.today),
    lambda theme, view, draft: DevicesQuestion(theme, draft, view.shelves),
    lambda theme, view, draft: UsersQuestion(theme, draft, view.shelves),
    lambda theme, view, draft: ConnectionsQuestion(theme, draft, view.shelves),
    lambda theme, view, draft: AppsQuestion(theme, draft, view.shelves),
)
USERS = 4


class FirstStartPage(QWidget):
    """Says the household after every question, and when the last one is done."""

    drafted = Signal(object)
    finished = Signal()
    help_asked = Signal()
    without_saving = Signal()
    backup_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAccessibleName(_("First start"))
        self._theme = theme
        self._view: FamilyView | None = None
        self._draft = Household()
        self._number = 0
        self._throw_away = False
        self._question: Question | None = None
        outer = QHBoxLayout(self)
        inner = QWidget()
        inner.setMaximumWidth(1120)
        outer.addWidget(inner, 1)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(32, 32, 32, 24)
        self._column.setSpacing(16)
        self._column.addLayout(self._head())
        self._bars = Bars(theme, len(QUESTIONS) - 1)
        self._progress = PlainLabel("", "small-muted", wrap=False)
        self._column.addLayout(row(self._bars, self._progress, None, spacing=16))
        self._title, self._line = PlainLabel("", "title"), PlainLabel("", "muted")
        self._column.addLayout(column(self._title, self._line, spacing=4))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._foot())

    def begin(self, view: FamilyView, *, throw_away: bool) -> None:
        """Shows the question where one was; the first one the first time."""
        self._view = view
        self._draft = view.household
        self._throw_away = throw_away
        if self._question is None:
            self._show(0)
        self._update_foot()

    def _head(self) -> QHBoxLayout:
        happened = Button(_("Something has happened"), "help").with_icon(self._theme, "help", "help", 22)
        happened.clicked.connect(self.help_asked)
        return row(
            Picture(self._theme, "home", "teal", 26), PlainLabel("FamilySafe", "section", wrap=False), None, happened
        )

    def _foot(self) -> QHBoxLayout:
        self._unsaved = Button(_("Use without saving"), "chip")
        self._unsaved.clicked.connect(self.without_saving)
        self._backup = Button(_("I have a backup"), "link")
        self._backup.clicked.connect(self.backup_asked)
        self._count = PlainLabel("", "muted")
        self._skip, self._back, self._next = Button(_("Skip")), Button(_("Back")), Button(_("Next"), "go")
        self._next.setMinimumWidth(self._theme.px(120))
        self._skip.clicked.connect(self._skipped)
        self._back.clicked.connect(self._gone_back)
        self._next.clicked.connect(self._answered)
        line = row(self._unsaved, self._backup, self._count, self._skip, self._back, self._next)
        line.setStretch(2, 1)
        return line

    def _show(self, number: int) -> None:
        if self._view is None:
            return
        self._number = number
        question = QUESTIONS[number](self._theme, self._view, self._draft)
        question.count_changed.connect(self._update_foot)
        self._question = question
        self._scroll.setWidget(question)
        self._title.setText(question.title)
        self._line.setText(question.line)
        self._bars.set_done(number)
        self._bars.setVisible(number > 0)
        of = len(QUESTIONS) - 1
        self._progress.setText(_("{number} of {of}").format(number=number, of=of) if number else "")
        self._next.rename(_("Show the plan") if number == of else _("Next"))
        self._update_foot()
        first = next((w for w in question.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        (first or self._next).setFocus()

    def _update_foot(self) -> None:
        for way in (self._unsaved, self._backup):
            way.setVisible(self._number == 0 and not self._throw_away)
        self._back.setVisible(self._number > 0)
        self._next.set_kind("plain" if self._question and self._question.comes_first() else "go")
        mode = _("Nothing will be saved") if self._throw_away else ""
        count = self._question.count_text() if self._question else ""
        self._count.setText(" · ".join(filter(None, (mode, count))))

    def _answered(self) -> None:
        if self._question is not None:
            self._draft = self._question.answered(self._draft)
            self.drafted.emit(self._draft)
        self._go(1)

    def _skipped(self) -> None:
        self._go(1)

    def _gone_back(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        number = self._number + by
        if number == USERS and not self._draft.devices:
            number += by
        if number >= len(QUESTIONS):
            self.finished.emit()
        else:
            self._show(max(0, number))


class Bars(QWidget):
    """How many questions are behind."""

    def __init__(self, theme: Theme, count: int) -> None:
        super().__init__()
        self._theme, self._count, self._done = theme, count, 0
        self.setFixedSize(QSize(count * 40 - 8, 8))

    def set_done(self, done: int) -> None:
        self._done = done
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(self._count):
            painter.setBrush(self._theme.color("teal" if number < self._done else "line"))
            painter.drawRoundedRect(QRectF(number * 40, 1, 32, 6), 3, 3)
