"""First start: one question at a time, and a plan from the first answer on."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from familysafe.domain.household import Household, Worry
from familysafe.ui.pages.first.first_start import QUESTIONS, Bars, FirstStartPage
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from tests.builders import a_household
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, open_dialog, press, says, seen, texts
from tests.ui.views import a_family

TITLES = (
    "What brings you here?",
    "Which country do you live in?",
    "Who are the children?",
    "Which of these are at home?",
    "Who uses what?",
    "How does home reach the internet?",
    "Which apps do they have, or ask for?",
)


@pytest.fixture
def page(theme: Theme, show: Show) -> FirstStartPage:
    page = FirstStartPage(theme)
    page.begin(a_family(Household()), throw_away=False)
    show(page, 1100, 800)
    return page


@pytest.fixture
def known(theme: Theme, show: Show) -> FirstStartPage:
    """First start of a family that has said everything already."""
    page = FirstStartPage(theme)
    page.begin(a_family(a_household()), throw_away=False)
    show(page, 1100, 800)
    return page


def title(page: FirstStartPage) -> str:
    come_to_rest()
    return next(text for text in texts(page) if text in TITLES)


def skip_to(page: FirstStartPage, wanted: str) -> None:
    while title(page) != wanted:
        press(page, "Skip")


def test_it_begins_with_what_brings_one_here(page: FirstStartPage) -> None:
    assert title(page) == TITLES[0]
    assert not page.findChildren(Bars)[0].isVisible()


def test_the_questions_come_in_their_order(known: FirstStartPage) -> None:
    shown = [title(known)]
    for _question in range(len(QUESTIONS) - 1):
        press(known, "Skip")
        shown.append(title(known))
    assert tuple(shown) == TITLES
    assert "6 of 6" in texts(known)


def test_without_devices_nobody_is_asked_who_uses_them(page: FirstStartPage) -> None:
    skip_to(page, TITLES[3])
    press(page, "Skip")
    assert title(page) == TITLES[5]
    press(page, "Back")
    assert title(page) == TITLES[3]


def test_an_answer_is_said_at_once(qtbot: QtBot, page: FirstStartPage) -> None:
    press(page, "Just checking")
    with qtbot.waitSignal(page.drafted) as said:
        press(page, "Next")
    assert said.args == [Household(worries=(Worry.CHECKING,))]
    assert title(page) == TITLES[1]


def test_skipping_says_nothing(qtbot: QtBot, page: FirstStartPage) -> None:
    press(page, "Just checking")
    with qtbot.assertNotEmitted(page.drafted):
        press(page, "Skip")


def test_going_back_finds_what_was_said(page: FirstStartPage) -> None:
    press(page, "Just checking")
    press(page, "Next")
    press(page, "Back")
    assert title(page) == TITLES[0]
    assert button(page, "Just checking").isChecked()


def test_answers_of_all_questions_come_together(qtbot: QtBot, page: FirstStartPage) -> None:
    press(page, "Just checking")
    press(page, "Next")
    press(page, "Country: Ireland")
    with qtbot.waitSignal(page.drafted) as said:
        press(page, "Next")
    assert said.args == [Household("IE", (Worry.CHECKING,))]


def test_a_snapshot_that_arrives_does_not_take_one_back(page: FirstStartPage) -> None:
    press(page, "Next")
    page.begin(a_family(Household(country="IE")), throw_away=False)
    assert title(page) == TITLES[1]


def test_the_last_question_ends_it(qtbot: QtBot, known: FirstStartPage) -> None:
    skip_to(known, TITLES[6])
    with qtbot.waitSignal(known.drafted) as said, qtbot.waitSignal(known.finished):
        press(known, "Show the plan")
    assert said.args == [a_household()]


def test_the_last_question_can_be_skipped_too(qtbot: QtBot, known: FirstStartPage) -> None:
    skip_to(known, TITLES[6])
    with qtbot.assertNotEmitted(known.drafted), qtbot.waitSignal(known.finished):
        press(known, "Skip")


def teal(page: FirstStartPage) -> list[str]:
    come_to_rest()
    return [one.text() for one in seen(page, Button) if one.kind == "go"]


def test_one_button_is_the_one_to_press(page: FirstStartPage, known: FirstStartPage) -> None:
    for first_start, wanted in ((page, "Add a child"), (known, "Next")):
        assert teal(first_start) == ["Next"]
        skip_to(first_start, TITLES[2])
        assert teal(first_start) == [wanted]
        skip_to(first_start, TITLES[3])
        assert teal(first_start) == ["Next"]


def test_with_the_first_child_next_is_the_one_to_press(page: FirstStartPage) -> None:
    skip_to(page, TITLES[2])
    press(page, "Add a child")
    press(open_dialog(page), "Keep")
    assert teal(page) == ["Next"]


def test_what_was_chosen_is_counted(page: FirstStartPage) -> None:
    skip_to(page, TITLES[3])
    press(page, "iPad")
    assert "1 chosen · who uses it comes next" in texts(page)


def test_help_and_use_without_saving_are_asked_for(qtbot: QtBot, page: FirstStartPage) -> None:
    with qtbot.waitSignal(page.help_asked):
        press(page, "Something has happened")
    with qtbot.waitSignal(page.without_saving):
        press(page, "Use without saving")


def test_use_without_saving_can_be_had_at_the_beginning_only(page: FirstStartPage) -> None:
    press(page, "Next")
    assert not any(one.accessibleName() == "Use without saving" for one in seen(page, QWidget))


def test_without_saving_every_question_says_so(known: FirstStartPage) -> None:
    known.begin(a_family(a_household()), throw_away=True)
    for _question in range(len(QUESTIONS) - 1):
        assert says(known, "Nothing will be saved")
        press(known, "Skip")
        come_to_rest()


def test_without_saving_it_still_counts(page: FirstStartPage) -> None:
    page.begin(a_family(Household()), throw_away=True)
    skip_to(page, TITLES[3])
    press(page, "iPad")
    assert "Nothing will be saved · 1 chosen · who uses it comes next" in texts(page)


def test_where_things_are_saved_nothing_else_is_said(page: FirstStartPage) -> None:
    assert not says(page, "Nothing will be saved")


def test_each_question_gives_the_keyboard_to_its_first_answer(qtbot: QtBot, page: FirstStartPage) -> None:
    qtbot.waitUntil(button(page, "A new device").hasFocus)
    press(page, "Next")
    qtbot.waitUntil(lambda: button(page, "Country: United Kingdom").hasFocus())


def test_who_uses_what_begins_with_the_first_child(qtbot: QtBot, known: FirstStartPage) -> None:
    skip_to(known, TITLES[4])
    qtbot.waitUntil(lambda: button(known, "Younger uses the old tablet").hasFocus())


def test_before_it_begins_it_shows_nothing_and_breaks_nothing(qtbot: QtBot, theme: Theme) -> None:
    page = FirstStartPage(theme)
    qtbot.addWidget(page)
    with qtbot.assertNotEmitted(page.drafted):
        button(page, "Next").click()
    assert not any(text in TITLES for text in texts(page))


def test_bars_show_how_many_questions_are_behind(theme: Theme, show: Show) -> None:
    bars = Bars(theme, 3)
    show(bars)
    bars.set_done(2)
    picture = bars.grab().toImage()
    colours = [picture.pixelColor(40 * number + 16, 4).name().upper() for number in range(3)]
    palette = theme.palette
    assert colours == [palette.teal, palette.teal, palette.line]


def test_a_backup_can_be_spoken_of_at_the_beginning_only(qtbot: QtBot, page: FirstStartPage) -> None:
    with qtbot.waitSignal(page.backup_asked):
        press(page, "I have a backup")
    press(page, "Skip")
    come_to_rest()
    assert "I have a backup" not in [one.text() for one in seen(page, Button)]


def test_where_nothing_is_saved_nothing_is_brought_back(page: FirstStartPage) -> None:
    page.begin(a_family(Household()), throw_away=True)
    come_to_rest()
    assert "I have a backup" not in [one.text() for one in seen(page, Button)]
