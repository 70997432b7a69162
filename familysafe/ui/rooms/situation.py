"""What has happened, step by step."""

from functools import partial

from PySide6.QtWidgets import QWidget

from familysafe.app.showing.afterwards import afterwards_view
from familysafe.app.showing.help import situation_view
from familysafe.domain.change import ForgetLookIn, KeepLookIn
from familysafe.domain.help_views import AfterwardsView, SituationView
from familysafe.domain.ids import new_id
from familysafe.domain.record import LookIn
from familysafe.ui.links import open_link
from familysafe.ui.pages.situation import SituationPage
from familysafe.ui.rooms.help_contacts import show_qr
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = SituationPage(wiring.theme)

    def view() -> SituationView | None:
        return situation_view(wiring.content, wiring.situation, wiring.help_region(), wiring.now().date())

    def move(at: int) -> None:
        wiring.walks.move(wiring.situation, at)
        wiring.go("situation")

    def mark(step: str, said: str) -> None:
        wiring.walks.mark(wiring.situation, step, said)

    def record() -> None:
        wiring.record = ""
        wiring.go("record")

    wiring.shows(
        "situation", view, lambda found: page.show_view(found, wiring.walks.of(found.id), afterwards(wiring, found))
    )
    page.moved.connect(move)
    page.marked.connect(mark)
    page.link_opened.connect(open_link)
    page.qr_asked.connect(show_qr)
    page.record_asked.connect(record)
    page.look_in_chosen.connect(partial(look_in, wiring))
    page.step_opened.connect(wiring.open_step)
    page.card_opened.connect(wiring.open_card)
    page.contacts_asked.connect(partial(wiring.go, "help-contacts"))
    page.left.connect(wiring.home)
    page.back.connect(partial(wiring.go, "help"))
    return page


def afterwards(wiring: Wiring, found: SituationView) -> AfterwardsView | None:
    """Where a household is open; a quiet situation leaves nothing behind, and a child's door asks nothing."""
    if found.keeps_nothing or not wiring.started():
        return None
    return afterwards_view(wiring.showing(), found.id)


def look_in(wiring: Wiring, chosen: bool) -> None:
    """Keeps the days, or forgets them."""
    later = afterwards_view(wiring.showing(), wiring.situation)
    if chosen and later.look_in is None:
        wiring.desk.apply(KeepLookIn(LookIn(new_id(), wiring.situation, later.days)))
    elif not chosen and later.look_in is not None:
        wiring.desk.apply(ForgetLookIn(later.look_in.id))
