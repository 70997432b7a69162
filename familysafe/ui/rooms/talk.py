"""Talk."""

from functools import partial

from PySide6.QtWidgets import QWidget

from familysafe.app.showing.cards import talk_view
from familysafe.domain.change import ForgetTalk
from familysafe.ui.pages.talk import TalkPage
from familysafe.ui.rooms.forgetting import forget_talk_note
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = TalkPage(wiring.theme)
    wiring.shows("talk", lambda: talk_view(wiring.showing()), page.show_view)
    page.card_opened.connect(wiring.open_card)
    page.talk_forgotten.connect(partial(forget_talk, wiring))
    page.note_forgotten.connect(partial(forget_talk_note, wiring))
    return page


def forget_talk(wiring: Wiring, talk_id: str) -> None:
    wiring.desk.apply(ForgetTalk(talk_id))
