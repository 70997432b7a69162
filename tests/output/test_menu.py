"""One menu path where there is room for one."""

from familysafe.domain.guide import GuideKind
from familysafe.output.menu import one_path
from tests.builders import a_guide, step_words


def test_the_guide_s_newest_system_that_has_words_decides() -> None:
    words = step_words(where={"a-1": ("One",), "a-2": ("Two",)})
    assert one_path(words, a_guide(systems=("a-3", "a-2", "a-1")), ()) == ("Two",)


def test_without_systems_the_common_path_is_taken() -> None:
    assert one_path(step_words(where={"any": ("Here",)}), a_guide(), ()) == ("Here",)


def test_in_a_guide_that_knows_none_of_the_systems_the_first_written_is_taken() -> None:
    assert one_path(step_words(where={"a-2": ("Two",), "a-1": ("One",)}), a_guide(), ()) == ("Two",)


def test_the_menus_of_a_connection_are_those_of_a_device_at_home() -> None:
    words = step_words(where={"phone": ("One",), "watch": ("Two",)})
    guide = a_guide("dns", kind=GuideKind.CONNECTION, systems=("phone", "watch", "tv"))
    assert one_path(words, guide, {"watch"}) == ("Two",)
    assert one_path(words, guide, {"watch", "phone"}) == ("One",)
    assert one_path(words, guide, {"tv"}) == one_path(words, guide, ()) == ("One",)


def test_a_device_of_another_kind_says_nothing_of_the_menus_of_this_one() -> None:
    words = step_words(where={"ios": ("One",), "android": ("Two",)})
    assert one_path(words, a_guide("old-phone", systems=("ios", "android")), {"android"}) == ("One",)
