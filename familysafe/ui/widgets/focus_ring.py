"""A two-pixel ring, two pixels away, around what has the focus, from the first key that is pressed."""

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from familysafe.ui.theme import RADIUS, Theme

AWAY = 2
WIDTH = 2
GROWN = AWAY + WIDTH


class FocusRing(QWidget):
    """Lies over a window, takes no mouse, and follows the focus inside it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._followed: list[QWidget] = []
        self._by_keyboard = False
        self._box = QRect()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self.hide()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._living():
            widget.removeEventFilter(self)
        self._followed = []
        if new is None or new.window() is not self.window():
            self.hide()
            return
        above: QWidget | None = new
        while above is not None and above is not self.window():
            above.installEventFilter(self)
            self._followed.append(above)
            above = above.parentWidget()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = QEvent.Type
        if event.type() in (kinds.KeyPress, kinds.ShortcutOverride, kinds.MouseButtonPress):
            self._by_keyboard = event.type() is not kinds.MouseButtonPress
            self._place()
        elif event.type() in (kinds.Move, kinds.Resize, kinds.Show, kinds.Hide):
            self._place()
        return False

    def _living(self) -> list[QWidget]:
        """What was followed and has not been deleted since, as a page that is drawn anew does."""
        return [widget for widget in self._followed if isValid(widget)]

    def _place(self) -> None:
        widget = self._followed[0] if self._followed else None
        if widget is None or not isValid(widget) or not widget.isVisible() or not self._by_keyboard:
            self.hide()
            return
        own = QRect(widget.mapTo(self.window(), QPoint(0, 0)), widget.size())
        box = own.adjusted(-GROWN, -GROWN, GROWN, GROWN)
        self.setGeometry(box.intersected(self._seen_through(widget, own)))
        self._box = box.translated(-self.geometry().topLeft())
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show()
        self.raise_()
        self.update()

    def _seen_through(self, widget: QWidget, own: QRect) -> QRect:
        """The part of the window in which the widget's scroll areas let it be seen, with room for the ring."""
        seen = self.window().rect()
        above = widget.parentWidget()
        while above is not None and above is not self.window():
            if isinstance(above, QAbstractScrollArea):
                port = above.viewport()
                area = QRect(port.mapTo(self.window(), QPoint(0, 0)), port.size())
                seen = seen.intersected(with_room(area, own))
            above = above.parentWidget()
        return seen

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), WIDTH))
        half = WIDTH / 2
        box = self._box.toRectF().adjusted(half, half, -half, -half)
        radius = min(RADIUS + AWAY, box.height() / 2)
        painter.drawRoundedRect(box, radius, radius)


def with_room(area: QRect, own: QRect) -> QRect:
    """A scroll area, wider by the ring at each side at which nothing of what has the focus is scrolled away."""
    return area.adjusted(
        -GROWN if own.left() >= area.left() else 0,
        -GROWN if own.top() >= area.top() else 0,
        GROWN if own.right() <= area.right() else 0,
        GROWN if own.bottom() <= area.bottom() else 0,
    )
