"""A guide that nobody has: to be read, with the way to having it."""

import pytest
from pytestqt.qtbot import QtBot

from familysafe.domain.finds import Preview
from familysafe.ui.pages.preview import PreviewPage
from familysafe.ui.theme import Theme
from tests.ui.conftest import Show
from tests.ui.eyes import press, says

DISCORD = Preview(
    "discord", "Discord", "talk", ("Chat and voice.",), ("The phone.",), ("It cannot read.",), (("Close it", "Why."),)
)


@pytest.fixture
def page(theme: Theme, show: Show) -> PreviewPage:
    page = PreviewPage(theme)
    page.show_view(DISCORD)
    shown = show(page)
    assert isinstance(shown, PreviewPage)
    return shown


@pytest.mark.parametrize("part", ["Discord", "Chat and voice.", "The phone.", "It cannot read.", "Close it", "Why."])
def test_everything_about_it_is_said(page: PreviewPage, part: str) -> None:
    assert says(page, part)


@pytest.mark.parametrize(("name", "signal"), [("Open Family", "family_asked"), ("Back to Search", "back")])
def test_it_leads_on_and_back(qtbot: QtBot, page: PreviewPage, name: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        press(page, name)
