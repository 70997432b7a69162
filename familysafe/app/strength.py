"""Weighs a passphrase as it is typed."""

from collections.abc import Iterable

from familysafe.domain.secret import Passphrase
from familysafe.domain.strength import Strength

LONGEST_WEIGHED = 72  # zxcvbn compares every part with every other; what is longer is not easier to guess
ALWAYS_TRIED = ("familysafe",)
# Guesses, as powers of ten. With a copy of the vault and the costs in `store.derivation`, a thousand tries a second
# are a rich attacker's: 10⁸ take a day, 10¹¹ three years, 10¹³ three hundred.
LEVELS = ((8.0, Strength.DAYS), (11.0, Strength.MONTHS), (13.0, Strength.YEARS))


def strength_of(passphrase: Passphrase, names: Iterable[str] = ()) -> Strength:
    """How long somebody would have to try; `names` are known to whoever knows the family."""
    # Its lists of common words take as long to load as a page to draw, and few ever set a passphrase. An empty one is
    # weighed too, so that the lists are there when the first letter is typed.
    from zxcvbn import zxcvbn  # noqa: PLC0415 - see above

    weighed = zxcvbn(passphrase.text[:LONGEST_WEIGHED] or "a", [*ALWAYS_TRIED, *names])
    if not passphrase.text:
        return Strength.EMPTY
    guesses = float(weighed["guesses_log10"])
    return next((strength for below, strength in LEVELS if guesses < below), Strength.FOR_EVER)
