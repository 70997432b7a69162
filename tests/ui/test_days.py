"""Days as people write them."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from familysafe.ui.days import later, short_day, short_moment


@pytest.fixture(autouse=True)
def british() -> object:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 11, 22), "22 Nov 2026"), (date(2027, 1, 1), "1 Jan 2027"), (date(400, 5, 3), "3 May 0400")],
)
def test_a_day_is_said_with_its_month_and_year(day: date, said: str) -> None:
    assert short_day(day) == said


def test_a_moment_is_said_with_its_time_of_day() -> None:
    assert short_moment(datetime(2026, 11, 22, 9, 5, 59, tzinfo=UTC)) == "22 Nov 2026, 09:05"


@pytest.mark.parametrize(
    ("day", "parts", "at"),
    [
        (date(2026, 11, 22), {"days": 7}, date(2026, 11, 29)),
        (date(2026, 11, 22), {"months": 3}, date(2027, 2, 22)),
        (date(2026, 11, 30), {"months": 3}, date(2027, 2, 28)),
        (date(2028, 1, 31), {"months": 1}, date(2028, 2, 29)),
        (date(2026, 12, 31), {"days": 1}, date(2027, 1, 1)),
    ],
)
def test_a_month_later_is_a_month_of_the_calendar(day: date, parts: dict[str, int], at: date) -> None:
    assert later(day, **parts) == at
