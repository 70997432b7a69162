"""First start."""

from functools import partial
from importlib import import_module

from PySide6.QtWidgets import QWidget

from familysafe.ui.pages.first.first_start import FirstStartPage
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = FirstStartPage(wiring.theme)
    wiring.shows("first", wiring.family_view, lambda view: page.begin(view, throw_away=wiring.thrown_away()))
    page.drafted.connect(wiring.desk.change_household)
    page.finished.connect(partial(wiring.desk.prefer, "started", True))
    page.help_asked.connect(partial(wiring.go, "help"))
    page.without_saving.connect(wiring.unsaved_asked)
    page.backup_asked.connect(partial(ask_file, wiring, page))
    return page


def ask_file(wiring: Wiring, page: QWidget) -> None:
    """All that brings a copy back is loaded by those who have one."""
    import_module("familysafe.ui.rooms.restore").Restoring(wiring, page).ask_file()
