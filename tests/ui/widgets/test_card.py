"""Cards, rows, columns and what folds away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.card import Avatar, Card, Columns, Fold, Picture, column, empty, fill, row
from familysafe.ui.widgets.plain import PlainLabel
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, come_to_rest, texts


def test_a_card_takes_widgets_and_layouts_in_order(theme: Theme, show: Show) -> None:
    card = Card("tint").add(PlainLabel("One"), row(PlainLabel("Two"), None, column(PlainLabel("Three"))))
    show(card)
    assert texts(card) == ["One", "Two", "Three"]
    assert card.tone == "tint"


def test_what_is_emptied_is_gone_for_good(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    box = QVBoxLayout(holder)
    fill(box, PlainLabel("One"), PlainLabel("Two"))
    box.addStretch()
    empty(box)
    come_to_rest()
    assert box.count() == 0
    assert texts(holder) == []


def test_none_is_a_stretch(qtbot: QtBot, theme: Theme, show: Show) -> None:
    holder = QWidget()
    first, last = PlainLabel("a", wrap=False), PlainLabel("b", wrap=False)
    holder.setLayout(column(row(first, None, last), None))
    show(holder, 400, 300)
    assert last.geometry().right() == 399
    assert first.geometry().y() == 0


@pytest.mark.parametrize(("initial", "text"), [("Y", "Y"), ("", "")])
def test_an_avatar_is_a_letter_or_an_icon(qtbot: QtBot, theme: Theme, initial: str, text: str) -> None:
    avatar = Avatar(theme, initial, "home")
    qtbot.addWidget(avatar)
    assert avatar.text() == text
    assert avatar.pixmap().isNull() is bool(initial)


def test_a_picture_is_as_large_as_it_was_asked_for(qtbot: QtBot, theme: Theme) -> None:
    picture = Picture(theme, "home", "teal", 26)
    qtbot.addWidget(picture)
    assert picture.width() == picture.height() == theme.px(26)
    assert not picture.pixmap().isNull()


@pytest.fixture
def columns(theme: Theme) -> Columns:
    columns = Columns(theme, narrow=300, least=500)
    columns.wide.addWidget(PlainLabel("Steps"))
    columns.narrow_column.addWidget(PlainLabel("Rings"))
    return columns


def edges(columns: Columns) -> tuple[int, int]:
    """Left and top of the narrow column."""
    return columns.narrow.x(), columns.narrow.y()


def test_the_narrow_column_stands_beside_the_wide_one_where_there_is_room(columns: Columns, show: Show) -> None:
    show(columns, 900, 400)
    assert edges(columns) == (600, 0)
    assert columns.narrow.width() == 300


def test_it_stands_below_where_there_is_none(columns: Columns, show: Show) -> None:
    show(columns, 700, 400)
    assert columns.narrow.x() == 0
    assert columns.narrow.y() > 0
    assert columns.narrow.width() == 700


def test_it_comes_back_when_the_window_grows(qtbot: QtBot, columns: Columns, show: Show) -> None:
    show(columns, 700, 400)
    columns.resize(900, 400)
    qtbot.waitUntil(lambda: edges(columns) == (600, 0))
    assert columns.narrow.width() == 300


def test_from_the_right_the_narrow_column_stands_on_the_left(columns: Columns, show: Show) -> None:
    columns.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(columns, 900, 400)
    assert columns.narrow.x() == 0


def test_twice_the_text_needs_twice_the_room(qtbot: QtBot, theme: Theme, show: Show) -> None:
    theme.text_size = 200
    columns = Columns(theme, narrow=300, least=500)
    columns.wide.addWidget(PlainLabel("Steps"))
    show(columns, 1000, 400)
    assert columns.narrow.x() == 0


@pytest.fixture
def fold(theme: Theme, show: Show) -> Fold:
    fold = Fold(theme, "For grown-ups", "What children try", PlainLabel("They reset it."), QPushButton("Keep"))
    show(fold, 300, 200)
    return fold


def test_what_is_folded_away_is_not_read_by_chance(fold: Fold) -> None:
    assert texts(fold) == ["What children try"]


def test_a_click_opens_it_and_another_closes_it(qtbot: QtBot, fold: Fold) -> None:
    head = button(fold, "For grown-ups")
    click(qtbot, head)
    assert texts(fold) == ["They reset it."]
    click(qtbot, head)
    assert texts(fold) == ["What children try"]


def test_it_opens_by_keyboard(qtbot: QtBot, fold: Fold) -> None:
    head = button(fold, "For grown-ups")
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Space)
    assert texts(fold) == ["They reset it."]
