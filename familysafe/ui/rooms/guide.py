"""A guide."""

from PySide6.QtWidgets import QWidget

from familysafe.app.showing.step import guide_view
from familysafe.ui.pages.guide import GuidePage
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = GuidePage(wiring.theme)
    wiring.shows("guide", lambda: guide_view(wiring.showing(), wiring.group), page.show_view)
    page.step_opened.connect(wiring.open_step)
    page.back.connect(wiring.go_up)
    return page
