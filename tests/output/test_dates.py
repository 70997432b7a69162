"""Days on paper."""

from datetime import date

from familysafe.output.dates import spoken


def test_a_day_is_written_as_people_say_it() -> None:
    assert spoken(date(2026, 3, 1)) == "1 March 2026"
