"""A guide that is not in the plan."""

from functools import partial

from PySide6.QtWidgets import QWidget

from familysafe.app.finding_all import preview
from familysafe.ui.pages.preview import PreviewPage
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = PreviewPage(wiring.theme)
    wiring.shows("preview", lambda: preview(wiring.showing(), wiring.group), page.show_view)
    page.family_asked.connect(partial(wiring.go, "family"))
    page.back.connect(wiring.go_up)
    return page
