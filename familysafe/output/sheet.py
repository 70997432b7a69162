"""A plan as a sheet of paper: headings, boxes to tick, what to say; the same for text and HTML."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import groupby

from msgspec import Struct

from familysafe.domain.card import Card
from familysafe.domain.guide import Confidence, Step
from familysafe.domain.phrasebook import Lines, StepWords
from familysafe.domain.plan import Plan, PlanItem
from familysafe.output.dates import spoken
from familysafe.output.menu import one_path
from familysafe.words.asking import asked_first
from familysafe.words.labels import BANDS, WHO
from familysafe.words.language import _, ngettext
from familysafe.words.names import Names
from familysafe.words.reasons import reasons_of


class Look(Enum):
    """How a part of a box is set."""

    PLAIN = "plain"
    PATH = "path"
    STEPS = "steps"
    CAREFUL = "careful"
    TEST = "test"


class Part(Struct, frozen=True):
    """Some sentences under a small label (which may be empty)."""

    look: Look
    label: str
    lines: tuple[str, ...]


class Box(Struct, frozen=True):
    """One step to tick; `note` says what is to be known of the source, `official` is its address."""

    number: int
    title: str
    facts: tuple[str, ...]
    parts: tuple[Part, ...]
    official: str
    note: str


class Section(Struct, frozen=True):
    """What is done at one place, one after the other."""

    title: str
    boxes: tuple[Box, ...]


class Opener(Struct, frozen=True):
    """A card to begin a talk with."""

    topic: str
    band: str
    opener: str


class Sheet(Struct, frozen=True):
    """Everything on the paper, in its words; `first` is what to ask beforehand, empty where nobody is old enough."""

    language: str
    title: str
    summary: str
    first: str
    sections: tuple[Section, ...]
    openers: tuple[Opener, ...]
    notes: tuple[str, ...]


def sheet_of(plan: Plan, names: Names, cards: Sequence[Card]) -> Sheet:
    """The items of a plan in their order; neighbours for the same target share a heading."""
    return Sheet(
        language=names.book.language,
        title=_("Our online-safety plan"),
        summary=summary(plan),
        first=asked_first(names, plan.today),
        sections=tuple(sections(plan, names)),
        openers=tuple(
            Opener(names.book.topics[card.topic], BANDS[card.band](), names.book.cards[card.id].opener)
            for card in cards
        ),
        notes=tuple(notes(plan)),
    )


def summary(plan: Plan) -> str:
    steps = ngettext("{count} step", "{count} steps", len(plan.items)).format(count=len(plan.items))
    return " · ".join([spoken(plan.today), steps, in_minutes(plan.minutes)])


def in_minutes(minutes: int) -> str:
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def notes(plan: Plan) -> Iterator[str]:
    if plan.items:
        yield _("You can stop after any step; what is done stays done.")
        yield _("Tick a box only when you have seen it work. Try it the way a child would.")
    else:
        yield _("There is no step that fits. Try more minutes, or add a child or a device.")
    yield _("Has something happened? Run “familysafe help”: it works without a network.")


def sections(plan: Plan, names: Names) -> Iterator[Section]:
    numbered = enumerate(plan.items, start=1)
    for title, group in groupby(numbered, key=lambda pair: names.target(pair[1])):
        yield Section(title, tuple(box(number, item, plan, names) for number, item in group))


def box(number: int, item: PlanItem, plan: Plan, names: Names) -> Box:
    step = names.catalogue.steps[item.step]
    return Box(
        number=number,
        title=names.title(item),
        facts=(in_minutes(item.minutes), WHO[step.who](), *reasons_of(item, names, plan.today)),
        parts=tuple(part for part in parts(item, names) if part.lines),
        official=step.official,
        note=source_note(step),
    )


def parts(item: PlanItem, names: Names) -> Iterable[Part]:
    """The parts of a box in the order in which a family needs them; ways round stay off the paper, a child reads it."""
    words: StepWords = names.book.steps[item.step]
    path = one_path(words, names.catalogue.guides[item.guide], names.household.guides_of_devices())

    def said(lines: Lines) -> tuple[str, ...]:
        return names.lines(lines, item)

    return (
        Part(Look.CAREFUL, _("First"), said(words.careful)),
        Part(Look.PLAIN, "", said(words.why)),
        Part(Look.PATH, _("Where"), tuple(names.fill(label, item) for label in path)),
        Part(Look.STEPS, _("Do"), said(words.do)),
        Part(Look.CAREFUL, _("Looks on, but"), said(words.trap)),
        Part(Look.TEST, _("Try it as a child would"), said(words.test.attempt)),
        Part(Look.TEST, _("What should happen"), said(words.test.expect)),
        Part(Look.TEST, _("Did it not work?"), said(words.test.if_fails)),
        Part(Look.TEST, _("Still reachable?"), said(words.still_reachable)),
        Part(Look.PLAIN, _("What it does not do"), said(words.limits)),
    )


def source_note(step: Step) -> str:
    checked = _("Checked on {day}.").format(day=spoken(step.checked))
    if step.confidence is Confidence.TO_CONFIRM:
        return " ".join([checked, _("The menu words may differ on yours.")])
    return checked
