"""Cards, rows and columns: the paper that pages are laid out on."""

from PySide6.QtCore import QMargins, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from familysafe.ui.theme import AVATAR, LARGE_AVATAR, Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.plain import PlainLabel, by_name


class Card(QFrame):
    """A bordered surface with a column inside; `tone` is tint, amber, help, sunk or empty."""

    def __init__(
        self, tone: str = "", margins: tuple[int, int, int, int] = (20, 16, 20, 16), *, spacing: int = 8
    ) -> None:
        super().__init__()
        self.tone = tone
        self.setObjectName(f"card-{tone}")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(QMargins(*margins))
        self.column.setSpacing(spacing)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget | QLayout) -> "Card":
        fill(self.column, *widgets)
        return self


def fill(layout: QBoxLayout, *widgets: QWidget | QLayout) -> None:
    for widget in widgets:
        if isinstance(widget, QLayout):
            layout.addLayout(widget)
        else:
            layout.addWidget(widget)


def empty(layout: QLayout) -> None:
    """Takes every widget out of a layout for good."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


def row(*widgets: QWidget | QLayout | None, spacing: int = 12) -> QHBoxLayout:
    """Things side by side; None is a stretch."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        elif isinstance(widget, QLayout):
            line.addLayout(widget)
        else:
            line.addWidget(widget)
    return line


def column(*widgets: QWidget | QLayout | None, spacing: int = 8) -> QVBoxLayout:
    """Things below each other; None is a stretch."""
    stack = QVBoxLayout()
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            stack.addStretch(1)
        elif isinstance(widget, QLayout):
            stack.addLayout(widget)
        else:
            stack.addWidget(widget)
    return stack


class Picture(PlainLabel):
    """An icon that is only looked at."""

    def __init__(self, theme: Theme, icon: str, token: str = "ink", size: int = 24) -> None:
        super().__init__(wrap=False)
        side = theme.px(size)
        self.setPixmap(theme.pixmap(icon, token, side))
        self.setFixedSize(QSize(side, side))


class Avatar(PlainLabel):
    """A child's letter in a circle, or an icon where a step is for several or for the home."""

    def __init__(self, theme: Theme, initial: str, icon: str, *, large: bool = False) -> None:
        super().__init__(initial, "avatar-large" if large else "avatar", wrap=False)
        side = theme.px(LARGE_AVATAR if large else AVATAR)
        self.setFixedSize(QSize(side, side))
        by_name(self, alignment="AlignCenter")
        if not initial:
            self.setPixmap(theme.pixmap(icon, "tealink", round(side * 0.6)))


class Columns(QWidget):
    """A wide column with a narrow one beside it, or below it where there is no room."""

    def __init__(self, theme: Theme, narrow: int = 304, spacing: int = 24, *, least: int = 520) -> None:
        super().__init__()
        self._needs = theme.px(narrow) + round(least * theme.scale)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)
        holder = QWidget()  # first, so that it is read and reached first too
        self.wide = QVBoxLayout(holder)
        self.wide.setContentsMargins(0, 0, 0, 0)
        self.wide.setSpacing(12)
        self.narrow = QWidget()
        self.narrow_column = QVBoxLayout(self.narrow)
        self.narrow_column.setContentsMargins(0, 0, 0, 0)
        self.narrow_column.setSpacing(12)
        self._narrow_width = theme.px(narrow)
        self.narrow.setFixedWidth(self._narrow_width)
        self._box.addWidget(holder, 1)
        self._box.addLayout(column(self.narrow, None))

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = event.size().width() >= self._needs
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if beside else directions.TopToBottom
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
            self.narrow.setMinimumWidth(self._narrow_width if beside else 0)
            self.narrow.setMaximumWidth(self._narrow_width if beside else 100_000)
        super().resizeEvent(event)


class Fold(Card):
    """A card that opens at a click: what is folded away is not read by chance."""

    def __init__(self, theme: Theme, title: str, line: str, *contents: QWidget) -> None:
        super().__init__(margins=(12, 8, 12, 10), spacing=4)
        self._theme = theme
        self._head = Button(title, "quiet")
        self._head.setStyleSheet("text-align: left; font-weight: 600; padding: 0 6px;")
        self._head.setCheckable(True)
        self._line = PlainLabel(line, "small-muted")
        self._line.setContentsMargins(6, 0, 6, 4)
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(6, 0, 6, 6)
        inside.setSpacing(8)
        fill(inside, *contents)
        self.add(self._head, self._line, self._body)
        self._head.toggled.connect(self._show)
        self._show(False)

    def _show(self, opened: bool) -> None:
        self._body.setVisible(opened)
        self._line.setVisible(not opened)
        self._head.with_icon(self._theme, "chevron-down" if opened else "chevron-right", "ink2", 16)


def fact(theme: Theme, icon: str, text: str) -> QWidget:
    """A quiet fact with its picture."""
    holder = QWidget()
    holder.setLayout(row(Picture(theme, icon, "ink2", 18), PlainLabel(text, "small-muted", wrap=False), spacing=8))
    return holder
