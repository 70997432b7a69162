"""Who can help: for everyone, for a child, for adults."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from familysafe.ui.pages.help_contacts import HelpContactsPage, region_name
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.contact import ContactCard
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, press, says, seen, texts
from tests.ui.help_views import a_contact, a_contacts_view

EVERYBODY = {"Childline", "For grown-ups", "Police"}


@pytest.fixture
def page(theme: Theme, show: Show) -> HelpContactsPage:
    page = HelpContactsPage(theme)
    page.show_view(a_contacts_view())
    show(page, 1000, 900)
    return page


def draw(page: HelpContactsPage, **changes: object) -> None:
    page.show_view(a_contacts_view(**changes))
    come_to_rest()


def shown(page: HelpContactsPage) -> list[str]:
    return [card.contact.name for card in seen(page, ContactCard)]


def test_they_stand_in_the_order_they_are_given(page: HelpContactsPage) -> None:
    assert shown(page) == ["Police", "Childline", "For grown-ups"]


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("Everyone", EVERYBODY),
        ("For a child to contact", {"Childline", "Police"}),
        ("For adults", {"For grown-ups", "Police"}),
    ],
)
def test_one_can_see_only_those_for_a_child_or_an_adult(page: HelpContactsPage, who: str, names: set[str]) -> None:
    press(page, f"Show: {who}")
    come_to_rest()
    assert set(shown(page)) == names
    assert button(page, f"Show: {who}").isChecked()


def test_whom_one_chose_stays_in_another_country_and_not_for_another_situation(page: HelpContactsPage) -> None:
    press(page, "Show: For adults")
    draw(page, region="IE")
    assert button(page, "Show: For adults").isChecked()
    draw(page, title="A picture went round")
    assert button(page, "Show: Everyone").isChecked()


def test_in_the_childs_door_nobody_is_asked_who_they_are(page: HelpContactsPage) -> None:
    draw(page, child=True, title="I am a child")
    assert not any(one.text() == "For adults" for one in seen(page, Button))
    assert not says(page, "Who to contact")


@pytest.mark.parametrize(("region", "name"), [("GB", "United Kingdom"), ("GB-SCT", "Scotland"), ("FR", "France")])
def test_the_region_is_named(page: HelpContactsPage, region: str, name: str) -> None:
    draw(page, region=region)
    assert f"Who to contact: {name}" in texts(page)
    assert region_name(region) == name


def test_where_nobody_was_checked_it_says_so(page: HelpContactsPage) -> None:
    draw(page, region="FR", contacts=())
    assert says(page, "We have no checked contacts for this country yet.")
    draw(page)
    assert not says(page, "We have no checked contacts")


def test_a_page_is_opened_by_a_click_only(qtbot: QtBot, page: HelpContactsPage) -> None:
    draw(page, contacts=(a_contact(),))
    with qtbot.waitSignal(page.link_opened) as said:
        press(page, "Open https://www.childline.org.uk/talk in the browser")
    assert said.args == ["https://www.childline.org.uk/talk"]


def test_the_code_of_an_address_is_asked_for(qtbot: QtBot, page: HelpContactsPage) -> None:
    draw(page, contacts=(a_contact(),))
    with qtbot.waitSignal(page.qr_asked) as said:
        press(page, "Show the QR code of https://www.childline.org.uk/talk")
    assert said.args == seen(page, ContactCard)


@pytest.mark.parametrize(("title", "back"), [("", "Help now"), ("A picture went round", "A picture went round")])
def test_the_way_back_says_where_it_leads(qtbot: QtBot, page: HelpContactsPage, title: str, back: str) -> None:
    draw(page, title=title)
    with qtbot.waitSignal(page.back):
        press(page, back)


def test_leaving_is_one_click(qtbot: QtBot, page: HelpContactsPage) -> None:
    with qtbot.waitSignal(page.left):
        press(page, "Leave quickly (Escape)")


@pytest.mark.parametrize(("name", "region"), [("Country", "IE"), ("Nation", "GB-SCT")])
def test_another_country_or_nation_is_said(qtbot: QtBot, page: HelpContactsPage, name: str, region: str) -> None:
    box = next(one for one in seen(page, QComboBox) if one.accessibleName() == name)
    box.setCurrentIndex(box.findData(region))
    with qtbot.waitSignal(page.region_chosen) as said:
        box.activated.emit(box.currentIndex())
    assert said.args == [region]


def test_a_nation_is_asked_for_only_where_services_differ(page: HelpContactsPage) -> None:
    draw(page, region="IE", nations=())
    assert [one.accessibleName() for one in seen(page, QComboBox)] == ["Country"]


def test_the_same_view_leaves_everything_where_it_is(page: HelpContactsPage) -> None:
    before = seen(page, ContactCard)
    page.show_view(a_contacts_view())
    assert seen(page, ContactCard) == before
    page.show_view(replace(a_contacts_view(), contacts=(a_contact(),)))
    come_to_rest()
    assert shown(page) == ["Childline"]


def test_it_says_what_leaves_traces(page: HelpContactsPage) -> None:
    assert says(page, "This app saves nothing here.")
