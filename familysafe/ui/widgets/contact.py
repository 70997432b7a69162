"""A help service: what it does and every way to reach it, the numbers large and to be selected."""

from functools import partial

from PySide6.QtCore import Signal

from familysafe.domain.help_views import Contact
from familysafe.ui.days import short_day
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, row
from familysafe.ui.widgets.drawn import QrCode
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.labels import nation_name
from familysafe.words.language import _

LONGEST_BESIDE = 30  # characters; what is longer, with a word on how to use it, has lines of its own
QR_SIDE = 132


class ContactCard(Card):
    """Says which page was asked for; the code of its address is drawn when somebody wants it."""

    link_opened = Signal(str)
    qr_asked = Signal(object)

    def __init__(self, theme: Theme, contact: Contact) -> None:
        super().__init__(margins=(20, 14, 20, 14), spacing=6)
        self._theme, self.contact = theme, contact
        line = row(PlainLabel(contact.name, "strong"))
        line.setStretch(0, 1)
        if contact.nations:
            line.addWidget(PlainLabel(" · ".join(map(nation_name, contact.nations)), "small-muted", wrap=False))
        self.add(line, *(PlainLabel(text) for text in contact.does))
        self._ways = FlowLayout(spacing=20)
        self._numbers()
        if contact.web:
            self._page()
        self.column.addLayout(self._ways)
        self.add(PlainLabel(" · ".join(facts(contact)), "small-muted"))
        if contact.old:
            self.add(PlainLabel(_("This was checked more than a year ago. Look at their page first."), "amber"))

    def show_qr(self, rows: tuple[str, ...]) -> None:
        """The code of the address, in place of the button that asked for it."""
        self._qr.hide()
        says = _("QR code of {page}").format(page=self.contact.web)
        self.column.insertLayout(self.column.count() - 1, row(QrCode(self._theme, rows, says, QR_SIDE), None))

    def _numbers(self) -> None:
        contact = self.contact
        called = _("Call {number}").format(number=contact.phone) if contact.phone else ""
        for number in filter(None, (called, texting(contact))):
            long = len(number) > LONGEST_BESIDE
            label = PlainLabel(number, "number", wrap=long).selectable()
            if long:
                self.add(label)
            else:
                self._ways.addWidget(label)

    def _page(self) -> None:
        web = self.contact.web
        link = Button(host(web), "link", name=_("Open {page} in the browser").format(page=web))
        link.with_icon(self._theme, "external", "teal", 16)
        link.clicked.connect(partial(self._open, web))
        self._qr = Button(_("For a phone"), "quiet", name=_("Show the QR code of {page}").format(page=web))
        self._qr.with_icon(self._theme, "qr", "ink2", 16)
        self._qr.clicked.connect(self._ask_qr)
        self._ways.addWidget(link)
        self._ways.addWidget(self._qr)

    def _open(self, web: str, _checked: bool = False) -> None:
        self.link_opened.emit(web)

    def _ask_qr(self) -> None:
        self.qr_asked.emit(self)


def facts(contact: Contact) -> list[str]:
    """When, what it costs, how else, and when somebody last looked."""
    said = [text for text in (contact.hours, contact.cost, *contact.access) if text]
    if contact.to_confirm:
        said.append(_("To be confirmed"))
    said.append(_("Checked {day}").format(day=short_day(contact.checked)))
    return [text.rstrip(".") for text in said]


def texting(contact: Contact) -> str:
    """`Text 84001`; a sentence that says what to text stands for itself."""
    said = not contact.text or contact.says_what_to_text
    return contact.text if said else _("Text {number}").format(number=contact.text)


def host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")
