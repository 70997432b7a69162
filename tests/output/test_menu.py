"""One menu path where there is room for one."""

from familysafe.output.menu import newest_path
from tests.builders import a_guide, step_words


def test_the_guide_s_newest_system_that_has_words_decides() -> None:
    words = step_words(where={"a-1": ("One",), "a-2": ("Two",)})
    assert newest_path(words, a_guide(systems=("a-3", "a-2", "a-1"))) == ("Two",)


def test_without_systems_the_common_path_is_taken() -> None:
    assert newest_path(step_words(where={"any": ("Here",)}), a_guide()) == ("Here",)


def test_in_a_guide_that_knows_none_of_the_systems_the_first_written_is_taken() -> None:
    assert newest_path(step_words(where={"a-2": ("Two",), "a-1": ("One",)}), a_guide()) == ("Two",)
