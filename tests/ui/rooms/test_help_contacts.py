"""Who can help: of a situation, or of all."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from familysafe.domain.memory import Memory
from familysafe.output.qr import qr_rows
from familysafe.ui.widgets.contact import ContactCard
from familysafe.ui.widgets.drawn import QrCode
from tests.ui.conftest import Live
from tests.ui.eyes import press, says, seen
from tests.ui.help_views import help_content
from tests.ui.homes import Home

LINK = "Open https://www.childline.org.uk/ in the browser"
CODE = "Show the QR code of https://www.childline.org.uk/"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was given to the system's browser."""
    found: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", found.append)
    return found  # type: ignore[return-value]


@pytest.fixture
def home(live: Live, opened: list[str]) -> Home:
    home = live(content=help_content())
    home.go("help-contacts")
    return home


def shown(home: Home) -> list[str]:
    return [card.contact.id for card in seen(home.page, ContactCard)]


def test_all_of_a_country_are_there_most_urgent_first(home: Home) -> None:
    assert shown(home) == ["gb-999", "gb-childline", "gb-sct"]
    assert says(home.page, "Call 0800 1111")


@pytest.mark.parametrize(("region", "nations"), [("GB-SCT", ["gb-sct"]), ("GB-WLS", [])])
def test_those_of_another_nation_are_left_out(home: Home, region: str, nations: list[str]) -> None:
    home.wiring.choose_help_region(region)
    assert shown(home) == ["gb-999", "gb-childline", *nations]


def test_another_country_is_kept_as_a_look(home: Home) -> None:
    box = next(one for one in seen(home.page, QComboBox) if one.accessibleName() == "Country")
    box.setCurrentIndex(box.findData("FR"))
    with home.qtbot.waitSignal(home.wiring.appearance_changed) as said:
        box.activated.emit(box.currentIndex())
    assert said.args[0].help_country == "FR"
    assert home.store.saved == []
    assert says(home.page, "Who to contact: France")


def test_nothing_is_opened_until_somebody_clicks(home: Home, opened: list[QUrl]) -> None:
    home.go("help")
    home.go("help-contacts")
    assert opened == []
    press(home.page, LINK)
    assert [url.toString() for url in opened] == ["https://www.childline.org.uk/"]


def test_the_code_is_of_the_address_and_opens_nothing(home: Home, opened: list[QUrl]) -> None:
    assert seen(home.page, QrCode) == []
    press(home.page, CODE)
    (code,) = seen(home.page, QrCode)
    assert code._rows == qr_rows("https://www.childline.org.uk/")
    assert opened == []


def test_those_of_a_situation_lead_back_to_it(home: Home) -> None:
    home.wiring.open_situation("pictures")
    press(home.page, "Everyone who can help")
    assert shown(home) == ["gb-999", "gb-childline", "gb-sct"]
    press(home.page, "A picture went round")
    assert home.window.shown() == "situation"


def test_in_the_childs_door_are_those_a_child_may_contact(home: Home) -> None:
    home.wiring.open_situation("door")
    press(home.page, "Everyone who can help")
    assert shown(home) == ["gb-999", "gb-childline"]


@pytest.mark.parametrize(("started", "place"), [(True, "today"), (False, "first")])
@pytest.mark.parametrize("way", ["Escape", "Leave quickly (Escape)"])
def test_one_key_or_click_leaves(qtbot: QtBot, live: Live, started: bool, place: str, way: str) -> None:
    home = live(None if started else Memory(), content=help_content())
    home.wiring.open_situation("pictures")
    home.go("help-contacts")
    if way == "Escape":
        qtbot.keyClick(home.window, Qt.Key.Key_Escape)
    else:
        press(home.page, way)
    assert home.window.shown() == place


def test_where_a_worry_inside_the_home_is_looked_up_is_kept_nowhere(live: Live, opened: list[str]) -> None:
    home = live(content=help_content())
    quiet = next(one.id for one in home.wiring.content.catalogue.situations.values() if one.quiet)
    home.wiring.open_situation(quiet)
    home.go("help-contacts")
    with home.qtbot.assertNotEmitted(home.wiring.appearance_changed):
        home.wiring.choose_help_region("GB-SCT")
    assert home.wiring.help_region() == "GB-SCT"
    home.wiring.home()
    assert home.wiring.help_region() == "GB"
