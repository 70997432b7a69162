"""What nobody is ever told when something has happened, and how easy the telling is to read."""

import re
from collections.abc import Iterator

import pytest

from familysafe.app.showing.help import situation_view
from familysafe.content.compiled import Compiled
from familysafe.content.reading_age import grade_of
from familysafe.content.refused import refused_in
from familysafe.domain.help_views import HelpScreen
from familysafe.domain.phrasebook import Lines, Local
from tests.builders import TODAY
from tests.content.telling import tells_of_pictures, tells_to_harm

REGIONS = ("GB", "GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR", "IE", "US", "CA", "AU", "NZ", "FR")
PICTURES = ("threatened", "picture-shared", "fake-picture")
UNBILLED = re.compile(r"\b(?:not|never)\b[^.]*\bbill\b|n’t\b[^.]*\bbill\b")
NEVER_AGAIN = (
    "0800 328 0904",
    "0808 800 5002",
    "0808 808 4994",
    "88858",
    "0808 80 10 100",
    "Action Fraud",
    "HOPELINEUK",
    "thinkuknow",
    "Net Aware",
    "Parentline Scotland",
)
# Read by a person: the pictures that a stranger may see on the child's own page, so that they can be taken down.
READ_AND_FOUND_GOOD = ("Look at open pictures:",)


def screens(content: Compiled, region: str) -> Iterator[HelpScreen]:
    """Every screen of every walk in a region."""
    for situation in content.catalogue.situations:
        if view := situation_view(content, situation, region, TODAY):
            yield from view.screens


def every(*groups: Lines) -> list[str]:
    """All lines, whatever country they are for."""
    return [line.text if isinstance(line, Local) else line for group in groups for line in group]


def advice(content: Compiled) -> Iterator[tuple[str, list[str]]]:
    """All that somebody is told, field by field; what is better left unsaid is not among it."""
    book = content.phrasebook
    for own, tile in book.situations.items():
        yield own, [tile.title, *every(tile.about)]
    for own, said in book.help_steps.items():
        yield own, [said.title, *every(said.do)]
        for group in (said.say, said.never, said.if_not):
            yield own, every(group)
    for own, service in book.services.items():
        yield own, [*every(service.does, service.access), service.hours, service.cost]


def titles(content: Compiled) -> list[str]:
    return [said.title for said in content.phrasebook.situations.values()]


def test_nobody_is_told_to_send_save_or_photograph_a_picture(content: Compiled) -> None:
    told = [(own, found) for own, lines in advice(content) for found in tells_of_pictures(lines, titles(content))]
    assert [one for one in told if one[1] not in READ_AND_FOUND_GOOD] == []
    assert {found for _, found in told} == set(READ_AND_FOUND_GOOD)


def test_the_scan_reads_what_is_shown(content: Compiled) -> None:
    scanned = {line for _, lines in advice(content) for line in lines}
    for region in REGIONS:
        for screen in screens(content, region):
            assert {screen.title, *screen.do, *screen.say, *screen.never, *screen.if_not} <= scanned


@pytest.mark.parametrize("situation", PICTURES)
def test_where_a_picture_is_in_play_it_is_said_that_nobody_may_copy_it(content: Compiled, situation: str) -> None:
    never = every(content.phrasebook.help_steps[f"{situation}.first-words"].never)
    assert any(line.startswith("Never look for, open, copy, photograph, save or forward") for line in never)


def test_nobody_is_told_to_confront_to_investigate_or_to_play_the_child(content: Compiled) -> None:
    assert [(own, found) for own, lines in advice(content) for found in tells_to_harm(lines)] == []


def test_a_call_is_said_to_stay_off_the_bill_only_where_that_is_known(content: Compiled) -> None:
    book = content.phrasebook
    for own, service in book.services.items():
        if any(UNBILLED.search(text) for text in strings(service)):
            assert own in {"gb-childline", "gb-samaritans"}
    for said in book.help_steps.values():
        for line in (*said.do, *said.say, *said.if_not):
            for text in filter(UNBILLED.search, every((line,))):
                assert isinstance(line, Local)
                assert line.countries == ("GB",)
                assert text.startswith("Calls to Childline and Samaritans are not")


def test_a_frightened_reader_of_eleven_can_read_it_and_at_the_child_s_door_one_of_nine(content: Compiled) -> None:
    """Grade 6 for grown-ups and 4 for children: a situation's whole walk, and what was written for it alone."""
    hard = {}
    for own, situation in content.catalogue.situations.items():
        alone = [step for step in situation.steps if step.startswith(f"{own}.")]
        for steps in (situation.steps, alone):
            said = [content.phrasebook.help_steps[step] for step in steps]
            text = [line for one in said for line in every(one.do, one.say, one.not_to_say, one.never, one.if_not)]
            if (grade := grade_of(text)) > (4 if situation.child else 6):
                hard[own] = grade
    assert hard == {}


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from strings(inner)
    elif hasattr(value, "__struct_fields__"):
        for field in value.__struct_fields__:
            yield from strings(getattr(value, field))


def test_nothing_that_was_withdrawn_is_shown(content: Compiled) -> None:
    book, catalogue = content.phrasebook, content.catalogue
    shelves = (book.situations, book.help_steps, book.services, catalogue.services)
    for shelf in shelves:
        for own, words in shelf.items():
            for text in strings(words):
                folded = text.replace("\u00a0", " ").casefold()
                assert refused_in(text) is None, own
                assert not any(gone.casefold() in folded for gone in NEVER_AGAIN), own
