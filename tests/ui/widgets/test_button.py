"""Buttons, chips and tiles."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import TARGET, Theme
from familysafe.ui.widgets.button import Button, Chips, Tile
from tests.ui.conftest import Show
from tests.ui.eyes import button, click

KINDS = ("plain", "go", "help", "nav", "quiet", "link", "chip", "snug", "heading")
AGES = (("young", "5 to 7"), ("old", "13 to 15"))


@pytest.fixture
def chips(qtbot: QtBot, theme: Theme, show: Show) -> Chips:
    chips = Chips(AGES, "Age")
    show(chips, 400, 60)
    return chips


@pytest.mark.parametrize("kind", KINDS)
def test_every_button_can_be_hit(theme: Theme, show: Show, kind: str) -> None:
    holder = QWidget()
    one = Button("Go", kind, parent=holder)
    one.adjustSize()
    show(holder)
    assert one.height() >= TARGET
    assert one.accessibleName() == "Go"


def test_a_sign_for_and_is_shown_as_it_is(qtbot: QtBot, theme: Theme) -> None:
    one = Button("Sleep & rows")
    qtbot.addWidget(one)
    assert one.text() == "Sleep && rows"
    assert one.accessibleName() == "Sleep & rows"


def test_a_longer_name_can_be_spoken(qtbot: QtBot, theme: Theme) -> None:
    one = Button("Open", name="Open: the card")
    qtbot.addWidget(one)
    assert one.accessibleName() == "Open: the card"


def test_an_icon_grows_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    one = Button("Back").with_icon(theme, "back", size=20)
    qtbot.addWidget(one)
    assert one.iconSize().width() == theme.px(20)
    assert not one.icon().isNull()


def test_what_was_asked_for_looks_different_until_it_is_saved(theme: Theme, show: Show) -> None:
    one = Button("Save", "chip")
    show(one, 200, 60)
    before = one.grab().toImage()
    one.set_pending(True)
    assert one.grab().toImage() != before
    one.set_pending(False)
    assert one.grab().toImage() == before


def test_after_its_menu_a_button_looks_untouched(qtbot: QtBot, theme: Theme, show: Show) -> None:
    shown = Button("Later")
    show(shown, 200, 60)
    menu = QMenu(shown)
    shown.setMenu(menu)
    shown.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    menu.aboutToHide.emit()
    assert not shown.underMouse()


def test_no_chip_is_chosen_beforehand(chips: Chips) -> None:
    assert chips.chosen_key() is None


def test_a_click_chooses_and_says_so(qtbot: QtBot, chips: Chips) -> None:
    with qtbot.waitSignal(chips.chosen) as said:
        click(qtbot, button(chips, "Age: 13 to 15"))
    assert said.args == ["old"]
    assert chips.chosen_key() == "old"


def test_only_one_chip_is_chosen(qtbot: QtBot, chips: Chips) -> None:
    click(qtbot, button(chips, "Age: 13 to 15"))
    click(qtbot, button(chips, "Age: 5 to 7"))
    assert not button(chips, "Age: 13 to 15").isChecked()
    assert chips.chosen_key() == "young"


def test_what_is_drawn_is_not_said_again(qtbot: QtBot, chips: Chips) -> None:
    with qtbot.assertNotEmitted(chips.chosen):
        chips.choose("young")
    assert chips.chosen_key() == "young"


def test_an_unknown_key_leaves_none_chosen(chips: Chips) -> None:
    chips.choose("young")
    chips.choose("somebody")
    assert chips.chosen_key() is None


def test_chips_wrap_where_it_is_narrow(qtbot: QtBot, theme: Theme) -> None:
    chips = Chips([(number, "A long label") for number in range(6)], "Age")
    qtbot.addWidget(chips)
    layout = chips.layout()
    assert layout is not None
    assert layout.heightForWidth(200) > layout.heightForWidth(2000)


def test_a_tile_says_its_title_and_its_line(qtbot: QtBot, theme: Theme) -> None:
    tile = Tile(theme, "Sleep", "Limits that were agreed")
    qtbot.addWidget(tile)
    assert (tile.accessibleName(), tile.accessibleDescription()) == ("Sleep", "Limits that were agreed")


@pytest.mark.parametrize("icon", ["", "tablet"])
def test_a_tile_is_as_high_as_its_words(qtbot: QtBot, theme: Theme, icon: str) -> None:
    tile = Tile(theme, "A long title that goes on", "And a long line that goes on as well", icon)
    qtbot.addWidget(tile)
    assert tile.hasHeightForWidth()
    assert tile.heightForWidth(120) > tile.heightForWidth(600) >= TARGET
    assert tile.sizeHint().height() >= TARGET


def tick_is_drawn(tile: Tile, theme: Theme, *, left: bool) -> bool:
    picture = tile.grab().toImage()
    x = 10 + 3 if left else tile.width() - 10 - 24 + 3
    return picture.pixelColor(x, 22) == QColor(theme.palette.teal)


@pytest.mark.parametrize("rtl", [False, True])
def test_a_chosen_tile_shows_a_tick_at_its_far_corner(qtbot: QtBot, theme: Theme, show: Show, rtl: bool) -> None:
    tile = Tile(theme, "iPad", icon="tablet")
    tile.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    show(tile, 200, 120)
    assert not tick_is_drawn(tile, theme, left=rtl)
    click(qtbot, tile)
    assert tile.isChecked()
    assert tick_is_drawn(tile, theme, left=rtl)


def test_a_tile_is_chosen_by_the_space_bar(qtbot: QtBot, theme: Theme, show: Show) -> None:
    tile = Tile(theme, "iPad")
    show(tile, 200, 120)
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Space)
    assert tile.isChecked()


def test_a_tile_shows_that_the_mouse_is_over_it(theme: Theme, show: Show) -> None:
    tile = Tile(theme, "iPad")
    show(tile, 200, 120)
    tile.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    before = tile.grab().toImage()
    tile.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    middle = QPointF(50, 50)
    QApplication.sendEvent(tile, QEnterEvent(middle, middle, tile.mapToGlobal(QPoint(50, 50)).toPointF()))
    assert tile.grab().toImage() != before
    tile.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(tile, QEvent(QEvent.Type.Leave))
    assert tile.grab().toImage() == before
