"""What is true of an open household at one moment; views are made from it."""

from msgspec import Struct

from familysafe.domain.deed import Lately
from familysafe.domain.memory import Memory
from familysafe.domain.plan import Plan
from familysafe.domain.safekeeping import Standing


class Snapshot(Struct, frozen=True):
    """`throw_away` is true while nothing is kept; `revision` grows with every change; `lately` is None when what was
    done last cannot be undone.
    """

    memory: Memory
    plan: Plan
    revision: int = 0
    lately: Lately | None = None
    throw_away: bool = False
    standing: Standing = Standing()
