"""Addresses and folders are handed to the system, by a click and as they are."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from familysafe.ui.links import open_folder, open_link


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the system is asked to open."""
    urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", urls.append)
    return urls


def test_an_address_goes_to_the_browser(opened: list[QUrl]) -> None:
    open_link("https://www.childline.org.uk/get-support/?a=1#b")
    assert [url.toString() for url in opened] == ["https://www.childline.org.uk/get-support/?a=1#b"]


def test_a_folder_is_shown_with_whatever_is_in_its_name(opened: list[QUrl]) -> None:
    open_folder("/home/Müller & Söhne/100% #1?")
    assert opened[0].isLocalFile()
    assert opened[0].toLocalFile() == "/home/Müller & Söhne/100% #1?"
