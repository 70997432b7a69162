"""What FamilySafe cannot protect: said in plain words, in the window and in the README alike."""

from pathlib import Path

import pytest

from familysafe.content.reading_age import grade_of
from familysafe.words.limits import Limit, limits, limits_intro

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
LINES = README.partition("## What FamilySafe cannot protect\n")[2].partition("\n## ")[0].splitlines()
SECTION = " ".join(LINES)
EVERY = pytest.mark.parametrize("limit", limits(), ids=[limit.what for limit in limits()])
# Every danger that the design names, by a word that its sentences cannot do without.
NAMED = ("program", "sits down", "screenshot", "its disk", "Paper", "recovery sheet", "computer account")


@EVERY
def test_the_readme_says_the_same(limit: Limit) -> None:
    assert f"| {limit.what} | {limit.how} | {limit.helps} |" in SECTION


def test_the_readme_says_nothing_besides() -> None:
    assert limits_intro() in SECTION
    assert sum(line.startswith("|") for line in LINES) == len(limits()) + 2  # the head, and the line below it


@EVERY
def test_it_can_be_read_at_eleven(limit: Limit) -> None:
    assert grade_of([limits_intro(), limit.how, limit.helps]) <= 7


@pytest.mark.parametrize("word", NAMED)
def test_no_danger_is_left_out(word: str) -> None:
    assert sum(word in limit.how or word in limit.what for limit in limits()) == 1


def test_each_is_another() -> None:
    assert len({limit.what for limit in limits()}) == len(limits()) == len(NAMED)
