"""A recovery sheet before it counts: its words, their code, and which of them are asked for."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from familysafe.domain.secret import RecoveryWords, words_of


class RecoverySheet(Struct, frozen=True):
    """`code` is the words as rows of `0` and `1`; `asked` are numbers of words, counted from one as on the sheet."""

    secret: RecoveryWords
    code: tuple[str, ...]
    made: date
    asked: tuple[int, ...]

    def __repr__(self) -> str:
        return "RecoverySheet(…)"

    def differing(self, typed: Mapping[int, str]) -> tuple[int, ...]:
        """The numbers of the asked words that were typed otherwise than they stand on the sheet."""
        return tuple(
            number for number in self.asked if words_of(typed.get(number, "")).words != (self.secret.words[number - 1],)
        )
