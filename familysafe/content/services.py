"""The list of every number and address that Help now shows, for people who check them before a release."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from familysafe.content.author import Authored
from familysafe.content.problem import Place, Problem
from familysafe.domain.catalogue import Catalogue
from familysafe.domain.phrasebook import HelpStepWords, Line, Phrasebook, ServiceWords
from familysafe.domain.service import Service
from familysafe.domain.situation import HelpStep

FILE = Path("help", "SERVICES.md")
SHELF_LIFE = timedelta(days=183)
# A number to call, a key to press, or the host of an address.
CALLED = re.compile(r"\d(?:[ -]?\d){2,}|\bpress \d|\b[\w-]+\.[a-z]{2,}\b")
HEAD = """\
# Every number and address that Help now shows

Made by `familysafe content coverage`; do not edit. Before a release somebody looks at each line on the service's own
page, mends what is not so, and writes the day into its `checked`. What stands under “recheck” is not shown until then.

| service | name | call | text | web | hours | also says | source | checked | confidence | recheck |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
"""
STEPS_HEAD = """
## Said on the screens of situations

| step | says | source | checked |
| --- | --- | --- | --- |
"""


def table(catalogue: Catalogue, book: Phrasebook) -> str:
    """The whole file: services country by country, then the screens that say a number or an address."""
    services = sorted(catalogue.services.values(), key=lambda one: (one.country, one.order, one.id))
    rows = "".join(f"| {' | '.join(cells(one, book))} |\n" for one in services)
    return HEAD + rows + STEPS_HEAD + "".join(step_rows(catalogue, book))


def cells(service: Service, book: Phrasebook) -> Iterator[str]:
    words = book.services.get(service.id)
    yield service.id
    yield words.name if words else ""
    yield service.phone
    yield service.text
    yield service.web
    yield words.hours if words else ""
    yield said_beside(words) if words else ""
    yield " ".join(service.sources)
    yield service.checked.isoformat()
    yield service.confidence.value
    yield ", ".join(service.recheck)


def said_beside(words: ServiceWords) -> str:
    """What a service says of numbers and addresses other than its own."""
    return " ".join(holding((*words.does, words.cost, *words.access)))


def step_rows(catalogue: Catalogue, book: Phrasebook) -> Iterator[str]:
    for own, step in sorted(catalogue.help_steps.items()):
        words = book.help_steps.get(own)
        if words is not None and (says := " ".join(holding(all_of(words)))):
            yield f"| {own} | {says} | {' '.join(step.sources)} | {step.checked.isoformat()} |\n"


def all_of(words: HelpStepWords) -> tuple[Line, ...]:
    return (words.title, *words.do, *words.say, *words.not_to_say, *words.never, *words.if_not)


def holding(lines: tuple[Line, ...]) -> Iterator[str]:
    """Those that hold a number or an address, each with the countries it is for."""
    for line in lines:
        text, countries = (line, ()) if isinstance(line, str) else (line.text, line.countries)
        if CALLED.search(text):
            yield f"{text} ({', '.join(countries)})" if countries else text


def write(content: Path, catalogue: Catalogue, book: Phrasebook) -> Path:
    file = content / FILE
    file.parent.mkdir(exist_ok=True)
    file.write_text(table(catalogue, book), encoding="utf-8")
    return file


def stale(content: Path, catalogue: Catalogue, book: Phrasebook) -> tuple[Problem, ...]:
    """One problem when the list does not say what is written; none where nothing is written yet."""
    file = content / FILE
    found = file.read_text(encoding="utf-8") if file.is_file() else ""
    if not catalogue.services or found == table(catalogue, book):
        return ()
    return (Problem(Place(FILE.as_posix()), "is not up to date: run `familysafe content coverage`"),)


def aged(authored: Authored, today: date) -> tuple[Problem, ...]:
    """Services, and screens of situations, that nobody has checked for half a year.

    Time alone never breaks a build, only a release.
    """
    catalogue = authored.catalogue
    dated: tuple[Service | HelpStep, ...] = (*catalogue.services.values(), *catalogue.help_steps.values())
    return tuple(
        Problem(authored.places[one.id].at("checked"), f"`{one.id}` was checked on {one.checked}: look at it again")
        for one in dated
        if today - one.checked > SHELF_LIFE
    )
