"""A record as its page shows it."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from familysafe.app.showing.record import may_be_written, new_record, record_sheets, record_view
from familysafe.content.compiled import Compiled
from familysafe.domain.record_sheet import Recipient
from familysafe.domain.record_views import RecordChoice
from familysafe.domain.situation import Situation
from tests.app.looking import content, look
from tests.builders import TODAY, WRITTEN, a_record, an_entry

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
OLDER = a_record("r0", begun=WRITTEN - timedelta(days=3))
RECORD = a_record("r1", an_entry())


def with_situations(**kinds: bool) -> Compiled:
    made = content()
    situations = {"inside": Situation("inside", 1, (), {}, **kinds)}
    return replace(made, catalogue=replace(made.catalogue, situations=situations))


def test_a_record_is_shown_with_the_others_the_newest_first() -> None:
    view = record_view(look(records=(OLDER, RECORD)), RECORD)
    assert view.begun
    title = "Something that happened"
    assert view.choices == (
        RecordChoice("r1", TODAY, title),
        RecordChoice("r0", TODAY - timedelta(days=3), title),
    )


def test_it_says_whom_it_is_about_by_the_names_of_this_home() -> None:
    assert record_view(look(records=(RECORD,)), RECORD).about == "Younger"
    nobody = replace(RECORD, children=())
    assert record_view(look(records=(nobody,)), nobody).about == ""


def test_before_its_first_line_it_is_nowhere() -> None:
    fresh = new_record("pictures", NOON)
    view = record_view(look(), fresh)
    assert (view.begun, view.choices, view.record.entries) == (False, (), ())
    assert view.children == (("c1", "Younger"), ("c2", "Elder"))


@pytest.mark.parametrize(("kinds", "may"), [({}, True), ({"quiet": True}, False), ({"child": True}, False)])
def test_of_what_is_to_stay_unsaid_nothing_is_written(kinds: dict[str, bool], may: bool) -> None:
    assert may_be_written(with_situations(**kinds), "inside") is may


def test_what_nobody_knows_any_more_may_be_written_about() -> None:
    assert may_be_written(content(), "long-gone")


def test_there_is_a_sheet_for_everybody() -> None:
    sheets = record_sheets(look(records=(RECORD,)), RECORD)
    assert [sheet.recipient for sheet in sheets] == list(Recipient)
