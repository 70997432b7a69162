"""Days as people write them."""

from datetime import date

from PySide6.QtCore import QDate, QLocale


def short_day(day: date) -> str:
    """`22 Nov 2026`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
