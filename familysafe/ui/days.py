"""Days as people write them."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime


def short_day(day: date) -> str:
    """`22 Nov 2026`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def short_moment(at: datetime) -> str:
    """`22 Nov 2026, 14:05`, by the clock of whoever wrote it."""
    moment = QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute))
    return QLocale().toString(moment, "d MMM yyyy, HH:mm")
