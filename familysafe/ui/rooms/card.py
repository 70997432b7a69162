"""A card."""

from functools import partial

from PySide6.QtWidgets import QWidget

from familysafe.app.showing.cards import talk_view
from familysafe.domain.change import RecordTalk
from familysafe.domain.talk import Talk
from familysafe.domain.views import CardRow, TalkView
from familysafe.ui.pages.card import CardPage
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = CardPage(wiring.theme)

    def view() -> tuple[CardRow, TalkView] | None:
        talk = talk_view(wiring.showing())
        return next(((card, talk) for card in talk.cards if card.card.id == wiring.card), None)

    wiring.shows("card", view, lambda found: page.show_view(*found, wiring.now().date()))
    page.talked.connect(partial(keep_talk, wiring))
    page.back.connect(wiring.go_up)
    page.help_asked.connect(partial(wiring.go, "help"))
    return page


def keep_talk(wiring: Wiring, talk: Talk) -> None:
    wiring.desk.apply(RecordTalk(talk))
