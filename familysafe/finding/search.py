"""Finds what people mean by what they type: whole words first, then beginnings, then near misses."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct

Key = TypeVar("Key", bound=Hashable)
GOOD_ENOUGH = 78.0
SHORTEST_GUESS = 4
WHOLE, BEGINNING, NEAR = 0, 10, 40  # what a way of fitting costs; a text further back costs one more, up to FAR
FAR = 5
WORD = re.compile(r"\w+")


class Entry(Struct, Generic[Key], frozen=True):
    """Something that can be found, with every text by which it may be found, the most telling first."""

    key: Key
    texts: tuple[str, ...]


class Index(Generic[Key]):
    """Words and where they stand, ready to be searched many times; a search takes about as long as its words."""

    def __init__(self, entries: Iterable[Entry[Key]]) -> None:
        self._keys: list[Key] = []
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
        """Numbers of words that are, begin with or nearly are what is wanted, and what each costs."""
        first = bisect_left(self._words, wanted)
        for number in range(first, len(self._words)):
            if not self._words[number].startswith(wanted):
                break
            yield number, WHOLE if self._words[number] == wanted else BEGINNING
        if len(wanted) >= SHORTEST_GUESS:
            # Loaded at the first guess: it takes as long as all the rest of the start.
            from rapidfuzz import fuzz, process  # noqa: PLC0415 - see above

            begun = [word[: len(wanted) + 1] for word in self._words]
            for _word, score, number in process.extract(
                wanted, begun, scorer=fuzz.ratio, score_cutoff=GOOD_ENOUGH, limit=None
            ):
                yield number, NEAR + round(100 - score)


def fold(text: str) -> str:
    """Lower case, no punctuation, single spaces."""
    return " ".join(WORD.findall(text.casefold()))
