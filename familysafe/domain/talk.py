"""A conversation that took place."""

from datetime import date

from msgspec import Struct


class Talk(Struct, frozen=True, forbid_unknown_fields=True):
    """Which cards were used and with whom (ids; nobody named means the family), and a private note."""

    id: str
    on: date
    cards: tuple[str, ...]
    children: tuple[str, ...] = ()
    note: str = ""
