"""Things that are painted: the ring of progress, a QR code, a menu path."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.card import Picture
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.plain import PlainLabel

FULL = 360
QUIET = 2


class Ring(QWidget):
    """Tested, seen, told (and settled otherwise) as strengths of teal, in that order; the rest is sunk."""

    def __init__(self, theme: Theme, shares: tuple[int, int, int, int], of: int, said: str, size: int = 88) -> None:
        super().__init__()
        self._theme = theme
        self._shares = shares
        self._of = max(of, 1)
        side = theme.px(size)
        self.setFixedSize(QSize(side, side))
        self.setAccessibleName(said)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(7.0, self.width() / 11)
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        rest = width if self._theme.palette.border == 1 else self._theme.palette.border
        around = QPainterPath()
        around.addEllipse(box)
        painter.strokePath(around, pen(self._theme.color("line"), rest))
        begin = 90.0
        for share, strength in zip(self._shares, (1.0, 0.62, 0.36, 0.36), strict=True):
            span = -FULL * share / self._of
            if span:
                painter.setClipPath(slice_of(QRectF(self.rect()), begin, span))
                color = blend(self._theme.color("teal"), self._theme.color("surface"), strength)
                painter.strokePath(around, pen(color, width))
                begin += span


def pen(color: QColor, width: float) -> QPen:
    """Made in steps: to give it all at once makes the namespace Qt, see `by_name`."""
    made = QPen()
    made.setColor(color)
    made.setWidthF(width)
    return made


def slice_of(box: QRectF, begin: float, span: float) -> QPainterPath:
    """A slice of a round cake, in degrees from three o'clock, against the clock."""
    path = QPainterPath(box.center())
    path.arcTo(box, begin, span)
    path.closeSubpath()
    return path


def blend(front: QColor, back: QColor, strength: float) -> QColor:
    """`front` at a strength of 0–1 over `back`."""
    mixed = (
        round(a * strength + b * (1 - strength))
        for a, b in zip(front.getRgb()[:3], back.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*mixed)


class QrCode(QWidget):
    """A QR code from rows of `0` and `1`; dark on white in every look, since phones expect that."""

    def __init__(self, theme: Theme, rows: tuple[str, ...], said: str, size: int = 168) -> None:
        super().__init__()
        self._rows = rows
        side = theme.px(size)
        self.setFixedSize(QSize(side, side))
        self.setAccessibleName(said)
        self._drawn = self._draw(side)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._drawn)

    def _draw(self, side: int) -> QPixmap:
        """Drawn once: some hundred squares at every repaint would be felt."""
        drawn = QPixmap(side, side)
        drawn.fill(QColor("#FFFFFF"))
        painter = QPainter(drawn)
        cell = side // (len(self._rows) + 2 * QUIET)
        offset = (side - cell * len(self._rows)) // 2
        for y, line in enumerate(self._rows):
            for x, dark in enumerate(line):
                if dark == "1":
                    painter.fillRect(offset + x * cell, offset + y * cell, cell, cell, QColor("#14191D"))
        painter.end()
        return drawn


class MenuPathRow(QWidget):
    """A menu path as a row of chips with arrows; it wraps, and reads out as one sentence."""

    def __init__(self, theme: Theme, labels: Iterable[str]) -> None:
        super().__init__()
        labels = tuple(labels)
        self.setAccessibleName(" › ".join(labels))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(spacing=6)
        outer.addLayout(flow)
        for number, label in enumerate(labels):
            if number:
                flow.addWidget(Picture(theme, self._arrow(), "ink2", 14))
            chip = PlainLabel(label, "chip", wrap=False)
            flow.addWidget(chip)

    def _arrow(self) -> str:
        return "back" if self.isRightToLeft() else "chevron-right"
