"""Help now: needs nothing but the content."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox

from tests.ui.conftest import Live
from tests.ui.eyes import press, says, seen


def test_it_names_who_can_be_called(live: Live) -> None:
    home = live()
    home.go("help")
    assert says(home.page, "Pick up a phone: call 999")
    assert says(home.page, "Call 0800 1111")


def test_a_page_of_a_service_is_opened_by_a_click(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    home = live()
    home.go("help")
    press(home.page, "Open https://www.childline.org.uk/ in the browser")
    assert [url.host() for url in opened] == ["www.childline.org.uk"]


def test_leaving_quickly_leads_to_today(live: Live) -> None:
    home = live()
    home.go("help")
    press(home.page, "Leave quickly (Escape)")
    assert home.window.shown() == "today"


def test_another_country_is_kept_as_a_look_and_not_with_the_family(live: Live) -> None:
    home = live()
    home.go("help")
    box = seen(home.page, QComboBox)[0]
    box.setCurrentIndex(box.findData("FR"))
    with home.qtbot.waitSignal(home.wiring.appearance_changed) as said:
        box.activated.emit(box.currentIndex())
    assert said.args[0].help_country == "FR"
    assert home.store.saved == []
    assert says(home.page, "Who to contact: France")
