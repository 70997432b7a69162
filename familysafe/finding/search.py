"""Finds what people mean by what they type: whole words first, then beginnings; near misses of words nobody knows."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, Generic, TypeVar

from msgspec import Struct

Key = TypeVar("Key", bound=Hashable)
SHORTEST_GUESS = 4
# Wrong letters that are looked past, by the length from which: a letter too many, missing, wrong, or two swapped.
WRONG_LETTERS = ((10, 3), (7, 2), (SHORTEST_GUESS, 1))
WHOLE, BEGINNING, NEAR, EACH_WRONG = (
    0,
    10,
    40,
    10,
)  # what a way of fitting costs; a text further back costs one more, up to FAR
FAR = 5
WORD = re.compile(r"\w+")


class Entry(Struct, Generic[Key], frozen=True):
    """Something that can be found, with every text by which it may be found, the most telling first."""

    key: Key
    texts: tuple[str, ...]


class Index(Generic[Key]):
    """Words and where they stand, ready to be searched many times; a search takes about as long as its words.

    `known` are texts whose words mean what they say, though nothing here may be called that: no guess is made at them.
    """

    def __init__(self, entries: Iterable[Entry[Key]], known: Iterable[str] = ()) -> None:
        self._keys: list[Key] = []
        self._known = {word for text in known for word in fold(text).split()}
        places: dict[str, dict[int, int]] = defaultdict(dict)
        for number, entry in enumerate(entries):
            self._keys.append(entry.key)
            for far, text in enumerate(entry.texts):
                for word in fold(text).split():
                    places[word].setdefault(number, min(far, FAR))
        self._words = sorted(places)
        self._places = [places[word] for word in self._words]

    def find(self, typed: str, most: int = 200) -> tuple[Key, ...]:
        """Keys in the order of how well they fit all words, or else as many as anything fits; nothing for nothing."""
        wanted = fold(typed).split()
        fitting = [self._fitting(word) for word in dict.fromkeys(wanted)]
        fits: dict[int, int] = defaultdict(int)
        for found in fitting:
            for number in found:
                fits[number] += 1
        best = max(fits.values(), default=0)
        if not best or best * 2 < len(fitting):
            return ()
        costs = sorted(
            (sum(found.get(number, 0) for found in fitting), number) for number, count in fits.items() if count == best
        )
        return tuple(dict.fromkeys(self._keys[number] for _cost, number in costs))[:most]

    def _fitting(self, wanted: str) -> dict[int, int]:
        """Entry numbers and what the best fit for one word costs."""
        found: dict[int, int] = {}
        for word, cost in self._alike(wanted):
            for number, far in self._places[word].items():
                found[number] = min(found.get(number, cost + far), cost + far)
        return found

    def _alike(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Numbers of words that are or begin with what is wanted, else of those it may be a slip for, and the costs."""
        first = number = bisect_left(self._words, wanted)
        while number < len(self._words) and self._words[number].startswith(wanted):
            yield number, WHOLE if self._words[number] == wanted else BEGINNING
            number += 1
        if number == first and wanted not in self._known:
            yield from self._near(wanted)

    def _near(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Numbers of words that begin nearly like what is wanted; hardly anybody mistakes the first letter."""
        wrong = next((most for length, most in WRONG_LETTERS if len(wanted) >= length), 0)
        if not wrong:
            return
        process, distance = guessing()
        begun = [word[: len(wanted) + 1] if wanted[0] in word[:2] else None for word in self._words]
        for _word, letters, number in process.extract(wanted, begun, scorer=distance, score_cutoff=wrong, limit=None):
            yield number, NEAR + EACH_WRONG * letters


def guessing() -> tuple[Any, Any]:
    """What near misses are looked for with. To load it takes as long as the rest of the start: after the first page."""
    from rapidfuzz import process  # noqa: PLC0415 - see above
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - see above

    return process, OSA.distance


def fold(text: str) -> str:
    """Lower case, no punctuation, single spaces."""
    return " ".join(WORD.findall(text.casefold()))
