"""Our own dialogs: plain text, our buttons, never blocking."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import fill, row
from familysafe.ui.widgets.focus_ring import FocusRing
from familysafe.ui.widgets.plain import PlainLabel


class Dialog(QDialog):
    """A title, some contents, and a row of buttons; Escape closes."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(440))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 24, 28, 20)
        self.column.setSpacing(14)
        self.column.addWidget(PlainLabel(title, "section"))
        self._ring = FocusRing(theme, self)

    def add(self, *widgets: QWidget | QLayout) -> None:
        fill(self.column, *widgets)

    def end_with(self, *buttons: Button) -> None:
        """The buttons at the foot, the last one being the main one."""
        self.column.addSpacing(4)
        self.column.addLayout(row(None, *buttons))


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

    def __init__(self, theme: Theme, title: str, lines: tuple[str, ...], close: str, parent: QWidget) -> None:
        super().__init__(theme, title, parent)
        self.add(*(PlainLabel(line) for line in lines))
        button = Button(close, "go")
        button.clicked.connect(self.accept)
        self.end_with(button)
