"""A help service as a card."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.contact import ContactCard, facts, host, texting
from familysafe.ui.widgets.drawn import QrCode
from familysafe.ui.widgets.plain import PlainLabel
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, press, says, seen, texts
from tests.ui.help_views import a_contact

OLD = "This was checked more than a year ago."


def a_card(theme: Theme, show: Show, **changes: object) -> ContactCard:
    shown = show(ContactCard(theme, a_contact(**changes)))
    assert isinstance(shown, ContactCard)
    return shown


def test_it_says_who_they_are_and_what_they_do(theme: Theme, show: Show) -> None:
    assert texts(a_card(theme, show))[:2] == ["Childline", "Somebody to talk to."]


def test_numbers_are_as_the_service_writes_them_large_and_selectable(theme: Theme, show: Show) -> None:
    card = a_card(theme, show, text="85258")
    numbers = [one for one in seen(card, PlainLabel) if one.kind == "number"]
    assert [one.text() for one in numbers] == ["Call 0800 1111", "Text 85258"]
    assert all(one.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard for one in numbers)


def test_all_that_was_checked_is_said_and_nothing_else(theme: Theme, show: Show) -> None:
    assert texts(a_card(theme, show))[-1] == "day and night · free · Also in sign language · Checked 1 Nov 2026"
    bare = a_card(theme, show, does=(), hours="", cost="", access=(), phone="", web="")
    assert texts(bare) == ["Childline", "Checked 1 Nov 2026"]
    assert seen(bare, Button) == []


def test_what_was_not_confirmed_says_so() -> None:
    assert facts(a_contact(to_confirm=True))[-2:] == ["To be confirmed", "Checked 1 Nov 2026"]
    assert "To be confirmed" not in facts(a_contact())


def test_what_nobody_has_checked_for_a_year_says_so(theme: Theme, show: Show) -> None:
    assert says(a_card(theme, show, old=True, checked=date(2025, 11, 1)), OLD)
    assert not says(a_card(theme, show), OLD)


def test_its_nations_are_named(theme: Theme, show: Show) -> None:
    assert "Scotland · Wales" in texts(a_card(theme, show, nations=("SCT", "WLS")))


@pytest.mark.parametrize(
    ("text", "said"), [("85258", "Text 85258"), ("Text SHOUT to 85258", "Text SHOUT to 85258"), ("", "")]
)
def test_a_number_to_text_is_said_with_the_word_to_send(text: str, said: str) -> None:
    assert texting(a_contact(text=text)) == said


def test_a_long_way_to_text_has_lines_of_its_own(theme: Theme, show: Show) -> None:
    card = a_card(theme, show, text="999 (register first: text REGISTER to 999)")
    (label,) = [one for one in seen(card, PlainLabel) if "REGISTER" in one.text()]
    assert label.wordWrap()
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_its_page_is_opened_by_a_click_only(qtbot: QtBot, theme: Theme, show: Show) -> None:
    opened: list[str] = []
    card = ContactCard(theme, a_contact())
    card.link_opened.connect(opened.append)
    show(card)
    assert opened == []
    assert button(card, "Open https://www.childline.org.uk/talk in the browser").text() == "childline.org.uk"
    press(card, "Open https://www.childline.org.uk/talk in the browser")
    assert opened == ["https://www.childline.org.uk/talk"]


def test_the_code_for_a_phone_is_drawn_when_it_is_asked_for(qtbot: QtBot, theme: Theme, show: Show) -> None:
    card = a_card(theme, show)
    assert seen(card, QrCode) == []
    with qtbot.waitSignal(card.qr_asked) as said:
        press(card, "Show the QR code of https://www.childline.org.uk/talk")
    assert said.args == [card]
    card.show_qr(("101", "010", "111"))
    come_to_rest()
    (code,) = seen(card, QrCode)
    assert code.accessibleName() == "QR code of https://www.childline.org.uk/talk"
    assert not any(one.text() == "For a phone" for one in seen(card, Button))


@pytest.mark.parametrize(("url", "shown"), [("https://www.a.org/b", "a.org"), ("https://b.a.org", "b.a.org")])
def test_an_address_is_shown_short(url: str, shown: str) -> None:
    assert host(url) == shown
