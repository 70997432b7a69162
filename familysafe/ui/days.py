"""Days as people write them."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime


def short_day(day: date) -> str:
    """`22 Nov 2026`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def later(day: date, *, days: int = 0, months: int = 0) -> date:
    """A day so much later; a month after 31 January is the last of February."""
    at = QDate(day.year, day.month, day.day).addMonths(months).addDays(days)
    return date(at.year(), at.month(), at.day())


def short_moment(at: datetime) -> str:
    """`22 Nov 2026, 14:05`, by the clock of whoever wrote it."""
    moment = QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute))
    return QLocale().toString(moment, "d MMM yyyy, HH:mm")
