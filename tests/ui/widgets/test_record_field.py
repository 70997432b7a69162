"""One question of a record, with its lines and what is being written."""

import pytest

from familysafe.domain.record import RecordField
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.record_field import NEW, FieldCard
from familysafe.words.record import QUESTIONS
from tests.builders import an_entry
from tests.ui.conftest import Show
from tests.ui.eyes import button, press, says, texts
from tests.ui.records import an_hour_later

TOLD = QUESTIONS[RecordField.TOLD]()
FIRST, SECOND = an_entry("e1", "nine"), an_hour_later("e2", "ten", "e1")
GONE = an_hour_later("e3", "", "e2")


def card(theme: Theme, *lines: tuple[object, ...], says: str = "", **drafts: str) -> FieldCard:
    return FieldCard(theme, RecordField.TOLD, lines, drafts, says)  # type: ignore[arg-type]


def test_where_nothing_is_written_it_only_asks(theme: Theme, show: Show) -> None:
    shown = show(card(theme))
    assert texts(shown) == [TOLD, "Their own words, as near as you can. Stop where they stopped."]
    assert button(shown, f"Add: {TOLD}").text() == "Add"


def test_a_line_says_when_it_was_written(theme: Theme, show: Show) -> None:
    shown = show(card(theme, (FIRST,)))
    assert texts(shown)[2:] == ["nine", "Written 22 Nov 2026, 14:05"]
    assert button(shown, f"Add: {TOLD}").text() == "Add another"


def test_what_was_put_right_keeps_its_first_wording_beneath(theme: Theme, show: Show) -> None:
    shown = show(card(theme, (FIRST, SECOND)))
    assert texts(shown)[2:] == ["ten", "Put right 22 Nov 2026, 15:05", "First written 22 Nov 2026, 14:05: “nine”"]


def test_what_was_taken_back_can_be_read_and_written_again(theme: Theme, show: Show) -> None:
    shown = show(card(theme, (FIRST, SECOND, GONE)))
    assert texts(shown)[2:] == [
        "This line was taken back.",
        "Taken back 22 Nov 2026, 15:05",
        "First written 22 Nov 2026, 14:05: “nine”",
        "Then written 22 Nov 2026, 15:05: “ten”",
    ]
    assert button(shown, f"Put right line 1: {TOLD}").isEnabled()


def test_a_line_is_never_read_as_markup(theme: Theme, show: Show) -> None:
    assert says(show(card(theme, (an_entry("e1", "<b>https://example.org</b>"),))), "<b>https://example.org</b>")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (f"Keep this line: Put right line 1: {TOLD}", ("e1", "eleven")),
        (f"Take this line back: Put right line 1: {TOLD}", ("e1", "")),
    ],
)
def test_what_is_kept_names_the_wording_that_it_puts_right(
    theme: Theme, show: Show, name: str, said: tuple[str, str]
) -> None:
    shown = card(theme, (FIRST,), e1="eleven")
    kept: list[tuple[object, str, str]] = []
    shown.kept.connect(lambda *given: kept.append(given))
    show(shown)
    press(shown, name)
    assert kept == [(RecordField.TOLD, *said)]


def test_a_new_line_cannot_be_taken_back_only_left(theme: Theme, show: Show) -> None:
    shown = FieldCard(theme, RecordField.TOLD, (), {NEW: "nine"}, "")
    left: list[tuple[object, str]] = []
    shown.left.connect(lambda *given: left.append(given))
    show(shown)
    names = [
        one.text() for one in shown.findChildren(type(button(shown, f"Keep this line: {TOLD}"))) if one.isVisible()
    ]
    assert names == ["Keep this line", "Do not keep it"]
    press(shown, f"Do not keep it: {TOLD}")
    assert left == [(RecordField.TOLD, NEW)]


def test_each_line_is_known_by_what_it_corrects(theme: Theme, show: Show) -> None:
    shown = FieldCard(theme, RecordField.TOLD, ((FIRST,),), {"e1": "nine"}, "Saved")
    show(shown)
    assert shown.part("e1") is shown.edits["e1"].edit
    assert shown.part(NEW) is button(shown, f"Add: {TOLD}")
    assert says(shown, "Saved")
