"""Rings, QR codes and menu paths, counted in pixels."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.card import Picture
from familysafe.ui.widgets.drawn import MenuPathRow, QrCode, Ring, blend
from familysafe.ui.widgets.plain import PlainLabel
from tests.ui.conftest import Show
from tests.ui.eyes import seen, texts


def colours(widget: Ring | QrCode) -> Counter[str]:
    picture = widget.grab().toImage()
    every = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return Counter(picture.pixelColor(x, y).name() for x, y in every)


def share_of(theme: Theme, ring: Ring, strength: float) -> float:
    """How much of the ring is drawn in teal of a strength, between 0 and 1."""
    found = colours(ring)
    teal, surface, line = (theme.color(token) for token in ("teal", "surface", "line"))
    drawn = {one: found[blend(teal, surface, one).name()] for one in (1.0, 0.62, 0.36)}
    return drawn[strength] / (sum(drawn.values()) + found[line.name()])


@pytest.mark.parametrize(
    ("shares", "drawn"),
    [
        ((0, 0, 0, 0), (0, 0, 0)),
        ((4, 0, 0, 0), (1, 0, 0)),
        ((2, 1, 1, 0), (0.5, 0.25, 0.25)),
        ((1, 0, 0, 1), (0.25, 0, 0.25)),
        ((0, 2, 0, 0), (0, 0.5, 0)),
    ],
)
def test_a_ring_shows_tested_seen_and_told(
    theme: Theme, show: Show, shares: tuple[int, int, int, int], drawn: tuple[float, float, float]
) -> None:
    ring = Ring(theme, shares, 4, "The iPad")
    show(ring)
    found = tuple(share_of(theme, ring, strength) for strength in (1.0, 0.62, 0.36))
    assert found == pytest.approx(drawn, abs=0.04)


def test_a_ring_begins_at_the_top_and_goes_as_a_clock(theme: Theme, show: Show) -> None:
    ring = Ring(theme, (1, 0, 0, 0), 4, "The iPad")
    show(ring)
    picture, side = ring.grab().toImage(), ring.width()
    near = round(side * 0.04)
    upper_right = picture.pixelColor(side // 2 + side // 3, side // 2 - side // 3 + near)
    lower_left = picture.pixelColor(near, side // 2)
    assert upper_right == theme.color("teal")
    assert lower_left == theme.color("line")


def test_a_ring_of_nothing_is_no_trouble(theme: Theme, show: Show) -> None:
    ring = Ring(theme, (0, 0, 0, 0), 0, "Nothing yet")
    show(ring)
    assert colours(ring)[QColor(theme.palette.teal).name()] == 0
    assert ring.accessibleName() == "Nothing yet"


def test_colours_are_mixed_by_their_strength() -> None:
    black, white = QColor("black"), QColor("white")
    assert blend(black, white, 1.0) == black
    assert blend(black, white, 0.0) == white
    assert blend(black, white, 0.5).red() == 128


def test_a_qr_code_is_dark_on_white_in_every_look(theme: Theme, show: Show) -> None:
    rows = ("1" * 21,) * 7 + ("0" * 21,) * 14
    code = QrCode(theme, rows, "QR code of example.org")
    show(code)
    found = colours(code)
    assert set(found) == {"#ffffff", "#14191d"}
    cell = code.width() // 25
    assert found["#14191d"] == 7 * 21 * cell * cell
    assert code.accessibleName() == "QR code of example.org"


def test_a_qr_code_has_a_quiet_edge(theme: Theme, show: Show) -> None:
    code = QrCode(theme, ("1" * 21,) * 21, "")
    show(code)
    picture, cell = code.grab().toImage(), code.width() // 25
    edge = 2 * cell
    assert all(picture.pixelColor(x, y).name() == "#ffffff" for x in range(code.width()) for y in range(edge))
    assert picture.pixelColor(code.width() // 2, code.width() // 2).name() == "#14191d"


def test_a_menu_path_reads_out_as_one_sentence(qtbot: QtBot, theme: Theme) -> None:
    path = MenuPathRow(theme, ["Settings", "Codes", "On"])
    qtbot.addWidget(path)
    assert path.accessibleName() == "Settings › Codes › On"
    assert texts(path) == ["Settings", "Codes", "On"]


def test_between_its_parts_stand_arrows(qtbot: QtBot, theme: Theme) -> None:
    path = MenuPathRow(theme, ["Settings", "Codes", "On"])
    qtbot.addWidget(path)
    assert len(seen(path, Picture)) == 2


def test_a_path_from_the_right_is_mirrored(theme: Theme, show: Show) -> None:
    path = MenuPathRow(theme, ["Settings", "Codes"])
    path.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(path, 400, 60)
    first, _arrow, second = seen(path, PlainLabel)
    assert first.x() > second.x()
