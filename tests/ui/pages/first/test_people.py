"""What brings them here, where they live, and who the children are."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from familysafe.domain.household import AgeBand, BirthMonth, Child, Household, Worry
from familysafe.ui.pages.first.people import ChildrenQuestion, CountryQuestion, WorriesQuestion, age_text
from familysafe.ui.theme import Theme
from tests.builders import TODAY, a_household
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, open_dialog, press, seen, texts

EMPTY = Household()


def test_nothing_that_brings_one_here_is_chosen_beforehand(theme: Theme, show: Show) -> None:
    question = WorriesQuestion(theme, EMPTY)
    show(question)
    assert question.answered(EMPTY).worries == ()


def test_what_fits_is_chosen_and_can_be_taken_back(theme: Theme, show: Show) -> None:
    question = WorriesQuestion(theme, Household(worries=(Worry.SLEEP,)))
    show(question)
    press(question, "Strangers and group chats")
    assert question.answered(EMPTY).worries == (Worry.STRANGERS, Worry.SLEEP)
    press(question, "Screens, sleep and rows")
    assert question.answered(EMPTY).worries == (Worry.STRANGERS,)


@pytest.fixture
def country(theme: Theme, show: Show) -> CountryQuestion:
    question = CountryQuestion(theme, EMPTY)
    show(question)
    return question


def box(question: CountryQuestion) -> QComboBox:
    return seen(question, QComboBox)[0]


def test_the_country_of_the_household_is_shown(country: CountryQuestion) -> None:
    assert button(country, "Country: United Kingdom").isChecked()
    assert box(country).currentText() == "United Kingdom"


def test_a_chip_and_the_list_say_the_same(country: CountryQuestion) -> None:
    press(country, "Country: Ireland")
    assert box(country).currentText() == "Ireland"
    box(country).setCurrentIndex(box(country).findData("CA"))
    assert button(country, "Country: Canada").isChecked()
    assert country.answered(EMPTY).country == "CA"


def test_a_country_that_has_no_chip_leaves_none_chosen(country: CountryQuestion) -> None:
    box(country).setCurrentIndex(box(country).findData("FR"))
    assert not button(country, "Country: United Kingdom").isChecked()
    assert country.answered(EMPTY).country == "FR"


@pytest.fixture
def children(theme: Theme, show: Show) -> ChildrenQuestion:
    question = ChildrenQuestion(theme, a_household(), TODAY)
    show(question)
    return question


def test_a_child_is_a_card_with_an_age(children: ChildrenQuestion) -> None:
    assert {"Younger", "9 years"} <= set(texts(children))
    assert children.count_text() == "1 child"


def test_a_child_is_added(qtbot: QtBot, children: ChildrenQuestion) -> None:
    press(children, "Add a child")
    qtbot.keyClicks(seen(open_dialog(children), QLineEdit)[0], "Elder")
    with qtbot.waitSignal(children.count_changed):
        press(open_dialog(children), "Keep")
    come_to_rest()
    assert [child.name for child in children.answered(EMPTY).children] == ["Younger", "Elder"]
    assert children.count_text() == "2 children"


def test_a_child_is_changed(children: ChildrenQuestion) -> None:
    press(children, "Change Younger")
    seen(open_dialog(children), QLineEdit)[0].setText("")
    press(open_dialog(children), "Keep")
    come_to_rest()
    assert "A child without a name" in texts(children)
    assert children.answered(a_household()).accounts == a_household().accounts


def test_a_child_that_is_taken_out_takes_its_own_things_with_it(children: ChildrenQuestion) -> None:
    press(children, "Take out Younger")
    household = children.answered(a_household())
    assert (household.children, household.accounts, household.devices) == ((), (), ())
    assert children.count_text() == ""


def test_after_one_is_taken_out_the_keyboard_is_at_the_next(qtbot: QtBot, theme: Theme, show: Show) -> None:
    names = ("One", "Two", "Three")
    question = ChildrenQuestion(theme, Household(children=tuple(Child(name, name) for name in names)), TODAY)
    show(question)
    for out, at in (("Two", "Change Three"), ("Three", "Add a child"), ("One", "Add a child")):
        press(question, f"Take out {out}")
        come_to_rest()
        qtbot.waitUntil(button(question, at).hasFocus)


def test_what_was_answered_elsewhere_stays(children: ChildrenQuestion) -> None:
    assert children.answered(Household(country="IE", worries=(Worry.SLEEP,))).country == "IE"


@pytest.mark.parametrize(
    ("child", "said"),
    [
        (Child("c", "", BirthMonth(2017, 3)), "9 years"),
        (Child("c", "", BirthMonth(2025, 11)), "1 year"),
        (Child("c", "", age_band=AgeBand.FROM_8), "8–10"),
        (Child("c", ""), "age not said"),
    ],
)
def test_an_age_is_said_as_far_as_it_is_known(child: Child, said: str) -> None:
    assert age_text(child, TODAY) == said
