"""Search."""

from functools import partial

from PySide6.QtWidgets import QWidget

from familysafe.app.finding_all import Finder
from familysafe.domain.finds import Find, FindKind, Finds
from familysafe.domain.snapshot import Snapshot
from familysafe.ui.pages.search import SearchPage
from familysafe.ui.wiring import Wiring


class Looking:
    """Keeps one index for as long as nothing has changed."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring
        self._of: Snapshot | None = None
        self._finder: Finder | None = None

    def find(self, text: str) -> Finds:
        if self._finder is None or self._of is not self._wiring.desk.snapshot:
            self._of, self._finder = self._wiring.desk.snapshot, Finder(self._wiring.showing())
        return self._finder.find(text)


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = SearchPage(wiring.theme)
    looking = Looking(wiring)

    def typed(text: str) -> None:
        page.show_view(looking.find(text))

    def open_find(find: object) -> None:
        if not isinstance(find, Find):
            return
        if find.kind is FindKind.SITUATION:
            page.clear()  # whoever opens Search next is not told what was looked for
            wiring.open_situation(find.id)
        elif find.kind is FindKind.CARD:
            wiring.open_card(find.id)
        elif find.key is not None:
            wiring.open_step(find.key)
        elif find.group:
            wiring.open_group(find.group)
        else:
            wiring.group = find.id
            wiring.go("preview")

    wiring.shows("search", lambda: looking.find(page.text()), page.show_view)
    page.typed.connect(typed)
    page.chosen.connect(open_find)
    page.family_asked.connect(partial(wiring.go, "family"))
    page.help_asked.connect(partial(wiring.go, "help"))
    wiring.search_focused.connect(page.focus_search)
    return page
