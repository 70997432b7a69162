"""On every page: what can be reached has a name, what can be pressed can be hit, and no word is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from familysafe.domain.views import Appearance
from familysafe.ui.main import Shell
from familysafe.ui.theme import TARGET
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.plain import PlainLabel
from tests.ui.conftest import Start
from tests.ui.eyes import come_to_rest, seen
from tests.ui.keep_walk import every_keep
from tests.ui.lock_walk import every_lock
from tests.ui.record_walk import every_record
from tests.ui.walk import Stop, every_question, every_stop

LEFT_TO_RIGHT, RIGHT_TO_LEFT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
SIZES = pytest.mark.parametrize("size", [(1280, 800), (1024, 640)], ids=["1280x800", "1024x640"])
TEXTS = pytest.mark.parametrize("text", [100, 200], ids=["100%", "200%"])
DIRECTIONS = pytest.mark.parametrize("direction", [LEFT_TO_RIGHT, RIGHT_TO_LEFT], ids=["ltr", "rtl"])


def nameless(root: QWidget) -> Iterator[str]:
    """What the keyboard reaches and a screen reader could not say."""
    for widget in seen(root, QWidget):
        reached = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isEnabled()
        if reached and not widget.accessibleName() and widget.parent() is not None:
            yield f"{type(widget).__name__} has no name"


def low(root: QWidget) -> Iterator[str]:
    for button in seen(root, QAbstractButton):
        ours = button.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if ours and button.height() < TARGET:
            yield f"button {button.accessibleName()!r} is {button.height()} px high"


def cut(root: QWidget) -> Iterator[str]:
    """Words for which there is no room."""
    for label in seen(root, PlainLabel):
        if not label.text():
            continue
        needed = label.heightForWidth(label.width())
        if label.height() < needed:
            yield f"label {label.text()!r} is {label.height()} px high and needs {needed}"
        if not label.wordWrap() and label.width() < label.sizeHint().width():
            yield f"label {label.text()!r} is {label.width()} px wide and needs {label.sizeHint().width()}"
    for button in seen(root, Button):
        if button.width() < button.sizeHint().width():
            yield f"button {button.text()!r} is {button.width()} px wide and needs {button.sizeHint().width()}"


def sticking_out(root: QWidget) -> Iterator[str]:
    """Words that begin or end outside what scrolls only up and down, or outside the window."""
    for kind in (PlainLabel, Button):
        for widget in seen(root, kind):
            frame = frame_of(widget, root)
            left = widget.mapTo(frame, QPoint(0, 0)).x()
            if left < 0 or left + widget.width() > frame.width():
                yield f"{widget.text()!r} goes from {left} to {left + widget.width()} of {frame.width()} px"


def frame_of(widget: QWidget, root: QWidget) -> QWidget:
    above = widget.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, QAbstractScrollArea):
            return above.viewport()
        above = above.parentWidget()
    return root


def found_at(stops: Iterator[Stop]) -> list[str]:
    """Everything that is wrong on a walk, each with where it was met."""
    checks = (nameless, low, cut, sticking_out)
    return [f"{name}: {says}" for name, root in stops for check in checks for says in check(root)]


def of_size(shell: Shell, size: tuple[int, int]) -> Shell:
    shell.window.resize(*size)
    come_to_rest()
    assert (shell.window.width(), shell.window.height()) == size
    return shell


@SIZES
@TEXTS
@DIRECTIONS
def test_every_page_and_dialog_can_be_read_and_reached(
    qapp: QApplication, start: Start, size: tuple[int, int], text: int, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    shell = of_size(start(appearance=Appearance(look="light", text_size=text)), size)
    assert found_at(every_stop(shell)) == []


@SIZES
@TEXTS
@DIRECTIONS
def test_first_start_can_be_read_and_reached(
    qapp: QApplication, start: Start, size: tuple[int, int], text: int, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    shell = of_size(start(sample=False, appearance=Appearance(look="light", text_size=text)), size)
    assert found_at(every_question(shell)) == []


@SIZES
@TEXTS
@DIRECTIONS
def test_the_way_to_a_passphrase_and_a_sheet_can_be_read_and_reached(
    qapp: QApplication, start: Start, size: tuple[int, int], text: int, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    shell = of_size(start(appearance=Appearance(look="light", text_size=text)), size)
    assert found_at(every_lock(shell.window.theme, shell.window)) == []


@SIZES
@TEXTS
@DIRECTIONS
def test_what_keeps_the_data_safe_can_be_read_and_reached(
    qapp: QApplication, start: Start, size: tuple[int, int], text: int, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    shell = of_size(start(appearance=Appearance(look="light", text_size=text)), size)
    assert found_at(every_keep(shell.window.theme, shell.window)) == []


@SIZES
@TEXTS
@DIRECTIONS
def test_what_was_written_down_can_be_read_and_reached(
    qapp: QApplication, start: Start, size: tuple[int, int], text: int, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    shell = of_size(start(appearance=Appearance(look="light", text_size=text)), size)
    assert found_at(every_record(shell.wiring.content, shell.window.theme, shell.window)) == []


def test_the_broader_lines_of_high_contrast_take_no_room_from_words(start: Start) -> None:
    shell = of_size(start(appearance=Appearance(look="contrast", text_size=150)), (1024, 640))
    assert found_at(every_stop(shell)) == []
