"""Everything that a vault remembers of a family."""

from msgspec import Struct

from familysafe.domain.answer import Answer
from familysafe.domain.household import Household
from familysafe.domain.record import LookIn, Record
from familysafe.domain.talk import Talk
from familysafe.domain.target import ItemKey


class Preferences(Struct, frozen=True, forbid_unknown_fields=True):
    """What is private enough to be kept inside: the time last chosen, and whether first start is behind us.

    `lock_after` is in minutes without a touch, 0 for never; `passphrase_offered` once one was offered at a note.
    """

    minutes: int = 15
    started: bool = False
    lock_after: int = 5
    passphrase_offered: bool = False


class Memory(Struct, frozen=True):
    """`answers` holds the newest one for each key, oldest first; records come in the order in which they were begun."""

    household: Household = Household()
    answers: tuple[Answer, ...] = ()
    talks: tuple[Talk, ...] = ()
    preferences: Preferences = Preferences()
    records: tuple[Record, ...] = ()
    look_ins: tuple[LookIn, ...] = ()

    def by_key(self) -> dict[ItemKey, Answer]:
        return {answer.key: answer for answer in self.answers}
