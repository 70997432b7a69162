"""Set up: rows lead to steps and guides, and the search is answered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView

from tests.ui.conftest import Live
from tests.ui.eyes import seen
from tests.ui.homes import Home


def rows(home: Home) -> list[str]:
    model = seen(home.page, QListView)[0].model()
    return [model.index(number, 0).data() for number in range(model.rowCount())]


def act_on(home: Home, row: str) -> None:
    """Enter on a row."""
    view = seen(home.page, QListView)[0]
    view.setFocus()
    view.setCurrentIndex(view.model().index(rows(home).index(row), 0))
    home.qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_row_opens_its_step(live: Live) -> None:
    home = live()
    home.go("set-up")
    act_on(home, "Do roblox.chat")
    assert home.window.shown() == "step"


def test_a_heading_opens_its_guide(live: Live) -> None:
    home = live()
    home.go("set-up")
    act_on(home, next(row for row in rows(home) if row.startswith("The old tablet")))
    assert home.window.shown() == "guide"


@pytest.mark.parametrize(("typed", "found"), [("roblox", "Do roblox.chat"), ("apple tablet", "Set a code")])
def test_what_is_typed_is_searched_for(live: Live, typed: str, found: str) -> None:
    home = live()
    home.go("set-up")
    every = len(rows(home))
    home.qtbot.keyClicks(seen(home.page, QLineEdit)[0], typed)
    home.qtbot.waitUntil(lambda: len(rows(home)) < every and any(found in row for row in rows(home)))


def test_an_empty_search_shows_the_whole_plan(live: Live) -> None:
    home = live()
    home.go("set-up")
    every = rows(home)
    field = seen(home.page, QLineEdit)[0]
    home.qtbot.keyClicks(field, "roblox")
    home.qtbot.waitUntil(lambda: rows(home) != every)
    field.clear()
    home.qtbot.waitUntil(lambda: rows(home) == every)
