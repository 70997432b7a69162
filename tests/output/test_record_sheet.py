"""A sheet for each recipient: what they need, and nothing else."""

import pytest

from familysafe.domain.record import Record, RecordField
from familysafe.domain.record_sheet import Recipient, RecordSheet
from familysafe.output.record_sheet import record_sheet, record_text
from familysafe.words.names import Names
from familysafe.words.record import HEADINGS
from tests.app.looking import FAMILY
from tests.builders import a_record, an_entry, small_content
from tests.ui.records import a_full_record

CONTENT = small_content()
NAMES = Names(CONTENT.catalogue, CONTENT.phrasebook, FAMILY)
WANTED = {
    Recipient.PLATFORM: {RecordField.APP, RecordField.NAMES, RecordField.WHEN},
    Recipient.SCHOOL: {
        RecordField.TOLD,
        RecordField.WHO,
        RecordField.WHEN,
        RecordField.APP,
        RecordField.DONE,
        RecordField.TOLD_TO,
    },
    Recipient.POLICE: set(RecordField) - {RecordField.WHERE},
}
GOLDEN = """\
For the police or a report service
Something that happened
Written down by a parent or carer. Each line says when.
About: Younger

What the child said
- He asked her age.
  (Put right 22 November 2026, 15:05)
  (First written 22 November 2026, 14:05: “He asked her name.”)

Who is involved
- first of who
  (Written 22 November 2026, 14:05)

No pictures are attached. None should be asked for or sent.

Made with FamilySafe
"""


def sheet(recipient: Recipient, record: Record | None = None) -> RecordSheet:
    return record_sheet(record or a_full_record(), recipient, NAMES)


def usual(recipient: Recipient, *, named: bool = False) -> RecordSheet:
    """As it goes to paper where nobody ticks anything."""
    made = sheet(recipient)
    return made.keeping(made.left_out_at_first(), named=named)


@pytest.mark.parametrize("recipient", Recipient)
def test_each_is_given_its_own_fields_only(recipient: Recipient) -> None:
    titles = [part.title for part in usual(recipient).parts]
    assert sorted(titles) == sorted(HEADINGS[field]() for field in WANTED[recipient])


@pytest.mark.parametrize("recipient", Recipient)
def test_each_says_who_wrote_it_when_and_that_there_is_no_picture(recipient: Recipient) -> None:
    text = record_text(usual(recipient))
    assert "Written down by a parent or carer. Each line says when." in text
    assert "(Written 22 November 2026, 14:05)" in text
    assert "No pictures are attached. None should be asked for or sent." in text
    assert text.count("FamilySafe") == 1


@pytest.mark.parametrize("recipient", [Recipient.SCHOOL, Recipient.PLATFORM])
def test_only_the_police_are_told_how_it_was_worded_before(recipient: Recipient) -> None:
    assert "He asked her name." not in record_text(sheet(recipient))
    assert "first of where" not in record_text(sheet(recipient))


@pytest.mark.parametrize("recipient", Recipient)
def test_a_line_that_was_put_right_says_so_to_everyone(recipient: Recipient) -> None:
    corrected = a_record(
        "r1",
        an_entry("e1", "Roblox.", field=RecordField.APP),
        an_entry("e2", "WhatsApp.", field=RecordField.APP, corrects="e1"),
        an_entry("e3", "Yesterday.", field=RecordField.WHEN),
    )
    said = {line.text: line.written.split()[0] for part in sheet(recipient, corrected).parts for line in part.lines}
    assert said == {"WhatsApp.": "Put", "Yesterday.": "Written"}


def test_a_school_is_given_names_and_links_only_where_that_is_wanted() -> None:
    made = sheet(Recipient.SCHOOL)
    assert made.left_out_at_first() == {"names-1"}
    assert "first of names" in record_text(made)
    assert "first of names" not in record_text(usual(Recipient.SCHOOL))


def test_what_was_taken_back_is_for_the_police_and_only_where_that_is_wanted() -> None:
    made = sheet(Recipient.POLICE)
    assert made.left_out_at_first() == {"where-1"}
    assert "This line was taken back." in record_text(made)
    assert "First written 22 November 2026, 14:05: “first of where”" in record_text(made)


@pytest.mark.parametrize(("recipient", "said"), [(Recipient.SCHOOL, True), (Recipient.PLATFORM, False)])
def test_a_platform_needs_neither_the_nickname_nor_what_it_is_about(recipient: Recipient, said: bool) -> None:
    text = record_text(usual(recipient, named=True))
    assert ("Younger" in text) is said
    assert ("Something that happened" in text) is said


@pytest.mark.parametrize("recipient", Recipient)
def test_nobody_is_named_unasked(recipient: Recipient) -> None:
    assert "Younger" not in record_text(usual(recipient))


def test_where_nobody_was_named_there_is_nobody_to_name() -> None:
    assert sheet(Recipient.POLICE, a_record("r1", an_entry(), children=())).child == ""


def test_a_sheet_reads_like_this() -> None:
    kept = {"told-1", "who-1"}
    made = sheet(Recipient.POLICE)
    others = {line.id for part in made.parts for line in part.lines} - kept
    assert record_text(made.keeping(others, named=True)) == GOLDEN
