"""What FamilySafe cannot protect, in the window."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from familysafe.words.limits import limits
from tests.ui.conftest import Live
from tests.ui.eyes import button, press, says


def test_settings_leads_to_it_and_it_leads_back(live: Live) -> None:
    home = live()
    home.go("settings")
    press(home.page, "What FamilySafe cannot protect")
    assert home.window.shown() == "cannot-protect"
    assert says(home.page, limits()[0].what)
    assert button(home.window, "Settings").isChecked()
    press(home.page, "Back to Settings")
    assert home.window.shown() == "settings"


def test_escape_leads_back_too(qtbot: QtBot, live: Live) -> None:
    home = live()
    home.go("cannot-protect")
    qtbot.keyClick(home.window, Qt.Key.Key_Escape)
    assert home.window.shown() == "settings"


def test_a_change_elsewhere_leaves_one_there(live: Live) -> None:
    home = live()
    home.go("cannot-protect")
    home.after(lambda: home.desk.prefer("minutes", 30))
    assert home.window.shown() == "cannot-protect"
