"""The frame: a side list, a stack of pages, and shortcuts."""

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Picture, row
from familysafe.ui.widgets.focus_ring import FocusRing
from familysafe.ui.widgets.plain import PlainLabel, tip
from familysafe.words.language import _

if TYPE_CHECKING:
    from familysafe.ui.widgets.banner import Banner

SIDE_WIDTH = 224
BELOW = frozenset({"undo"})  # said of the page in front: it leaves with it, and nothing on the page moves for it
ICONS_ONLY_BELOW = 1100
ICONS_ONLY_FROM_SIZE = 200
# Also while a list or a menu is open. By number: the name for it would load all of Qt's before the first page.
WHEREVER = 2


@runtime_checkable
class Drafting(Protocol):
    """A page or dialog in which something may be half written."""

    def keep_draft(self) -> None: ...


class Window(QMainWindow):
    """Shows one page at a time; what it shows is said by name."""

    asked = Signal(str)
    keys_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    search_asked = Signal()
    lock_asked = Signal()
    hide_asked = Signal()
    banner_asked = Signal(str)
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
        self._banners: dict[str, Banner] = {}
        self._around = QVBoxLayout()
        self._around.setSpacing(0)
        self._around.addWidget(self._stack, 1)
        line.addWidget(self._side)
        line.addLayout(self._around, 1)
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
        if name != self.shown():
            for kind in BELOW:
                self.show_banner(kind, "")
        self._side.setVisible(side)
        self._stack.setCurrentWidget(self.pages[name])
        for entry, button in self._names.items():
            button.setChecked(entry == (chosen or name))

    def shown(self) -> str:
        """The name of the page in front."""
        current = self._stack.currentWidget()
        return next((name for name, page in self.pages.items() if page is current), "")

    def show_banner(self, kind: str, says: str, verb: str = "") -> None:
        """A line above the pages, or below them; one of each kind, gone when there is nothing to say."""
        known = self._banners.get(kind)
        if known is not None and says:
            known.say(says, verb)
        elif known is not None:
            old = self._banners.pop(kind)
            old.hide()
            old.deleteLater()
        elif says:
            # Late: on most days there is nothing to say above the first page.
            banner: Banner = import_module("familysafe.ui.widgets.banner").Banner(self.theme, kind, says, verb, self)
            banner.asked.connect(self.banner_asked)
            self._banners[kind] = banner
            self._around.insertWidget(-1 if kind in BELOW else 0, banner)
            banner.show()

    def set_lockable(self, lockable: bool) -> None:
        """Locking is offered where there is a passphrase to lock with."""
        self._lock.setVisible(lockable)

    def keep_drafts(self) -> None:
        """Everything that is being written is kept before the window goes."""
        for widget in (self, *self.findChildren(QWidget)):
            if isinstance(widget, Drafting):
                widget.keep_draft()

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
        column.addWidget(self._entry("search", _("Search"), "search", "nav", "", group))
        column.addStretch(1)
        help_now = self._entry("help", _("Help now"), "help", "help", "F2", group)
        self._help_key = PlainLabel("F2", "help-key", wrap=False)
        key = row(None, self._help_key)
        key.setContentsMargins(0, 0, 12, 0)
        help_now.setLayout(key)
        column.addWidget(help_now)
        column.addSpacing(8)
        self._lock = Button(_("Lock"), "nav", name=_("Lock")).with_icon(self.theme, "lock", "ink2", 22)
        self._lock.clicked.connect(self.lock_asked)
        tip(self._lock, _("Lock (Ctrl+L)"))
        self._labels[self._lock] = _("Lock")
        self._lock.hide()
        column.addWidget(self._lock)
        column.addWidget(self._entry("settings", _("Settings"), "settings", "nav", "Ctrl+,", group))
        return side

    def _entry(self, name: str, label: str, icon: str, kind: str, keys: str, group: QButtonGroup) -> Button:
        button = Button(label, kind, name=label)
        token = "help" if kind == "help" else "ink2"
        button.with_icon(self.theme, icon, token, 22)
        button.setCheckable(True)
        button.setProperty("page", name)
        button.clicked.connect(self._entry_clicked)
        tip(button, f"{label} ({keys})" if keys else label)
        if keys:
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._jump, button))
        group.addButton(button)
        self._names[name] = button
        self._labels[button] = label
        return button

    def _jump(self, button: Button) -> None:
        """As a click; a keyboard that was in the side list goes along."""
        focused = self.focusWidget()
        if focused is not None and self._side.isAncestorOf(focused):
            button.setFocus()
        button.click()

    def _make_shortcuts(self) -> None:
        for keys, signal in (
            ("F1", self.keys_asked),
            ("Ctrl+Z", self.undo_asked),
            ("Ctrl+Shift+Z", self.redo_asked),
            ("Ctrl+F", self.search_asked),
            ("Escape", self.escaped),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(signal)
        for keys, signal in (("Ctrl+L", self.lock_asked), ("Shift+Escape", self.hide_asked)):
            anywhere = QShortcut(QKeySequence(keys), self)
            anywhere.setProperty("context", WHEREVER)
            anywhere.activated.connect(signal)
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
        for words in (self._brand, self._help_key):
            words.setVisible(not small)
        for button, label in self._labels.items():
            button.setText("" if small else f"\u2002{label}")
            button.setStyleSheet("text-align: center; padding: 0;" if small else "")

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
