"""The list of keyboard shortcuts, under F1."""

from PySide6.QtWidgets import QGridLayout, QWidget

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.dialog import Dialog
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _


class KeysDialog(Dialog):
    """Every shortcut with what it does."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, _("Keyboard shortcuts"), parent)
        rows = (
            ("F1", _("This list")),
            ("F2", _("Help now")),
            ("Esc", _("Leave Help now quickly; go back; close a dialog")),
            ("Ctrl+1 … Ctrl+4", _("Today, Set up, Talk, Family")),
            ("Ctrl+,", _("Settings")),
            ("Ctrl+F", _("Search everything")),
            ("Ctrl+Z", _("Undo the last change")),
            ("Ctrl+Shift+Z", _("Do again what was undone")),
            ("Tab, Shift+Tab", _("From one thing to the next, and back")),
            ("Space, Enter", _("Press, choose, open")),
            ("Ctrl+L", _("Lock")),
            (_("Shift+Escape"), _("Hide now: lock and minimise")),
            ("Ctrl+Q", _("Close FamilySafe")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for number, (keys, does) in enumerate(rows):
            grid.addWidget(PlainLabel(keys, "strong", wrap=False), number, 0)
            grid.addWidget(PlainLabel(does), number, 1)
        self.add(grid)
        close = Button(_("Close"), "go")
        close.clicked.connect(self.accept)
        self.end_with(close)
