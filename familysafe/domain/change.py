"""All that a person can do to what is remembered, each with its inverse."""

from datetime import date
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from familysafe.domain.answer import Answer
from familysafe.domain.household import Household
from familysafe.domain.memory import Memory, Preferences
from familysafe.domain.talk import Talk


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


Change = ChangeHousehold | GiveAnswer | RecordTalk | ForgetTalk | KeepPreferences


def apply(change: Change, memory: Memory) -> Memory:
    """What is remembered after a change."""
    match change:
        case ChangeHousehold(household):
            return replace(memory, household=household)
        case GiveAnswer(answer):
            others = tuple(other for other in memory.answers if other.key != answer.key)
            return replace(memory, answers=(*others, answer))
        case RecordTalk(talk):
            return replace(memory, talks=(*without(memory, talk.id), talk))
        case ForgetTalk(talk_id):
            return replace(memory, talks=without(memory, talk_id))
        case KeepPreferences(preferences):
            return replace(memory, preferences=preferences)
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
        case RecordTalk(Talk(id=talk_id)) | ForgetTalk(talk_id):
            old = next((talk for talk in before.talks if talk.id == talk_id), None)
            if old is not None:
                return RecordTalk(old)
            return ForgetTalk(talk_id) if isinstance(change, RecordTalk) else None
        case KeepPreferences():
            return None
        case _:
            assert_never(change)


def without(memory: Memory, talk_id: str) -> tuple[Talk, ...]:
    return tuple(talk for talk in memory.talks if talk.id != talk_id)
