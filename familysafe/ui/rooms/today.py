"""Today."""

from functools import partial

from PySide6.QtWidgets import QWidget

from familysafe.app.showing.today import today_view
from familysafe.domain.views import TodayView
from familysafe.ui.pages.today import TodayPage
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = TodayPage(wiring.theme)

    def view() -> TodayView:
        return today_view(wiring.showing(), stop_here=wiring.stop_here)

    wiring.shows("today", view, lambda found: page.show_view(found, wiring.now()))
    page.minutes_chosen.connect(partial(choose_minutes, wiring))
    page.step_opened.connect(partial(open_step, wiring))
    page.card_opened.connect(wiring.open_card)
    page.group_opened.connect(wiring.open_group)
    page.family_asked.connect(partial(wiring.go, "family"))
    return page


def choose_minutes(wiring: Wiring, minutes: int) -> None:
    """Whoever wants more time goes on."""
    wiring.stop_here = False
    wiring.desk.prefer("minutes", minutes)


def open_step(wiring: Wiring, key: object) -> None:
    """One of those that fit is opened with the others of them."""
    picks = tuple(row.key for row in today_view(wiring.showing()).picks)
    wiring.open_step(key, picks if key in picks else ())
