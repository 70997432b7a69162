"""The authors' linter: every problem of every file, together."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from familysafe.content.author import Authored, read_tree
from familysafe.content.checks import depth, links, situations, style
from familysafe.content.problem import Problem

CHECKS: tuple[Callable[[Authored], Iterable[Problem]], ...] = (
    links.spelling,
    links.words_for_all,
    links.dead_ids,
    links.unused_steps,
    links.cycles,
    links.backwards,
    depth.steps,
    depth.systems,
    depth.guides,
    situations.steps,
    situations.dead_ids,
    situations.reach,
    situations.reading_age,
    style.sentences,
    style.several_children,
    style.countries,
    style.reading_age,
    style.card_openers,
)


def check_content(content: Path, today: date) -> tuple[Problem, ...]:
    """All problems below a content folder, in the order of files and lines."""
    authored = read_tree(content)
    found = set(authored.problems)
    for check in CHECKS:
        found.update(check(authored))
    found.update(depth.sources(authored, today))
    return tuple(sorted(found))
