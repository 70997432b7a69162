"""How hard a text is to read, with names and menu words left out."""

from familysafe.content.reading_age import grade_of, without_names

EASY = "The cat sat on the mat."
HARD = "Organisational responsibilities necessitate comprehensive administrative consideration."


def test_a_child_s_sentence_is_easier_than_an_office_s() -> None:
    assert grade_of([EASY]) < 4 < grade_of([HARD])


def test_nothing_is_not_hard() -> None:
    assert grade_of([]) == 0


def test_words_on_the_screen_are_not_the_author_s_to_simplify() -> None:
    assert without_names("Tap “Communication Limits” now.") == "Tap it now."


def test_the_name_of_a_child_is_not_counted() -> None:
    assert without_names("Ask {child} first.") == "Ask it first."


def test_an_address_is_not_counted() -> None:
    assert without_names("Open childline.org.uk/get-support now.") == "Open it now."


def test_a_name_inside_a_sentence_is_not_counted() -> None:
    assert without_names("open Family Link and wait.") == "open it and wait."


def test_a_line_without_an_end_is_a_sentence_of_its_own() -> None:
    assert without_names("Open the menu") == "Open the menu."


def test_a_name_of_several_words_is_one_name() -> None:
    assert without_names("use the Bank of the West today") == "use the it today."
