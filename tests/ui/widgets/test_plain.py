"""Text that is never read as markup."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.plain import PlainLabel, tip
from tests.ui.conftest import Show

LONG = "A filter at home does not reach the phone when it is on its own network. " * 3


def ink_columns(label: PlainLabel) -> set[int]:
    """The columns of pixels on which something is drawn."""
    picture = QImage(label.size(), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    label.render(picture)
    return {
        x for x in range(picture.width()) for y in range(picture.height()) if picture.pixelColor(x, y).lightness() < 128
    }


@pytest.mark.parametrize("wrap", [True, False])
@pytest.mark.parametrize("text", ["<b>x</b>", "<img src='http://x'>", "a &amp; b", "<a href='x'>link</a>"])
def test_markup_is_shown_as_it_is(qtbot: QtBot, theme: Theme, text: str, wrap: bool) -> None:
    label = PlainLabel(text, wrap=wrap)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == text
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == text


def test_markup_is_as_wide_as_its_letters(qtbot: QtBot, theme: Theme, show: Show) -> None:
    marked, bare = PlainLabel("<b>mm</b>", wrap=False), PlainLabel("mm", wrap=False)
    for label in (marked, bare):
        qtbot.addWidget(label)
    assert marked.sizeHint().width() > 2 * bare.sizeHint().width()


def test_narrow_text_is_higher_and_nothing_of_it_is_cut(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel(LONG)
    qtbot.addWidget(label)
    assert label.heightForWidth(150) > 2 * label.heightForWidth(450) > 0


def test_it_wants_a_line_that_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel(LONG)
    qtbot.addWidget(label)
    assert label.sizeHint().width() <= label.fontMetrics().averageCharWidth() * 75
    assert label.sizeHint().height() == label.heightForWidth(label.sizeHint().width())
    assert label.minimumSizeHint().width() < label.sizeHint().width()


def test_a_word_longer_than_the_line_is_broken(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel("w" * 200)
    qtbot.addWidget(label)
    assert label.heightForWidth(100) > label.heightForWidth(1000)
    assert label.minimumSizeHint().width() <= label.fontMetrics().averageCharWidth() * 24


def test_a_title_stands_closer_than_a_text(qtbot: QtBot, theme: Theme) -> None:
    title, body = PlainLabel("A\nB", "title"), PlainLabel("A\nB")
    for label in (title, body):
        qtbot.addWidget(label)
        label.setFont(theme.font())
    assert title.heightForWidth(300) < body.heightForWidth(300)


def test_its_own_line_breaks_stay(qtbot: QtBot, theme: Theme) -> None:
    one, two = PlainLabel("A"), PlainLabel("A\nB")
    for label in (one, two):
        qtbot.addWidget(label)
    assert two.heightForWidth(300) > one.heightForWidth(300)


def test_text_begins_where_one_begins_to_read(theme: Theme, show: Show) -> None:
    label = PlainLabel("Word")
    show(label, 400, 60)
    from_left = ink_columns(label)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    from_right = ink_columns(label)
    assert max(from_left) < 200 < min(from_right)


def test_empty_and_single_lines_are_left_to_qt(theme: Theme, show: Show) -> None:
    for label in (PlainLabel(""), PlainLabel("One line", wrap=False)):
        show(label, 200, 40)
        label.grab()
        assert label.minimumSizeHint().width() <= 200


def test_a_number_can_be_selected_and_is_named(qtbot: QtBot, theme: Theme, show: Show) -> None:
    label = PlainLabel("0800 1111").selectable()
    show(label, 200, 40)
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert label.accessibleName() == "0800 1111"
    assert ink_columns(label)


def test_text_in_the_middle_of_its_height_is_drawn_there(theme: Theme, show: Show) -> None:
    label = PlainLabel("x")
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
    show(label, 100, 300)
    picture = label.grab().toImage()
    rows = {y for y in range(picture.height()) for x in range(40) if picture.pixelColor(x, y).lightness() < 128}
    assert 100 < min(rows) <= max(rows) < 200


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Today (Ctrl+1)", "Today (Ctrl+1)"),
        ("<b>x</b>", "<span>&lt;b>x&lt;/b></span>"),
        ("a & b", "<span>a &amp; b</span>"),
    ],
)
def test_a_tip_shows_its_text_as_it_is(qtbot: QtBot, text: str, shown: str) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    tip(widget, text)
    assert widget.toolTip() == shown
