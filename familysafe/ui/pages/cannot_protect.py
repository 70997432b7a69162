"""What FamilySafe cannot protect, and what helps instead."""

from PySide6.QtCore import Signal

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Picture, row
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _
from familysafe.words.limits import Limit, limits, limits_intro


class CannotProtectPage(Page):
    """The same for everybody; knows nothing of the family."""

    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("What FamilySafe cannot protect"))
        self.begin()
        self.body.setContentsMargins(40, 12, 40, 24)
        up = Button(_("Settings"), "quiet", name=_("Back to Settings")).with_icon(theme, "back", "ink2", 18)
        up.clicked.connect(self.back)
        title = PlainLabel(_("What FamilySafe cannot protect"), "title")
        self.add(row(up, None), title, PlainLabel(limits_intro(), "muted"))
        self.add(*map(self._card, limits()))
        self.finish(top=True)

    def _card(self, limit: Limit) -> Card:
        helps = row(Picture(self.theme, "shield", "teal", 22), PlainLabel(limit.helps), spacing=10)
        helps.setStretch(1, 1)
        return Card().add(PlainLabel(limit.what, "section"), PlainLabel(limit.how), helps)
