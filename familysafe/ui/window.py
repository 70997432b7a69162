"""The frame: a side list, a stack of pages, and shortcuts."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Picture, row
from familysafe.ui.widgets.focus_ring import FocusRing
from familysafe.ui.widgets.plain import PlainLabel, tip
from familysafe.words.language import _

SIDE_WIDTH = 224
ICONS_ONLY_BELOW = 1100
ICONS_ONLY_FROM_SIZE = 200


class Window(QMainWindow):
    """Shows one page at a time; what it shows is said by name."""

    asked = Signal(str)
    keys_asked = Signal()
    undo_asked = Signal()
    search_asked = Signal()
    escaped = Signal()
    closing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setWindowTitle("FamilySafe")
        self.setMinimumSize(QSize(720, 520))
        self._names: dict[str, Button] = {}
        self._labels: dict[Button, str] = {}
        self.pages: dict[str, QWidget] = {}
        holder = QWidget()
        holder.setObjectName("paper")
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._side = self._make_side()
        self._stack = QStackedWidget()
        line.addWidget(self._side)
        line.addWidget(self._stack, 1)
        self.setCentralWidget(holder)
        self._ring = FocusRing(theme, self)
        self._make_shortcuts()

    def add_page(self, name: str, page: QWidget) -> None:
        """A page that can be shown by name."""
        self.pages[name] = page
        page.resize(self._stack.size())  # so that what is drawn before it is shown is laid out once
        self._stack.addWidget(page)

    def show_page(self, name: str, *, chosen: str = "", side: bool = True) -> None:
        """Brings a page to the front; `chosen` is the entry of the side list that it belongs to."""
        self._side.setVisible(side)
        self._stack.setCurrentWidget(self.pages[name])
        for entry, button in self._names.items():
            button.setChecked(entry == (chosen or name))

    def shown(self) -> str:
        """The name of the page in front."""
        current = self._stack.currentWidget()
        return next((name for name, page in self.pages.items() if page is current), "")

    def _make_side(self) -> QWidget:
        side = QWidget()
        side.setObjectName("side")
        side.setAccessibleName(_("Pages"))
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 24, 16, 16)
        column.setSpacing(4)
        self._brand = PlainLabel("FamilySafe", "section", wrap=False)
        column.addLayout(row(Picture(self.theme, "home", "teal", 26), self._brand, None, spacing=10))
        column.addSpacing(16)
        group = QButtonGroup(self)
        group.setExclusive(True)
        places = (
            ("today", _("Today"), "today"),
            ("set-up", _("Set up"), "setup"),
            ("talk", _("Talk"), "talk"),
            ("family", _("Family"), "family"),
        )
        for number, (name, label, icon) in enumerate(places, start=1):
            column.addWidget(self._entry(name, label, icon, "nav", f"Ctrl+{number}", group))
        column.addStretch(1)
        column.addWidget(self._entry("help", _("Help now"), "help", "help", "F2", group))
        column.addSpacing(8)
        column.addWidget(self._entry("settings", _("Settings"), "settings", "nav", "Ctrl+,", group))
        return side

    def _entry(self, name: str, label: str, icon: str, kind: str, keys: str, group: QButtonGroup) -> Button:
        button = Button(label, kind, name=label)
        token = "help" if kind == "help" else "ink2"
        button.with_icon(self.theme, icon, token, 22)
        button.setCheckable(True)
        button.setProperty("page", name)
        button.clicked.connect(self._entry_clicked)
        tip(button, f"{label} ({keys})")
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(button.click)
        group.addButton(button)
        self._names[name] = button
        self._labels[button] = label
        return button

    def _make_shortcuts(self) -> None:
        for keys, signal in (
            ("F1", self.keys_asked),
            ("Ctrl+Z", self.undo_asked),
            ("Ctrl+F", self.search_asked),
            ("Escape", self.escaped),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(signal)
        # By name: the standard key for it is empty on Windows and on desktops that Qt does not know.
        quit_keys = QShortcut(QKeySequence("Ctrl+Q"), self)
        quit_keys.activated.connect(self.close)

    def _entry_clicked(self) -> None:
        self.asked.emit(str(self.sender().property("page")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_side(event.size().width())

    def _fit_side(self, width: int) -> None:
        """Icons with tool tips where there is little room."""
        small = width < ICONS_ONLY_BELOW or self.theme.text_size >= ICONS_ONLY_FROM_SIZE
        self._side.setFixedWidth(self.theme.px(32 + 24 + 30) if small else self.theme.px(SIDE_WIDTH))
        self._brand.setVisible(not small)
        for button, label in self._labels.items():
            button.setText("" if small else f"\u2002{label}")

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
