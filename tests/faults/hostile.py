"""Texts that would do something if anybody read them as more than text, a family full of them, and an eye on the file.

A text names the file that must not be opened as `FILE`.
"""

import ctypes
import os
import struct
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Answer, State
from familysafe.domain.household import Household
from familysafe.domain.memory import Memory, Preferences
from familysafe.domain.phrasebook import CardWords, GuideWords, HelpStepWords, Phrasebook, ServiceWords, StepWords
from familysafe.domain.record import Entry, LookIn, Record, RecordField
from familysafe.domain.situation import HelpStepKind
from familysafe.domain.talk import Talk
from familysafe.domain.target import Target, TargetKind
from tests.builders import a_help_step, a_household, a_situation, help_step_words, situation_words, small_content

STEP = "threatened.first-words"

TEXTS = (
    '<b>bold</b><img src="FILE">',
    '<img src="file://FILE" width="99"/>',
    "<a href='file://FILE'>press me</a>",
    "<qt><h1>Large</h1></qt>",
    "<table border=1><tr><td background='FILE'>cell</td></tr></table>",
    "<style>* { color: red; background-image: url(FILE) }</style>styled",
    '<!DOCTYPE html><html><body background="FILE">page</body></html>',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="FILE"/></svg>',
    "<script src='FILE'></script><object data='FILE'></object><iframe src='FILE'></iframe>",
    "&lt;b&gt; &amp;amp; &#60;i&#62; <br> &nbsp;",
    "**bold** _it_ [press](file://FILE) ![picture](FILE) `code`",
    "{child} {device} {network} {0} {} {name.__class__} %s %d %(name)s %n",
    "&File &&Edit &Quit\tCtrl+Q",
    "\u202egnp.drowssap\u202c \u2066<b>\u2069 \u200b\u200f",
    "a\x00b\x07\x1b[31mred\x1b[0m\x7f\x85\x9b",
    "line one\r\nline two\u2028line three\u2029<b>four</b>\x0b\x0c",
    "$(touch FILE) `touch FILE` ; cat FILE | sh && ../../FILE",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a" * 20 + "<b>",
    "W" * 1_900 + "<img src='FILE'>",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \ufffd \ufeff <font size=7 face='FILE'>large</font>",
)
IN_OPEN, IN_ACCESS, IN_NONBLOCK = 0x20, 0x1, 0o4000
EVENT = struct.Struct("iIII")


class Opened:
    """Counts how often a file is opened or read, by whatever part of the process (inotify; Linux only)."""

    def __init__(self, path: Path) -> None:
        self._c = ctypes.CDLL(None, use_errno=True)
        self._handle = self._c.inotify_init1(IN_NONBLOCK)
        assert self._handle >= 0
        assert self._c.inotify_add_watch(self._handle, os.fsencode(path), IN_OPEN | IN_ACCESS) >= 0

    def count(self) -> int:
        """How often since the last time."""
        try:
            return len(os.read(self._handle, 1 << 16)) // EVENT.size
        except BlockingIOError:
            return 0

    def close(self) -> None:
        os.close(self._handle)


def can_watch() -> bool:
    return sys.platform == "linux"


def hostile(thing: Any, text: str) -> Any:
    """The same thing with the text in the place of every sentence in it; what is chosen by id stays."""
    if isinstance(thing, str):
        return text
    if isinstance(thing, tuple):
        return tuple(hostile(one, text) for one in thing)
    if isinstance(thing, Mapping):
        return {key: hostile(one, text) for key, one in thing.items()}
    if isinstance(thing, msgspec.Struct):
        names = [name for name in thing.__struct_fields__ if name != "countries"]
        return replace(thing, **{name: hostile(getattr(thing, name), text) for name in names})
    return thing


def hostile_content(text: str) -> Compiled:
    """Small content whose every word is the text, with something in every field that words can have."""
    content = with_a_situation(small_content())
    book = content.phrasebook
    words: dict[str, Any] = {
        "guides": {own: hostile(full_guide(words), text) for own, words in book.guides.items()},
        "steps": {own: hostile(full_step(words), text) for own, words in book.steps.items()},
        "topics": dict.fromkeys(book.topics, text),
        "cards": {own: hostile(full_card(words), text) for own, words in book.cards.items()},
        "services": {own: hostile(full_service(words), text) for own, words in book.services.items()},
        "situations": {"threatened": hostile(situation_words(), text)},
        "help_steps": {STEP: hostile(full_screen(help_step_words()), text)},
    }
    return Compiled(content.digest, content.language, content.catalogue, Phrasebook(book.language, **words))


def with_a_situation(content: Compiled) -> Compiled:
    """The same content, and one thing that has happened, with a screen and everybody who is there to help."""
    services = tuple(content.catalogue.services)
    situation = a_situation("threatened", STEP, contacts={"GB": services}, plan=("ipad.code",), cards=("trust.tea",))
    screen = a_help_step(STEP, kind=HelpStepKind.NOTE, services=services)
    catalogue = replace(content.catalogue, situations={"threatened": situation}, help_steps={STEP: screen})
    return replace(content, catalogue=catalogue)


def full_screen(words: HelpStepWords) -> HelpStepWords:
    return replace(words, say=("x",), not_to_say=("x",), never=("x",), if_not=("x",))


def full_guide(words: GuideWords) -> GuideWords:
    return replace(words, aliases=("x",), short="x", systems={"any": "x"}, birthdays={"13": ("x",)})


def full_step(words: StepWords) -> StepWords:
    return replace(words, careful=("x",), trap=("x",), still_reachable=("x",))


def full_card(words: CardWords) -> CardWords:
    return replace(words, another_way=("x",))


def full_service(words: ServiceWords) -> ServiceWords:
    return replace(words, hours="x", cost="x", access=("x",))


def hostile_family(text: str) -> Household:
    household = a_household()
    return replace(
        household,
        children=tuple(replace(child, name=text, notes_on=True) for child in household.children),
        devices=tuple(replace(device, name=text) for device in household.devices),
    )


def hostile_memory(text: str) -> Memory:
    """A family that wrote it wherever one can write."""
    today = date(2026, 11, 20)
    ipad = Target(TargetKind.DEVICE, device="d1")
    answer = Answer("ipad.code", ipad, today, State.DONE, note=text, menu_note=text)
    talk = Talk("t1", today, ("trust.tea",), ("c1",), text)
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    entries = tuple(Entry(field.value, field, text, noon) for field in RecordField)
    return Memory(
        hostile_family(text),
        (answer,),
        (talk,),
        Preferences(started=True),
        records=(Record("r1", "threatened", noon, ("c1",), entries),),
        look_ins=(LookIn("l1", "threatened", (today,)),),
    )
