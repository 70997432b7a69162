"""Who can help."""

from functools import partial

from PySide6.QtWidgets import QWidget

from familysafe.app.showing.help import contacts_view
from familysafe.output.qr import qr_rows
from familysafe.ui.links import open_link
from familysafe.ui.pages.help_contacts import HelpContactsPage
from familysafe.ui.widgets.contact import ContactCard
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = HelpContactsPage(wiring.theme)
    wiring.shows(
        "help-contacts",
        lambda: contacts_view(wiring.content, wiring.help_region(), wiring.now().date(), wiring.situation),
        page.show_view,
    )
    page.region_chosen.connect(wiring.choose_help_region)
    page.link_opened.connect(open_link)
    page.qr_asked.connect(show_qr)
    page.left.connect(wiring.home)
    page.back.connect(partial(go_back, wiring))
    return page


def show_qr(card: ContactCard) -> None:
    """The code is worked out when it is asked for: a page may have twenty of them."""
    card.show_qr(qr_rows(card.contact.web))


def go_back(wiring: Wiring) -> None:
    """To the situation one came from."""
    wiring.go("situation" if wiring.situation else "help")
