"""The table of coverage says what is written, and is noticed when it does not."""

from familysafe.content import coverage
from familysafe.content.author import read_tree
from familysafe.content.problem import Problem
from tests.content.tree import Tree


def row(tree: Tree, guide: str) -> list[str]:
    read = read_tree(tree.content)
    lines = coverage.table(read.catalogue, read.phrasebook).splitlines()
    found = next(line for line in lines if line.startswith(f"| {guide} |"))
    return [cell.strip() for cell in found.strip("|").split("|")]


def stale(tree: Tree) -> tuple[Problem, ...]:
    read = read_tree(tree.content)
    return coverage.stale(tree.content, read.catalogue, read.phrasebook)


def written(tree: Tree) -> None:
    read = read_tree(tree.content)
    coverage.write(tree.content, read.catalogue, read.phrasebook)


def test_a_guide_has_its_counts_and_days(tree: Tree) -> None:
    assert row(tree, "lamp") == ["lamp", "3", "3", "3", "3", "2026-01-10", "2026-01-10", "0 %"]


def test_what_is_missing_or_unsure_is_counted(tree: Tree) -> None:
    tree.change("guides/chat/en-GB.toml", 'trap = "It looks on when it is not."\n', "")
    tree.change("guides/chat/guide.toml", 'confidence = "checked"', 'confidence = "to-confirm"')
    tree.change("guides/chat/guide.toml", "checked = 2026-01-10", "checked = 2025-12-24")
    assert row(tree, "chat") == ["chat", "3", "3", "2", "3", "2026-01-10", "2025-12-24", "33 %"]


def test_guides_stand_by_kind_and_name(tree: Tree) -> None:
    read = read_tree(tree.content)
    lines = coverage.table(read.catalogue, read.phrasebook).splitlines()
    assert [line.split("|")[1].strip() for line in lines[-3:]] == ["lamp", "chat", "home"]


def test_a_table_that_was_never_made_is_a_problem(tree: Tree) -> None:
    assert [problem.place.file for problem in stale(tree)] == ["COVERAGE.md"]


def test_a_table_is_up_to_date_until_something_changes(tree: Tree) -> None:
    written(tree)
    assert stale(tree) == ()
    tree.change("guides/lamp/guide.toml", "checked = 2026-01-10", "checked = 2026-01-11")
    assert len(stale(tree)) == 1
