"""How hard a passphrase is to guess."""

from enum import Enum


class Strength(Enum):
    """What it takes to find a passphrase by trying, for somebody with a copy of the vault and many computers."""

    EMPTY = "empty"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    FOR_EVER = "for-ever"
