"""Settings."""

from PySide6.QtWidgets import QWidget

from familysafe.app.showing.settings import settings_view
from familysafe.domain.views import SettingsView
from familysafe.ui.links import open_folder
from familysafe.ui.pages.settings import SettingsPage
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = SettingsPage(wiring.theme)

    def view() -> SettingsView:
        thrown = wiring.thrown_away()
        return settings_view(wiring.content, wiring.appearance, wiring.folder, throw_away=thrown)

    wiring.shows("settings", view, page.show_view)
    page.appearance_changed.connect(wiring.appearance_changed)
    page.keys_asked.connect(wiring.open_keys)
    page.folder_opened.connect(open_folder)
    return page
