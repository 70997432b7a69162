"""Words that stay undecoded until somebody asks for them: most starts show a page or two of hundreds."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from msgspec import Raw, json

T = TypeVar("T")


class Shelf(Mapping[str, T]):
    """Ids and their words; each is decoded once. What is damaged raises `msgspec.DecodeError` when it is asked for."""

    def __init__(self, raw: Mapping[str, Raw], kind: type[T]) -> None:
        self._raw = raw
        self._kind = kind
        self._read: dict[str, T] = {}

    def __getitem__(self, own: str) -> T:
        found = self._read.get(own)
        if found is None:
            found = self._read[own] = json.decode(self._raw[own], type=self._kind)
        return found

    def __contains__(self, own: object) -> bool:
        return own in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)
