"""The style sheet is filled from the theme, and Qt understands it."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QWidget

from familysafe.ui.sheet import SHEET, style_sheet
from familysafe.ui.theme import LOOKS, TARGET, Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card
from familysafe.ui.widgets.plain import PlainLabel
from tests.ui.conftest import Show

MakeTheme = Callable[..., Theme]
EVERY_LOOK = pytest.mark.parametrize("look", LOOKS)


@EVERY_LOOK
def test_every_token_is_filled(make_theme: MakeTheme, look: str) -> None:
    sheet = style_sheet(make_theme(LOOKS[look]))
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}") == SHEET.template.replace("${", "").count("{")
    assert not re.search(r"(None|nan|-\d+px)", sheet)


@EVERY_LOOK
def test_what_is_shown_has_the_colours_of_the_look(make_theme: MakeTheme, show: Show, look: str) -> None:
    palette = LOOKS[look]
    make_theme(palette)
    card = show(Card("amber"), 200, 100)
    assert card.grab().toImage().pixelColor(100, 50) == QColor(palette.ambertint)


@pytest.mark.parametrize("size", [90, 100, 200])
@pytest.mark.parametrize(("kind", "larger"), [("title", True), ("section", True), ("small", False)])
def test_kinds_of_text_differ_in_size(make_theme: MakeTheme, show: Show, size: int, kind: str, larger: bool) -> None:
    theme = make_theme(LOOKS["light"], size)
    body, other = PlainLabel("Words"), PlainLabel("Words", kind)
    holder = QWidget()
    for label in (body, other):
        label.setParent(holder)
    show(holder)
    assert body.font().pointSizeF() == pytest.approx(theme.points(1), abs=0.1)
    assert (other.font().pointSizeF() > body.font().pointSizeF()) is larger


@EVERY_LOOK
@pytest.mark.parametrize("kind", ["plain", "go", "help", "nav", "quiet", "link", "chip", "snug"])
def test_what_can_be_pressed_can_be_hit(make_theme: MakeTheme, show: Show, look: str, kind: str) -> None:
    make_theme(LOOKS[look])
    holder = QWidget()
    button, line = Button("Go", kind, parent=holder), QLineEdit(holder)
    show(holder)
    assert button.sizeHint().height() >= TARGET
    assert line.sizeHint().height() >= TARGET
