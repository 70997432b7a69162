"""Ticks and drop-down lists, drawn in our own look."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QStyledItemDelegate

from familysafe.ui.theme import TARGET, Theme

GAP = 12
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


class Tick(QCheckBox):
    """A box to tick with text that wraps; the whole row is the target."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self._side = theme.px(22)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._side - GAP, 1), 10_000)
        return max(TARGET, self.fontMetrics().boundingRect(room, WRAP, self.text()).height() + 12)

    def sizeHint(self) -> QSize:
        width = self._side + GAP + self.fontMetrics().horizontalAdvance(self.text()) + 4
        return QSize(width, TARGET)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._side + GAP + self.fontMetrics().averageCharWidth() * 8, TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - self._side - 1 if rtl else 1
        box = QRect(left, (self.height() - self._side) // 2, self._side, self._side)
        checked = self.isChecked()
        painter.setPen(QPen(self._theme.color("teal" if checked else "ink2"), 1.5))
        painter.setBrush(self._theme.color("teal" if checked else "surface"))
        painter.drawRoundedRect(box, 6, 6)
        if checked:
            painter.drawPixmap(box.topLeft() + QPoint(3, 3), self._theme.pixmap("check", "on_teal", self._side - 6))
        painter.setPen(self._theme.color("ink"))
        text = (
            self.rect().adjusted(0, 0, -self._side - GAP, 0) if rtl else self.rect().adjusted(self._side + GAP, 0, 0, 0)
        )
        painter.drawText(text, WRAP, self.text())


class DropDown(QComboBox):
    """A list to choose one from; the wheel scrolls the page and not the choice."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        # On Linux, Qt tells a screen reader the chosen text as the name; the description says what it is for.
        self.setAccessibleDescription(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setItemDelegate(QStyledItemDelegate(self))  # the one of its own pays no heed to the style sheet

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(18)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = GAP if rtl else self.width() - side - GAP
        painter = QPainter(self)
        painter.drawPixmap(left, (self.height() - side) // 2, self._theme.pixmap("chevron-down", "ink2", side))
