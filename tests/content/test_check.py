"""The authors' linter as a whole."""

from pathlib import Path

from familysafe.app.paths import resources
from familysafe.content.check import check_content
from familysafe.content.compiled import Compiled
from tests.content.tree import TODAY, Tree


def test_content_without_a_mistake_has_no_problem(tree: Tree) -> None:
    assert tree.problems() == ()


def test_mistakes_in_several_files_are_told_together(tree: Tree) -> None:
    tree.change("guides/lamp/guide.toml", "weight = 4", "weight = 9")
    tree.change("guides/chat/en-GB.toml", "It keeps the bad out.", "It’s <b>good</b>.")
    tree.change("cards/trust/cards.toml", 'guides = ["lamp"]', 'guides = ["lmap"]')
    tree.change("help/GB/services.toml", "checked = 2026-01-10", "checked = 2027-01-10")
    assert [problem.place.file for problem in tree.problems()] == [
        "cards/trust/cards.toml",
        "guides/chat/en-GB.toml",
        "guides/lamp/guide.toml",
        "help/GB/services.toml",
    ]


def test_two_mistakes_in_one_block_are_told_together(tree: Tree) -> None:
    tree.change("guides/lamp/guide.toml", 'who = "together"\nminutes = 5', 'who = "nobody"\nminutes = "five"')
    at = tree.line("guides/lamp/guide.toml", 'who = "nobody"')
    assert {problem.place.line for problem in tree.problems()} >= {at, at + 1}


def test_problems_come_in_the_order_of_files_and_lines(tree: Tree) -> None:
    tree.change("guides/lamp/guide.toml", "shelf_life = 120", "shelf_life = 1")
    tree.change("guides/lamp/guide.toml", "weight = 4", "weight = 0")
    tree.change("guides/chat/guide.toml", "minutes = 5", "minutes = 0")
    found = tree.problems()
    assert len(found) == 3
    assert list(found) == sorted(found, key=lambda problem: (problem.place.file, problem.place.line))


def test_a_folder_without_content_says_what_is_missing(tmp_path: Path) -> None:
    missing = {problem.place.file for problem in check_content(tmp_path, TODAY)}
    assert missing == {"retired.toml", "topics.en-GB.toml", "topics.toml"}


def test_the_content_that_families_read_is_clean() -> None:
    from datetime import date

    found = check_content(resources() / "content", date.today())  # noqa: DTZ011 - the author's day
    assert [str(problem) for problem in found] == []


def test_every_guide_has_its_icon(content: Compiled) -> None:
    drawn = {file.stem for file in (resources() / "icons").glob("*.svg")}
    assert {guide.icon for guide in content.catalogue.guides.values()} - drawn == set()
