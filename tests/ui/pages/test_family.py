"""Family: everything can be changed any time; what goes is named and asked for once."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from familysafe.domain.household import Account, BirthMonth, Child, Connection, Device, Household, Worry
from familysafe.ui.pages.family import FamilyPage
from familysafe.ui.theme import Theme
from tests.builders import a_household
from tests.ui.conftest import Show
from tests.ui.eyes import button, open_dialog, press, says, seen, texts
from tests.ui.views import a_family


@pytest.fixture
def page(theme: Theme, show: Show) -> FamilyPage:
    page = FamilyPage(theme)
    page.show_view(a_family())
    show(page, 1100, 900)
    return page


def said_after(qtbot: QtBot, page: FamilyPage, in_dialog: str) -> Household:
    """The household that is said when a button of the open dialog is pressed."""
    with qtbot.waitSignal(page.changed) as said:
        press(open_dialog(page), in_dialog)
    household = said.args[0]
    assert isinstance(household, Household)
    return household


def test_it_shows_who_is_at_home(page: FamilyPage) -> None:
    wanted = {"Younger", "9 years", "Apps: Roblox", "the old tablet", "Younger · EE", "Sky"}
    assert wanted <= set(texts(page))


def test_an_empty_home_says_how_to_begin(page: FamilyPage) -> None:
    page.show_view(a_family(Household()))
    assert {"No child yet. A nickname is enough.", "Broadband not said yet"} <= set(texts(page))
    assert says(page, "Old phones in the drawer count too.")


def test_what_is_special_about_a_child_is_said(page: FamilyPage) -> None:
    child = Child("c1", "", sometimes_here=True, decisions_shared=True)
    page.show_view(a_family(Household(children=(child,), devices=(Device("d1", "tv"),))))
    wanted = {"A child without a name", "age not said · sometimes here · decisions are shared", "No apps yet"}
    assert wanted <= set(texts(page))
    assert {"Television", "everybody"} <= set(texts(page))


def test_a_child_is_added(qtbot: QtBot, page: FamilyPage) -> None:
    press(page, "Add a child")
    qtbot.keyClicks(seen(open_dialog(page), QLineEdit)[0], "Elder")
    children = said_after(qtbot, page, "Keep").children
    assert [child.name for child in children] == ["Younger", "Elder"]
    assert children[1].id not in ("", "c1")


def test_a_changed_child_keeps_its_apps_and_its_id(qtbot: QtBot, page: FamilyPage) -> None:
    press(page, "Change: Younger")
    field = seen(open_dialog(page), QLineEdit)[0]
    field.setText("Mouse")
    household = said_after(qtbot, page, "Keep")
    assert household.children == (Child("c1", "Mouse", BirthMonth(2017, 3)),)
    assert household.accounts == a_household().accounts


def test_apps_of_a_child_are_picked(qtbot: QtBot, page: FamilyPage) -> None:
    press(page, "Apps: Younger")
    assert open_dialog(page).accessibleName() == "Apps of Younger"
    press(open_dialog(page), "YouTube")
    household = said_after(qtbot, page, "Keep")
    assert household.accounts == (Account("c1", "roblox"), Account("c1", "youtube"))


def test_a_child_is_taken_out_after_one_has_read_what_goes(qtbot: QtBot, page: FamilyPage) -> None:
    press(page, "Take out: Younger")
    assert says(open_dialog(page), "Younger, their apps and their steps leave the plan.")
    household = said_after(qtbot, page, "Take out")
    assert (household.children, household.accounts) == ((), ())


def test_devices_that_go_with_a_child_are_named(page: FamilyPage) -> None:
    household = a_household()
    others = (Device("d8", "tv", used_by=("c1", "c2")), Device("d9", "tv", "Her television", ("c1",)))
    page.show_view(a_family(replace(household, devices=(*household.devices, *others))))
    press(page, "Take out: Younger")
    assert says(open_dialog(page), "So does what only Younger uses: the old tablet, Her television.")


def test_where_no_device_goes_none_is_spoken_of(page: FamilyPage) -> None:
    page.show_view(a_family(replace(a_household(), devices=(Device("d1", "tv"),))))
    press(page, "Take out: Younger")
    assert not says(open_dialog(page), "only Younger uses")


def test_leaving_it_as_it_is_changes_nothing(qtbot: QtBot, page: FamilyPage) -> None:
    press(page, "Take out: Younger")
    with qtbot.assertNotEmitted(page.changed):
        press(open_dialog(page), "Leave as it is")


def test_devices_are_added(qtbot: QtBot, page: FamilyPage) -> None:
    press(page, "Add a device")
    press(open_dialog(page), "Television")
    household = said_after(qtbot, page, "Keep")
    assert [device.guide for device in household.devices] == ["ipad", "tv"]


def test_no_device_picked_is_no_change(qtbot: QtBot, page: FamilyPage) -> None:
    press(page, "Add a device")
    with qtbot.assertNotEmitted(page.changed):
        press(open_dialog(page), "Keep")


def test_a_device_is_changed(qtbot: QtBot, page: FamilyPage) -> None:
    press(page, "Change the old tablet")
    seen(open_dialog(page), QLineEdit)[0].setText("Kitchen tablet")
    household = said_after(qtbot, page, "Keep")
    assert household.device("d1") == replace(a_household().device("d1"), name="Kitchen tablet")


def test_a_device_is_taken_out_after_one_has_said_yes(qtbot: QtBot, page: FamilyPage) -> None:
    press(page, "Take out the old tablet")
    assert says(open_dialog(page), "the old tablet and its steps leave the plan.")
    assert said_after(qtbot, page, "Take out").devices == ()


def test_connections_are_changed_and_those_that_stay_keep_their_id(qtbot: QtBot, page: FamilyPage) -> None:
    press(page, "Change connections")
    press(open_dialog(page), "Clean DNS")
    connections = said_after(qtbot, page, "Keep").connections
    assert [one.guide for one in connections] == ["sky", "clean-dns"]
    assert connections[0] == a_household().connections[0]


def test_a_connection_of_another_country_stays_when_others_are_changed(qtbot: QtBot, page: FamilyPage) -> None:
    abroad = Connection("n9", "not-in-this-country")
    household = a_household()
    page.show_view(a_family(replace(household, connections=(*household.connections, abroad))))
    press(page, "Change connections")
    assert abroad in said_after(qtbot, page, "Keep").connections


def test_another_country_is_said(qtbot: QtBot, page: FamilyPage) -> None:
    box = next(one for one in seen(page, QComboBox) if one.accessibleName() == "Country")
    box.setCurrentIndex(box.findData("IE"))
    with qtbot.waitSignal(page.changed) as said:
        box.activated.emit(box.currentIndex())
    assert said.args == [a_household(country="IE")]


@pytest.mark.parametrize(
    ("before", "after"), [((), (Worry.SLEEP,)), ((Worry.SLEEP,), ()), ((Worry.SEEING,), (Worry.SEEING, Worry.SLEEP))]
)
def test_what_brings_one_here_is_switched(
    qtbot: QtBot, page: FamilyPage, before: tuple[Worry, ...], after: tuple[Worry, ...]
) -> None:
    page.show_view(a_family(a_household(worries=before)))
    assert button(page, "Screens, sleep and rows").isChecked() is (Worry.SLEEP in before)
    with qtbot.waitSignal(page.changed) as said:
        press(page, "Screens, sleep and rows")
    assert said.args[0].worries == after


def test_before_anything_is_known_nothing_is_asked(qtbot: QtBot, theme: Theme) -> None:
    page = FamilyPage(theme)
    qtbot.addWidget(page)
    for verb in (page._new_child, page._new_device, page._ask_connections):
        verb()
    page._ask_device(Device("d1", "ipad"))
    page._ask_apps(Child("c1", "Younger"))
    assert texts(page) == []
