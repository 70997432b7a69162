"""Our own dialogs: plain text, our buttons, never blocking."""

from PySide6 import QtCore
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import fill, row
from familysafe.ui.widgets.focus_ring import FocusRing
from familysafe.ui.widgets.plain import PlainLabel

EDGE = 28
MOST_OF_SCREEN = 0.9


def hear_keys(dialog: QDialog, parent: QWidget | None) -> None:
    """Locks and hides from a dialog too: a window below it does not hear its own keys."""
    for keys, said in (("Ctrl+L", "lock_asked"), ("Shift+Escape", "hide_asked")):
        if (signal := getattr(parent and parent.window(), said, None)) is not None:
            QShortcut(QKeySequence(keys), dialog).activated.connect(signal)


class Dialog(QDialog):
    """A title, contents that scroll where they must, and a row of buttons; Escape closes."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.theme = theme
        # What lists of windows and shared screens show is never what it is about; the title stands inside.
        self.setWindowTitle("FamilySafe")
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(EDGE, 24, EDGE, 20)
        outer.setSpacing(14)
        self._title = PlainLabel(title, "section")
        outer.addWidget(self._title)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._body.setObjectName("body")
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(4, 4, 4, 4)
        self.column.setSpacing(14)
        self._scroll.setWidget(self._body)
        outer.addWidget(self._scroll, 1)
        self._buttons = row(None)
        outer.addLayout(self._buttons)
        self._ring = FocusRing(theme, self)
        hear_keys(self, parent)
        QShortcut(QKeySequence("F2"), self).activated.connect(self._to_help)

    def add(self, *widgets: QWidget | QLayout) -> None:
        fill(self.column, *widgets)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scrolls to something inside, where there is more than fits."""
        # What was shown or hidden just now is laid out at once, or it would be scrolled to where it was before.
        QApplication.sendEvent(self._scroll, QEvent(QEvent.Type.LayoutRequest))
        self._scroll.ensureWidgetVisible(widget, 12, 24)

    def end_with(self, *buttons: Button) -> None:
        """The buttons at the foot, the last one being the main one."""
        fill(self._buttons, *buttons)

    def wanted_width(self) -> int:
        """In pixels; wider where the contents ask for it, never wider than what it stands over."""
        asked = max(self.theme.px(480), self._body.minimumSizeHint().width() + 2 * EDGE + 20)
        return min(max(asked, self._buttons.sizeHint().width() + 2 * EDGE), self._room().width())

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)

    def fit(self) -> None:
        """Takes the height that its wrapped lines need, which Qt does not ask a dialog for."""
        width = self.wanted_width()
        inner = width - 2 * EDGE
        needed = self.column.totalHeightForWidth(inner - 8) if self.column.hasHeightForWidth() else 0
        needed = max(needed, self.column.totalSizeHint().height() if not needed else 0)
        around = self._title.heightForWidth(inner) + self._buttons.sizeHint().height() + 24 + 20 + 28
        self.resize(width, min(needed + around + 8, round(self._room().height() * MOST_OF_SCREEN)))

    def _to_help(self) -> None:
        """Help now is one key away here too: this closes as by Escape; what has to end first stays in front."""
        window = self._room()
        asked = getattr(window, "asked", None)
        if asked is None:
            return
        opened = [one for one in window.findChildren(Dialog) if one.isVisible()]
        for one in opened:
            one.reject()
        if not any(one.isVisible() for one in opened):
            asked.emit("help")

    def _room(self) -> QWidget:
        parent = self.parentWidget()
        return parent.window() if parent is not None else self


class Ask(Dialog):
    """One question that names what goes; nothing happens unless it is answered with yes."""

    agreed = Signal()

    def __init__(self, theme: Theme, title: str, says: str, yes: str, no: str, parent: QWidget) -> None:
        super().__init__(theme, title, parent)
        self.add(PlainLabel(says))
        keep, go = Button(no), Button(yes, "go")
        keep.clicked.connect(self.reject)
        go.clicked.connect(self._agree)
        self.end_with(keep, go)
        keep.setFocus()

    def _agree(self) -> None:
        self.agreed.emit()
        self.accept()


class Tell(Dialog):
    """Something to know, with its next step."""

    def __init__(self, theme: Theme, title: str, lines: tuple[str, ...], close: str, parent: QWidget | None) -> None:
        super().__init__(theme, title, parent)
        self.add(*(PlainLabel(line) for line in lines))
        button = Button(close, "go")
        button.clicked.connect(self.accept)
        self.end_with(button)
