"""How sentences must be: plain text, short, easy to read, nothing that was withdrawn."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from familysafe.content.author import Authored
from familysafe.content.blocks import Block, Path_
from familysafe.content.problem import Problem
from familysafe.content.reading_age import grade_of
from familysafe.content.refused import refused_in
from familysafe.domain.household import AgeBand
from familysafe.domain.phrasebook import Lines, Local, StepWords
from familysafe.domain.region import REGIONS
from familysafe.domain.target import TargetKind

LONGEST_LINE = 240
PARENT_GRADE = 7.0
CHILD_GRADE = 4.0
ALONE = 2.0  # how far one short passage may go beyond what holds for all of them together
CHILD_UNTIL = 10
PLACEHOLDERS = frozenset({"child", "device", "network"})
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]*>|<!--|&[a-z]+;|&#\w+;"  # HTML
    r"|\*|~~|`|(?<!\w)_+\w[^_]*_|__|^#+ |^[->] |^\d+[.)] |\]\(|\[[^\]]+\]\("  # Markdown
)
JUST = re.compile(r"\bjust (?:switch|turn|tap|click|press|do|open|set|go|ask|talk|tell)\b", re.IGNORECASE)
ONE_CHILD = re.compile(r"\{child\} (?!always\b)\w*[^s\W]s\b|\b(?:[Ii]s|[Dd]oes|[Hh]as) \{child\}")
OF_ONE_CHILD = frozenset({TargetKind.ACCOUNT, TargetKind.CHILD})
TEXT_RULES: tuple[tuple[Callable[[str], object], str], ...] = (
    (lambda text: len(text) > LONGEST_LINE, f"a line has at most {LONGEST_LINE} characters"),
    (lambda text: not text or text != text.strip() or "\n" in text, "empty, or with spaces or line breaks at its ends"),
    (MARKUP.search, "HTML or Markdown in a sentence"),
    (lambda text: '"' in text or "'" in text, "straight quotes in a sentence; write ’ and “ ”"),
    (JUST.search, "“just” makes it sound easier than it is"),
)


def sentences(authored: Authored) -> Iterator[Problem]:
    """Every string of the words, one by one."""
    for block in authored.word_places.values():
        for path, text in strings(block.table, ()):
            for says in wrong_with(text):
                yield Problem(block.at(*path), says)
    for block in authored.places.values():
        for path, text in strings(block.table, ()):
            if found := refused_in(text):
                yield Problem(block.at(*path), f"“{found}” was withdrawn and is never shown")


def strings(value: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(inner, (*path, key))
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, path)


def wrong_with(text: str) -> Iterator[str]:
    shown = f"“{text[:60]}”"
    for breaks, says in TEXT_RULES:
        if breaks(text):
            yield f"{says}: {shown}"
    for name in PLACEHOLDER.findall(text):
        if name not in PLACEHOLDERS:
            yield f"`{{{name}}}` is not a placeholder"
    if found := refused_in(text):
        yield f"“{found}” was withdrawn and is never shown"


def several_children(authored: Authored) -> Iterator[Problem]:
    """A step that is not of one child must read with two: “what Zoë and Sam uses” does not."""
    for own, step in authored.catalogue.steps.items():
        if own in authored.word_places and step.target not in OF_ONE_CHILD:
            block = authored.word_places[own]
            for path, text in strings(block.table, ()):
                if found := ONE_CHILD.search(text):
                    yield Problem(block.at(*path), f"“{found[0]}” does not read with two children (`{own}`)")


def countries(authored: Authored) -> Iterator[Problem]:
    """Only countries and nations that the content speaks of: a slip would take its sentence from everybody."""
    for block in (*authored.word_places.values(), *authored.places.values()):
        for path, text in strings(block.table, ()):
            if path[-1:] == ("countries",) and text not in REGIONS:
                known = ", ".join(REGIONS)
                yield Problem(block.at(*path), f"`{text}` is not a region of the content; there are {known}")


def reading_age(authored: Authored) -> Iterator[Problem]:
    """Parents' text step by step and card by card; children's lines guide by guide: one is too short to measure."""
    for own, said in authored.phrasebook.steps.items():
        test = said.test
        text = plain(said.why, said.do, test.attempt, test.expect, test.if_fails)
        yield from too_hard(authored.word_places[own], "why", "why, do and test", text, PARENT_GRADE)
        young = explained([said], young=True)
        yield from too_hard(authored.word_places[own], "explain", "explain under 11", young, CHILD_GRADE + ALONE)
        alone = (("why", said.why), ("do", said.do), ("trap", said.trap), ("limits", said.limits))
        for key, lines in (*alone, ("careful", said.careful)):
            yield from too_hard(authored.word_places[own], key, f"`{key}` alone", plain(lines), PARENT_GRADE + ALONE)
    for own, card in authored.phrasebook.cards.items():
        text = plain(card.listen_for, card.not_to_say, card.if_they_tell, card.another_way)
        yield from too_hard(authored.word_places[own], "listen_for", "the grown-up's lines", text, PARENT_GRADE)
    for guide in authored.catalogue.guides.values():
        own_steps = [authored.phrasebook.steps[own] for own in guide.steps if own in authored.phrasebook.steps]
        if guide.id in authored.word_places:
            block = authored.word_places[guide.id]
            yield from too_hard(block, "title", "explain under 11", explained(own_steps, young=True), CHILD_GRADE)
            yield from too_hard(block, "title", "explain from 11", explained(own_steps, young=False), PARENT_GRADE)


def card_openers(authored: Authored) -> Iterator[Problem]:
    """What is said to a child, topic by topic: under 11 easy, from 11 plain."""
    for topic in authored.catalogue.topics:
        cards = [
            card
            for card in authored.catalogue.cards.values()
            if card.topic == topic and card.id in authored.phrasebook.cards
        ]
        for young, limit in ((True, CHILD_GRADE), (False, PARENT_GRADE)):
            spoken = [card.id for card in cards if is_young(card.band) is young]
            if spoken:
                said = [authored.phrasebook.cards[own] for own in spoken]
                text = [line for words in said for line in (words.opener, *plain(words.follow_ups))]
                block = authored.word_places[spoken[0]]
                which = "openers under 11" if young else "openers from 11"
                yield from too_hard(block, "opener", which, text, limit)


def explained(steps: Iterable[StepWords], *, young: bool) -> list[str]:
    return [
        line
        for said in steps
        for band, lines in said.explain.items()
        if is_young(band) is young
        for line in plain(lines)
    ]


def is_young(band: AgeBand) -> bool:
    return band.last_age <= CHILD_UNTIL


def too_hard(block: Block, key: str, what: str, text: Iterable[str], limit: float) -> Iterator[Problem]:
    grade = grade_of(text)
    if grade > limit:
        yield Problem(block.at(key), f"{what}: reading age is grade {grade:.1f}, the limit is {limit:.0f}")


def plain(*groups: Lines) -> list[str]:
    return [line.text if isinstance(line, Local) else line for group in groups for line in group]
