"""The power fails at any call: what was acknowledged is there, the vault opens, nothing stands in clear."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.faults import trace
from tests.faults.conftest import Record, Size
from tests.faults.power.controls import CONTROLS
from tests.faults.power.losses import losses
from tests.faults.power.scenarios import SAVING
from tests.faults.power.table import SCENARIOS

# Where nothing but saving is done, and elsewhere: what all else rests on is tried more often.
FULL_STATES = {True: 1_300, False: 700}
MEMORY = Path("/dev/shm")  # noqa: S108 - a disk without a disk: states are many and short-lived


@pytest.fixture
def work() -> Iterator[Path]:
    if why := trace.why_not():
        pytest.skip(why)
    with TemporaryDirectory(prefix="familysafe-power-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_nothing_that_was_acknowledged_is_lost(scenario: str, work: Path, size: Size, record_property: Record) -> None:
    found = list(losses(scenario, work, size(40, FULL_STATES[scenario in SAVING])))
    lost = [loss for loss in found if loss]
    record_property("states", len(found))
    record_property("lost or locked out", len(lost))
    assert lost == []
    assert len(found) > 5


@pytest.mark.parametrize("control", CONTROLS)
def test_a_store_that_is_broken_on_purpose_is_caught(
    control: str, work: Path, size: Size, record_property: Record
) -> None:
    found = list(losses(CONTROLS[control].scenario, work, size(150, 600), control))
    lost = [loss for loss in found if loss]
    record_property("broken controls caught", int(bool(lost)))
    assert lost != []
