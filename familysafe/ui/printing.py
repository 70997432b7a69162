"""Prints sheets: into a PDF, or on the printer that somebody chooses; paints the recovery sheet itself."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from familysafe.domain.record_sheet import RecordSheet
from familysafe.domain.recovery_sheet import RecoverySheet
from familysafe.ui.days import short_day
from familysafe.ui.record_paper import paint_record
from familysafe.ui.widgets.dialog import hear_keys
from familysafe.words.language import _

# The sheet is thought of as so many points and fitted into whatever paper there is.
WIDE, HIGH, MARGIN = 595.0, 792.0, 56.0
TITLE, BODY, WORD, FINE = 28.0, 12.0, 18.0, 10.0
GAP, COLUMNS, CODE_SIDE, HAIR = 18.0, 3, 180.0, 0.75
INK, FAINT = "#000000", "#555555"
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
Then = Callable[[bool], None]
Sheet = RecoverySheet | RecordSheet


def pdf_of(sheet: Sheet) -> bytes:
    """The sheet as a PDF on A4; nothing of it touches the disk."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(_("Recovery sheet") if isinstance(sheet, RecoverySheet) else sheet.title)
    writer.setCreator("FamilySafe")
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    writer.setPageLayout(layout)
    painter = QPainter(writer)
    paint(painter, sheet)
    painter.end()
    buffer.close()
    return bytes(content.data())


def ask_print(sheet: Sheet, parent: QWidget, then: Then) -> QPrintDialog:
    """Asks for a printer; `then` hears whether it took the sheet, and nothing happens when the dialog is closed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("FamilySafe")  # stands in queues and on cover pages
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    hear_keys(dialog, parent)
    dialog.accepted.connect(partial(print_on, printer, sheet, then))
    QDialog.open(dialog)  # its own `open` asks for a slot
    return dialog


def print_on(printer: QPrinter, sheet: Sheet, then: Then, _same: QPrinter | None = None) -> None:
    """`then` hears False where the printer could not be begun with; the dialog says once more which one it was."""
    painter = QPainter()
    begun = painter.begin(printer)
    if begun:
        paint(painter, sheet)
        begun = painter.end()
    then(begun)


def paint(painter: QPainter, sheet: Sheet) -> None:
    if isinstance(sheet, RecordSheet):
        paint_record(painter, sheet)
    else:
        paint_recovery(painter, sheet)


def paint_recovery(painter: QPainter, sheet: RecoverySheet) -> None:
    """What it is for, the words, their code, where to keep it; nothing that says whose it is."""
    paper = Paper(painter)
    paper.text("FamilySafe", BODY, bold=True, ink=FAINT, below=4)
    paper.text(_("Recovery sheet"), TITLE, bold=True, below=10)
    paper.text(_("These twelve words open what FamilySafe keeps when the passphrase is forgotten."), BODY, below=4)
    how = _("When FamilySafe asks for the passphrase, choose the recovery sheet and type the words in this order.")
    paper.text(how, BODY, below=GAP)
    paper.words(sheet.secret.words)
    paper.code(
        sheet.code,
        (
            (_("The same words as a code"), True),
            (_("A phone shows them when it reads the code. Use only one that you trust."), False),
            (_("Where to keep it"), True),
            (_("Away from the computer, with the passports or with somebody you trust."), False),
            (_("Whoever has this sheet and a copy of what you saved can read everything."), False),
        ),
    )
    made = _("Made on {day}. A newer sheet ends this one.").format(day=short_day(sheet.made))
    paper.text(made, FINE, ink=FAINT)


class Paper:
    """One page, filled from the top; every length is in points of the sheet."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        page = painter.viewport()
        self._unit = min(page.width() / WIDE, page.height() / HIGH)
        self._left = (page.width() / self._unit - WIDE) / 2 + MARGIN
        self._width = WIDE - 2 * MARGIN
        self._top = MARGIN

    def text(self, says: str, size: float, *, bold: bool = False, ink: str = INK, below: float = GAP) -> None:
        """A paragraph over the whole width."""
        self._top += self._draw(says, (self._left, self._top), self._width, size, bold=bold, ink=ink) + below

    def words(self, words: tuple[str, ...]) -> None:
        """In order, downwards, each with its number, between two lines."""
        rows = -(-len(words) // COLUMNS)
        wide, high = self._width / COLUMNS, WORD * 2
        self._line()
        for place, word in enumerate(words):
            at = (self._left + wide * (place // rows), self._top + GAP + high * (place % rows))
            self._draw(f"{place + 1}.", at, 36, WORD, ink=FAINT)
            self._draw(word, (at[0] + 36, at[1]), wide - 36, WORD, bold=True)
        self._top += high * rows + GAP
        self._line()
        self._top += 1.5 * GAP

    def code(self, rows: tuple[str, ...], beside: tuple[tuple[str, bool], ...]) -> None:
        """A QR code with paragraphs beside it, each plain or bold."""
        cell = CODE_SIDE / len(rows)
        for y, line in enumerate(rows):
            for x, dark in enumerate(line):
                if dark == "1":
                    self._fill(self._left + x * cell, self._top + y * cell, cell, cell)
        left, top = self._left + CODE_SIDE + 2 * GAP, self._top
        width = self._width - CODE_SIDE - 2 * GAP
        for says, bold in beside:
            top += self._draw(says, (left, top), width, BODY, bold=bold) + (2 if bold else 10)
        self._top = max(self._top + CODE_SIDE, top) + 1.5 * GAP

    def _line(self) -> None:
        self._fill(self._left, self._top, self._width, HAIR)

    def _fill(self, left: float, top: float, width: float, height: float) -> None:
        self._painter.fillRect(self._box(left, top, width, height), QColor(INK))

    def _box(self, left: float, top: float, width: float, height: float) -> QRectF:
        return QRectF(*(length * self._unit for length in (left, top, width, height)))

    def _draw(
        self, says: str, at: tuple[float, float], width: float, size: float, *, bold: bool = False, ink: str = INK
    ) -> float:
        """Draws a paragraph that wraps, and says how high it is."""
        font = QFont()
        font.setPixelSize(max(round(size * self._unit), 1))
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(QColor(ink))
        room = self._box(*at, width, HIGH)
        taken = self._painter.boundingRect(room, WRAP, says)
        self._painter.drawText(room, WRAP, says)
        return taken.height() / self._unit
