"""Which devices there are, who uses them, how home reaches the internet, and which apps."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from familysafe.domain.household import Account, Child, Device, Household
from familysafe.ui.pages.first.things import AppsQuestion, ConnectionsQuestion, DevicesQuestion, UsersQuestion
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from tests.builders import a_household
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, press, says, seen, texts
from tests.ui.views import shelves

EMPTY = Household()
TWO = a_household(children=(Child("c1", "Younger"), Child("c2", "")))


def test_devices_are_chosen_from_pictures(qtbot: QtBot, theme: Theme, show: Show) -> None:
    question = DevicesQuestion(theme, EMPTY, shelves())
    show(question)
    assert question.count_text() == ""
    with qtbot.waitSignal(question.count_changed):
        press(question, "Television")
    assert question.count_text() == "1 chosen · who uses it comes next"
    press(question, "iPad")
    assert question.count_text() == "2 chosen · who uses them comes next"
    assert [device.guide for device in question.answered(EMPTY).devices] == ["ipad", "tv"]


def test_a_device_that_was_there_keeps_its_name_and_its_id(theme: Theme, show: Show) -> None:
    question = DevicesQuestion(theme, a_household(), shelves())
    show(question)
    press(question, "Television")
    assert question.answered(a_household()).devices[0] == a_household().devices[0]


def test_a_device_that_is_not_chosen_any_more_goes(theme: Theme, show: Show) -> None:
    question = DevicesQuestion(theme, a_household(), shelves())
    show(question)
    press(question, "iPad")
    assert question.answered(a_household()).devices == ()


def test_who_uses_what_is_ticked(theme: Theme, show: Show) -> None:
    question = UsersQuestion(theme, TWO, shelves())
    show(question)
    press(question, "A child without a name uses the old tablet")
    assert question.answered(TWO).devices == (replace(TWO.devices[0], used_by=("c1", "c2")),)


def test_what_moves_about_has_a_network_of_its_own(theme: Theme, show: Show) -> None:
    question = UsersQuestion(theme, TWO, shelves())
    show(question)
    box = seen(question, QComboBox)[0]
    assert box.currentText() == "EE"
    box.setCurrentIndex(0)
    assert question.answered(TWO).devices[0].mobile is None


def test_what_stays_at_home_has_none(theme: Theme, show: Show) -> None:
    home = Household(devices=(Device("d1", "tv", mobile="ee"),))
    question = UsersQuestion(theme, home, shelves())
    show(question)
    assert seen(question, QComboBox) == []
    assert question.answered(home) == home


def test_a_device_of_which_nothing_was_asked_stays_as_it_is(theme: Theme, show: Show) -> None:
    question = UsersQuestion(theme, EMPTY, shelves())
    show(question)
    assert question.answered(Household(devices=(Device("d9", "tv"),))).devices == (Device("d9", "tv"),)


@pytest.fixture
def users(theme: Theme, show: Show) -> UsersQuestion:
    home = replace(TWO, devices=(Device("d1", "ipad"), Device("d2", "tv")))
    question = UsersQuestion(theme, home, shelves())
    show(question)
    return question


def test_there_may_be_two_of_a_kind(users: UsersQuestion) -> None:
    press(users, "Younger uses iPad")
    press(users, "One more: iPad")
    come_to_rest()
    press(users, "A child without a name uses Another iPad")
    devices = users.answered(EMPTY).devices
    assert [(one.guide, one.used_by) for one in devices] == [("ipad", ("c1",)), ("ipad", ("c2",)), ("tv", ())]
    assert len({one.id for one in devices}) == 3
    assert users.count_text() == "3 devices"
    assert button(users, "One more: iPad").hasFocus()


def test_one_too_many_is_taken_out_again_and_the_first_stays(users: UsersQuestion) -> None:
    press(users, "One more: iPad")
    come_to_rest()
    press(users, "Take out: Another iPad")
    come_to_rest()
    assert [one.id for one in users.answered(EMPTY).devices] == ["d1", "d2"]
    assert not any(one.accessibleName().startswith("Take out") for one in seen(users, Button))
    assert button(users, "One more: iPad").hasFocus()


def test_a_list_of_networks_says_what_it_is(users: UsersQuestion) -> None:
    assert len(seen(users, QComboBox)) == texts(users).count("Mobile network") == 1


def test_one_broadband_and_one_filter_are_chosen(theme: Theme, show: Show) -> None:
    question = ConnectionsQuestion(theme, a_household(), shelves())
    show(question)
    press(question, "BT")
    press(question, "Clean DNS")
    connections = question.answered(a_household()).connections
    assert [one.guide for one in connections] == ["bt", "clean-dns"]


def test_a_connection_that_was_there_keeps_its_id(theme: Theme, show: Show) -> None:
    question = ConnectionsQuestion(theme, a_household(), shelves())
    show(question)
    assert question.answered(a_household()).connections == a_household().connections


def test_a_country_without_filters_is_not_asked_for_one(theme: Theme, show: Show) -> None:
    question = ConnectionsQuestion(theme, EMPTY, replace(shelves(), dns=()))
    show(question)
    assert not says(question, "An extra filter")


def test_apps_are_chosen_for_each_child(theme: Theme, show: Show) -> None:
    question = AppsQuestion(theme, a_household(), shelves())
    show(question)
    assert "Younger" in texts(question)
    press(question, "YouTube")
    assert question.answered(a_household()).accounts == (Account("c1", "roblox"), Account("c1", "youtube"))


def test_apps_of_a_child_of_whom_nothing_was_asked_stay(theme: Theme, show: Show) -> None:
    question = AppsQuestion(theme, EMPTY, shelves())
    show(question)
    assert question.answered(a_household()).accounts == a_household().accounts


@pytest.mark.parametrize("household", [EMPTY])
def test_without_children_it_says_what_to_do(theme: Theme, show: Show, household: Household) -> None:
    question = AppsQuestion(theme, household, shelves())
    show(question)
    assert says(question, "Apps belong to a child.")
