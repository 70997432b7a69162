"""What opens a vault besides the device key: a passphrase, or the words on the recovery sheet."""

import unicodedata

from msgspec import Struct


class Passphrase(Struct, frozen=True):
    """What a parent knows, in the one form in which it is used."""

    text: str

    def __repr__(self) -> str:
        return "Passphrase(…)"


class RecoveryWords(Struct, frozen=True):
    """The words on the recovery sheet, in order."""

    words: tuple[str, ...]

    def __repr__(self) -> str:
        return "RecoveryWords(…)"


Secret = Passphrase | RecoveryWords


def passphrase_of(typed: str) -> Passphrase:
    """The same passphrase on every keyboard: compatible forms are one (NFKC), spaces around it do not count."""
    return Passphrase(unicodedata.normalize("NFKC", typed).strip())


def words_of(typed: str) -> RecoveryWords:
    """Words as they were typed or scanned: case, commas and line breaks do not count."""
    return RecoveryWords(tuple(unicodedata.normalize("NFKD", typed).lower().replace(",", " ").split()))
