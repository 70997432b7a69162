"""The head of every page of Help now."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from familysafe.ui.countries import all_countries
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import column
from familysafe.ui.widgets.help_head import HelpHead, RegionBox, country_box, nation_box
from tests.ui.conftest import Show
from tests.ui.eyes import button, press, seen, texts

LEAVE = "Leave quickly (Escape)"


def pick(box: QComboBox, code: str) -> None:
    """As a person does, who opens the list and picks a line."""
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def lines(box: RegionBox) -> list[tuple[str, str]]:
    return [(str(box.itemData(number)), box.itemText(number)) for number in range(box.count())]


def test_leaving_quickly_is_there_and_says_its_key(qtbot: QtBot, theme: Theme, show: Show) -> None:
    head = HelpHead(theme, "Help now")
    show(head)
    assert texts(head) == ["Help now"]
    assert [one.text() for one in seen(head, Button)] == ["Leave quickly (Esc)"]
    with qtbot.waitSignal(head.left):
        press(head, LEAVE)


def test_the_way_back_says_where_it_leads(qtbot: QtBot, theme: Theme, show: Show) -> None:
    head = HelpHead(theme, "Who can help", "Back to first start")
    show(head)
    with qtbot.waitSignal(head.back), qtbot.assertNotEmitted(head.left):
        press(head, "Back to first start")


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_leaving_quickly_stands_at_the_far_end(
    theme: Theme, show: Show, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    head = HelpHead(theme, "Who can help", "Help now")
    show(head, 600, 60)
    leave, back = button(head, LEAVE), button(head, "Help now")
    assert (leave.x() > back.x()) is (direction is not Qt.LayoutDirection.RightToLeft)
    assert 0 in {leave.x(), 600 - leave.geometry().right() - 1}


def below(head: HelpHead) -> QWidget:
    holder = QWidget()
    holder.setLayout(column(*head.below))
    return holder


def test_the_title_goes_into_the_page_where_the_way_back_stands_in_its_place(theme: Theme, show: Show) -> None:
    head = HelpHead(theme, "Who can help", "Help now", country_box(theme, "GB"))
    show(head)
    page = show(below(head))
    assert texts(head) == []
    assert texts(page) == ["Who can help"]
    assert len(seen(page, QComboBox)) == 1


@pytest.mark.parametrize(("text_size", "stays"), [(100, True), (200, False)])
def test_at_large_text_the_country_leaves_the_line_to_leaving_quickly(
    make_theme: Callable[..., Theme], show: Show, text_size: int, stays: bool
) -> None:
    theme = make_theme(text_size=text_size)
    head = HelpHead(theme, "Help now", "", country_box(theme, "GB"))
    show(head, 800, 60)
    page = show(below(head))
    assert (len(seen(head, QComboBox)), len(seen(page, QComboBox))) == ((1, 0) if stays else (0, 1))
    assert texts(head) == ["Help now"]
    assert button(head, LEAVE).y() < 20


@pytest.mark.parametrize("region", ["IE", "GB-SCT"])
def test_every_country_can_be_chosen(qtbot: QtBot, theme: Theme, show: Show, region: str) -> None:
    box = country_box(theme, region)
    head = HelpHead(theme, "Help now", "", box)
    show(head)
    assert seen(head, QComboBox) == [box]
    assert lines(box) == list(all_countries())
    assert box.currentData() == region[:2]
    with qtbot.waitSignal(box.region_chosen) as said:
        pick(box, "NZ")
    assert said.args == ["NZ"]


def test_a_country_that_nobody_knows_is_not_made_up(qtbot: QtBot, theme: Theme) -> None:
    box = RegionBox(theme, "Country", (("GB", "United Kingdom"), ("IE", "Ireland")), "XX")
    qtbot.addWidget(box)
    assert box.currentData() == "GB"


@pytest.mark.parametrize(("region", "shown"), [("GB", "All nations"), ("GB-WLS", "Wales")])
def test_a_nation_or_all_of_them_can_be_chosen(qtbot: QtBot, theme: Theme, region: str, shown: str) -> None:
    box = nation_box(theme, region, ("SCT", "WLS"))
    qtbot.addWidget(box)
    assert lines(box) == [("GB", "All nations"), ("GB-SCT", "Scotland"), ("GB-WLS", "Wales")]
    assert box.currentText() == shown
    with qtbot.waitSignal(box.region_chosen) as said:
        pick(box, "GB-SCT")
    assert said.args == ["GB-SCT"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_letters_open_the_list_and_choose_nothing_by_themselves(qtbot: QtBot, theme: Theme, show: Show) -> None:
    box = country_box(theme, "GB")
    show(box)
    with qtbot.assertNotEmitted(box.region_chosen):
        qtbot.keyClicks(box, "i")
    assert box.view().isVisible()
    box.hidePopup()
