"""Set up: the plan."""

from PySide6.QtWidgets import QWidget

from familysafe.app.showing.step import set_up_view
from familysafe.ui.pages.set_up import SetUpPage
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = SetUpPage(wiring.theme)
    wiring.shows("set-up", lambda: set_up_view(wiring.showing()), page.show_view)
    page.step_opened.connect(wiring.open_step)
    page.group_opened.connect(wiring.open_group)
    page.searched.connect(wiring.desk.search)
    wiring.desk.found.connect(page.show_found)
    return page
