"""Text that is always plain: what a person or an author wrote is never read as markup."""

import math
import re

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LINE_HEIGHT = 1.26
TITLE_LINE_HEIGHT = 1.12
FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
TITLES = frozenset({"title", "section", "help-title", "help-big"})


class PlainLabel(QLabel):
    """A label; `kind` picks its size and colour from the style sheet. Wrapped lines stand apart as in print."""

    def __init__(self, text: str = "", kind: str = "body", *, wrap: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        by_name(self, textFormat="PlainText")
        self.kind = kind
        self.setObjectName(f"label-{kind}")
        self.setWordWrap(wrap)
        self._words = ""
        self._our_lines = wrap
        self._on_top = False
        self._side: QtCore.Qt.AlignmentFlag | None = None
        self._laid: tuple[float, QTextLayout, float] | None = None
        self._heights: list[tuple[float, float, float]] = []
        self._spacing = TITLE_LINE_HEIGHT if kind in TITLES else LINE_HEIGHT
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def set_kind(self, kind: str) -> None:
        """Another look for the same text."""
        if self.kind != kind:
            self.kind = kind
            self.setObjectName(f"label-{kind}")
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()

    def setText(self, text: str) -> None:
        self._words = text
        self._forget_lines()
        super().setText(text)

    def selectable(self) -> "PlainLabel":
        """Lets the text be selected by mouse and keyboard, for numbers and addresses."""
        self.setTextInteractionFlags(
            QtCore.Qt.TextInteractionFlag.TextSelectableByMouse | QtCore.Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._our_lines = False
        self.setCursor(QtCore.Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(self.text())
        return self

    def heightForWidth(self, width: int) -> int:
        if not self._draws_lines():
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return margins.top() + margins.bottom() + math.ceil(self._height_at(inner))

    def sizeHint(self) -> QSize:
        if not self._draws_lines():
            return super().sizeHint()
        metrics = self.fontMetrics()
        wide = min(metrics.horizontalAdvance(self._words) + 4, metrics.averageCharWidth() * 75)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        if not self._draws_lines():
            return super().minimumSizeHint()
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        return QSize(min(longest + 4, metrics.averageCharWidth() * 24), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._draws_lines():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        box: QRect = self.contentsRect()
        layout, height = self._laid_out(box.width())
        spare = max(0.0, box.height() - height)
        below_top = 0.0 if self._on_top else spare / 2
        layout.draw(painter, QPointF(box.x(), box.y() + below_top))

    def _draws_lines(self) -> bool:
        """Selectable text, pictures and single lines are left to Qt."""
        return self._our_lines and bool(self._words)

    def setAlignment(self, alignment: "QtCore.Qt.AlignmentFlag") -> None:
        super().setAlignment(alignment)
        sides = QtCore.Qt.AlignmentFlag
        self._on_top = not alignment & sides.AlignVCenter
        self._side = alignment & sides.AlignHorizontal_Mask
        self._forget_lines()

    def _lines_option(self) -> QTextOption:
        """Where lines begin: what is leading on the left is leading on the right for scripts read from there."""
        if self._side is None and not self.isRightToLeft() and not FROM_RIGHT.search(self._words):
            return QTextOption()  # which reads from where the first letter does
        sides = QtCore.Qt.AlignmentFlag
        side = self._side or sides.AlignLeft
        if self.isRightToLeft():
            side = {sides.AlignLeft: sides.AlignRight, sides.AlignRight: sides.AlignLeft}.get(side, side)
        option = QTextOption(side)
        option.setTextDirection(self.layoutDirection())
        return option

    def changeEvent(self, event: QEvent) -> None:
        """Another font, style or direction: lines break elsewhere."""
        self._forget_lines()
        super().changeEvent(event)

    def _forget_lines(self) -> None:
        self._laid = None
        self._heights.clear()

    def _height_at(self, width: float) -> float:
        """The height of the lines; layouts ask for dozens of widths, most of which break the lines alike."""
        for least, most, height in self._heights:
            if least <= width <= most:
                return height
        layout, height = self._laid_out(width)
        lines = range(layout.lineCount())
        # What fits still fits where there is less room to spare: the breaks stay, down to the longest line.
        least = max((layout.lineAt(line).naturalTextWidth() for line in lines), default=0.0)
        most = math.inf if len(lines) == 1 else width
        self._heights.append((min(math.ceil(least), width), most, height))
        return height

    def _laid_out(self, width: float) -> tuple[QTextLayout, float]:
        """The lines at a width and their height; the last ones are kept for painting."""
        if self._laid is None or self._laid[0] != width:
            self._laid = (width, *self._lay_out(width))
        return self._laid[1:]

    def _lay_out(self, width: float) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self._words.replace("\n", "\u2028"), self.font())
        option = self._lines_option()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            tall = line.height()
            line.setPosition(QPointF(0, top + tall * (self._spacing - 1) / 2))
            top += tall * self._spacing
        layout.endLayout()
        return layout, top


def by_name(widget: QWidget, **properties: str) -> None:
    """Gives properties values of Qt's enums by their names; ValueError where there is no such one.

    The namespace Qt holds 93 enums, all of which Python makes when the first of them is touched. That takes a twelfth
    of the start, so the first page does without.
    """
    for name, value in properties.items():
        if not widget.setProperty(name, value):
            raise ValueError(name)


def tip(widget: QWidget, text: str) -> None:
    """A tool tip that shows `text` as it is."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    widget.setToolTip(f"<span>{escaped}</span>" if "<" in text or "&" in text else text)
