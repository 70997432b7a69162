"""Paints the sheet of a record, over as many pages as it takes."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from familysafe.domain.record_sheet import RecordSheet
from familysafe.words.language import _

# The sheet is thought of as so many points wide, and fitted into whatever paper there is.
WIDE, HIGH, MARGIN, FOOT = 595.0, 792.0, 56.0, 28.0
TITLE, HEAD, BODY, FINE = 22.0, 13.0, 11.5, 9.0
INDENT = 14.0
INK, FAINT = "#000000", "#555555"
LINE_HEIGHT = 118  # per cent


def paint_record(painter: QPainter, sheet: RecordSheet) -> None:
    """Page after page, each with its number."""
    device, page = painter.device(), painter.viewport()
    unit = min(page.width() / WIDE, page.height() / HIGH)
    left, top = (page.width() / unit - WIDE) / 2 + MARGIN, MARGIN
    room = QSizeF((WIDE - 2 * MARGIN) * unit, page.height() - (2 * MARGIN + FOOT) * unit)
    document = laid_out(sheet, unit, room)
    for number in range(document.pageCount()):
        if number and isinstance(device, QPagedPaintDevice):
            device.newPage()
        painter.save()
        painter.translate(left * unit, top * unit - number * room.height())
        document.drawContents(painter, QRectF(0, number * room.height(), room.width(), room.height()))
        painter.restore()
        box = QRectF(left * unit, page.height() - (MARGIN + FOOT / 2) * unit, room.width(), FOOT * unit)
        foot(painter, sheet, box, unit, (number + 1, document.pageCount()))
        if not isinstance(device, QPagedPaintDevice):
            break


def foot(painter: QPainter, sheet: RecordSheet, box: QRectF, unit: float, pages: tuple[int, int]) -> None:
    """What it was made with, and which page of how many this is."""
    painter.setFont(font(FINE, unit))
    painter.setPen(QColor(FAINT))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), sheet.made_with)
    if pages[1] > 1:
        says = _("Page {number} of {count}").format(number=pages[0], count=pages[1])
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), says)


def laid_out(sheet: RecordSheet, unit: float, room: QSizeF) -> QTextDocument:
    """The sheet as paragraphs of plain text: put in as text, so that nothing in it is read as markup."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setPageSize(room)
    cursor = QTextCursor(document)
    for number, (text, size, bold, ink, indent, above) in enumerate(paragraphs(sheet)):
        block = QTextBlockFormat()
        block.setTopMargin(above * unit if number else 0)
        block.setLeftMargin(indent * unit)
        block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        letters = QTextCharFormat()
        letters.setFont(font(size, unit, bold=bold))
        letters.setForeground(QColor(ink))
        if number:
            cursor.insertBlock(block, letters)
        else:
            cursor.setBlockFormat(block)
        cursor.insertText(text.replace("\n", "\u2028"), letters)
    return document


def paragraphs(sheet: RecordSheet) -> Iterator[tuple[str, float, bool, str, float, float]]:
    """Each with its size, whether it is bold, its ink, how far it is set in, and the gap above it."""
    yield (sheet.title, TITLE, True, INK, 0, 0)
    for fact in (*sheet.facts, *filter(None, (sheet.child,))):
        yield (fact, BODY, False, INK, 0, 4)
    for part in sheet.parts:
        yield (part.title, HEAD, True, INK, 0, 16)
        for line in part.lines:
            yield (line.text, BODY, False, INK, INDENT, 6)
            for said in (line.written, *line.before):
                yield (said, FINE, False, FAINT, INDENT, 1)
    for note in sheet.notes:
        yield (note, BODY, True, INK, 0, 20)


def font(size: float, unit: float, *, bold: bool = False) -> QFont:
    made = QFont()
    made.setPixelSize(max(round(size * unit), 1))
    made.setBold(bold)
    return made
