"""What the pages about records draw."""

from datetime import date

from msgspec import Struct

from familysafe.domain.record import Record


class RecordChoice(Struct, frozen=True):
    """One record among several: the day it was begun, and what it is about."""

    id: str
    day: date
    title: str


class RecordView(Struct, frozen=True):
    """One record; before its first line it is nowhere but here, and `begun` is false.

    `choices` are the records that there are, newest first; `children` are (id, name) of this household; `about` names
    those that the record is about; `protected` where a passphrase is asked for before it can be read.
    """

    record: Record
    title: str
    begun: bool
    choices: tuple[RecordChoice, ...]
    children: tuple[tuple[str, str], ...]
    about: str
    throw_away: bool
    protected: bool = False
