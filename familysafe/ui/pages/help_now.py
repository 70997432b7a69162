"""Help now: danger first, then who to contact in this country; nothing here is saved."""

from functools import partial

from PySide6.QtCore import Signal

from familysafe.domain.views import Contact, HelpView
from familysafe.ui.countries import all_countries, country_name
from familysafe.ui.days import short_day
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button, Chips
from familysafe.ui.widgets.card import Card, Picture, row
from familysafe.ui.widgets.choice import DropDown
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _

LONGEST_BESIDE = 30  # characters; what is longer, with a word on how to use it, has lines of its own


class HelpNowPage(Page):
    """Reachable from everywhere, also before first start; reads no vault."""

    country_chosen = Signal(str)
    link_opened = Signal(str)
    left = Signal()
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Help now"))
        self._view: HelpView | None = None
        self._who = "all"
        self._drawn: tuple[HelpView, str, str] | None = None
        self._back = ""

    def show_view(self, view: HelpView, back: str = "") -> None:
        """Draws anew; where the side list is not there, `back` is what the way back says."""
        same = self._view == view
        wanted = (view, back, self._who)
        if self._drawn == wanted:
            return
        self._view, self._back, self._drawn = view, back, wanted
        self.begin()
        title = PlainLabel(_("Help now"), "help-title")
        leave = Button(_("Leave quickly"), "chip", name=_("Leave quickly (Escape)"))
        leave.clicked.connect(self.left)
        head = row(Picture(self.theme, "help", "help", 28), title, leave, self._countries(view))
        head.setStretch(1, 1)
        head.setStretch(3, 1)
        if back:
            button = Button(back, "quiet").with_icon(self.theme, "back", "ink2", 18)
            button.clicked.connect(self.back)
            self.add(row(button, None))
        self.add(head, self._danger(view))
        who = Chips(
            (("all", _("Everyone")), ("child", _("For a child to contact")), ("adult", _("For adults"))), _("Show")
        )
        who.choose(self._who)
        who.chosen.connect(self._who_chosen)
        self.add(PlainLabel(_("Who to contact: {country}").format(country=country_name(view.country)), "section"), who)
        shown = [contact for contact in view.contacts if self._fits(contact)]
        for contact in shown:
            self.add(self._contact(contact))
        if not shown:
            none = _(
                "We have no checked contacts for this country yet. The police, a doctor or a school can help you on."
            )
            self.add(Card().add(PlainLabel(none)))
        saves = _("This app saves nothing here. Web pages you open may show in this computer’s history.")
        calls = _("A phone’s own call list still shows the calls that were made.")
        self.add(PlainLabel(f"{saves} {calls}", "small-muted"))
        self.finish(top=not same)

    def _countries(self, view: HelpView) -> DropDown:
        box = DropDown(self.theme, _("Country"))
        for code, name in all_countries():
            box.addItem(name, code)
        box.setCurrentIndex(max(0, box.findData(view.country)))
        box.setMaximumWidth(self.theme.px(230))
        box.activated.connect(partial(self._country_picked, box))
        return box

    def _danger(self, view: HelpView) -> Card:
        card = Card("help", (28, 22, 28, 22), spacing=10)
        card.add(PlainLabel(_("First: is anyone in danger right now?"), "section"))
        says = _("Someone is on the way or frightens you, a child is missing, or might hurt themselves seriously.")
        silent = _(
            "If it is not safe to speak on a mobile, press 55 when asked; it does not give your place by itself."
        )
        card.add(PlainLabel(f"{says} {silent}" if view.country == "GB" else says))
        number = view.emergency or _("the emergency number of your country")
        call = _("Pick up a phone: call {number}").format(number=number)
        return card.add(PlainLabel(call, "help-big").selectable())

    def _contact(self, contact: Contact) -> Card:
        card = Card(margins=(20, 14, 20, 14), spacing=6)
        name = PlainLabel(contact.name, "strong")
        tags = [nation_name(nation) for nation in contact.nations]
        line = row(name)
        line.setStretch(0, 1)
        if tags:
            line.addWidget(PlainLabel(" · ".join(tags), "small-muted", wrap=False))
        card.add(line, *(PlainLabel(text) for text in contact.does))
        ways = FlowLayout(spacing=20)
        numbers = (
            _("Call {number}").format(number=contact.phone) if contact.phone else "",
            texting(contact.text),
        )
        for number in filter(None, numbers):
            long = len(number) > LONGEST_BESIDE
            label = PlainLabel(number, "number", wrap=long).selectable()
            if long:
                card.add(label)
            else:
                ways.addWidget(label)
        if contact.web:
            link = Button(host(contact.web), "link", name=_("Open {page} in the browser").format(page=contact.web))
            link.with_icon(self.theme, "external", "teal", 16)
            link.clicked.connect(partial(self._open, contact.web))
            ways.addWidget(link)
        card.column.addLayout(ways)
        facts = [text for text in (contact.hours, contact.cost, *contact.access) if text]
        facts.append(_("Checked {day}").format(day=short_day(contact.checked)))
        return card.add(PlainLabel(" · ".join(facts), "small-muted"))

    def _fits(self, contact: Contact) -> bool:
        if self._who == "all" or contact.kind == "emergency":
            return True
        return contact.for_children if self._who == "child" else contact.for_adults

    def _who_chosen(self, who: object) -> None:
        self._who = str(who)
        if self._view:
            self.show_view(self._view, self._back)

    def _country_picked(self, box: DropDown, _index: int = 0) -> None:
        self.country_chosen.emit(str(box.currentData()))

    def _open(self, url: str, _checked: bool = False) -> None:
        self.link_opened.emit(url)


def texting(text: str) -> str:
    """`Text 84001`; what begins with the word to send stands for itself."""
    return _("Text {number}").format(number=text) if text[:1].isdigit() else text


def host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")


def nation_name(nation: str) -> str:
    names = {"ENG": _("England"), "SCT": _("Scotland"), "WLS": _("Wales"), "NIR": _("Northern Ireland")}
    return names.get(nation, nation)
