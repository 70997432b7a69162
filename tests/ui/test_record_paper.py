"""The sheet of a record on paper: all of it, page after page, and never as markup."""

import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from familysafe.domain.record_sheet import Recipient, RecordSheet, SheetLine, SheetPart
from familysafe.ui.printing import pdf_of, print_on
from familysafe.ui.record_paper import laid_out, paint_record
from familysafe.ui.theme import DARK, Theme

LINE = SheetLine("e1", "<b>sam_07</b> & https://example.org", "Written today", ("First written: “sam”",))
SHEET = RecordSheet(
    Recipient.POLICE,
    "For the police",
    ("Threatened", "Written down by a parent or carer."),
    "About: Younger",
    (SheetPart("Names and links", (LINE,)),),
    ("No pictures are attached.",),
    "Made with FamilySafe",
)
LONG = replace(SHEET, parts=(SheetPart("Told", tuple(replace(LINE, text="word " * 400) for _one in range(9))),))


def document() -> QTextDocument:
    return laid_out(SHEET, 1.0, QSizeF(483, 652))


def pages_in(pdf: bytes) -> int:
    parts = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    return len(re.findall(rb"/Type\s*/Page\b", pdf + b"".join(map(unpacked, parts))))


def unpacked(part: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(part)
    except zlib.error:
        return b""


def test_everything_stands_there_in_its_order_as_plain_text(theme: Theme) -> None:
    assert document().toPlainText().split("\n") == [
        "For the police",
        "Threatened",
        "Written down by a parent or carer.",
        "About: Younger",
        "Names and links",
        "<b>sam_07</b> & https://example.org",
        "Written today",
        "First written: “sam”",
        "No pictures are attached.",
    ]


def test_a_line_of_several_lines_stays_one_paragraph(theme: Theme) -> None:
    sheet = replace(SHEET, parts=(SheetPart("Told", (replace(LINE, text="one\ntwo"),)),))
    assert "one\ntwo" in laid_out(sheet, 1.0, QSizeF(483, 652)).toPlainText()
    assert laid_out(sheet, 1.0, QSizeF(483, 652)).blockCount() == document().blockCount()


def test_the_ink_is_black_in_the_dark_look_too(make_theme: Callable[..., Theme]) -> None:
    make_theme(DARK)
    whole = document()  # a block does not keep it
    block, inks = whole.begin(), set()
    while block.isValid():
        inks.add(block.charFormat().foreground().color().name())
        block = block.next()
    assert inks == {"#000000", "#555555"}


def test_a_short_one_is_one_page_and_a_long_one_goes_on(theme: Theme) -> None:
    assert pages_in(pdf_of(SHEET)) == 1
    assert pages_in(pdf_of(LONG)) > 2


def test_what_is_painted_on_one_picture_is_its_first_page(theme: Theme) -> None:
    image = QImage(595, 842, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    paint_record(painter, LONG)
    painter.end()
    edges = [image.pixelColor(x, y).name() for x in (5, 590) for y in range(0, 842, 7)]
    assert set(edges) == {"#ffffff"}


class Listening(QPainter):
    """Hears what stands at the foot of each page."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.said: list[str] = []

    def drawText(self, _room: object, _flags: int, text: str) -> None:  # type: ignore[override]
        self.said.append(text)


@pytest.mark.parametrize(("sheet", "foot"), [(SHEET, []), (LONG, ["Page 1 of "])])
def test_pages_are_numbered_where_there_are_several(theme: Theme, sheet: RecordSheet, foot: list[str]) -> None:
    image = QImage(595, 842, QImage.Format.Format_RGB32)
    painter = Listening(image)
    paint_record(painter, sheet)
    painter.end()
    assert painter.said[0] == "Made with FamilySafe"
    assert [text[:10] for text in painter.said[1:]] == foot


def test_it_is_printed_too(theme: Theme, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    heard: list[bool] = []
    print_on(printer, LONG, heard.append)
    assert heard == [True]
    assert pages_in((tmp_path / "sheet.pdf").read_bytes()) == pages_in(pdf_of(LONG))
