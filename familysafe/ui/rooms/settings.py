"""Settings."""

from functools import partial

from PySide6.QtWidgets import QWidget

from familysafe.app.showing.settings import settings_view
from familysafe.domain.safekeeping import Standing
from familysafe.domain.views import SettingsView
from familysafe.ui.links import open_folder
from familysafe.ui.pages.settings import SettingsPage
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = SettingsPage(wiring.theme)

    def view() -> SettingsView:
        thrown, snapshot = wiring.thrown_away(), wiring.desk.snapshot
        protection = snapshot.standing.protection if snapshot is not None else Standing().protection
        lock_after = snapshot.memory.preferences.lock_after if snapshot is not None else 0
        return settings_view(
            wiring.content, wiring.appearance, wiring.folder, protection, throw_away=thrown, lock_after=lock_after
        )

    wiring.shows("settings", view, page.show_view)
    page.appearance_changed.connect(wiring.appearance_changed)
    page.keys_asked.connect(wiring.open_keys)
    page.limits_asked.connect(partial(wiring.go, "cannot-protect"))
    page.folder_opened.connect(open_folder)
    page.page_asked.connect(wiring.go)
    page.lock_after_chosen.connect(partial(wiring.desk.prefer, "lock_after"))
    return page
