"""The notes of a step: kept, carried over, and deleted everywhere."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from familysafe.domain.answer import Answer
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.note import NoteEdit
from familysafe.ui.widgets.notes import Notes
from tests.ui.conftest import Show
from tests.ui.eyes import open_dialog, press, says, seen
from tests.ui.views import an_answer

Make = Callable[..., Notes]
BOTH = an_answer(menu_note="It says Lock.", note="Ask Sam.")


@pytest.fixture
def make(theme: Theme, show: Show) -> Make:
    def made(answer: Answer | None = None, *, private: bool = True) -> Notes:
        notes = Notes(theme, answer, private=private)
        show(notes, 320, 500)
        return notes

    return made


def write(notes: Notes, *written: str) -> None:
    for edit, text in zip(notes.findChildren(NoteEdit), written, strict=True):
        edit.setPlainText(text)


def verbs(notes: Notes) -> list[str]:
    return [one.accessibleName() for one in seen(notes, Button) if "everywhere" in one.accessibleName()]


def test_without_saving_no_note_is_said_to_stay(theme: Theme, qtbot: QtBot) -> None:
    for throw_away in (False, True):
        notes = Notes(theme, None, private=True, throw_away=throw_away)
        qtbot.addWidget(notes)
        assert says(notes, "It stays.") is not throw_away
        assert says(notes, "until you close the window") is throw_away


def test_both_are_kept_together(qtbot: QtBot, make: Make) -> None:
    notes = make()
    write(notes, "It says Lock.", "Ask Sam.")
    with qtbot.waitSignal(notes.kept) as said:
        notes.keep()
    assert said.args == ["It says Lock.", "Ask Sam."]


def test_where_private_notes_are_off_only_the_menu_is_noted(qtbot: QtBot, make: Make) -> None:
    notes = make(BOTH, private=False)
    assert says(notes, "Private notes are off for young people from 13 on.")
    assert not says(notes, "Ask Sam.")
    with qtbot.waitSignal(notes.kept) as said:
        notes.keep()
    assert said.args == ["It says Lock.", None]


def test_what_was_written_and_not_kept_goes_over_to_the_next(make: Make) -> None:
    first = make(BOTH)
    write(first, "It says Lock.", "Ask Sam and")
    assert first.drafts() == (None, "Ask Sam and")
    second = make(an_answer(menu_note="It says Bolt.", note="Ask Sam."))
    second.go_on(first.drafts())
    assert [edit.toPlainText() for edit in second.findChildren(NoteEdit)] == ["It says Bolt.", "Ask Sam and"]


@pytest.mark.parametrize(
    ("answer", "private", "verb"),
    [
        (None, True, []),
        (an_answer(), True, []),
        (an_answer(note="Ask Sam."), True, ["Delete this note everywhere"]),
        (an_answer(menu_note="It says Lock."), False, ["Delete this note everywhere"]),
        (BOTH, True, ["Delete the notes everywhere"]),
        (an_answer(note="Ask Sam."), False, ["Delete the notes everywhere"]),
    ],
)
def test_only_what_is_kept_can_be_deleted(make: Make, answer: Answer | None, private: bool, verb: list[str]) -> None:
    assert verbs(make(answer, private=private)) == verb


def test_it_is_deleted_after_one_has_said_yes_and_nothing_stays_in_the_fields(qtbot: QtBot, make: Make) -> None:
    notes = make(BOTH)
    write(notes, "It says Lock.", "Ask Sam and")
    press(notes, "Delete the notes everywhere")
    dialog = open_dialog(notes)
    assert says(dialog, "What FamilySafe cannot reach")
    with qtbot.waitSignal(notes.forgotten) as said:
        press(dialog, "Delete it")
    assert said.args == [dialog]
    said.args[0].over()
    assert [edit.toPlainText() for edit in notes.findChildren(NoteEdit)] == ["", ""]


def test_keeping_it_changes_nothing(qtbot: QtBot, make: Make) -> None:
    notes = make(BOTH)
    press(notes, "Delete the notes everywhere")
    with qtbot.assertNotEmitted(notes.forgotten):
        press(open_dialog(notes), "Keep it")
    assert [edit.toPlainText() for edit in notes.findChildren(NoteEdit)] == ["It says Lock.", "Ask Sam."]
