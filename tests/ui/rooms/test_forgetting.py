"""Notes are deleted for good, from the pages on which they stand."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPlainTextEdit

from familysafe.app import safekeeping
from familysafe.domain.answer import Answer, Evidence, State
from familysafe.domain.change import GiveAnswer, RecordTalk
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.talk import Talk
from tests.builders import TODAY
from tests.ui.conftest import Live
from tests.ui.eyes import come_to_rest, open_dialog, press, says
from tests.ui.homes import Home, a_memory
from tests.ui.rooms.vaults import live_in
from tests.ui.views import IPAD

FIRST = Answer("ipad.code", IPAD, TODAY, State.DONE, Evidence.SEEN, note="Ask Sam.", menu_note="It says Lock.")
SECOND = Answer("ipad.code", IPAD, TODAY, State.DONE, Evidence.SEEN, note="Sam said no.")
TALK = Talk("t1", TODAY, ("trust.tea",), ("c1",), "Ask about Sam.")


@pytest.fixture
def home(live: Live, tmp_path: Path) -> Home:
    """A family whose answer was written anew, and that has talked."""
    home = live_in(live, tmp_path / "vault")
    home.after(lambda: home.desk.prefer("passphrase_offered", True))
    for change in (GiveAnswer(FIRST), GiveAnswer(SECOND), RecordTalk(TALK)):
        home.after(partial(home.desk.apply, change))
    return home


def vault(home: Home) -> object:
    return home.store.made()


def test_a_note_goes_everywhere_and_the_answer_stays(home: Home) -> None:
    home.open_step("ipad.code")
    press(home.page, "Delete this note everywhere")
    home.after(lambda: press(open_dialog(home.window), "Delete it"))
    (answer,) = home.snapshot.memory.answers
    assert (answer.state, answer.note, answer.menu_note) == (State.DONE, "", "")
    notes = [(old.note, old.menu_note) for old in vault(home).history(FIRST.key)]  # type: ignore[attr-defined]
    assert notes == [("", ""), ("", "")]
    assert home.snapshot.lately is None
    assert [edit.toPlainText() for edit in home.page.findChildren(QPlainTextEdit)] == ["", ""]
    assert not says(home.page, "Sam said no.")


def test_the_note_of_a_talk_goes_and_the_talk_stays(home: Home) -> None:
    home.go("talk")
    press(home.page, "Delete the note of 22 Nov 2026 everywhere")
    assert says(open_dialog(home.window), "The note of 22 Nov 2026 goes. That you talked stays.")
    home.after(lambda: press(open_dialog(home.window), "Delete it"))
    (talk,) = home.snapshot.memory.talks
    assert (talk.id, talk.note) == ("t1", "")
    come_to_rest()
    assert not says(home.page, "Ask about Sam.")


@pytest.mark.parametrize(
    ("name", "place", "verb"),
    [
        ("forget_note", "step", "Delete this note everywhere"),
        ("forget_talk_note", "talk", "Delete the note of 22 Nov 2026 everywhere"),
    ],
)
def test_what_could_not_be_deleted_is_told(
    home: Home, monkeypatch: pytest.MonkeyPatch, name: str, place: str, verb: str
) -> None:
    def refuse(*_given: object) -> None:
        raise FamilySafeError(Code.DISK_FULL)

    monkeypatch.setattr(safekeeping, name, refuse)
    home.wiring.step = FIRST.key
    home.go(place)
    press(home.page, verb)
    with home.qtbot.waitSignal(home.desk.failed):
        press(open_dialog(home.window), "Delete it")
    assert says(open_dialog(home.window), "The disk is full")
    press(open_dialog(home.window), "Close")
    home.after(home.desk.refresh)


@pytest.mark.parametrize(
    ("place", "verb"),
    [("step", "Delete this note everywhere"), ("talk", "Delete the note of 22 Nov 2026 everywhere")],
)
def test_where_nothing_is_kept_only_what_is_shown_has_to_go(live: Live, place: str, verb: str) -> None:
    home = live(a_memory(answers=(SECOND,), talks=(TALK,)), throw_away=True)
    home.wiring.step = SECOND.key
    home.go(place)
    press(home.page, verb)
    home.after(lambda: press(open_dialog(home.window), "Delete it"))
    left = [answer.note for answer in home.snapshot.memory.answers] + [talk.note for talk in home.snapshot.memory.talks]
    assert left.count("") == 1
    come_to_rest()
    assert not any(one.isVisible() for one in home.window.findChildren(QDialog))
