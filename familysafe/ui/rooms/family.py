"""Family."""

from PySide6.QtWidgets import QWidget

from familysafe.ui.pages.family import FamilyPage
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = FamilyPage(wiring.theme)
    wiring.shows("family", wiring.family_view, page.show_view)
    page.changed.connect(wiring.desk.change_household)
    return page
