"""Today."""

from functools import partial

from PySide6.QtWidgets import QWidget

from familysafe.app.showing.today import today_view
from familysafe.ui.pages.today import TodayPage
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = TodayPage(wiring.theme)
    wiring.shows("today", lambda: today_view(wiring.showing()), lambda view: page.show_view(view, wiring.now()))
    page.minutes_chosen.connect(partial(wiring.desk.prefer, "minutes"))
    page.step_opened.connect(wiring.open_step)
    page.card_opened.connect(wiring.open_card)
    page.group_opened.connect(wiring.open_group)
    page.family_asked.connect(partial(wiring.go, "family"))
    return page
