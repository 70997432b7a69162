"""“Look in again”: asks on the days that somebody chose, above the pages, in words that say nothing."""

from msgspec.structs import replace

from familysafe.app.showing.afterwards import due
from familysafe.domain.change import ForgetLookIn, KeepLookIn
from familysafe.domain.region import country_of
from familysafe.domain.snapshot import Snapshot
from familysafe.ui.window import Window
from familysafe.ui.wiring import Wiring
from familysafe.words.language import _

KIND = "look-in"


def show(window: Window, snapshot: Snapshot) -> None:
    """The line, on a day that was chosen; nothing on other days."""
    asks = due(snapshot.memory.look_ins, snapshot.plan.today) is not None
    window.show_banner(KIND, _("Look in again") if asks else "", _("Look in"))


def look_in(wiring: Wiring) -> None:
    """Leads to what may help by now; the days that have come are done with."""
    snapshot = wiring.desk.snapshot
    asked = due(snapshot.memory.look_ins, snapshot.plan.today) if snapshot is not None else None
    if snapshot is None or asked is None:
        return
    left = tuple(day for day in asked.days if day > snapshot.plan.today)
    wiring.desk.apply(KeepLookIn(replace(asked, days=left)) if left else ForgetLookIn(asked.id))
    situation = wiring.content.catalogue.situations.get(asked.situation)
    if situation is None:
        wiring.go("help")
        return
    wiring.walks.move(situation.id, len(situation.steps_for(country_of(wiring.help_region()))))
    wiring.open_situation(situation.id)
