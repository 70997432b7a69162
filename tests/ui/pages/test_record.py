"""The page on which something is written down."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from familysafe.domain.record import Entry, Record, RecordField
from familysafe.domain.record_views import RecordChoice, RecordView
from familysafe.ui.pages.record import RecordPage
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.choice import DropDown
from familysafe.ui.widgets.words_only import WordsEdit
from familysafe.words.record import HINTS, QUESTIONS
from tests.builders import TODAY, a_record, an_entry
from tests.ui.conftest import Show
from tests.ui.eyes import press, says, seen, texts
from tests.ui.records import LATER

TOLD = QUESTIONS[RecordField.TOLD]()
WHO = QUESTIONS[RecordField.WHO]()
RECORD = a_record("r1", an_entry("e1", "He asked her name."))
CHOICE = RecordChoice("r1", TODAY, "About pictures")


def a_view(record: Record = RECORD, *choices: RecordChoice, **changes: object) -> RecordView:
    default = RecordView(
        record=record,
        title="About pictures",
        begun=True,
        choices=choices or (CHOICE,),
        children=(("c1", "Younger"),),
        about="Younger",
        throw_away=False,
    )
    return replace(default, **changes)


def fresh(**changes: object) -> RecordView:
    record = a_record("r9", children=())
    return replace(a_view(record, begun=False, about=""), choices=(), **changes)


@pytest.fixture
def page(theme: Theme, show: Show) -> Iterator[RecordPage]:
    page = RecordPage(theme, lambda: LATER)
    page.show_view(a_view())
    return show(page, 1000, 700)


@pytest.fixture
def kept(page: RecordPage) -> list[tuple[Record, Entry]]:
    found: list[tuple[Record, Entry]] = []
    page.kept.connect(lambda record, entry: found.append((record, entry)))
    return found


def edits(page: RecordPage) -> dict[str, WordsEdit]:
    return {edit.accessibleName(): edit for edit in seen(page, WordsEdit)}


def test_ten_things_are_asked_for_in_their_order(page: RecordPage) -> None:
    asked = [text for text in texts(page) if text in {QUESTIONS[field]() for field in RecordField}]
    assert asked == [QUESTIONS[field]() for field in RecordField]
    assert all(says(page, HINTS[field]()) for field in RecordField)


def test_no_field_is_open_until_it_is_wanted(page: RecordPage) -> None:
    assert edits(page) == {}
    press(page, f"Add: {WHO}")
    assert list(edits(page)) == [WHO]
    assert edits(page)[WHO].hasFocus()


def test_a_new_one_opens_with_what_they_told(page: RecordPage) -> None:
    page.show_view(fresh())
    assert list(edits(page)) == [TOLD]
    assert says(page, "Which child is it about?")
    assert not says(page, "To hand on")


def test_a_child_is_asked_for_only_where_there_is_one(page: RecordPage) -> None:
    page.show_view(fresh(children=()))
    assert not says(page, "Which child is it about?")


def test_who_was_named_goes_with_the_first_line(page: RecordPage, kept: list[tuple[Record, Entry]]) -> None:
    page.show_view(fresh())
    press(page, "About Younger")
    page.show_view(fresh(title="Another title"))
    edits(page)[TOLD].setPlainText("  He asked.  ")
    press(page, f"Keep this line: {TOLD}")
    ((record, entry),) = kept
    assert record.children == ("c1",)
    assert (entry.text, entry.field, entry.at, entry.corrects) == ("He asked.", RecordField.TOLD, LATER, "")


def test_a_line_is_asked_for_once(page: RecordPage, kept: list[tuple[Record, Entry]]) -> None:
    press(page, f"Add: {WHO}")
    edits(page)[WHO].setPlainText("Nobody we know.")
    for _again in range(2):
        press(page, f"Keep this line: {WHO}")
    page.keep_draft()
    assert len(kept) == 1


def test_an_empty_line_is_closed_and_not_kept(page: RecordPage, kept: list[tuple[Record, Entry]]) -> None:
    press(page, f"Add: {WHO}")
    edits(page)[WHO].setPlainText("   ")
    press(page, f"Keep this line: {WHO}")
    assert kept == []
    assert edits(page) == {}


def test_one_that_is_not_wanted_is_closed(page: RecordPage, kept: list[tuple[Record, Entry]]) -> None:
    press(page, f"Add: {WHO}")
    edits(page)[WHO].setPlainText("Nobody we know.")
    press(page, f"Do not keep it: {WHO}")
    page.keep_draft()
    assert (kept, edits(page)) == ([], {})


def test_a_draft_is_kept_before_the_window_goes(page: RecordPage, kept: list[tuple[Record, Entry]]) -> None:
    press(page, f"Put right line 1: {TOLD}")
    press(page, f"Add: {WHO}")
    edits(page)[WHO].setPlainText("Nobody we know.")
    page.keep_draft()
    assert [entry.text for _record, entry in kept] == ["Nobody we know."]


def test_drawing_the_same_again_leaves_the_cursor_where_it_is(page: RecordPage) -> None:
    press(page, f"Add: {WHO}")
    before = edits(page)[WHO]
    before.setPlainText("Nobody")
    page.show_view(a_view())
    assert edits(page)[WHO] is before


def test_it_says_saved_where_it_was_written_until_one_writes_on(
    page: RecordPage, kept: list[tuple[Record, Entry]]
) -> None:
    press(page, f"Add: {WHO}")
    edits(page)[WHO].setPlainText("Nobody we know.")
    press(page, f"Keep this line: {WHO}")
    assert not says(page, "Saved")
    page.show_view(a_view(RECORD.with_entry(kept[0][1])))
    assert texts(page).count("Saved") == 1
    assert edits(page) == {}
    press(page, f"Add: {WHO}")
    assert "Saved" not in texts(page)


def test_after_a_refusal_it_may_be_tried_again(page: RecordPage, kept: list[tuple[Record, Entry]]) -> None:
    press(page, f"Add: {WHO}")
    edits(page)[WHO].setPlainText("Nobody we know.")
    press(page, f"Keep this line: {WHO}")
    page.go_on()
    press(page, f"Keep this line: {WHO}")
    assert len(kept) == 2


def test_one_alone_is_not_to_be_chosen(page: RecordPage) -> None:
    assert not seen(page, DropDown)
    page.show_view(a_view(RECORD, CHOICE, RecordChoice("r2", TODAY, "About money")))
    (box,) = seen(page, DropDown)
    assert [box.itemText(number) for number in range(box.count())] == [
        "22 Nov 2026 · About pictures",
        "22 Nov 2026 · About money",
    ]


def test_the_one_that_is_chosen_is_said(page: RecordPage) -> None:
    chosen: list[str] = []
    page.chosen.connect(chosen.append)
    page.show_view(a_view(RECORD, CHOICE, RecordChoice("r2", TODAY, "About money")))
    (box,) = seen(page, DropDown)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert chosen == ["r2"]


def test_of_one_that_goes_nothing_is_kept(page: RecordPage, kept: list[tuple[Record, Entry]]) -> None:
    press(page, f"Add: {WHO}")
    edits(page)[WHO].setPlainText("Nobody we know.")
    page.forget("r1")
    page.keep_draft()
    assert kept == []
