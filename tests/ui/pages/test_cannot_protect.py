"""What FamilySafe cannot protect, as a page."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from familysafe.ui.pages.cannot_protect import CannotProtectPage
from familysafe.ui.theme import Theme
from familysafe.words.limits import limits, limits_intro
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, press, texts


@pytest.fixture
def page(theme: Theme, show: Show) -> CannotProtectPage:
    page = CannotProtectPage(theme)
    show(page)
    return page


def test_every_limit_is_told_with_what_helps(page: CannotProtectPage) -> None:
    told = [text for limit in limits() for text in (limit.what, limit.how, limit.helps)]
    assert texts(page) == ["What FamilySafe cannot protect", limits_intro(), *told]


def test_it_leads_back(qtbot: QtBot, page: CannotProtectPage) -> None:
    with qtbot.waitSignal(page.back):
        press(page, "Back to Settings")


def test_it_can_be_read_to_its_end_by_keyboard(qtbot: QtBot, page: CannotProtectPage) -> None:
    page.resize(700, 400)
    come_to_rest()
    back = button(page, "Back to Settings")
    back.setFocus()
    bar = page._scroll.verticalScrollBar()
    for _press in range(20):
        qtbot.keyClick(back, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum() > 0
