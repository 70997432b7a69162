"""Everything that can be advised, looked up by id."""

from enum import Enum

from msgspec import Struct

from familysafe.domain.card import Card, Topic
from familysafe.domain.guide import ConnectionKind, Guide, GuideKind, Step
from familysafe.domain.service import Service
from familysafe.domain.situation import HelpStep, Situation


class RetiredKind(Enum):
    """How an id left."""

    RENAMED = "renamed"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


class Retired(Struct, frozen=True, forbid_unknown_fields=True):
    """An id that is no longer written about; answers follow `to`."""

    id: str
    how: RetiredKind
    to: str = ""
    reason: str = ""


class Catalogue(Struct, frozen=True, forbid_unknown_fields=True):
    """The structure of all content of one release."""

    guides: dict[str, Guide]
    steps: dict[str, Step]
    topics: dict[str, Topic]
    cards: dict[str, Card]
    services: dict[str, Service]
    situations: dict[str, Situation]
    help_steps: dict[str, HelpStep]
    retired: dict[str, Retired]

    def of_kind(self, kind: GuideKind, connection: ConnectionKind | None = None) -> tuple[Guide, ...]:
        """The guides of one shelf in picker order; general ones last."""
        found = [g for g in self.guides.values() if g.kind is kind and g.connection is connection]
        return tuple(sorted(found, key=lambda guide: (guide.general, guide.order, guide.id)))

    def general_guide(self, kind: GuideKind, connection: ConnectionKind | None = None) -> Guide:
        """The guide for what is not in the list."""
        return next(guide for guide in reversed(self.of_kind(kind, connection)) if guide.general)

    def service_of(self, step_id: str) -> str:
        """The service that an account step belongs to: that of the guide in which it is written."""
        return self.guides[step_id.partition(".")[0]].service

    def current_id(self, old: str) -> str | None:
        """Follows renames and merges to the id in use; None when withdrawn."""
        seen: set[str] = set()
        while old in self.retired and old not in seen:
            seen.add(old)
            if self.retired[old].how is RetiredKind.WITHDRAWN:
                return None
            old = self.retired[old].to
        return old
