"""Where somebody is in each situation: in this process only, so that nothing of it is ever written."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace


class Walk(Struct, frozen=True):
    """The number of the screen in front, and what was said of each: done, or not possible."""

    at: int = 0
    marks: Mapping[str, str] = {}


class Walks:
    """One walk for each situation."""

    def __init__(self) -> None:
        self._walks: dict[str, Walk] = {}

    def of(self, situation: str) -> Walk:
        """Where one is; at the beginning the first time."""
        return self._walks.get(situation, Walk())

    def begun(self) -> tuple[str, ...]:
        """Situations that were left half way."""
        return tuple(own for own, walk in self._walks.items() if walk.at)

    def move(self, situation: str, at: int) -> None:
        self._walks[situation] = replace(self.of(situation), at=at)

    def mark(self, situation: str, step: str, mark: str) -> None:
        walk = self.of(situation)
        self._walks[situation] = replace(walk, marks={**walk.marks, step: mark})

    def forget(self, situation: str) -> None:
        """As if one had never been there."""
        self._walks.pop(situation, None)

    def clear(self) -> None:
        """As if nobody had been anywhere."""
        self._walks.clear()
