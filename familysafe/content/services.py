"""The list of every number and address that Help now shows, for people who check them before a release."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from familysafe.content.author import Authored
from familysafe.content.problem import Place, Problem
from familysafe.domain.catalogue import Catalogue
from familysafe.domain.phrasebook import Phrasebook
from familysafe.domain.service import Service

FILE = Path("help", "SERVICES.md")
SHELF_LIFE = timedelta(days=183)
HEAD = """\
# Every number and address that is shown

Made by `familysafe content coverage`; do not edit. Before a release somebody looks at each line on the service's own
page, mends what is not so, and writes the day into its `checked`. What stands under “recheck” is not shown until then.

| service | name | call | text | web | hours | source | checked | confidence | recheck |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
"""


def table(catalogue: Catalogue, book: Phrasebook) -> str:
    """The whole file, country by country."""
    services = sorted(catalogue.services.values(), key=lambda one: (one.country, one.order, one.id))
    return HEAD + "".join(f"| {' | '.join(cells(one, book))} |\n" for one in services)


def cells(service: Service, book: Phrasebook) -> Iterator[str]:
    words = book.services.get(service.id)
    yield service.id
    yield words.name if words else ""
    yield service.phone
    yield service.text
    yield service.web
    yield words.hours if words else ""
    yield " ".join(service.sources)
    yield service.checked.isoformat()
    yield service.confidence.value
    yield ", ".join(service.recheck)


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
    """Services that nobody has checked for half a year: time alone never breaks a build, only a release."""
    return tuple(
        Problem(authored.places[one.id].at("checked"), f"`{one.id}` was checked on {one.checked}: look at it again")
        for one in authored.catalogue.services.values()
        if today - one.checked > SHELF_LIFE
    )
