"""What was done last: it can be taken back, done again, and spoken of."""

from msgspec import Struct

from familysafe.domain.change import Change
from familysafe.domain.memory import Memory


class Deed(Struct, frozen=True):
    """One change with what takes it back, and what was remembered before it."""

    change: Change
    back: Change
    before: Memory


class Lately(Struct, frozen=True):
    """The newest deed: done, or just taken back."""

    deed: Deed
    undone: bool = False
