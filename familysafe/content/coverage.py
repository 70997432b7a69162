"""The table of what each guide covers, for people who look after the content."""

from collections.abc import Iterator
from pathlib import Path

from familysafe.content.problem import Place, Problem
from familysafe.domain.catalogue import Catalogue
from familysafe.domain.guide import Confidence, Guide, GuideKind
from familysafe.domain.phrasebook import Phrasebook

FILE = "COVERAGE.md"
HEAD = """\
# What is covered

Made by `familysafe content coverage`; do not edit. A step that several guides share counts in each of them. The dates
are the newest and the oldest day on which a source of the guide was read.

| guide | steps | tests | traps | ways round | newest | oldest | to confirm |
| --- | ---: | ---: | ---: | ---: | --- | --- | ---: |
"""


def table(catalogue: Catalogue, book: Phrasebook) -> str:
    """The whole file; guides by kind, then by name."""
    kinds = list(GuideKind)
    guides = sorted(catalogue.guides.values(), key=lambda guide: (kinds.index(guide.kind), guide.id))
    return HEAD + "".join(f"| {' | '.join(cells(guide, catalogue, book))} |\n" for guide in guides)


def cells(guide: Guide, catalogue: Catalogue, book: Phrasebook) -> Iterator[str]:
    steps = [catalogue.steps[own] for own in guide.steps if own in catalogue.steps]
    said = [book.steps[step.id] for step in steps if step.id in book.steps]
    unsure = sum(step.confidence is Confidence.TO_CONFIRM for step in steps)
    days = sorted(step.checked for step in steps)
    yield guide.id
    yield str(len(steps))
    yield str(sum(bool(one.test.attempt) for one in said))
    yield str(sum(bool(one.trap) for one in said))
    yield str(sum(one.way_round is not None for one in said))
    yield days[-1].isoformat() if days else ""
    yield days[0].isoformat() if days else ""
    yield f"{round(100 * unsure / len(steps))} %" if steps else ""


def write(content: Path, catalogue: Catalogue, book: Phrasebook) -> Path:
    file = content / FILE
    file.write_text(table(catalogue, book), encoding="utf-8")
    return file


def stale(content: Path, catalogue: Catalogue, book: Phrasebook) -> tuple[Problem, ...]:
    """One problem when the table does not say what is written; none where nothing is written yet."""
    file = content / FILE
    found = file.read_text(encoding="utf-8") if file.is_file() else ""
    if not catalogue.guides or found == table(catalogue, book):
        return ()
    return (Problem(Place(FILE), "is not up to date: run `familysafe content coverage`"),)
