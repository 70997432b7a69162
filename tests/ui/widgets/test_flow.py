"""Things side by side that go on in the next line."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.plain import PlainLabel


def boxes(qtbot: QtBot, count: int, *, width: int = 100) -> tuple[QWidget, FlowLayout]:
    """A holder with boxes of one size, 20 high."""
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=10, line_spacing=5)
    for number in range(count):
        box = QLabel(str(number))
        box.setFixedSize(width, 20)
        flow.addWidget(box)
    return holder, flow


def places(flow: FlowLayout) -> list[tuple[int, int]]:
    found = [flow.itemAt(number) for number in range(flow.count())]
    return [(item.geometry().x(), item.geometry().y()) for item in found if item is not None]


def test_what_has_room_stands_side_by_side(qtbot: QtBot) -> None:
    _holder, flow = boxes(qtbot, 3)
    flow.setGeometry(QRect(0, 0, 320, 20))
    assert places(flow) == [(0, 0), (110, 0), (220, 0)]


def test_what_has_no_room_goes_into_the_next_line(qtbot: QtBot) -> None:
    _holder, flow = boxes(qtbot, 3)
    flow.setGeometry(QRect(0, 0, 319, 50))
    assert places(flow) == [(0, 0), (110, 0), (0, 25)]


def test_where_one_reads_from_the_right_the_first_stands_on_the_right(qtbot: QtBot) -> None:
    holder, flow = boxes(qtbot, 3)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.setGeometry(QRect(0, 0, 300, 50))
    assert places(flow) == [(200, 0), (90, 0), (200, 25)]


@pytest.mark.parametrize(("width", "height"), [(320, 20), (300, 45), (100, 70), (10, 70)])
def test_its_height_is_that_of_its_lines(qtbot: QtBot, width: int, height: int) -> None:
    _holder, flow = boxes(qtbot, 3)
    assert flow.hasHeightForWidth()
    assert flow.heightForWidth(width) == height


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    holder, flow = boxes(qtbot, 2)
    first = flow.itemAt(0)
    assert first is not None
    first.widget().hide()
    assert flow.heightForWidth(100) == 20
    assert flow.sizeHint().width() == 100
    assert holder.layout() is flow


def test_nothing_in_it_needs_no_height(qtbot: QtBot) -> None:
    _holder, flow = boxes(qtbot, 0)
    assert flow.heightForWidth(100) == 0
    assert flow.sizeHint().height() == 0


def test_it_asks_for_one_line_and_bears_the_widest_alone(qtbot: QtBot) -> None:
    _holder, flow = boxes(qtbot, 3)
    assert (flow.sizeHint().width(), flow.sizeHint().height()) == (320, 20)
    assert flow.minimumSize().width() == 100


def test_wrapped_text_wider_than_the_line_gets_the_height_it_needs(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    label = PlainLabel("many small words that go on " * 4)
    flow.addWidget(label)
    assert flow.heightForWidth(120) == label.heightForWidth(120)


def test_low_things_stand_in_the_middle_of_their_line(qtbot: QtBot) -> None:
    _holder, flow = boxes(qtbot, 1)
    high = QLabel()
    high.setFixedSize(50, 40)
    flow.addWidget(high)
    flow.setGeometry(QRect(0, 0, 300, 40))
    assert places(flow) == [(0, 10), (110, 0)]


def test_items_can_be_taken_out_again(qtbot: QtBot) -> None:
    _holder, flow = boxes(qtbot, 2)
    assert flow.takeAt(5) is None
    assert flow.itemAt(5) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 1


def test_without_a_parent_it_reads_from_the_left() -> None:
    flow = FlowLayout(spacing=0)
    assert flow.heightForWidth(10) == 0


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (400, [(0, 0), (190, 0), (300, 0)]),
        (320, [(0, 0), (110, 0), (220, 0)]),
        (300, [(0, 0), (200, 0), (0, 25)]),
        (210, [(0, 0), (110, 0), (0, 25)]),
        (150, [(0, 0), (0, 25), (0, 50)]),
    ],
)
def test_what_is_pushed_stands_at_the_far_end_of_a_line_it_shares(
    qtbot: QtBot, width: int, expected: list[tuple[int, int]]
) -> None:
    holder, flow = boxes(qtbot, 1)
    flow.push()
    for _number in range(2):
        box = QLabel()
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    flow.setGeometry(QRect(0, 0, width, 100))
    assert places(flow) == expected
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.setGeometry(QRect(0, 0, width, 100))
    assert places(flow) == [(width - 100 - left, top) for left, top in expected]
