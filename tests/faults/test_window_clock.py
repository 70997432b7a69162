"""A clock that was put back, or runs far ahead, between two starts: no nonsense on any page, the newest answer decides.

The clock is handed to the window, as it is when it starts: nothing in the app asks the computer for the day by itself.
"""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from familysafe.app.sample import sample_household
from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Evidence, State
from familysafe.domain.household import BirthMonth, Child
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.target import ItemKey, TargetKind
from familysafe.ui.main import Shell
from tests.faults.windows import PAGES, PATIENCE, a_window, button, keep, open_step, said

NOW = datetime.fromisoformat("2026-11-22T19:30")
BACK = NOW - timedelta(days=400)
FAR_ON = NOW.replace(year=NOW.year + 10)
# A minus before a number, unless it joins two numbers or words (“8-10”, “0800 1111-2”).
NEGATIVE = re.compile(r"(?<![\w\d])[-−]\s?\d")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The sample family, and a baby born a month before the day on which it is kept."""
    household = sample_household(NOW.date())
    baby = Child("c3", "Baby", BirthMonth(NOW.year, NOW.month - 1))
    keep(tmp_path / "data", replace(household, children=(*household.children, baby)))
    return tmp_path / "data"


def step_at_home(shell: Shell) -> ItemKey:
    assert isinstance(shell.desk.snapshot, Snapshot)
    items = shell.desk.snapshot.plan.items
    return next(one.key for one in items if one.target.kind is TargetKind.HOME)


def answer(qtbot: QtBot, shell: Shell, key: ItemKey, chip: str) -> None:
    page = open_step(shell, key)
    button(page, chip).click()
    qtbot.waitUntil(lambda: button(page, chip).isChecked(), timeout=PATIENCE)


def known(shell: Shell, key: ItemKey) -> tuple[State, Evidence | None]:
    assert isinstance(shell.desk.snapshot, Snapshot)
    newest = shell.desk.snapshot.memory.by_key()[key]
    return newest.state, newest.evidence


def says_no_nonsense(shell: Shell, key: ItemKey) -> None:
    """Every page, as it is read."""
    for page in PAGES:
        shell.wiring.go(page)
        texts = said(shell.window)
        assert [text for text in texts if NEGATIVE.search(text) or "None" in text] == [], page
    assert [text for text in said(open_step(shell, key)) if NEGATIVE.search(text)] == []


@pytest.mark.parametrize("later", [BACK, FAR_ON], ids=["back", "far-on"])
def test_the_newest_answer_decides_whatever_the_clock_says(
    qtbot: QtBot, content: Compiled, data: Path, later: datetime
) -> None:
    with a_window(qtbot, content, data, lambda: NOW) as shell:
        key = step_at_home(shell)
        answer(qtbot, shell, key, "Someone says so")
    with a_window(qtbot, content, data, lambda: later) as shell:
        assert known(shell, key) == (State.DONE, Evidence.TOLD)
        says_no_nonsense(shell, key)
        answer(qtbot, shell, key, "I have seen it")
    with a_window(qtbot, content, data, lambda: NOW) as shell:
        assert known(shell, key) == (State.DONE, Evidence.SEEN)
        says_no_nonsense(shell, key)


def test_a_clock_that_moves_while_the_window_is_open(qtbot: QtBot, content: Compiled, data: Path) -> None:
    days = [NOW]
    with a_window(qtbot, content, data, lambda: days[0]) as shell:
        key = step_at_home(shell)
        answer(qtbot, shell, key, "Someone says so")
        for moved in (BACK, FAR_ON, NOW):
            days[0] = moved
            with qtbot.waitSignal(shell.desk.changed, timeout=PATIENCE):
                shell.desk.refresh()
            says_no_nonsense(shell, key)
            assert known(shell, key) == (State.DONE, Evidence.TOLD)
