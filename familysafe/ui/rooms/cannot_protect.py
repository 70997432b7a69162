"""What FamilySafe cannot protect."""

from PySide6.QtWidgets import QWidget

from familysafe.ui.pages.cannot_protect import CannotProtectPage
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected; it says the same every day."""
    page = CannotProtectPage(wiring.theme)
    wiring.shows("cannot-protect", lambda: True, lambda _there: None)
    page.back.connect(wiring.go_up)
    return page
