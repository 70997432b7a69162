"""Finds what people mean by what they type: whole words first, then beginnings, then near misses."""

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

Key = TypeVar("Key", bound=Hashable)
GOOD_ENOUGH = 78.0
SHORTEST_GUESS = 4
WORD = re.compile(r"\w+")


class Entry(Struct, Generic[Key], frozen=True):
    """Something that can be found, with every text by which it may be found, the most telling first."""

    key: Key
    texts: tuple[str, ...]


class Index(Generic[Key]):
    """Folded texts, ready to be searched many times."""

    def __init__(self, entries: Iterable[Entry[Key]]) -> None:
        self._keys: list[Key] = []
        self._texts: list[str] = []
        for entry in entries:
            for text in entry.texts:
                self._keys.append(entry.key)
                self._texts.append(fold(text))

    def find(self, typed: str, most: int = 200) -> tuple[Key, ...]:
        """Keys in the order of how well they fit; nothing for nothing typed."""
        wanted = fold(typed)
        if not wanted:
            return ()
        exact = [number for number, text in enumerate(self._texts) if has_words(text, wanted)]
        near = self._near(wanted) if len(wanted) >= SHORTEST_GUESS else []
        return tuple(dict.fromkeys(self._keys[number] for number in (*exact, *near)))[:most]

    def _near(self, wanted: str) -> list[int]:
        # Loaded at the first near miss: it takes as long as all the rest of the start.
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - see above

        scored = process.extract(wanted, self._texts, scorer=fuzz.partial_ratio, score_cutoff=GOOD_ENOUGH, limit=None)
        return [number for _text, _score, number in scored]


def fold(text: str) -> str:
    """Lower case, no punctuation, single spaces."""
    return " ".join(WORD.findall(text.casefold()))


def has_words(text: str, wanted: str) -> bool:
    """True when every typed word begins a word of the text."""
    words: Sequence[str] = text.split()
    return all(any(word.startswith(part) for word in words) for part in wanted.split())
