"""A recovery sheet in the making: its words and their code, then three of the words from paper."""

from collections.abc import Callable, Mapping
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from familysafe.domain.recovery_sheet import RecoverySheet
from familysafe.domain.safekeeping import Protection
from familysafe.domain.secret import passphrase_of, words_of
from familysafe.ui.theme import SECTION, Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Columns, column, row
from familysafe.ui.widgets.drawn import QrCode
from familysafe.ui.widgets.field import Field
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.secret import Eye, SecretField
from familysafe.words.language import _

CODE_SIDE = 216
COLUMNS = (4, 3, 2, 1)


class Asked(Struct, frozen=True):
    """What opens the vault now, by name; what is said where it is missing, and where it is another one."""

    name: str
    missing: str
    wrong: str


# By whether there is a passphrase; without one the sheet before may be all that opens the vault.
ASKED: Mapping[bool, Callable[[], Asked]] = {
    True: lambda: Asked(
        _("Your passphrase now"),
        _("Type the passphrase that you have now."),
        _("This is not your passphrase. Nothing was changed."),
    ),
    False: lambda: Asked(
        _("The twelve words of the sheet before"),
        _("Type the words of the sheet that you have now."),
        _("These are not the words of the sheet before. Nothing was changed."),
    ),
}


class WordGrid(QWidget):
    """The words in order, downwards, in as many columns as there is room for; not to be selected or copied."""

    def __init__(self, theme: Theme, words: tuple[str, ...]) -> None:
        super().__init__()
        metrics = QFontMetrics(theme.font(SECTION, QFont.Weight.DemiBold))
        self._number_width = metrics.horizontalAdvance("00.")
        self._wide = self._number_width + theme.px(12) + max(map(metrics.horizontalAdvance, words)) + theme.px(16)
        self._cells = [self._cell(theme, f"{number}.", word) for number, word in enumerate(words, start=1)]
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(12)
        self._grid.setHorizontalSpacing(0)
        self._arrange(COLUMNS[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(next((many for many in COLUMNS if many * self._wide <= self.width()), COLUMNS[-1]))

    def _cell(self, theme: Theme, number: str, word: str) -> QWidget:
        cell = QWidget()
        count = PlainLabel(number, "muted", wrap=False)
        count.setFixedWidth(self._number_width)
        count.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        cell.setLayout(row(count, PlainLabel(word, "number", wrap=False), None, spacing=theme.px(12)))
        return cell

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns, rows = columns, -(-len(self._cells) // columns)
        for column_number in range(COLUMNS[0]):
            self._grid.setColumnStretch(column_number, 1 if column_number < columns else 0)
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place % rows, place // rows)


class RecoverySheetPage(Page):
    """`counted` says that three words fit, and with what opens the vault now; only then does the sheet count."""

    print_asked = Signal()
    pdf_asked = Signal()
    counted = Signal(object)
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Recovery sheet"))
        self._sheet: RecoverySheet | None = None
        self._now = Protection(passphrase=False, recovery=False)
        self._fields: dict[int, Field] = {}
        self._current: SecretField | None = None
        self._wrong: dict[QWidget, PlainLabel] = {}
        self._buttons: tuple[Button, ...] = ()
        self._says: PlainLabel | None = None
        self._draw_waiting()

    def show_sheet(self, sheet: RecoverySheet, now: Protection) -> None:
        """Draws anew, unless it is the sheet that one is busy with, in a vault that is locked as before."""
        if (sheet, now) != (self._sheet, self._now):
            self._sheet, self._now = sheet, now
            self._draw_words()

    def forget(self) -> None:
        """No word stays behind."""
        self._sheet, self._fields, self._wrong, self._current = None, {}, {}, None
        self._draw_waiting()

    def wait(self) -> None:
        """The vault is being changed, which takes about a second."""
        for widget in (*self._wrong, *self._buttons):
            widget.setEnabled(False)
        self.say(_("One moment…"))

    def go_on(self) -> None:
        """It was refused: one may try again."""
        for widget in (*self._wrong, *self._buttons):
            widget.setEnabled(True)
        self.say("")

    def refuse_current(self) -> None:
        """What was typed beside the words does not open the vault."""
        self.go_on()
        if self._current is not None:
            self._correct(self._current, ASKED[self._now.passphrase]().wrong)

    def say(self, text: str) -> None:
        """A quiet sentence beside the buttons."""
        if self._says is not None:
            self._says.setText(text)
            self._says.setVisible(bool(text))

    def _begin(self, title: str, says: str) -> None:
        self.begin()
        self.body.setContentsMargins(40, 12, 40, 24)
        name = _("Passphrase and recovery sheet")
        back = Button(name, "quiet", name=_("Back to {page}").format(page=name))
        back.with_icon(self.theme, "back", "ink2", 18)
        back.clicked.connect(self.back)
        self.add(row(back, None), column(PlainLabel(title, "title"), PlainLabel(says, "muted"), spacing=4))

    def _draw_waiting(self) -> None:
        self._begin(_("Recovery sheet"), _("One moment…"))
        self._buttons, self._says = (), None
        self.set_foot(None)
        self.finish(top=True)

    # The words.

    def _draw_words(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        self._fields, self._wrong, self._current = {}, {}, None
        self._begin(
            _("Your recovery sheet"), _("Print it, save it as a PDF, or copy it by pen. It counts after the check.")
        )
        columns = Columns(self.theme, narrow=CODE_SIDE + 88, spacing=16, least=420)
        columns.wide.addWidget(self._words(sheet))
        columns.wide.addWidget(self._where())
        columns.wide.addStretch(1)
        columns.narrow_column.addWidget(self._code(sheet))
        self.add(columns)
        go = Button(_("Check three words"), "go")
        go.clicked.connect(self._draw_check)
        self._end(go, *self._ways_out())
        self.finish(top=True)
        go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, sheet: RecoverySheet) -> Card:
        """In order, each with its number; not to be selected, since what is copied stays on the clipboard."""
        card = Card("", (24, 20, 24, 24), spacing=14)
        return card.add(PlainLabel(_("The twelve words"), "strong"), WordGrid(self.theme, sheet.secret.words))

    def _where(self) -> Card:
        lines = [
            _("Keep it away from this computer, with the passports or with somebody you trust."),
            _("Not as a photo on a phone: whoever has it and a copy of what you saved can read everything."),
        ]
        if self._now.recovery:
            lines.append(_("The sheet that you have stays good until this one counts. Then tear it up."))
        return Card("sunk").add(PlainLabel(_("Where to keep it"), "strong"), *map(PlainLabel, lines))

    def _code(self, sheet: RecoverySheet) -> Card:
        code = QrCode(self.theme, sheet.code, _("QR code of the twelve words"), CODE_SIDE)
        says = PlainLabel(_("The same words as a code. Scan it only with a phone that you trust."), "small-muted")
        return Card().add(row(None, code, None), says)

    def _ways_out(self) -> tuple[Button, ...]:
        paper = Button(f"\u2002{_('Print')}", name=_("Print"))
        pdf = Button(f"\u2002{_('Save as PDF')}", name=_("Save as PDF"))
        paper.with_icon(self.theme, "print", "ink", 18).clicked.connect(self.print_asked)
        pdf.with_icon(self.theme, "agreement", "ink", 18).clicked.connect(self.pdf_asked)
        return paper, pdf

    # The check.

    def _draw_check(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        self._begin(_("Three of the words"), _("Type them from your sheet. It counts when they fit."))
        card = Card("", (24, 20, 24, 20), spacing=16)
        card.setMaximumWidth(self.theme.px(560))
        self.add(card)
        self._fields, self._wrong = {number: self._field(number) for number in sheet.asked}, {}
        for field in self._fields.values():
            self._ask(card, field)
        if self._now.locks:
            self._ask_current(card)
        go, again = Button(_("Check"), "go"), Button(_("Show the words again"))
        go.clicked.connect(self._check)
        again.clicked.connect(self._draw_words)
        self._end(go, again)
        self.finish(top=True)
        next(iter(self._fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_current(self, card: Card) -> None:
        """Below the words: a sheet opens everything, so it is made by somebody who can open everything."""
        self._current = SecretField(ASKED[self._now.passphrase]().name)
        self._current.returnPressed.connect(self._check)
        self._current.textEdited.connect(self._edited)
        self._ask(card, self._current, Eye(self.theme, self._current))

    def _ask(self, card: Card, field: Field, *beside: QWidget) -> None:
        """A field below its name, with room for what is wrong."""
        head = row(PlainLabel(field.accessibleName(), "strong"), *beside)
        head.setStretch(0, 1)
        self._wrong[field] = PlainLabel("", "amber")
        self._wrong[field].hide()
        card.add(column(head, field, self._wrong[field], spacing=6))

    def _field(self, number: int) -> Field:
        field = Field(_("Word {number}").format(number=number), "", longest=40)
        field.returnPressed.connect(partial(self._entered, number))
        field.textEdited.connect(self._edited)
        return field

    def _edited(self) -> None:
        for label in self._wrong.values():
            label.hide()

    def _entered(self, number: int) -> None:
        """Enter goes to the next field, and checks at the last."""
        later = [field for other, field in self._fields.items() if other > number]
        following = later[0] if later else self._current
        if following is None:
            self._check()
        else:
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def _check(self) -> None:
        if self._sheet is None:
            return
        wrong = self._sheet.differing({number: field.text() for number, field in self._fields.items()})
        typed = "" if self._current is None else self._current.text()
        if wrong:
            says = _("Word {number} is another one on the sheet.")
            self._correct(self._fields[wrong[0]], says.format(number=wrong[0]))
        elif self._current is not None and not typed.strip():
            self._correct(self._current, ASKED[self._now.passphrase]().missing)
        elif self._current is None:
            self.counted.emit(None)
        else:
            self.counted.emit(passphrase_of(typed) if self._now.passphrase else words_of(typed))

    def _correct(self, field: Field, says: str) -> None:
        """Says what is wrong where it was typed."""
        self._wrong[field].setText(says)
        self._wrong[field].show()
        field.setAccessibleDescription(says)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        QApplication.sendEvent(self._scroll, QEvent(QEvent.Type.LayoutRequest))  # at once, or it is where it was before
        self._scroll.ensureWidgetVisible(self._wrong[field], 12, 24)

    def _end(self, go: Button, *others: Button) -> None:
        """The bar that stays below."""
        self._buttons = (go, *others)
        self._says = PlainLabel("", "small-muted")
        self._says.hide()
        bar = Card(margins=(16, 10, 16, 10), spacing=4)
        flow = FlowLayout(spacing=8)
        for button in others:
            flow.addWidget(button)
        line = row(go)
        line.insertLayout(0, flow, 1)
        bar.add(line, self._says)
        self.set_foot(bar)
