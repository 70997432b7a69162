"""Days on paper."""

from datetime import UTC, date, datetime

from familysafe.output.dates import spoken, spoken_moment


def test_a_day_is_written_as_people_say_it() -> None:
    assert spoken(date(2026, 3, 1)) == "1 March 2026"


def test_a_moment_has_its_time_of_day() -> None:
    assert spoken_moment(datetime(2026, 3, 1, 9, 5, tzinfo=UTC)) == "1 March 2026, 09:05"
