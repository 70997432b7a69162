"""Cuts the power at every call of a scenario, in many ways, and tells what was lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from familysafe.domain.errors import FamilySafeError
from tests.faults import trace
from tests.faults.canary import files_that_tell
from tests.faults.chance import Dice, dice_of
from tests.faults.power.calls import play
from tests.faults.power.disk import Disk
from tests.faults.power.replay import Replay
from tests.faults.power.scenarios import Scenario
from tests.faults.power.states import State, states
from tests.faults.power.table import SCENARIOS

# Fewer at one place would be the extremes only.
FEWEST_AT_ONCE = 6


class Moment(Struct, frozen=True):
    """A state that a power loss may leave, the call after which it came, and how many changes were acknowledged."""

    call: str
    said: int
    state: State


class Loss(Struct, frozen=True):
    """What went wrong, and when."""

    scenario: str
    call: str
    said: int
    what: str


def losses(name: str, work: Path, most: int, control: str = "") -> Iterator[Loss | None]:
    """One entry for each of at most so many states: what was lost in it, or None."""
    scenario = SCENARIOS[name]
    for moment in moments(name, scenario, work, most, control):
        what = lost(scenario, put_down(moment.state, work / "after"), moment.said)
        yield Loss(name, moment.call, moment.said, what) if what else None


def moments(name: str, scenario: Scenario, work: Path, most: int, control: str) -> Iterator[Moment]:
    """Different states, spread over the places where something is pending."""
    root = (work / "disk").resolve()
    root.mkdir(parents=True)
    scenario.prepare(root)
    held = files_of(root)
    log = work / "log"
    trace.run(("tests.faults.power.actor", name, str(root), *([control] if control else ())), log)
    calls = tuple(trace.calls(log, root))
    dice = dice_of(name)
    places = places_of(Replay(Disk.holding(held), str(root)), calls)
    chosen = sorted(dice.sample(places, min(len(places), max(1, most // FEWEST_AT_ONCE))))
    replay, left = Replay(Disk.holding(held), str(root)), most
    seen: set[int] = set()
    for at, call in enumerate(play(replay, calls)):
        if at in chosen:
            share = -(-left // (len(chosen) - chosen.index(at)))
            for state in new_ones(replay, dice, seen, share):
                left -= 1
                yield Moment(f"{at}: {call.name}", replay.said, state)
    # Whatever this disk did not understand would show here.
    assert replay.disk.after(replay.disk.pending) == files_of(root), "the replay ended elsewhere than the process"


def places_of(replay: Replay, calls: tuple[trace.Call, ...]) -> list[int]:
    """The calls after which what may be left differs from what was before."""
    found, before = [], None
    for at, _ in enumerate(play(replay, calls)):
        now = (len(replay.disk.pending), replay.said, replay.disk.pending[-1:])
        if now != before:
            found.append(at)
        before = now
    return found


def new_ones(replay: Replay, dice: Dice, seen: set[int], most: int) -> Iterator[State]:
    """States that did not come before with as much acknowledged."""
    found = 0
    for number, state in enumerate(states(replay.disk, dice)):
        own = hash((replay.said, *state.items()))
        if own not in seen:
            seen.add(own)
            found += 1
            yield state
        if found == most or number > 4 * most:
            return


def lost(scenario: Scenario, root: Path, said: int) -> str:
    """What is wrong with a folder; empty when nothing is."""
    if telling := files_that_tell(root):
        return f"in clear: {[path.name for path in telling]}"
    try:
        scenario.survives(root, said)
    except AssertionError as error:
        return str(error).partition("\n")[0]
    except FamilySafeError as refused:
        return f"locked out: {refused.code.value} {refused.details}"
    return ""


def put_down(state: State, root: Path) -> Path:
    """Writes a state into an empty folder."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(mode=0o700)
    for path, content in state.items():
        if content is None:
            (root / path).mkdir(mode=0o700)
        else:
            (root / path).write_bytes(content)
            (root / path).chmod(0o600)
    return root


def files_of(root: Path) -> State:
    """Everything in a folder, folders before what is in them."""
    return {
        str(path.relative_to(root)): path.read_bytes() if path.is_file() else None for path in sorted(root.rglob("*"))
    }
