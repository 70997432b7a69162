"""The recovery sheet on paper: everything that is needed, and nothing that says whose it is."""

import re
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from familysafe.ui.printing import ask_print, paint, pdf_of, print_on
from familysafe.ui.theme import Theme
from tests.ui.conftest import Show
from tests.ui.eyes import come_to_rest
from tests.ui.sheets import SHEET, WORDS

PAPERS = {"A4": (1190, 1684), "Letter": (1224, 1584), "A5": (842, 1190), "on its side": (1684, 1190), "tiny": (60, 80)}


class Listening(QPainter):
    """Hears what is written and where."""

    def begin_on(self, image: QImage) -> None:
        self.written: list[tuple[str, QRectF]] = []
        self.begin(image)

    def drawText(self, room: QRectF, flags: int, text: str) -> None:  # type: ignore[override]
        self.written.append((text, self.boundingRect(room, flags, text)))
        super().drawText(room, flags, text)


def painted(paper: str = "A4") -> tuple[Listening, QImage]:
    image = QImage(*PAPERS[paper], QImage.Format.Format_RGB32)
    image.fill("white")
    painter = Listening()
    painter.begin_on(image)
    paint(painter, SHEET)
    painter.end()
    return painter, image


def written(paper: str = "A4") -> list[str]:
    return [text for text, _room in painted(paper)[0].written]


def test_every_word_stands_there_behind_its_number(theme: Theme) -> None:
    texts = written()
    first = texts.index("1.")
    assert texts[first : first + 24] == [
        part for number, word in enumerate(WORDS, start=1) for part in (f"{number}.", word)
    ]


@pytest.mark.parametrize(
    "said",
    [
        "FamilySafe",
        "Recovery sheet",
        "These twelve words open what FamilySafe keeps when the passphrase is forgotten.",
        "Where to keep it",
        "Away from the computer, with the passports or with somebody you trust.",
        "Made on 22 Nov 2026. A newer sheet ends this one.",
    ],
)
def test_it_says_what_it_is_for_where_to_keep_it_and_when_it_was_made(theme: Theme, said: str) -> None:
    assert said in written()


@pytest.mark.parametrize("paper", PAPERS)
def test_it_fits_on_every_paper_and_nothing_stands_on_anything_else(theme: Theme, paper: str) -> None:
    painter, image = painted(paper)
    page = QRectF(image.rect())
    rooms = [room for _text, room in painter.written]
    assert all(page.contains(room) for room in rooms)
    # A point of leeway, since fonts come in whole pixels.
    inner = [room.adjusted(1, 1, -1, -1) for room in rooms]
    clashes = [(a, b) for number, a in enumerate(inner) for b in inner[number + 1 :] if a.intersects(b)]
    assert paper == "tiny" or clashes == []


def test_the_code_is_painted_square_by_square(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    filled: list[QRectF] = []
    monkeypatch.setattr(Listening, "fillRect", lambda _self, box, _ink: filled.append(box), raising=False)
    painted()
    dark = sum(row.count("1") for row in SHEET.code)
    squares = [box for box in filled if abs(box.width() - box.height()) < 0.01]
    assert len(squares) == dark
    assert len(filled) == dark + 2


def plain(pdf: bytes) -> bytes:
    """A PDF with its parts unpacked."""
    parts = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    return pdf + b"".join(unpacked(part) for part in parts)


def unpacked(part: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(part)
    except zlib.error:
        return b""


def test_a_pdf_is_one_page_of_a4(theme: Theme) -> None:
    pdf = plain(pdf_of(SHEET))
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    (box,) = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert tuple(round(float(side)) for side in box) == (595, 842)


def test_a_pdf_does_not_say_on_which_computer_it_was_made(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "wilhelmina")
    pdf = plain(pdf_of(SHEET))
    assert b"wilhelmina" not in pdf
    assert b"/home/" not in pdf


@pytest.fixture
def window(theme: Theme, show: Show) -> QWidget:
    return show(QWidget(), 800, 600)


def test_a_printer_is_asked_for_without_stopping_the_window(window: QWidget) -> None:
    heard: list[bool] = []
    dialog = ask_print(SHEET, window, heard.append)
    assert isinstance(dialog, QPrintDialog)
    assert dialog.isVisible()
    assert dialog.printer().docName() == "FamilySafe"
    dialog.reject()
    come_to_rest()
    assert heard == []


def test_when_it_is_agreed_to_the_sheet_is_printed(window: QWidget, tmp_path: Path) -> None:
    heard: list[bool] = []
    dialog = ask_print(SHEET, window, heard.append)
    dialog.printer().setOutputFileName(str(tmp_path / "sheet.pdf"))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    come_to_rest()
    assert heard == [True]
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")


def test_a_printer_that_cannot_be_begun_with_is_told(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPainter, "begin", lambda _self, _device: False)
    heard: list[bool] = []
    print_on(QPrinter(), SHEET, heard.append)
    assert heard == [False]
