"""Who can be contacted, about anything or about what has happened."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from familysafe.domain.help_views import Contact, ContactsView
from familysafe.domain.region import nation_of
from familysafe.ui.countries import country_name
from familysafe.ui.pages.help_now import small_print
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Chips
from familysafe.ui.widgets.card import Card
from familysafe.ui.widgets.contact import ContactCard
from familysafe.ui.widgets.help_head import HelpHead, country_box, nation_box
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.labels import nation_name
from familysafe.words.language import _

EVERYONE, CHILD, ADULT = "all", "child", "adult"


class HelpContactsPage(Page):
    """All contacts of a region, for everyone, for a child or for adults."""

    region_chosen = Signal(str)
    link_opened = Signal(str)
    qr_asked = Signal(object)
    left = Signal()
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Who can help"))
        self._view: ContactsView | None = None
        self._who = EVERYONE

    def show_view(self, view: ContactsView) -> None:
        """Draws anew where there is something new to draw."""
        if view != self._view:
            if self._view is None or self._view.title != view.title:
                self._who = EVERYONE
            self._view = view
            self._draw(view, top=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes next sees everybody who can help."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._who, self._view = EVERYONE, None

    def _draw(self, view: ContactsView, *, top: bool = False) -> None:
        self.begin()
        regions = [country_box(self.theme, view.region)]
        if view.nations:
            regions.append(nation_box(self.theme, view.region, view.nations))
        for box in regions:
            box.region_chosen.connect(self.region_chosen)
        head = HelpHead(self.theme, _("Who can help"), view.title or _("Help now"), *regions)
        head.left.connect(self.left)
        head.back.connect(self.back)
        self.set_head(head)
        self.add(*head.below)
        if not view.child:
            options = (
                (EVERYONE, _("Everyone")),
                (CHILD, _("For a child to contact")),
                (ADULT, _("For adults")),
            )
            who = Chips(options, _("Show"))
            who.choose(self._who)
            who.chosen.connect(self._who_chosen)
            self.add(
                PlainLabel(_("Who to contact: {country}").format(country=region_name(view.region)), "section"), who
            )
        shown = [contact for contact in view.contacts if self._fits(contact)]
        for contact in shown:
            card = ContactCard(self.theme, contact)
            card.link_opened.connect(self.link_opened)
            card.qr_asked.connect(self.qr_asked)
            self.add(card)
        if not shown:
            none = _(
                "We have no checked contacts for this country yet. The police, a doctor or a school can help you on."
            )
            self.add(Card().add(PlainLabel(none)))
        self.add(PlainLabel(small_print(), "small-muted"))
        self.finish(top=top)

    def _fits(self, contact: Contact) -> bool:
        if self._who == EVERYONE or contact.kind == "emergency":
            return True
        return contact.for_children if self._who == CHILD else contact.for_adults

    def _who_chosen(self, who: object) -> None:
        self._who = str(who)
        if self._view:
            self._draw(self._view)


def region_name(region: str) -> str:
    """`Scotland`, or the country where no nation was said."""
    nation = nation_of(region)
    return nation_name(nation) if nation else country_name(region)
