"""What a power loss may leave: every pending step dropped or kept, every write also torn between its sectors."""

from collections.abc import Callable, Iterator

from tests.faults.chance import Dice
from tests.faults.power.disk import Disk, Enter, Grow, Leave, Move, Step, Write

SECTOR = 512
State = dict[str, bytes | None]
Choice = tuple[Step, ...]


def states(disk: Disk, dice: Dice) -> Iterator[State]:
    """Without end and not without repeats: the extremes first, then one step against all others, then by chance."""
    return map(disk.after, choices(tuple(disk.pending), dice))


def choices(pending: Choice, dice: Dice) -> Iterator[Choice]:
    """The steps that reached the disk; one choice only where nothing is pending."""
    yield ()
    if not pending:
        return
    yield pending
    yield only(pending, is_of_a_folder)
    yield only(pending, lambda step: not is_of_a_folder(step))
    single = [one for step in pending for one in ((step,), tuple(other for other in pending if other is not step))]
    dice.shuffle(single)
    chance = by_chance(pending, dice)
    # By turns, so that a small number of states has some of both.
    for one in single:
        yield one
        yield next(chance)
    yield from chance


def by_chance(pending: Choice, dice: Dice) -> Iterator[Choice]:
    """Up to some step all, from another one none, what lies between kept, dropped or torn."""
    while True:
        start, end = sorted(dice.choices(range(len(pending) + 1), k=2))
        between = (part for step in pending[start:end] for part in fate(step, dice))
        yield (*pending[:start], *between)


def fate(step: Step, dice: Dice) -> Choice:
    """One step kept, dropped or, where it is a write, torn."""
    chosen = dice.randrange(3)
    if chosen == 2 and isinstance(step, Write):
        return torn(step, dice)
    return (step,) if chosen else ()


def torn(write: Write, dice: Dice) -> Choice:
    """The sectors of a write, each kept or dropped; where the file grew for a dropped one, anything may stand."""
    kept = tuple(part for part in sectors(write) if dice.randrange(2))
    if dice.randrange(2):
        return (Grow(write.file, write.offset + len(write.data), dice.getrandbits(32)), *kept)
    return kept


def sectors(write: Write) -> tuple[Write, ...]:
    """A write in parts that end where a sector ends."""
    end = write.offset + len(write.data)
    starts = [write.offset, *range((write.offset // SECTOR + 1) * SECTOR, end, SECTOR)]
    ends = [*starts[1:], end]
    return tuple(
        Write(write.file, start, write.data[start - write.offset : stop - write.offset])
        for start, stop in zip(starts, ends, strict=True)
    )


def is_of_a_folder(step: Step) -> bool:
    return isinstance(step, Enter | Leave | Move)


def only(pending: Choice, wanted: Callable[[Step], bool]) -> Choice:
    return tuple(step for step in pending if wanted(step))
