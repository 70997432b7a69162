"""Plays a scenario in a process of its own, with a sound store or a broken one, and says what was acknowledged."""

import os
import sys
from pathlib import Path

from tests.faults.power.controls import CONTROLS
from tests.faults.power.table import SCENARIOS


def main(scenario: str, root: Path, control: str = "") -> None:
    if control:
        CONTROLS[control].breaks()
    for number, _ in enumerate(SCENARIOS[scenario].act(root), 1):
        os.write(1, f"{number}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
