"""A sheet is read line by line, and each line can be left out."""

import pytest
from msgspec.structs import replace

from familysafe.domain.record import RecordField
from familysafe.domain.record_sheet import Recipient, RecordSheet
from familysafe.output.record_sheet import record_sheet
from familysafe.ui.pages.record_sheet import RecordSheetPage
from familysafe.ui.theme import Theme
from familysafe.words.names import Names
from tests.app.looking import FAMILY
from tests.builders import a_record, an_entry, small_content
from tests.ui.conftest import Show
from tests.ui.eyes import button, press, says, texts
from tests.ui.records import a_full_record, an_hour_later

CONTENT = small_content()
NAMES = Names(CONTENT.catalogue, CONTENT.phrasebook, FAMILY)
SCHOOL, PLATFORM, POLICE = (
    f"For whom: {name}" for name in ("A school", "An app or website", "Police or a report form")
)


def sheets(record: object = None) -> tuple[RecordSheet, ...]:
    return tuple(record_sheet(record or a_full_record(), one, NAMES) for one in Recipient)  # type: ignore[arg-type]


@pytest.fixture
def page(theme: Theme, show: Show) -> RecordSheetPage:
    page = RecordSheetPage(theme)
    page.show_view("r1", sheets())
    show(page, 1000, 700)
    return page


def wanted(page: RecordSheetPage) -> set[str]:
    return {line.id for part in page.as_wanted().parts for line in part.lines}


def test_a_school_comes_first_with_what_it_needs(page: RecordSheetPage) -> None:
    assert button(page, SCHOOL).isChecked()
    assert says(page, "For the school")
    assert says(page, "No pictures are attached. None should be asked for or sent.")
    assert "names-1" not in wanted(page)
    assert button(page, "Leave this line out: first of names").isChecked()


@pytest.mark.parametrize(("name", "title"), [(PLATFORM, "For the app or website"), (POLICE, "For the police")])
def test_another_recipient_is_chosen(page: RecordSheetPage, name: str, title: str) -> None:
    press(page, name)
    assert says(page, title)
    assert not says(page, "For the school")
    assert button(page, name).isChecked()


def test_a_line_is_left_out_and_put_back(page: RecordSheetPage) -> None:
    tick = button(page, "Leave this line out: He asked her age.")
    tick.click()
    assert "told-1" not in wanted(page)
    tick.click()
    assert "told-1" in wanted(page)


def test_what_is_left_out_for_one_stays_for_another(page: RecordSheetPage) -> None:
    press(page, "Leave this line out: first of app")
    press(page, PLATFORM)
    assert "app-1" in wanted(page)
    press(page, SCHOOL)
    assert "app-1" not in wanted(page)


def test_the_nickname_stands_there_only_where_it_is_ticked(page: RecordSheetPage) -> None:
    assert page.as_wanted().child == ""
    press(page, "Put the nickname on this sheet")
    assert page.as_wanted().child == "About: Younger"
    press(page, POLICE)
    assert page.as_wanted().child == ""


def test_a_platform_is_not_even_offered_the_nickname(page: RecordSheetPage) -> None:
    press(page, PLATFORM)
    assert not says(page, "Younger")


def test_the_police_read_what_it_was_before(page: RecordSheetPage) -> None:
    before = "First written 22 November 2026, 14:05: “He asked her name.”"
    assert not says(page, before)
    press(page, POLICE)
    assert says(page, before)


def test_an_empty_sheet_is_not_handed_on(page: RecordSheetPage) -> None:
    page.show_view("r2", sheets(a_record("r2", an_entry())))
    press(page, PLATFORM)
    assert says(page, "Nothing of what they need is written down yet.")
    assert not button(page, "Print").isEnabled()
    press(page, SCHOOL)
    press(page, "Leave this line out: He asked for a picture.")
    assert not button(page, "Save as PDF").isEnabled()
    press(page, "Leave this line out: He asked for a picture.")
    assert button(page, "Save as PDF").isEnabled()


def test_what_was_ticked_stays_when_a_line_is_added(page: RecordSheetPage) -> None:
    press(page, "Leave this line out: He asked her age.")
    press(page, "Leave this line out: first of names")
    page.show_view("r1", sheets(a_full_record().with_entry(an_hour_later("told-9", "He wrote again."))))
    assert says(page, "He wrote again.")
    assert {"told-9", "names-1"} <= wanted(page)
    assert "told-1" not in wanted(page)


def test_for_another_record_one_begins_again(page: RecordSheetPage) -> None:
    press(page, "Leave this line out: He asked her age.")
    press(page, "Put the nickname on this sheet")
    page.show_view("r2", sheets(a_full_record("r2")))
    assert "told-1" in wanted(page)
    assert page.as_wanted().child == ""


def test_drawing_the_same_again_changes_nothing(page: RecordSheetPage) -> None:
    page.say("Copied.")
    page.show_view("r1", sheets())
    assert "Copied." in texts(page)


@pytest.mark.parametrize(
    ("name", "signal"), [("Print", "print_asked"), ("Save as PDF", "pdf_asked"), ("Copy as text", "copy_asked")]
)
def test_each_way_out_is_given_what_is_shown(page: RecordSheetPage, name: str, signal: str) -> None:
    given: list[RecordSheet] = []
    getattr(page, signal).connect(given.append)
    press(page, name)
    assert given == [page.as_wanted()]


def test_a_line_that_was_left_out_stays_out_when_it_is_put_right(page: RecordSheetPage) -> None:
    record = a_full_record()
    page._left_out.add((Recipient.SCHOOL, "who-1"))
    mended = replace(record, entries=(*record.entries, an_hour_later("who-2", "spelt right", "who-1", RecordField.WHO)))
    page.show_view("r1", sheets(mended))
    assert "who-1" not in wanted(page)
    assert not any("spelt right" in line.text for part in page.as_wanted().parts for line in part.lines)
