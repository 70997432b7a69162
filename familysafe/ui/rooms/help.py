"""Help now."""

from PySide6.QtWidgets import QWidget

from familysafe.app.showing.help import help_view
from familysafe.ui.links import open_link
from familysafe.ui.pages.help_now import HelpNowPage
from familysafe.ui.wiring import Wiring
from familysafe.words.language import _


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = HelpNowPage(wiring.theme)
    wiring.shows(
        "help",
        lambda: help_view(wiring.content, wiring.help_country()),
        lambda view: page.show_view(view, way_back(wiring)),
    )
    page.country_chosen.connect(wiring.choose_help_country)
    page.link_opened.connect(open_link)
    page.left.connect(wiring.home)
    page.back.connect(wiring.home)
    return page


def way_back(wiring: Wiring) -> str:
    """What leads back where there is no side list."""
    if wiring.desk.snapshot is None:
        return _("Back. What was saved stays closed")
    return "" if wiring.started() else _("Back to first start")
