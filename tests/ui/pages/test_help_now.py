"""Help now: danger first, then who to contact."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from familysafe.ui.pages.help_now import HelpNowPage, host, nation_name
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.plain import PlainLabel
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, come_to_rest, press, says, seen, texts
from tests.ui.views import a_contact, a_help_view


@pytest.fixture
def page(theme: Theme, show: Show) -> HelpNowPage:
    page = HelpNowPage(theme)
    page.show_view(a_help_view())
    show(page, 1000, 900)
    return page


def test_danger_comes_first_with_the_number_to_call(page: HelpNowPage) -> None:
    first = texts(page)[:4]
    assert "First: is anyone in danger right now?" in first
    assert says(page, "Pick up a phone: call 999")
    assert says(page, "press 55")


def test_where_no_number_was_checked_none_is_made_up(page: HelpNowPage) -> None:
    page.show_view(a_help_view(country="FR", emergency="", contacts=()))
    assert says(page, "call the emergency number of your country")
    assert says(page, "We have no checked contacts for this country yet.")
    assert not says(page, "press 55")


def test_numbers_can_be_selected(page: HelpNowPage) -> None:
    numbers = [one for one in seen(page, PlainLabel) if one.text() in ("Call 0800 1111", "Text 85258")]
    assert len(numbers) == 2
    assert all(one.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard for one in numbers)


def test_a_contact_says_all_that_was_checked(page: HelpNowPage) -> None:
    assert "day and night · free · Also in sign language. · Checked 1 Nov 2026" in texts(page)
    page.show_view(a_help_view(contacts=(a_contact(hours="", cost="", access=(), phone="", web=""),)))
    assert "Checked 1 Nov 2026" in texts(page)
    assert not says(page, "Call 0800")


@pytest.mark.parametrize(("text", "said"), [("85258", "Text 85258"), ("Text SHOUT to 85258", "Text SHOUT to 85258")])
def test_a_number_to_text_is_said_with_the_word_to_send(page: HelpNowPage, text: str, said: str) -> None:
    page.show_view(a_help_view(contacts=(a_contact(text=text),)))
    assert said in texts(page)


def test_a_long_way_to_text_has_lines_of_its_own(page: HelpNowPage) -> None:
    page.show_view(a_help_view(contacts=(a_contact(text="999 (register first: text REGISTER to 999)"),)))
    (label,) = [one for one in seen(page, PlainLabel) if "REGISTER" in one.text()]
    assert label.wordWrap()


def test_nations_are_named(page: HelpNowPage) -> None:
    assert "Scotland · XX" in texts(page)
    assert nation_name("NIR") == "Northern Ireland"


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("Everyone", {"Childline", "For grown-ups", "Police"}),
        ("For a child to contact", {"Childline", "Police"}),
        ("For adults", {"For grown-ups", "Police"}),
    ],
)
def test_one_can_see_only_those_for_a_child_or_an_adult(page: HelpNowPage, who: str, names: set[str]) -> None:
    police = a_contact("police", kind="emergency", name="Police", for_children=False, for_adults=True)
    page.show_view(replace(a_help_view(), contacts=(*a_help_view().contacts, police)))
    press(page, f"Show: {who}")
    come_to_rest()
    assert {"Childline", "For grown-ups", "Police"} & set(texts(page)) == names
    assert button(page, f"Show: {who}").isChecked()


def test_a_page_is_opened_by_a_click_only(qtbot: QtBot, page: HelpNowPage) -> None:
    page.show_view(a_help_view(contacts=(a_contact(),)))
    link = next(one for one in seen(page, Button) if one.text() == "childline.org.uk")
    with qtbot.waitSignal(page.link_opened) as said:
        link.click()
    assert said.args == ["https://www.childline.org.uk/talk"]


def test_leaving_is_one_click(qtbot: QtBot, page: HelpNowPage) -> None:
    with qtbot.waitSignal(page.left):
        click(qtbot, button(page, "Leave quickly (Escape)"))


def test_before_first_start_there_is_a_way_back_to_it(qtbot: QtBot, page: HelpNowPage) -> None:
    assert not any(one.text() == "Back to first start" for one in seen(page, Button))
    page.show_view(a_help_view(), back="Back to first start")
    with qtbot.waitSignal(page.back):
        press(page, "Back to first start")


def test_that_way_back_stays_when_one_chooses_who(page: HelpNowPage) -> None:
    page.show_view(a_help_view(), back="Back to first start")
    press(page, "Show: For adults")
    come_to_rest()
    assert button(page, "Back to first start").isVisible()


def test_another_country_is_said(qtbot: QtBot, page: HelpNowPage) -> None:
    box = seen(page, QComboBox)[0]
    assert box.currentText() == "United Kingdom"
    box.setCurrentIndex(box.findData("IE"))
    with qtbot.waitSignal(page.country_chosen) as said:
        box.activated.emit(box.currentIndex())
    assert said.args == ["IE"]


def test_it_says_what_leaves_traces(page: HelpNowPage) -> None:
    assert says(page, "This app saves nothing here.")
    assert says(page, "own call list")


@pytest.mark.parametrize(("url", "shown"), [("https://www.a.org/b", "a.org"), ("https://b.a.org", "b.a.org")])
def test_an_address_is_shown_short(url: str, shown: str) -> None:
    assert host(url) == shown
