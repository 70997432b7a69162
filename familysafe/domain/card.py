"""One conversation prompt for an age band and a topic."""

from msgspec import Struct

from familysafe.domain.household import AgeBand


class Topic(Struct, frozen=True, forbid_unknown_fields=True):
    """A subject worth talking about; its title is in the phrasebook."""

    id: str
    icon: str


class Card(Struct, frozen=True, forbid_unknown_fields=True):
    """A card is written for one band; `guides` are the ones it goes well with."""

    id: str
    topic: str
    band: AgeBand
    minutes: int = 3
    guides: tuple[str, ...] = ()
