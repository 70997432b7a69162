"""Help now."""

from PySide6.QtWidgets import QWidget

from familysafe.app.showing.help import help_view
from familysafe.ui.links import open_link
from familysafe.ui.pages.help_now import HelpNowPage
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = HelpNowPage(wiring.theme)
    wiring.shows(
        "help",
        lambda: help_view(wiring.content, wiring.help_country()),
        lambda view: page.show_view(view, before_start=wiring.desk.snapshot is not None and not wiring.started()),
    )
    page.country_chosen.connect(wiring.choose_help_country)
    page.link_opened.connect(open_link)
    page.left.connect(wiring.home)
    page.back.connect(wiring.home)
    return page
