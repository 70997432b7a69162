"""Days as they are written on paper."""

from datetime import date
from gettext import gettext as _


def spoken(day: date) -> str:
    """`22 November 2026`."""
    return _("{day} {month} {year}").format(day=day.day, month=day.strftime("%B"), year=day.year)
