"""All that a person can do to what is remembered, each with its inverse where it has one."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar, assert_never

from msgspec import Struct
from msgspec.structs import replace

from familysafe.domain.answer import Answer
from familysafe.domain.household import Household
from familysafe.domain.memory import Memory, Preferences
from familysafe.domain.record import Entry, LookIn, Record
from familysafe.domain.talk import Talk

Noun = TypeVar("Noun", Talk, Record, LookIn)


class ChangeHousehold(Struct, frozen=True, tag="household"):
    """The family is now this one."""

    household: Household


class GiveAnswer(Struct, frozen=True, tag="answer"):
    """One more entry in the log."""

    answer: Answer


class RecordTalk(Struct, frozen=True, tag="talk"):
    """A talk took place, or its note was written anew (same id)."""

    talk: Talk


class ForgetTalk(Struct, frozen=True, tag="forget-talk"):
    """A talk is taken out for good."""

    talk_id: str


class KeepPreferences(Struct, frozen=True, tag="preferences"):
    """Private preferences."""

    preferences: Preferences


class BeginRecord(Struct, frozen=True, tag="record"):
    """Something that has happened is written down; one that is there already (same id) is not written over."""

    record: Record


class AddEntry(Struct, frozen=True, tag="entry"):
    """One more line of a record, or what puts an earlier one right."""

    record_id: str
    entry: Entry


class KeepLookIn(Struct, frozen=True, tag="look-in"):
    """Days to be asked on are chosen, or chosen anew (same id)."""

    look_in: LookIn


class ForgetLookIn(Struct, frozen=True, tag="forget-look-in"):
    """Nobody is to be asked."""

    look_in_id: str


TalkChange = RecordTalk | ForgetTalk
RecordChange = BeginRecord | AddEntry
LookInChange = KeepLookIn | ForgetLookIn
Change = ChangeHousehold | GiveAnswer | TalkChange | KeepPreferences | RecordChange | LookInChange


def apply(change: Change, memory: Memory) -> Memory:
    """What is remembered after a change."""
    match change:
        case ChangeHousehold(household):
            return replace(memory, household=household)
        case GiveAnswer(answer):
            others = tuple(other for other in memory.answers if other.key != answer.key)
            return replace(memory, answers=(*others, answer))
        case RecordTalk() | ForgetTalk():
            return replace(memory, talks=talks_after(change, memory.talks))
        case KeepPreferences(preferences):
            return replace(memory, preferences=preferences)
        case BeginRecord() | AddEntry():
            return replace(memory, records=records_after(change, memory.records))
        case KeepLookIn() | ForgetLookIn():
            return replace(memory, look_ins=look_ins_after(change, memory.look_ins))
        case _:
            assert_never(change)


def talks_after(change: TalkChange, before: tuple[Talk, ...]) -> tuple[Talk, ...]:
    """One written anew comes last, as it does in the vault."""
    match change:
        case RecordTalk(talk):
            return (*without(talk.id, before), talk)
        case ForgetTalk(talk_id):
            return without(talk_id, before)
        case _:
            assert_never(change)


def records_after(change: RecordChange, before: tuple[Record, ...]) -> tuple[Record, ...]:
    """Only ever added to."""
    match change:
        case BeginRecord(record):
            return before if find(record.id, before) else (*before, record)
        case AddEntry(record_id, entry):
            return tuple(record.with_entry(entry) if record.id == record_id else record for record in before)
        case _:
            assert_never(change)


def look_ins_after(change: LookInChange, before: tuple[LookIn, ...]) -> tuple[LookIn, ...]:
    """One chosen anew comes last, as it does in the vault."""
    match change:
        case KeepLookIn(look_in):
            return (*without(look_in.id, before), look_in)
        case ForgetLookIn(look_in_id):
            return without(look_in_id, before)
        case _:
            assert_never(change)


def inverse(change: Change, before: Memory, today: date) -> Change | None:
    """The change that takes `change` back; the log is only ever added to. None when there is nothing to undo."""
    match change:
        case ChangeHousehold():
            return ChangeHousehold(before.household)
        case GiveAnswer(answer):
            blank = Answer(answer.step, answer.target, today)
            return GiveAnswer(before.by_key().get(answer.key, blank))
        case RecordTalk(Talk(id=own)) | ForgetTalk(own):
            if (talk := find(own, before.talks)) is not None:
                return RecordTalk(talk)
            return ForgetTalk(own) if isinstance(change, RecordTalk) else None
        case KeepLookIn(LookIn(id=own)) | ForgetLookIn(own):
            if (look_in := find(own, before.look_ins)) is not None:
                return KeepLookIn(look_in)
            return ForgetLookIn(own) if isinstance(change, KeepLookIn) else None
        case KeepPreferences() | BeginRecord() | AddEntry():
            return None
        case _:
            assert_never(change)


def is_for_good(change: Change) -> bool:
    """True for what is written down once: it is put right by another line, never taken back by an undo."""
    return isinstance(change, RecordChange)


def ends_first_start(change: Change, before: Memory) -> bool:
    """True for what leaves first start behind, of which nothing is taken back piece by piece."""
    return isinstance(change, KeepPreferences) and change.preferences.started and not before.preferences.started


def find(own: str, among: Iterable[Noun]) -> Noun | None:
    return next((noun for noun in among if noun.id == own), None)


def without(own: str, among: Iterable[Noun]) -> tuple[Noun, ...]:
    return tuple(noun for noun in among if noun.id != own)
