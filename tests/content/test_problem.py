"""A problem says its file and line before anything else."""

from pathlib import Path

from familysafe.content.problem import Place, Problem


def test_a_problem_reads_as_file_line_and_sentence() -> None:
    assert str(Problem(Place("guides/ipad/guide.toml", 7), "is odd")) == "guides/ipad/guide.toml:7: is odd"


def test_a_place_is_spoken_of_below_the_content_folder() -> None:
    assert Place.of(Path("/c"), Path("/c/guides/ipad/guide.toml")) == Place("guides/ipad/guide.toml", 1)


def test_problems_are_sorted_by_line_and_not_by_letter() -> None:
    ninth, tenth = Problem(Place("a", 9), "z"), Problem(Place("a", 10), "a")
    assert sorted([tenth, ninth]) == [ninth, tenth]
