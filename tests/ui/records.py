"""A record to look at: a line as it was written, one that was put right, and one that was taken back."""

from datetime import timedelta

from familysafe.domain.record import Entry, Record, RecordField
from tests.builders import WRITTEN, a_record, an_entry

LATER, MUCH_LATER = WRITTEN + timedelta(hours=1), WRITTEN + timedelta(days=1)


def an_hour_later(own: str, text: str, corrects: str = "", field: RecordField = RecordField.TOLD) -> Entry:
    return an_entry(own, text, at=LATER, corrects=corrects, field=field)


def a_full_record(own: str = "r1") -> Record:
    """Something in every field; what was told was put right, and where was taken back."""
    fields = (
        an_entry(f"{field.value}-1", f"first of {field.value}", field=field, at=WRITTEN)
        for field in RecordField
        if field is not RecordField.TOLD
    )
    told = an_entry("told-1", "He asked her name.")
    right = an_hour_later("told-2", "He asked her age.", "told-1")
    gone = an_hour_later("where-2", "", "where-1", RecordField.WHERE)
    return a_record(own, told, *fields, right, gone)
