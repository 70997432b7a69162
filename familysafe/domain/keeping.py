"""What the pages about copies, the state of the vault and deleting draw."""

from msgspec import Struct

from familysafe.domain.safekeeping import Backup


class BackupsView(Struct, frozen=True):
    """`copies` is None until they were looked for; `travels` when something opens a copy on another computer."""

    copies: tuple[Backup, ...] | None
    travels: bool
    throw_away: bool


class Finding(Struct, frozen=True):
    """One thing that was looked at, in a line; `well` when nothing has to be done about it."""

    says: str
    well: bool


class ChildGoes(Struct, frozen=True):
    """What goes with a child: devices that only they use, their apps, answers, talks and records of them alone."""

    id: str
    name: str
    devices: tuple[str, ...]
    apps: int
    answers: int
    talks: int
    records: int = 0


class DeleteView(Struct, frozen=True):
    """What can be deleted."""

    children: tuple[ChildGoes, ...]
    throw_away: bool
