"""A page: a head, a body that scrolls, and a foot that stays."""

from PySide6 import QtCore
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.card import empty, fill
from familysafe.ui.widgets.plain import by_name

READING_WIDTH = 1120
EDGE = 40


class Page(QWidget):
    """What is focused by keyboard is scrolled into view; a redraw keeps the scroll position."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.setObjectName("paper")
        self.setAccessibleName(name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        by_name(self._scroll, horizontalScrollBarPolicy="ScrollBarAlwaysOff", focusPolicy="NoFocus")
        self._top_bar = QHBoxLayout()
        self._top_bar.setContentsMargins(0, 0, 0, 0)
        self._beside_bar = QSpacerItem(0, 0)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._top_bar)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._foot)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._end_with_body)
        self._body = QWidget()
        self.body = QVBoxLayout(self._body)
        self._scroll.setWidget(self._body)
        self._reset_body()
        self._wanted_position = 0
        self._focused_name = ""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def begin(self) -> None:
        """Empties the body for drawing anew; what had the keyboard gets it back when drawing ends."""
        position = self._scroll.verticalScrollBar().value()
        focused = QApplication.focusWidget()
        inside = focused is not None and self._body.isAncestorOf(focused)
        self._focused_name = focused.accessibleName() if inside and focused is not None else ""
        self._wanted_position = position
        self._body = QWidget()
        self.body = QVBoxLayout(self._body)
        self._reset_body()

    def finish(self, *, top: bool = False) -> None:
        """Ends drawing: the place where one was reading comes back, or the top."""
        self.body.addStretch(1)
        old = self._scroll.takeWidget()
        # Only now, with all that is in it: what is put into a body on screen stays hidden, without height, for a while.
        self._scroll.setWidget(self._body)
        if old is not None:
            old.hide()
            old.deleteLater()
        if self._focused_name:
            for widget in self._body.findChildren(QWidget):
                policy = widget.focusPolicy()
                if widget.accessibleName() == self._focused_name and policy is not QtCore.Qt.FocusPolicy.NoFocus:
                    widget.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
                    break
        if top:
            self._wanted_position = 0
        self._scroll.verticalScrollBar().setValue(self._wanted_position)

    def showEvent(self, event: QShowEvent) -> None:
        """A page that was drawn while another one was in front has its height only now."""
        super().showEvent(event)
        if not event.spontaneous():
            self._scroll.verticalScrollBar().setValue(self._wanted_position)

    def add(self, *widgets: QWidget | QLayout) -> None:
        fill(self.body, *widgets)

    def set_head(self, widget: QWidget) -> None:
        """The line that stays above what scrolls; before what is drawn with it, so that it is reached first."""
        held = held_in(self._top_bar)
        empty(self._top_bar)
        self._top_bar.setContentsMargins(EDGE, 20, EDGE, 8)
        self.body.setContentsMargins(EDGE, 8, EDGE, 24)
        widget.setMaximumWidth(READING_WIDTH - 2 * EDGE)
        self._top_bar.addWidget(widget, 1)
        self._beside_bar = QSpacerItem(0, 0)
        self._top_bar.addSpacerItem(self._beside_bar)
        self._top_bar.addStretch()
        self._end_with_body()
        give_back(widget, held)

    def set_foot(self, widget: QWidget | None) -> None:
        """The bar that stays below what scrolls; the keyboard stays on what is called the same, or on the last."""
        held = held_in(self._foot)
        empty(self._foot)
        self._foot.setContentsMargins(*((EDGE, 8, EDGE, 24) if widget is not None else (0, 0, 0, 0)))
        if widget is not None:
            self._foot.addWidget(widget)
            give_back(widget, held)

    def _end_with_body(self) -> None:
        """The head ends where the body does, which is narrower while it scrolls."""
        bar = self._scroll.verticalScrollBar()
        self._beside_bar.changeSize(bar.sizeHint().width() if bar.maximum() else 0, 0)
        self._top_bar.invalidate()

    def bring_into_view(self, widget: QWidget) -> None:
        """Scrolls to something on the page."""
        # What was changed just now is laid out first, or it would be scrolled to where it was before.
        QApplication.sendEvent(self._scroll, QtCore.QEvent(QtCore.QEvent.Type.LayoutRequest))
        self._scroll.ensureWidgetVisible(widget, 12, 24)

    def _reset_body(self) -> None:
        self._body.setObjectName("body")
        self._body.setMaximumWidth(READING_WIDTH)
        self.body.setContentsMargins(EDGE, 28, EDGE, 24)
        self.body.setSpacing(16)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._body.isAncestorOf(new):
            self._scroll.ensureWidgetVisible(new, 12, 24)


def held_in(bar: QBoxLayout) -> str | None:
    """What the widget in a bar is called that has the keyboard; None where none of it has."""
    focused, item = QApplication.focusWidget(), bar.itemAt(0)
    inside = item.widget() if item is not None else None
    return focused.accessibleName() if inside is not None and focused and inside.isAncestorOf(focused) else None


def give_back(widget: QWidget, held: str | None) -> None:
    """The keyboard goes on where it was, in what took the place of a bar."""
    if held is None:
        return
    widget.show()
    same = [one for one in widget.findChildren(QWidget) if one.accessibleName() == held]
    for one in same or widget.findChildren(QAbstractButton)[-1:]:
        one.setFocus()
