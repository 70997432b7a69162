"""Days as they are written on paper."""

from datetime import date, datetime

from familysafe.words.language import _


def spoken(day: date) -> str:
    """`22 November 2026`."""
    return _("{day} {month} {year}").format(day=day.day, month=day.strftime("%B"), year=day.year)


def spoken_moment(at: datetime) -> str:
    """`22 November 2026, 14:05`."""
    return _("{day}, {time}").format(day=spoken(at.date()), time=at.strftime("%H:%M"))
