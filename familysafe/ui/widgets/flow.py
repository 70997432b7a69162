"""A layout that puts things side by side and goes on in the next line, mirrored where one reads from the right."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items keep their own width, up to the width there is; lines are centred vertically."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8, line_spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._near = 0
        self.setSpacing(spacing)
        self._line_spacing = line_spacing
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def push(self) -> None:
        """What is added from now on stands at the far end of a line that it shares with what was added before."""
        self._near = len(self._items)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, 1), 100_000))
            widget = item.widget()
            if widget is not None and widget.hasHeightForWidth():
                size.setHeight(max(widget.heightForWidth(size.width()), size.height() if used == 0 else 0))
            if lines[-1] and used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        parent = self.parentWidget()
        reads_on = parent is None or not parent.isRightToLeft()
        top = rect.y()
        far = self.itemAt(self._near) if self._near else None
        for line in self._lines(rect.width()):
            height = max((size.height() for _, size in line), default=0)
            left = rect.x()
            spare = rect.width() - sum(size.width() for _, size in line) - self.spacing() * (len(line) - 1)
            for item, size in line:
                if item is far and item is not line[0][0]:
                    left += max(0, spare)
                if move:
                    box = QRect(QPoint(left, top + (height - size.height()) // 2), size)
                    item.setGeometry(box if reads_on else mirrored(box, rect))
                left += size.width() + self.spacing()
            top += height + self._line_spacing
        return max(0, top - rect.y() - self._line_spacing)


def mirrored(box: QRect, area: QRect) -> QRect:
    """The same box at the other side of an area, for scripts that are read from the right."""
    return QRect(QPoint(area.left() + area.right() - box.right(), box.y()), box.size())
