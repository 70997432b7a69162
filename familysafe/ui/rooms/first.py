"""First start."""

from functools import partial

from PySide6.QtWidgets import QWidget

from familysafe.ui.pages.first.first_start import FirstStartPage
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = FirstStartPage(wiring.theme)
    wiring.shows("first", wiring.family_view, lambda view: page.begin(view, throw_away=wiring.thrown_away()))
    page.drafted.connect(wiring.desk.change_household)
    page.finished.connect(wiring.desk.finish_start)
    page.help_asked.connect(partial(wiring.go, "help"))
    page.without_saving.connect(wiring.unsaved_asked)
    return page
