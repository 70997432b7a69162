"""Buttons, chips and the tiles that people choose from."""

from collections.abc import Iterable

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from familysafe.ui.theme import RADIUS, TARGET, Theme
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.plain import PlainLabel


class Button(QPushButton):
    """A button at least 44 px high; `kind` is one of go, help, nav, quiet, link, heading, chip or plain."""

    def __init__(self, text: str, kind: str = "plain", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.kind = kind
        self.setObjectName(f"button-{kind}")
        self.setMinimumHeight(TARGET)
        self.setAutoDefault(False)
        self.setAccessibleName(name or text)

    def with_icon(self, theme: Theme, icon: str, token: str = "ink", size: int = 20) -> "Button":
        side = theme.px(size)
        self.setIcon(theme.icon(icon, token, side))
        self.setIconSize(QSize(side, side))
        return self

    def rename(self, text: str) -> None:
        """Another text, for eyes and ears."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def setMenu(self, menu: QMenu) -> None:
        """A menu takes the mouse away without a word; the button must not look touched when it has gone."""
        super().setMenu(menu)
        menu.aboutToHide.connect(self._forget_mouse)

    def _forget_mouse(self) -> None:
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_UnderMouse, False)
        self.update()

    def set_kind(self, kind: str) -> None:
        """Another look for the same button."""
        if self.kind != kind:
            self.kind = kind
            self.setObjectName(f"button-{kind}")
            self.style().unpolish(self)
            self.style().polish(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the keyboard, as Space does."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def set_pending(self, pending: bool) -> None:
        """Shows that something was asked for and is not yet saved."""
        self.setDown(pending)


def is_enter(event: QKeyEvent) -> bool:
    return event.key() in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter}


class Chips(QWidget):
    """A row of chips of which one, or none, is chosen; it wraps where it is narrow."""

    chosen = Signal(object)

    def __init__(self, options: Iterable[tuple[object, str]], name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._keys: dict[QAbstractButton, object] = {}
        self._group = QButtonGroup(self)
        row = FlowLayout(self, spacing=8)
        for key, text in options:
            chip = Button(text, "chip", name=f"{name}: {text}")
            chip.setCheckable(True)
            self._keys[chip] = key
            self._group.addButton(chip)
            row.addWidget(chip)
        self._group.buttonClicked.connect(self._clicked)

    def choose(self, key: object) -> None:
        """Marks one chip as chosen without saying so; an unknown key leaves none chosen."""
        self._group.setExclusive(False)
        for chip, own in self._keys.items():
            chip.setChecked(own == key)
        self._group.setExclusive(True)

    def chosen_key(self) -> object:
        """The key of the chosen chip, None when there is none."""
        checked = self._group.checkedButton()
        return self._keys.get(checked) if checked is not None else None

    def _clicked(self, chip: QAbstractButton) -> None:
        self.chosen.emit(self._keys[chip])


class Tile(QAbstractButton):
    """A large thing to choose: an icon or none, a title, and a line below it; checkable ones show a tick.

    One whose title is of a `kind` of its own is low, for where there are many.
    """

    def __init__(
        self, theme: Theme, title: str, line: str = "", icon: str = "", *, kind: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setCheckable(True)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(*((16, 8, 16, 8) if kind else (20, 16, 20, 16)))
        column.setSpacing(6)
        middle = QtCore.Qt.AlignmentFlag.AlignHCenter if icon else QtCore.Qt.AlignmentFlag.AlignLeading
        if icon:
            picture = PlainLabel(wrap=False)
            side = theme.px(32)
            picture.setPixmap(theme.pixmap(icon, "ink", side))
            column.addWidget(picture, 0, middle)
        self._labels = [PlainLabel(title, kind or ("strong" if icon else "section"))]
        if line:
            self._labels.append(PlainLabel(line, "muted"))
        for label in self._labels:
            label.setAlignment(middle | QtCore.Qt.AlignmentFlag.AlignTop)
            label.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        if kind:
            column.insertStretch(0)
        if not icon:
            column.addStretch()
        self.toggled.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return max(layout.heightForWidth(width) if layout else 0, TARGET)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else QSize(TARGET, TARGET)

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        checked = self.isChecked()
        width = 2 if checked else palette.border
        token = "teal" if checked else ("ink2" if self.underMouse() else "line")
        painter.setPen(QPen(self.theme.color(token), width))
        painter.setBrush(self.theme.color("tint" if checked else "surface"))
        inset = width / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        if checked:
            self._paint_tick(painter)

    def _paint_tick(self, painter: QPainter) -> None:
        side = 24
        rtl = self.layoutDirection() is QtCore.Qt.LayoutDirection.RightToLeft
        left = 10 if rtl else self.width() - side - 10
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("teal"))
        painter.drawEllipse(left, 10, side, side)
        painter.drawPixmap(left + 4, 14, self.theme.pixmap("check", "on_teal", 16))
