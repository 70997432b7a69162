"""About a child: every field may stay empty."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from familysafe.domain.household import AgeBand, BirthMonth, Child
from familysafe.ui.pages.child_form import LONGEST_NAME, ChildDialog
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.choice import Tick
from tests.builders import TODAY
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, press, says, seen

NEW = Child("c9", "")
NINE = Child("c1", "Younger", BirthMonth(2017, 3))
NOTES = "Allow private notes (off from 13 on unless you say so)"
Ask = Callable[..., ChildDialog]


@pytest.fixture
def ask(theme: Theme, show: Show) -> Ask:
    window = show(QWidget(), 900, 900)

    def about(child: Child = NEW) -> ChildDialog:
        dialog = ChildDialog(theme, child, TODAY, window)
        dialog.open()
        return dialog

    return about


def box(dialog: ChildDialog, name: str) -> QComboBox:
    return next(one for one in seen(dialog, QComboBox) if one.accessibleName() == name)


def pick(dialog: ChildDialog, name: str, data: object) -> None:
    """Chooses by what an entry stands for."""
    found = box(dialog, name)
    found.setCurrentIndex(next(at for at in range(found.count()) if found.itemData(at) == data))


def kept(qtbot: QtBot, dialog: ChildDialog) -> Child:
    with qtbot.waitSignal(dialog.given) as said:
        press(dialog, "Keep")
    child = said.args[0]
    assert isinstance(child, Child)
    return child


def test_nothing_said_is_nothing_known(qtbot: QtBot, ask: Ask) -> None:
    assert kept(qtbot, ask()) == NEW


def test_a_nickname_and_a_month_are_enough(qtbot: QtBot, ask: Ask) -> None:
    dialog = ask()
    qtbot.keyClicks(seen(dialog, QLineEdit)[0], "  Little   One ")
    pick(dialog, "Month of birth", 3)
    pick(dialog, "Year of birth", 2017)
    assert kept(qtbot, dialog) == Child("c9", "Little One", BirthMonth(2017, 3))


@pytest.mark.parametrize(
    ("given", "missing", "wrong"),
    [
        (("Year of birth", 2017), ("Month of birth", 3), "Choose the month too."),
        (("Month of birth", 3), ("Year of birth", 2017), "Choose the year too."),
    ],
)
def test_half_a_month_of_birth_is_asked_for(
    qtbot: QtBot, ask: Ask, given: tuple[str, int], missing: tuple[str, int], wrong: str
) -> None:
    dialog = ask()
    pick(dialog, *given)
    with qtbot.assertNotEmitted(dialog.given):
        press(dialog, "Keep")
    come_to_rest()
    assert says(dialog, wrong)
    asked = box(dialog, missing[0])
    assert wrong in asked.accessibleDescription()
    qtbot.waitUntil(asked.hasFocus)
    pick(dialog, *missing)
    assert asked.accessibleDescription() == missing[0]
    assert not says(dialog, wrong)
    assert kept(qtbot, dialog).born == BirthMonth(2017, 3)


def test_half_a_month_of_birth_can_be_taken_out_for_an_age_group(qtbot: QtBot, ask: Ask) -> None:
    dialog = ask()
    pick(dialog, "Month of birth", 3)
    pick(dialog, "Age group", AgeBand.FROM_13)
    with qtbot.assertNotEmitted(dialog.given):
        press(dialog, "Keep")
    pick(dialog, "Month of birth", None)
    assert kept(qtbot, dialog) == Child("c9", "", age_band=AgeBand.FROM_13)


def test_a_month_to_come_is_refused_and_this_month_is_not(qtbot: QtBot, ask: Ask) -> None:
    dialog = ask()
    pick(dialog, "Year of birth", 2026)
    pick(dialog, "Month of birth", 12)
    with qtbot.assertNotEmitted(dialog.given):
        press(dialog, "Keep")
    assert says(dialog, "This month is still to come.")
    pick(dialog, "Month of birth", 11)
    assert kept(qtbot, dialog).born == BirthMonth(2026, 11)


def test_where_both_are_said_the_birthday_counts(qtbot: QtBot, ask: Ask) -> None:
    dialog = ask(Child("c9", "", age_band=AgeBand.FROM_8))
    pick(dialog, "Year of birth", 2017)
    pick(dialog, "Month of birth", 3)
    assert kept(qtbot, dialog).age_band is None


def test_private_notes_are_a_question_from_thirteen_on_only(ask: Ask) -> None:
    for child, asked in ((NEW, False), (NINE, False), (Child("c2", "", BirthMonth(2012, 3)), True)):
        dialog = ask(child)
        assert (NOTES in [one.text() for one in seen(dialog, Tick)]) is asked
        dialog.reject()


def test_the_question_comes_and_goes_with_the_age(ask: Ask) -> None:
    dialog = ask(NINE)
    pick(dialog, "Year of birth", 2012)
    assert button(dialog, NOTES).isVisible()
    pick(dialog, "Month of birth", None)
    pick(dialog, "Age group", AgeBand.FROM_8)
    assert NOTES not in [one.text() for one in seen(dialog, Tick)]


@pytest.mark.parametrize(
    "child",
    [
        Child("c1", "Younger", BirthMonth(2017, 3), sometimes_here=True),
        Child("c2", "Elder", age_band=AgeBand.FROM_13, decisions_shared=True, notes_on=True),
        Child("c3", "Grown", BirthMonth(1999, 12)),
    ],
)
def test_what_was_known_is_shown_and_kept(qtbot: QtBot, ask: Ask, child: Child) -> None:
    assert kept(qtbot, ask(child)) == child


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Sometimes here, sometimes at another home", "sometimes_here"),
        ("Decisions are shared with somebody", "decisions_shared"),
        (NOTES, "notes_on"),
    ],
)
def test_a_tick_says_one_thing(qtbot: QtBot, ask: Ask, text: str, field: str) -> None:
    dialog = ask(Child("c9", "", age_band=AgeBand.FROM_13))
    assert not button(dialog, text).isChecked()
    press(dialog, text)
    child = kept(qtbot, dialog)
    said = {name: getattr(child, name) for name in ("sometimes_here", "decisions_shared", "notes_on")}
    assert [name for name, value in said.items() if value] == [field]


def test_years_go_back_to_the_oldest_child(ask: Ask) -> None:
    years = box(ask(), "Year of birth")
    assert [years.itemText(at) for at in (0, 1, years.count() - 1)] == ["Year", "2026", "2008"]


def test_a_name_has_an_end(qtbot: QtBot, ask: Ask) -> None:
    dialog = ask()
    qtbot.keyClicks(seen(dialog, QLineEdit)[0], "a" * (LONGEST_NAME + 5))
    assert len(kept(qtbot, dialog).name) == LONGEST_NAME


def test_it_begins_with_the_name_and_enter_keeps_it(qtbot: QtBot, ask: Ask) -> None:
    dialog = ask()
    field = seen(dialog, QLineEdit)[0]
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "Sam")
    with qtbot.waitSignal(dialog.given) as said:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said.args[0].name == "Sam"


def test_cancel_keeps_nothing(qtbot: QtBot, ask: Ask) -> None:
    dialog = ask()
    with qtbot.assertNotEmitted(dialog.given), qtbot.waitSignal(dialog.rejected):
        press(dialog, "Cancel")
