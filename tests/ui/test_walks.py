"""Where somebody is in a situation."""

import pytest

from familysafe.ui.walks import Walk, Walks


@pytest.fixture
def walks() -> Walks:
    return Walks()


def test_one_begins_at_the_beginning(walks: Walks) -> None:
    assert walks.of("threatened") == Walk(0, {})
    assert walks.begun() == ()


def test_place_and_marks_are_kept_for_each_situation(walks: Walks) -> None:
    walks.mark("threatened", "threatened.stay", "done")
    walks.move("threatened", 2)
    walks.mark("threatened", "threatened.stop", "not-possible")
    walks.move("scam", 1)
    assert walks.of("threatened") == Walk(2, {"threatened.stay": "done", "threatened.stop": "not-possible"})
    assert walks.of("scam") == Walk(1)
    assert walks.begun() == ("threatened", "scam")


def test_a_mark_is_changed_by_the_next_one(walks: Walks) -> None:
    walks.mark("threatened", "threatened.stay", "done")
    walks.mark("threatened", "threatened.stay", "not-possible")
    assert walks.of("threatened").marks == {"threatened.stay": "not-possible"}


def test_who_is_back_at_the_first_screen_has_not_begun(walks: Walks) -> None:
    walks.move("threatened", 2)
    walks.move("threatened", 0)
    assert walks.begun() == ()


def test_what_is_forgotten_was_never_there(walks: Walks) -> None:
    walks.move("inside-home", 2)
    walks.forget("inside-home")
    walks.forget("nowhere")
    assert walks.of("inside-home") == Walk()
    assert walks.begun() == ()


def test_all_of_it_can_be_forgotten(walks: Walks) -> None:
    walks.move("threatened", 2)
    walks.mark("scam", "scam.stop", "done")
    walks.clear()
    assert walks.begun() == ()
    assert walks.of("scam") == Walk()


def test_what_one_reads_is_not_changed_by_going_on(walks: Walks) -> None:
    before = walks.of("threatened")
    walks.mark("threatened", "threatened.stay", "done")
    assert before.marks == {}
