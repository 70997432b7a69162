"""Talk: to a card, and a talk that is taken out."""

from familysafe.domain.talk import Talk
from tests.builders import TODAY
from tests.ui.conftest import Live
from tests.ui.eyes import open_dialog, press
from tests.ui.homes import a_memory

TALK = Talk("t1", TODAY, ("trust.tea",), ("c1",))


def test_a_card_is_opened_from_there(live: Live) -> None:
    home = live()
    home.go("talk")
    press(home.page, "Open: Opener of trust.tea?")
    assert home.window.shown() == "card"


def test_a_talk_is_taken_out_after_one_has_said_yes(live: Live) -> None:
    home = live(a_memory(talks=(TALK,)))
    home.go("talk")
    press(home.page, "Take out the talk of 22 Nov 2026")
    assert home.store.memory.talks == (TALK,)
    home.after(lambda: press(open_dialog(home.page), "Take out"))
    assert home.store.memory.talks == ()
