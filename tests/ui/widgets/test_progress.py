"""The foot of a page with long work."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import LIGHT, Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card
from familysafe.ui.widgets.progress import Bar, WorkFoot
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, press, seen, texts


@pytest.fixture
def foot(theme: Theme, show: Show) -> Iterator[WorkFoot]:
    foot = WorkFoot(theme)
    page = show(Card().add(foot), 700, 200)
    yield foot
    page.close()


def test_it_is_not_there_while_there_is_nothing_to_say(foot: WorkFoot) -> None:
    assert foot.isHidden()
    assert not foot.busy


def test_while_it_works_there_is_a_bar_with_cancel_under_the_keyboard(foot: WorkFoot) -> None:
    foot.begin("Writing…")
    foot.come(0.42)
    come_to_rest()
    (bar,) = seen(foot, Bar)
    assert foot.busy
    assert (bar.accessibleName(), bar.value()) == ("Writing…", 420)
    assert button(foot, "Cancel").hasFocus()


def test_cancel_is_said_once_and_then_it_is_stopping(qtbot: QtBot, foot: WorkFoot) -> None:
    foot.begin("Writing…")
    with qtbot.waitSignal(foot.cancelled):
        press(foot, "Cancel")
    assert not button(foot, "Stopping…").isEnabled()
    foot.begin("Again…")
    assert button(foot, "Cancel").isEnabled()


def test_how_it_ended_is_said_with_what_can_be_done(foot: WorkFoot) -> None:
    foot.begin("Writing…")
    undo = Button("Undo")
    foot.end("It is done.", undo)
    come_to_rest()
    assert not foot.busy
    assert texts(foot) == ["It is done."]
    assert undo.hasFocus()
    assert seen(foot, Bar) == []


def test_the_buttons_of_one_end_are_gone_at_the_next(foot: WorkFoot) -> None:
    foot.end("It is done.", Button("Undo"))
    foot.fail("It was not done.")
    come_to_rest()
    assert seen(foot, Button) == []
    assert texts(foot) == ["It was not done."]


def test_a_failure_looks_different_from_an_end(foot: WorkFoot) -> None:
    foot.end("It is done.")
    assert (foot._well.isHidden(), foot._ill.isHidden()) == (False, True)
    foot.fail("It was not done.")
    assert (foot._well.isHidden(), foot._ill.isHidden()) == (True, False)


@pytest.mark.parametrize(("size", "below"), [(100, False), (200, True)])
def test_in_large_text_what_can_be_done_stands_below(make_theme: object, show: Show, size: int, below: bool) -> None:
    foot = WorkFoot(make_theme(LIGHT, size))  # type: ignore[operator]
    show(foot, 900, 200)
    undo = Button("Undo: go back to before")
    foot.end("It is brought back. What was here before is kept as a copy.", undo)
    come_to_rest()
    assert (undo.geometry().top() >= foot._says.geometry().bottom()) is below
