"""Tiles to choose from, and a search that narrows them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import LIGHT, Theme
from familysafe.ui.widgets.button import Tile
from familysafe.ui.widgets.picker import GuidePicker, TileGrid, fits
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, come_to_rest, says, seen
from tests.ui.views import a_choice, shelves

GAP = 14


def grid_of(theme: Theme, count: int, most: int = 4) -> TileGrid:
    grid = TileGrid(theme, 100, most)
    grid.set_tiles(Tile(theme, str(number)) for number in range(count))
    return grid


def scrolling(grid: TileGrid) -> QScrollArea:
    """The grid as it stands in a page."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(grid)
    return area


def columns_of(grid: TileGrid) -> int:
    return len({tile.x() for tile in seen(grid, Tile)})


@pytest.mark.parametrize(("width", "columns"), [(120, 1), (2 * 100 + GAP, 2), (3 * 100 + 2 * GAP, 3), (2000, 4)])
def test_there_are_as_many_columns_as_there_is_room_for(theme: Theme, show: Show, width: int, columns: int) -> None:
    grid = grid_of(theme, 8)
    _area = show(scrolling(grid), width, 300)
    come_to_rest()
    assert columns_of(grid) == columns


def test_tiles_of_a_row_are_of_one_width(theme: Theme, show: Show) -> None:
    grid = grid_of(theme, 7)
    show(grid, 500, 300)
    widths = {tile.width() for tile in seen(grid, Tile)}
    assert max(widths) - min(widths) <= 1


def test_a_narrower_window_rearranges_them(theme: Theme, show: Show) -> None:
    grid = grid_of(theme, 8)
    area = show(scrolling(grid), 500, 300)
    area.resize(220, 300)
    come_to_rest()
    assert columns_of(grid) == 2


def test_larger_text_gives_fewer_columns(make_theme: Callable[..., Theme], show: Show) -> None:
    grid = grid_of(make_theme(LIGHT, 200), 8)
    show(grid, 500, 300)
    assert columns_of(grid) == 2


def test_what_does_not_fit_is_hidden_and_leaves_no_gap(theme: Theme, show: Show) -> None:
    grid = TileGrid(theme, 100, 4)
    tiles = [Tile(theme, name) for name in ("a", "b", "c")]
    for tile in tiles:
        tile.setProperty("key", tile.text())
    grid.set_tiles(tiles)
    show(grid, 400, 300)
    grid.narrow_to(frozenset({"b", "c"}))
    come_to_rest()
    assert [tile.text() for tile in seen(grid, Tile)] == ["b", "c"]
    assert tiles[1].x() == 0


@pytest.fixture
def picker(theme: Theme, show: Show) -> GuidePicker:
    picker = GuidePicker(theme, shelves().apps, ("youtube", "not-there"), "Type a name")
    show(picker, 800, 400)
    return picker


def type_into(qtbot: QtBot, picker: GuidePicker, text: str) -> None:
    qtbot.keyClicks(seen(picker, QLineEdit)[0], text)
    come_to_rest()


def shown(picker: GuidePicker) -> list[str]:
    return [tile.text() for tile in seen(picker, Tile)]


def test_what_was_chosen_before_is_chosen(picker: GuidePicker) -> None:
    assert picker.chosen() == ("youtube",)


def test_a_click_chooses_one_more(qtbot: QtBot, picker: GuidePicker) -> None:
    with qtbot.waitSignal(picker.changed):
        click(qtbot, button(picker, "Roblox"))
    assert picker.chosen() == ("roblox", "youtube")


def test_another_click_takes_it_back(qtbot: QtBot, picker: GuidePicker) -> None:
    click(qtbot, button(picker, "YouTube"))
    assert picker.chosen() == ()


def test_where_only_one_can_be_chosen_the_last_one_is(qtbot: QtBot, theme: Theme, show: Show) -> None:
    picker = GuidePicker(theme, shelves().broadband, ("sky",), "", many=False)
    show(picker, 800, 400)
    click(qtbot, button(picker, "BT"))
    assert picker.chosen() == ("bt",)
    click(qtbot, button(picker, "BT"))
    assert picker.chosen() == ()


def test_without_a_hint_there_is_no_search(theme: Theme, show: Show) -> None:
    picker = GuidePicker(theme, shelves().broadband, (), "")
    show(picker, 800, 400)
    assert seen(picker, QLineEdit) == []


@pytest.mark.parametrize(("typed", "left"), [("you", "YouTube"), ("ROBU", "Roblox"), ("  tube", None)])
def test_typing_narrows_and_something_else_stays(
    qtbot: QtBot, picker: GuidePicker, typed: str, left: str | None
) -> None:
    type_into(qtbot, picker, typed)
    assert shown(picker) == [*([left] if left else []), "Something else"]


def test_an_unknown_name_says_what_helps(qtbot: QtBot, picker: GuidePicker) -> None:
    assert not says(picker, "No such name")
    type_into(qtbot, picker, "zzz")
    assert says(picker, "No such name")
    assert shown(picker) == ["Something else"]


def test_what_is_hidden_by_the_search_stays_chosen(qtbot: QtBot, picker: GuidePicker) -> None:
    type_into(qtbot, picker, "robl")
    assert "youtube" in picker.chosen()


@pytest.mark.parametrize(
    ("typed", "fit"),
    [("", True), ("swi", True), ("2 swi", True), ("console", True), ("witch", False), ("swi xbox", False)],
)
def test_every_typed_word_begins_a_word_of_the_name(typed: str, fit: bool) -> None:
    switch = a_choice("switch", "Nintendo Switch 2", aliases=("games console",))
    assert fits(switch, typed.split()) is fit
