"""Delete: nothing goes before it was named and agreed to."""

from typing import Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.keeping import ChildGoes, DeleteView
from familysafe.ui.pages.delete import DeletePage, parts_of
from familysafe.ui.theme import Theme
from familysafe.words.out_of_reach import copies_out_of_reach
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, open_dialog, press, says, texts

YOUNGER = ChildGoes("c1", "Younger", ("the iPad",), apps=2, answers=1, talks=3, records=2)
ALONE = "the iPad (nobody else uses it)"
ELDER = ChildGoes("c2", "Elder", (), apps=0, answers=0, talks=0)


@pytest.fixture
def page(theme: Theme, show: Show) -> DeletePage:
    page = DeletePage(theme)
    page.show_view(DeleteView((YOUNGER, ELDER), throw_away=False))
    show(page, 1000, 800)
    return page


def test_what_cannot_be_reached_is_said_beforehand(page: DeletePage) -> None:
    assert set(copies_out_of_reach()) <= set(texts(page))


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({}, ["2 apps", "1 answer", "3 talks with nobody else", "2 records of them alone", ALONE]),
        (
            {"apps": 0, "talks": 1, "records": 1},
            ["1 answer", "1 talk with nobody else", "1 record of them alone", ALONE],
        ),
        ({"apps": 0, "answers": 0, "talks": 0, "records": 0, "devices": ()}, []),
    ],
)
def test_what_goes_with_a_child_is_counted(parts: dict[str, Any], said: list[str]) -> None:
    assert parts_of(replace(YOUNGER, **parts)) == said


def test_a_child_goes_after_one_has_said_yes(qtbot: QtBot, page: DeletePage) -> None:
    press(page, "Delete Younger…")
    dialog = open_dialog(page)
    assert says(dialog, "Younger goes, with everything that was saved about them: 2 apps, 1 answer")
    assert set(copies_out_of_reach()) <= set(texts(dialog))
    with qtbot.waitSignal(page.child_agreed) as said:
        press(dialog, "Delete Younger")
    assert said.args == ["c1", "Younger"]
    page.close_question()


def test_a_child_of_whom_nothing_was_saved_is_named_too(page: DeletePage) -> None:
    press(page, "Delete Elder…")
    assert says(open_dialog(page), "Elder goes, with everything that was saved about them: nothing else yet.")


def test_everything_goes_after_one_has_said_yes(qtbot: QtBot, page: DeletePage) -> None:
    press(page, "Delete everything…")
    dialog = open_dialog(page)
    assert says(dialog, "Children, devices, answers, notes, talks and records go, with every copy on this computer")
    assert set(copies_out_of_reach()) <= set(texts(dialog))
    with qtbot.waitSignal(page.everything_agreed):
        press(dialog, "Delete everything")
    page.close_question()


@pytest.mark.parametrize("verb", ["Delete Younger…", "Delete everything…"])
def test_leaving_it_as_it_is_says_nothing(qtbot: QtBot, page: DeletePage, verb: str) -> None:
    press(page, verb)
    dialog = open_dialog(page)
    come_to_rest()
    assert button(dialog, "Leave as it is").hasFocus()
    with qtbot.assertNotEmitted(page.child_agreed), qtbot.assertNotEmitted(page.everything_agreed):
        press(dialog, "Leave as it is")


def test_while_something_goes_the_question_stays(page: DeletePage) -> None:
    press(page, "Delete Younger…")
    dialog = open_dialog(page)
    press(dialog, "Delete Younger")
    assert dialog.isVisible()
    page.end_work("Younger is deleted.")
    assert not dialog.isVisible()
    come_to_rest()
    assert says(page.foot, "Younger is deleted.")


def test_why_it_did_not_go_is_told_on_the_page(page: DeletePage) -> None:
    press(page, "Delete Younger…")
    dialog = open_dialog(page)
    press(dialog, "Delete Younger")
    page.refuse(FamilySafeError(Code.DISK_FULL))
    assert not dialog.isVisible()
    come_to_rest()
    assert says(page.foot, "The disk is full")


def test_how_it_ended_is_gone_when_one_comes_back(page: DeletePage) -> None:
    page.end_work("Younger is deleted.")
    page.hide()
    page.show()
    assert page.foot.isHidden()


def test_without_children_it_says_so(page: DeletePage) -> None:
    page.show_view(DeleteView((), throw_away=False))
    come_to_rest()
    assert says(page, "There is no child here.")


def test_what_is_thrown_away_needs_no_deleting(qtbot: QtBot, page: DeletePage) -> None:
    page.show_view(DeleteView((YOUNGER,), throw_away=True))
    come_to_rest()
    assert says(page, "Nothing is being saved here.")
    with qtbot.waitSignal(page.back):
        press(page, "Back to Settings")
