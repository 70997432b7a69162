"""A passphrase is offered when a private note was kept, and only then."""

from typing import Any

import pytest
from msgspec.structs import replace

from familysafe.app.offering import calls_for_a_passphrase
from familysafe.domain.answer import Answer, State
from familysafe.domain.household import Household
from familysafe.domain.memory import Memory, Preferences
from familysafe.domain.plan import Plan
from familysafe.domain.record import Record
from familysafe.domain.safekeeping import Protection, Standing
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.talk import Talk
from familysafe.domain.target import Target, TargetKind
from tests.builders import TODAY, a_record, an_entry

DONE = Answer("home.drawer", Target(TargetKind.HOME), TODAY, State.DONE)
NOTED = replace(DONE, note="She told me about Sam.")
TALK = Talk("t1", TODAY, ("trust.tea",))
LOCKED = Standing(protection=Protection(passphrase=True, recovery=False))
SHEET_ONLY = Standing(protection=Protection(passphrase=False, recovery=True))


def snapshot(
    *answers: Answer, talks: tuple[Talk, ...] = (), records: tuple[Record, ...] = (), **parts: Any
) -> Snapshot:
    preferences = parts.pop("preferences", Preferences(started=True))
    return Snapshot(Memory(Household(), answers, talks, preferences, records), Plan((), TODAY), **parts)


BEFORE = snapshot(DONE)


def test_a_note_to_a_step_calls_for_one() -> None:
    assert calls_for_a_passphrase(BEFORE, snapshot(NOTED))


def test_so_does_a_note_of_a_talk() -> None:
    assert calls_for_a_passphrase(BEFORE, snapshot(DONE, talks=(replace(TALK, note="Ask about Sam."),)))


def test_so_does_a_line_of_a_record() -> None:
    begun = snapshot(DONE, records=(a_record(),))
    assert not calls_for_a_passphrase(BEFORE, begun)
    assert calls_for_a_passphrase(begun, snapshot(DONE, records=(a_record("r1", an_entry()),)))


def test_so_does_a_note_where_there_are_older_ones() -> None:
    assert calls_for_a_passphrase(snapshot(NOTED), snapshot(replace(NOTED, note="And again.")))


@pytest.mark.parametrize(
    "now",
    [
        BEFORE,
        snapshot(),
        snapshot(DONE, talks=(TALK,)),
        snapshot(replace(DONE, menu_note="It is called Codes here.")),
    ],
    ids=["nothing", "less", "a talk without a note", "what the menu says"],
)
def test_nothing_else_does(now: Snapshot) -> None:
    assert not calls_for_a_passphrase(BEFORE, now)


def test_a_note_that_was_there_before_does_not() -> None:
    assert not calls_for_a_passphrase(snapshot(NOTED), snapshot(NOTED, talks=(TALK,)))


def test_a_note_that_is_taken_out_does_not() -> None:
    assert not calls_for_a_passphrase(snapshot(NOTED), BEFORE)


@pytest.mark.parametrize(
    ("parts", "asked"),
    [
        ({"standing": LOCKED}, False),
        ({"throw_away": True}, False),
        ({"preferences": Preferences(started=True, passphrase_offered=True)}, False),
        ({"standing": SHEET_ONLY}, True),
    ],
    ids=["there is one", "nothing is kept", "asked before", "only a sheet"],
)
def test_it_is_asked_once_and_where_it_helps(parts: dict[str, Any], asked: bool) -> None:
    assert calls_for_a_passphrase(BEFORE, snapshot(NOTED, **parts)) is asked
