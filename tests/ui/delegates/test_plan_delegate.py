"""The rows of the plan, as they are painted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from familysafe.domain.views import StepRow
from familysafe.ui.delegates.plan_delegate import PlanDelegate
from familysafe.ui.models.plan_model import Filter, PlanModel
from familysafe.ui.theme import LIGHT, TARGET, Theme
from tests.ui.views import a_group, a_plan, a_row, held

NONE, FOCUS, HOVER = QStyle.StateFlag.State_None, QStyle.StateFlag.State_HasFocus, QStyle.StateFlag.State_MouseOver
WIDE = 800


class Wall:
    """A list with one heading and its steps, and a picture of each row."""

    def __init__(self, theme: Theme, *rows: StepRow) -> None:
        self.view = QListView()
        self.view.resize(WIDE, 400)
        self.model = PlanModel()
        self.model.show(a_plan(a_group("device:d1", "The iPad", *rows)), Filter())
        self.view.setModel(self.model)
        self.delegate = PlanDelegate(theme, self.view)

    def height(self, row: int) -> int:
        return self.delegate.sizeHint(QStyleOptionViewItem(), self.model.index(row)).height()

    def painted(self, row: int, state: QStyle.StateFlag = NONE) -> QImage:
        height = max(self.height(row), 20)
        picture = QImage(WIDE, height, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, WIDE, height)
        option.state = state
        painter = QPainter(picture)
        self.delegate.paint(painter, option, self.model.index(row))
        painter.end()
        return picture


MakeWall = Callable[..., Wall]


@pytest.fixture
def wall(qtbot: QtBot, theme: Theme) -> MakeWall:
    def make(*rows: StepRow, theme: Theme = theme) -> Wall:
        wall = Wall(theme, *rows)
        qtbot.addWidget(wall.view)
        return wall

    return make


def has(picture: QImage, colour: str, left: int = 0, right: int = WIDE) -> bool:
    """True when a colour of the palette is to be seen between two columns."""
    wanted = QColor(colour)
    every = ((x, y) for x in range(left, right) for y in range(picture.height()))
    return any(picture.pixelColor(x, y) == wanted for x, y in every)


def test_every_row_can_be_hit(wall: MakeWall) -> None:
    shown = wall(a_row())
    assert shown.height(0) >= TARGET
    assert shown.height(1) >= TARGET


def test_a_long_title_makes_its_row_higher(wall: MakeWall) -> None:
    shown = wall(a_row(), a_row("b", title="Words that go on and on " * 12))
    assert shown.height(2) > shown.height(1)


def test_what_it_is_for_is_never_cut_off(wall: MakeWall) -> None:
    shown = wall(a_row(), a_row("b", why="Words that go on and on " * 12))
    assert shown.height(2) > shown.height(1)


def test_larger_text_makes_rows_higher(wall: MakeWall, make_theme: Callable[..., Theme]) -> None:
    assert wall(a_row(), theme=make_theme(LIGHT, 200)).height(1) > wall(a_row()).height(1)


def test_a_heading_and_a_step_are_painted(wall: MakeWall) -> None:
    shown = wall(a_row())
    for row in (0, 1):
        assert has(shown.painted(row), LIGHT.ink)


def test_a_step_that_has_the_focus_has_a_ring(wall: MakeWall) -> None:
    shown = wall(a_row())
    assert not has(shown.painted(1), LIGHT.focus)
    assert has(shown.painted(1, FOCUS), LIGHT.focus)
    assert has(shown.painted(0, FOCUS), LIGHT.focus)


def test_a_step_under_the_mouse_looks_different(wall: MakeWall) -> None:
    shown = wall(a_row())
    assert shown.painted(1, HOVER) != shown.painted(1)


@pytest.mark.parametrize(
    ("row", "colour"),
    [(a_row(), LIGHT.ink2), (a_row(answer=held()), LIGHT.teal), (a_row(answer=held(), stale=True), LIGHT.amber)],
)
def test_the_mark_of_a_step_says_how_well_it_is_known(wall: MakeWall, row: StepRow, colour: str) -> None:
    assert has(wall(row).painted(1), colour, 0, 60)


def test_what_is_known_stands_at_the_end_of_the_row(wall: MakeWall) -> None:
    assert wall(a_row(answer=held())).painted(1) != wall(a_row()).painted(1)
    assert has(wall(a_row(answer=held())).painted(1), LIGHT.teal, WIDE - 100)


def test_from_the_right_a_row_is_mirrored(wall: MakeWall) -> None:
    shown = wall(a_row(answer=held()))
    shown.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert has(shown.painted(1), LIGHT.teal, WIDE - 60)


def test_a_row_that_is_not_there_is_not_painted(wall: MakeWall) -> None:
    shown = wall(a_row())
    nowhere = QModelIndex()
    assert shown.delegate.sizeHint(QStyleOptionViewItem(), nowhere).height() == TARGET
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    before = picture.copy()
    painter = QPainter(picture)
    shown.delegate.paint(painter, QStyleOptionViewItem(), nowhere)
    painter.end()
    assert picture == before
