"""What is asked for a record, and how it is said when a line was written."""

from collections.abc import Mapping
from datetime import datetime

import pytest
from msgspec.structs import replace

from familysafe.domain.phrasebook import SituationWords
from familysafe.domain.record import RecordField
from familysafe.domain.record_sheet import Recipient
from familysafe.words.record import (
    HEADINGS,
    HINTS,
    QUESTIONS,
    RECIPIENTS,
    SHEET_TITLES,
    earlier_wordings,
    situation_title,
    when_written,
)
from tests.builders import an_entry, small_content
from tests.ui.records import an_hour_later


def hour(at: datetime) -> str:
    return f"at {at.hour}"


FIRST, SECOND = an_entry("e1", "nine"), an_hour_later("e2", "ten", "e1")
GONE, AGAIN = an_hour_later("e3", "", "e2"), an_hour_later("e4", "eleven", "e3")


@pytest.mark.parametrize("table", [QUESTIONS, HINTS, HEADINGS])
def test_every_field_is_asked_for_in_words_of_its_own(table: Mapping[RecordField, object]) -> None:
    assert len({table[field]() for field in RecordField}) == len(RecordField)  # type: ignore[operator]


@pytest.mark.parametrize("table", [RECIPIENTS, SHEET_TITLES])
def test_every_recipient_has_a_name(table: Mapping[Recipient, object]) -> None:
    assert len({table[one]() for one in Recipient}) == len(Recipient)  # type: ignore[operator]


def test_a_situation_is_called_as_in_help_now() -> None:
    book = small_content().phrasebook
    book = replace(book, situations={"pictures": SituationWords("A picture went round", ("About.",))})
    assert situation_title(book, "pictures") == "A picture went round"
    assert situation_title(book, "withdrawn") == "Something that happened"


@pytest.mark.parametrize(
    ("wordings", "said"),
    [((FIRST,), "Written at 14"), ((FIRST, SECOND), "Put right at 15"), ((FIRST, SECOND, GONE), "Taken back at 15")],
)
def test_it_is_said_when_a_line_came_to_read_as_it_does(wordings: tuple[object, ...], said: str) -> None:
    assert when_written(wordings, hour) == said  # type: ignore[arg-type]


def test_every_wording_before_is_told_in_its_order() -> None:
    assert list(earlier_wordings((FIRST, SECOND, GONE, AGAIN), hour)) == [
        "First written at 14: “nine”",
        "Then written at 15: “ten”",
        "Taken back at 15",
    ]


def test_a_line_that_was_never_put_right_has_no_wording_before() -> None:
    assert list(earlier_wordings((FIRST,), hour)) == []
