"""Help now."""

from PySide6.QtWidgets import QWidget

from familysafe.app.showing.help import help_view
from familysafe.ui.pages.help_now import Around, HelpNowPage
from familysafe.ui.wiring import Wiring
from familysafe.words.language import _


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = HelpNowPage(wiring.theme)
    wiring.shows(
        "help",
        lambda: help_view(wiring.content, wiring.help_region()),
        lambda view: page.show_view(view, around(wiring)),
    )

    def open_contacts() -> None:
        wiring.situation = ""
        wiring.go("help-contacts")

    def open_record() -> None:
        wiring.situation = wiring.record = ""
        wiring.go("record")

    page.region_chosen.connect(wiring.choose_help_region)
    page.situation_opened.connect(wiring.open_situation)
    page.contacts_asked.connect(open_contacts)
    page.record_asked.connect(open_record)
    page.left.connect(wiring.home)
    page.back.connect(wiring.home)
    return page


def around(wiring: Wiring) -> Around:
    """The way out, what was begun, and whether something was written down."""
    known = wiring.content.catalogue.situations
    begun = tuple(own for own in wiring.walks.begun() if own in known and not known[own].keeps_nothing)
    snapshot = wiring.desk.snapshot
    return Around(way_back(wiring), begun, snapshot is not None and wiring.started() and bool(snapshot.memory.records))


def way_back(wiring: Wiring) -> str:
    """What leads back where there is no side list."""
    if wiring.desk.snapshot is None:
        return _("Back. What was saved stays closed")
    return "" if wiring.started() else _("Back to first start")
