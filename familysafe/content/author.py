"""Reads the authored tree: structure and words side by side, every problem collected."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from familysafe.content.blocks import Block, read_blocks
from familysafe.content.compiled import LANGUAGE
from familysafe.content.problem import Place, Problem
from familysafe.content.typed import T, read_typed
from familysafe.domain.card import Card, Topic
from familysafe.domain.catalogue import Catalogue, Retired
from familysafe.domain.guide import Guide, Step
from familysafe.domain.phrasebook import (
    CardWords,
    GuideWords,
    HelpStepWords,
    Phrasebook,
    ServiceWords,
    SituationWords,
    StepWords,
)
from familysafe.domain.service import Service
from familysafe.domain.situation import HelpStep, Situation

STEPS_APART = frozenset({"step"})
GUIDE_TABLES = frozenset({"systems", "birthdays"})
SITUATION_TABLES = frozenset({"contacts", "steps_in"})


class Authored(Struct, frozen=True):
    """What could be read; `places` says where each id of structure and of words stands, `unread` what has a mistake."""

    catalogue: Catalogue
    phrasebook: Phrasebook
    problems: tuple[Problem, ...]
    places: dict[str, Block]
    word_places: dict[str, Block]
    unread: frozenset[str] = frozenset()


class Words(Struct):
    """A phrasebook while it is being filled."""

    language: str
    guides: dict[str, GuideWords]
    steps: dict[str, StepWords]
    topics: dict[str, str]
    cards: dict[str, CardWords]
    services: dict[str, ServiceWords]
    situations: dict[str, SituationWords]
    help_steps: dict[str, HelpStepWords]


class Reading:
    """Collects typed values and problems while the tree is walked."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.places: dict[str, Block] = {}
        self.word_places: dict[str, Block] = {}
        self.unread: set[str] = set()

    def blocks(self, file: Path) -> list[Block]:
        if not file.is_file():
            self.problems.append(Problem(Place.of(self.root, file), "is missing"))
            return []
        blocks, problems = read_blocks(self.root, file)
        self.problems += problems
        return blocks

    def items(self, file: Path, name: str, kind: type[T], prefix: str = "") -> Iterator[tuple[str, T]]:
        """Each `[[name]]` block with the id it carries; an id outside its folder's `prefix` is a problem."""
        for block in self.blocks(file):
            if block.name != name:
                continue
            own = str(block.table.get("id"))
            if (value := self.typed(block, kind)) is None:
                self.unread.add(own)
            else:
                if not own.startswith(prefix):
                    self.problems.append(Problem(block.at("id"), f"`{own}` must begin with `{prefix}`"))
                if self.remember(self.places, own, block):
                    yield own, value

    def words(self, blocks: list[Block], name: str, kind: type[T], prefix: str = "") -> Iterator[tuple[str, T]]:
        """Each `[name.x]` block under the id it speaks for."""
        for block in blocks:
            if block.name.startswith(f"{name}."):
                own = prefix + block.name.removeprefix(f"{name}.").strip('"')
                if self.remember(self.word_places, own, block) and (value := self.typed(block, kind)) is not None:
                    yield own, value

    def typed(self, block: Block, kind: type[T], ignore: frozenset[str] = frozenset()) -> T | None:
        value, problems = read_typed(block, kind, ignore=ignore)
        self.problems += problems
        return value

    def remember(self, places: dict[str, Block], own: str, block: Block) -> bool:
        if own in places:
            where = places[own].place
            self.problems.append(Problem(block.place, f"`{own}` is written twice (also {where.file}:{where.line})"))
            return False
        places[own] = block
        return True


def read_tree(root: Path, language: str = LANGUAGE) -> Authored:
    """Everything below `resources/content`; nothing is raised, problems are in the result."""
    reading = Reading(root)
    catalogue = Catalogue({}, {}, {}, {}, {}, {}, {}, {})
    book = Words(language, {}, {}, {}, {}, {}, {}, {})
    for folder in folders(root / "guides"):
        read_guide(reading, folder, catalogue, book)
    read_topics(reading, root, catalogue, book)
    for folder in folders(root / "cards"):
        catalogue.cards.update(reading.items(folder / "cards.toml", "card", Card, f"{folder.name}."))
        said = reading.blocks(folder / f"{language}.toml")
        book.cards.update(reading.words(said, "card", CardWords, f"{folder.name}."))
    for folder in folders(root / "help"):
        catalogue.services.update(reading.items(folder / "services.toml", "service", Service))
        said = reading.blocks(folder / f"{language}.toml")
        book.services.update(reading.words(said, "service", ServiceWords))
    for folder in folders(root / "situations"):
        read_situation(reading, folder, catalogue, book)
    catalogue.retired.update(reading.items(root / "retired.toml", "retired", Retired))
    problems = tuple(sorted(set(reading.problems)))
    return Authored(
        catalogue, Phrasebook(**asdict(book)), problems, reading.places, reading.word_places, frozenset(reading.unread)
    )


def folders(above: Path) -> list[Path]:
    return sorted(entry for entry in above.iterdir() if entry.is_dir()) if above.is_dir() else []


def read_guide(reading: Reading, folder: Path, catalogue: Catalogue, book: Words) -> None:
    for block in reading.blocks(folder / "guide.toml"):
        if not block.name and (guide := reading.typed(block, Guide)) is None:
            reading.unread.add(folder.name)
        elif not block.name and guide is not None:
            if guide.id != folder.name:
                reading.problems.append(Problem(block.at("id"), f"`{guide.id}` stands in the folder `{folder.name}`"))
            reading.remember(reading.places, guide.id, block)
            catalogue.guides[guide.id] = guide
    catalogue.steps.update(reading.items(folder / "guide.toml", "step", Step, f"{folder.name}."))
    said = reading.blocks(folder / f"{book.language}.toml")
    if whole := whole_block(said, GUIDE_TABLES):
        reading.word_places.setdefault(folder.name, whole)
        words = reading.typed(whole, GuideWords, STEPS_APART)
        book.guides.update({folder.name: words} if words else {})
    book.steps.update(reading.words(said, "step", StepWords, f"{folder.name}."))


def read_situation(reading: Reading, folder: Path, catalogue: Catalogue, book: Words) -> None:
    file = folder / "situation.toml"
    whole = whole_block(reading.blocks(file), SITUATION_TABLES)
    if whole is None or (situation := reading.typed(whole, Situation)) is None:
        reading.unread.add(folder.name)
    else:
        if situation.id != folder.name:
            reading.problems.append(Problem(whole.at("id"), f"`{situation.id}` stands in the folder `{folder.name}`"))
        reading.remember(reading.places, situation.id, whole)
        catalogue.situations[situation.id] = situation
    catalogue.help_steps.update(reading.items(file, "step", HelpStep, f"{folder.name}."))
    said = reading.blocks(folder / f"{book.language}.toml")
    if top := whole_block(said, frozenset()):
        reading.word_places.setdefault(folder.name, top)
        words = reading.typed(top, SituationWords)
        book.situations.update({folder.name: words} if words else {})
    book.help_steps.update(reading.words(said, "step", HelpStepWords, f"{folder.name}."))


def whole_block(blocks: list[Block], tables: frozenset[str]) -> Block | None:
    """What stands before the first header, together with the small tables that belong to it, as one block."""
    top = next((block for block in blocks if not block.name), None)
    if top is None:
        return None
    small = {block.name: block.table for block in blocks if block.name in tables}
    lines = {(b.name, *path): line for b in blocks if b.name in small for path, line in b.lines.items()}
    return Block("", top.place, {**top.table, **small}, {**top.lines, **lines})


def read_topics(reading: Reading, root: Path, catalogue: Catalogue, book: Words) -> None:
    catalogue.topics.update(reading.items(root / "topics.toml", "topic", Topic))
    for block in reading.blocks(root / f"topics.{book.language}.toml"):
        reading.word_places.setdefault("topics", block)
        book.topics.update({key: str(value) for key, value in block.table.items()})
