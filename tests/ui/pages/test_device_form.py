"""About a device, and picking guides in a window of their own."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from familysafe.domain.household import Child, Device, Household
from familysafe.ui.pages.device_form import DeviceDialog, PickDialog
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.picker import GuidePicker
from tests.ui.conftest import Show
from tests.ui.eyes import button, press, seen, texts
from tests.ui.views import shelves

IPAD = Device("d1", "ipad", "The old tablet", ("c1",), mobile="o2", system="ipados-26")
HOME = Household(children=(Child("c1", "Younger"), Child("c2", "")))


@pytest.fixture
def window(show: Show) -> QWidget:
    return show(QWidget(), 900, 800)


def asked(theme: Theme, window: QWidget, device: Device = IPAD, home: Household = HOME) -> DeviceDialog:
    dialog = DeviceDialog(theme, device, home, shelves(), window)
    dialog.open()
    return dialog


def kept(qtbot: QtBot, dialog: DeviceDialog) -> Device:
    with qtbot.waitSignal(dialog.given) as said:
        press(dialog, "Keep")
    device = said.args[0]
    assert isinstance(device, Device)
    return device


@pytest.mark.parametrize("device", [IPAD, Device("d2", "tv"), Device("d3", "not-in-this-country", mobile="gone")])
def test_what_was_known_is_kept(qtbot: QtBot, theme: Theme, window: QWidget, device: Device) -> None:
    assert kept(qtbot, asked(theme, window, device)) == device


def test_it_is_called_by_what_it_is(theme: Theme, window: QWidget) -> None:
    assert asked(theme, window).accessibleName() == "iPad"


def test_who_uses_it_is_ticked(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    dialog = asked(theme, window)
    assert button(dialog, "Younger").isChecked()
    press(dialog, "A child without a name")
    press(dialog, "Younger")
    assert kept(qtbot, dialog).used_by == ("c2",)


def test_without_children_nobody_is_asked_for(theme: Theme, window: QWidget) -> None:
    dialog = asked(theme, window, home=Household())
    assert not any("Who uses it" in text for text in texts(dialog))


def test_a_name_and_a_network_are_kept(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    dialog = asked(theme, window, Device("d2", "ipad"))
    qtbot.keyClicks(seen(dialog, QLineEdit)[0], " Kitchen  tablet")
    box = seen(dialog, QComboBox)[0]
    assert box.currentText() == "No SIM, or not known"
    box.setCurrentIndex(box.findData("ee"))
    assert kept(qtbot, dialog) == Device("d2", "ipad", "Kitchen tablet", mobile="ee")


def test_cancel_keeps_nothing(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    dialog = asked(theme, window)
    with qtbot.assertNotEmitted(dialog.given), qtbot.waitSignal(dialog.rejected):
        press(dialog, "Cancel")


def test_what_was_picked_is_said(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    dialog = PickDialog(theme, "Apps", GuidePicker(theme, shelves().apps, ("roblox",), ""), window)
    dialog.open()
    press(dialog, "YouTube")
    with qtbot.waitSignal(dialog.picked) as said:
        press(dialog, "Keep")
    assert said.args == [("roblox", "youtube")]


def test_picking_can_be_left(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    dialog = PickDialog(theme, "Apps", GuidePicker(theme, shelves().apps, (), ""), window)
    dialog.open()
    with qtbot.assertNotEmitted(dialog.picked), qtbot.waitSignal(dialog.rejected):
        press(dialog, "Cancel")
