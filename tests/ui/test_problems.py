"""Every refusal is told in words, with what to do next."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.ui.problems import tell
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.problems import next_step, sentence
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, come_to_rest, seen, texts


@pytest.mark.parametrize("code", Code)
def test_every_refusal_says_what_happened_and_what_to_do(theme: Theme, show: Show, code: Code) -> None:
    window = show(QWidget())
    error = FamilySafeError(code, folder="/home/somebody/<b>FamilySafe</b>", why="no display.", says="Line 3.")
    dialog = tell(theme, error, window)
    come_to_rest()
    assert texts(dialog) == [sentence(error), next_step(error)]
    labels = seen(dialog, PlainLabel)
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)


def test_it_closes_and_does_not_block(qtbot: QtBot, theme: Theme, show: Show) -> None:
    window = show(QWidget())
    dialog = tell(theme, FamilySafeError(Code.DISK_FULL), window)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        click(qtbot, button(dialog, "Close"))
