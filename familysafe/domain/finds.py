"""What a search over everything finds, and a guide that is not in this family's plan."""

from enum import Enum

from msgspec import Struct

from familysafe.domain.target import ItemKey


class FindKind(Enum):
    """The things that can be found, in the order in which they are shown."""

    SITUATION = "situation"
    GUIDE = "guide"
    STEP = "step"
    CARD = "card"


class Find(Struct, frozen=True):
    """One thing found; `id` is its situation, guide, step or card, `key` its place in the plan where it has one."""

    kind: FindKind
    id: str
    title: str
    says: str
    icon: str
    key: ItemKey | None = None
    group: str = ""


class Finds(Struct, frozen=True):
    """The best of each kind for what was typed; `general` guides for any device or app where nothing was found."""

    text: str = ""
    guides: tuple[Find, ...] = ()
    steps: tuple[Find, ...] = ()
    cards: tuple[Find, ...] = ()
    situations: tuple[Find, ...] = ()
    general: tuple[Find, ...] = ()


class Preview(Struct, frozen=True):
    """A guide as it is before somebody has it: what it is about, and what its steps would be."""

    id: str
    title: str
    icon: str
    about: tuple[str, ...]
    room: tuple[str, ...]
    limits: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
