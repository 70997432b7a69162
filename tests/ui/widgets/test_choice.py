"""Ticks and drop-down lists."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familysafe.ui.sheet import style_sheet
from familysafe.ui.theme import TARGET, Theme
from familysafe.ui.widgets.choice import DropDown, Tick
from tests.ui.conftest import Show

RIGHT_TO_LEFT, LEFT_TO_RIGHT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def test_a_tick_says_its_text(qtbot: QtBot, theme: Theme) -> None:
    tick = Tick(theme, "Sometimes here")
    qtbot.addWidget(tick)
    assert tick.accessibleName() == "Sometimes here"
    assert not tick.isChecked()


def test_the_whole_row_is_the_target(qtbot: QtBot, theme: Theme, show: Show) -> None:
    tick = Tick(theme, "Yes")
    show(tick, 500, 60)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(490, 55))
    assert tick.isChecked()


def test_a_key_ticks_it(qtbot: QtBot, theme: Theme, show: Show) -> None:
    tick = Tick(theme, "Yes")
    show(tick, 200, 60)
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()


def test_long_words_wrap_and_make_it_higher(qtbot: QtBot, theme: Theme) -> None:
    tick = Tick(theme, "Allow private notes (off from 13 on unless you say so)")
    qtbot.addWidget(tick)
    assert tick.hasHeightForWidth()
    assert tick.heightForWidth(2000) == TARGET
    assert tick.heightForWidth(150) > TARGET
    assert tick.minimumSizeHint().width() < tick.sizeHint().width()


@pytest.mark.parametrize("direction", [LEFT_TO_RIGHT, RIGHT_TO_LEFT])
def test_the_box_stands_where_one_begins_to_read(
    qtbot: QtBot, theme: Theme, show: Show, direction: Qt.LayoutDirection
) -> None:
    tick = Tick(theme, "Yes")
    tick.setLayoutDirection(direction)
    show(tick, 300, 60)
    before = tick.grab().toImage()
    tick.setChecked(True)
    after = tick.grab().toImage()
    changed = [x for x in range(300) if before.pixelColor(x, 30) != after.pixelColor(x, 30)]
    assert changed
    assert max(changed) < 100 if direction is LEFT_TO_RIGHT else min(changed) > 200
    assert after.pixelColor(changed[len(changed) // 2], 22) == QColor(theme.palette.teal)


@pytest.fixture
def drop_down(qtbot: QtBot, theme: Theme) -> DropDown:
    box = DropDown(theme, "Country")
    for name in ("United Kingdom", "Ireland", "Canada"):
        box.addItem(name)
    qtbot.addWidget(box)
    return box


def wheel() -> QWheelEvent:
    middle = QPointF(20, 20)
    none = Qt.MouseButton.NoButton
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(middle, middle, QPoint(0, 0), QPoint(0, -120), none, keys, phase, False)


def test_the_wheel_scrolls_the_page_and_not_the_choice(drop_down: DropDown, show: Show) -> None:
    show(drop_down, 300, 60)
    drop_down.setFocus()
    event = wheel()
    QApplication.sendEvent(drop_down, event)
    assert drop_down.currentIndex() == 0
    assert not event.isAccepted()


def test_keys_change_the_choice(qtbot: QtBot, drop_down: DropDown, show: Show) -> None:
    show(drop_down, 300, 60)
    drop_down.setFocus()
    qtbot.keyClick(drop_down, Qt.Key.Key_Down)
    assert drop_down.currentText() == "Ireland"


def test_every_choice_can_be_hit(drop_down: DropDown, show: Show, theme: Theme) -> None:
    show(drop_down, 300, 60)
    drop_down.setStyleSheet(style_sheet(theme))
    drop_down.view().ensurePolished()
    assert drop_down.view().sizeHintForRow(0) >= TARGET


def test_it_has_a_name_and_can_be_hit(drop_down: DropDown, show: Show) -> None:
    assert drop_down.accessibleName() == "Country"
    drop_down.adjustSize()
    assert drop_down.sizeHint().height() >= TARGET


@pytest.mark.parametrize("direction", [LEFT_TO_RIGHT, RIGHT_TO_LEFT])
def test_its_arrow_stands_at_the_end(
    theme: Theme, drop_down: DropDown, show: Show, direction: Qt.LayoutDirection
) -> None:
    drop_down.clear()
    drop_down.setLayoutDirection(direction)
    show(drop_down, 300, 60)
    picture = drop_down.grab().toImage()
    ink = QColor(theme.palette.ink2)
    found = [x for x in range(5, 295) for y in range(20, 40) if picture.pixelColor(x, y) == ink]
    assert found
    assert min(found) > 200 if direction is LEFT_TO_RIGHT else max(found) < 100
