"""Eight starts at the same moment open one window, whoever is first and however the last one ended."""

from functools import partial

import pytest

from tests.desktop.app import App
from tests.desktop.conftest import Start
from tests.desktop.screen import Screen, wait_for
from tests.faults.conftest import Record, Size

AT_ONCE = 8
LONG = 120.0
ENDED = 2


def is_one_left(apps: list[App]) -> bool:
    return sum(app.is_running() for app in apps) == 1


@pytest.mark.desktop
def test_eight_starts_at_once_open_one_window(
    start: Start, screen: Screen, size: Size, record_property: Record
) -> None:
    rounds = size(1, 50)
    windows, codes = [], set()
    for number in range(rounds):
        apps = [start() for _number in range(AT_ONCE)]
        wait_for("all but one to end", partial(is_one_left, apps), LONG)
        (winner,) = [app for app in apps if app.is_running()]
        winner.has_window()
        windows.append(len(screen.reader.ask("pids")))
        codes |= {app.ended() for app in apps if app is not winner}
        # A lock that a killed process left behind must not let two of the next round in.
        winner.kill() if number % 2 else winner.quit()
    record_property("rounds of eight starts", rounds)
    record_property("rounds without exactly one window", sum(count != 1 for count in windows))
    assert windows == [1] * rounds
    assert codes == {ENDED}
