"""A record is added to and never written over; every wording of a line stays readable."""

from datetime import datetime

import msgspec
import pytest

from familysafe.domain.record import Entry, Record, RecordField
from tests.builders import WRITTEN, a_record, an_entry

FIRST, SECOND = an_entry("e1", "first"), an_entry("e2", "second")
BETTER, BEST = an_entry("e3", "better", corrects="e1"), an_entry("e4", "best", corrects="e3")
TAKEN_BACK = an_entry("e5", "", corrects="e2")
WHO = an_entry("e6", "the owl", field=RecordField.WHO)
LOST = an_entry("e7", "to nothing", corrects="e99")


def texts(record: Record, field: RecordField = RecordField.TOLD) -> list[list[str]]:
    return [[entry.text for entry in line] for line in record.wordings(field)]


def test_a_record_that_was_just_begun_has_no_lines() -> None:
    for field in RecordField:
        assert texts(a_record(), field) == []
        assert a_record().lines(field) == ()


def test_each_line_is_followed_through_its_wordings() -> None:
    record = a_record("r1", FIRST, SECOND, BETTER, WHO, BEST)
    assert texts(record) == [["first", "better", "best"], ["second"]]
    assert texts(record, RecordField.WHO) == [["the owl"]]
    assert record.lines(RecordField.TOLD) == (BEST, SECOND)


def test_a_line_that_was_taken_back_is_left_out_and_can_still_be_read() -> None:
    record = a_record("r1", FIRST, SECOND, TAKEN_BACK)
    assert record.lines(RecordField.TOLD) == (FIRST,)
    assert texts(record) == [["first"], ["second", ""]]


def test_a_line_that_was_taken_back_can_be_written_anew() -> None:
    again = an_entry("e8", "after all", corrects="e5")
    assert a_record("r1", SECOND, TAKEN_BACK, again).lines(RecordField.TOLD) == (again,)


def test_two_corrections_of_the_same_wording_are_both_kept_and_the_later_counts() -> None:
    other = an_entry("e8", "otherwise", corrects="e1")
    record = a_record("r1", FIRST, BETTER, other)
    assert texts(record) == [["first", "better", "otherwise"]]
    assert record.lines(RecordField.TOLD) == (other,)


def test_a_line_stays_under_the_field_of_its_first_wording() -> None:
    moved = an_entry("e8", "the owl asked", field=RecordField.WHO, corrects="e1")
    record = a_record("r1", FIRST, moved)
    assert texts(record) == [["first", "the owl asked"]]
    assert texts(record, RecordField.WHO) == []


@pytest.mark.parametrize(
    "entry",
    [LOST, an_entry("e1", "of itself", corrects="e1"), an_entry("e1", "of what came later", corrects="e2")],
    ids=["nothing", "itself", "later"],
)
def test_what_corrects_nothing_before_it_is_a_line_of_its_own(entry: Entry) -> None:
    assert a_record("r1", entry, SECOND).lines(RecordField.TOLD) == (entry, SECOND)


def test_an_entry_is_added_at_the_end() -> None:
    assert a_record("r1", FIRST).with_entry(SECOND) == a_record("r1", FIRST, SECOND)


def test_an_entry_that_is_there_is_not_written_over() -> None:
    record = a_record("r1", FIRST, SECOND)
    assert record.with_entry(an_entry("e1", "something else")) == record


def test_a_child_is_taken_out_of_it_and_the_lines_stay() -> None:
    record = a_record("r1", FIRST, children=("c1", "c2"))
    assert record.without_child("c1") == a_record("r1", FIRST, children=("c2",))
    assert record.without_child("c9") == record


def test_a_time_without_its_zone_is_refused() -> None:
    naive = datetime(2026, 11, 22, 14, 5)  # noqa: DTZ001 - that is what is refused
    for make in (lambda: an_entry(at=naive), lambda: a_record(begun=naive)):
        with pytest.raises(ValueError, match="zone"):
            make()
    told = msgspec.json.encode(FIRST).replace(b"14:05:00Z", b"14:05:00")
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(told, type=Entry)


def test_the_time_keeps_its_zone() -> None:
    there = WRITTEN.astimezone(datetime.strptime("+0530", "%z").tzinfo)
    kept = msgspec.json.decode(msgspec.json.encode(an_entry(at=there)), type=Entry)
    assert kept.at.isoformat() == "2026-11-22T19:35:00+05:30"


def test_the_fields_are_asked_for_in_order() -> None:
    names = [field.value for field in RecordField]
    assert names[:4] == ["told", "who", "where", "when"]
    assert names[4:] == ["demanded", "app", "names", "done", "references", "told-to"]
