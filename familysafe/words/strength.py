"""One sentence for how hard a passphrase is to guess."""

from collections.abc import Callable, Mapping

from familysafe.domain.strength import Strength
from familysafe.words.language import _

STRENGTHS: Mapping[Strength, Callable[[], str]] = {
    Strength.EMPTY: lambda: _("Four words that do not belong together are easy to remember and hard to guess."),
    Strength.DAYS: lambda: _("Easy to guess: somebody with a copy could find it within days. Add another word."),
    Strength.MONTHS: lambda: _("Not easy to guess: somebody with a copy and patience would need months."),
    Strength.YEARS: lambda: _("Hard to guess: even with a copy it would take years."),
    Strength.FOR_EVER: lambda: _("Very hard to guess: nobody finds this one by trying."),
}


def strength_sentence(strength: Strength) -> str:
    return STRENGTHS[strength]()
