"""Connects the frame, the rooms and the desk: what a person does goes one way, what is true comes back the other."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from familysafe.app.offering import calls_for_a_passphrase
from familysafe.app.showing.family import family_view
from familysafe.app.showing.rows import Showing
from familysafe.content.compiled import Compiled
from familysafe.domain.errors import FamilySafeError
from familysafe.domain.region import country_of, nation_of, region_of
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.target import ItemKey
from familysafe.domain.views import Appearance, FamilyView
from familysafe.ui.desk import Desk
from familysafe.ui.undoing import Undoing
from familysafe.ui.walks import Walks
from familysafe.ui.window import Window
from familysafe.words.language import _

View = TypeVar("View")
SIDE_ENTRY: Mapping[str, str] = {
    "guide": "set-up",
    "step": "set-up",
    "card": "talk",
    "preview": "search",
    "situation": "help",
    "help-contacts": "help",
    "record": "help",
    "record-sheet": "help",
    "cannot-protect": "settings",
    "backups": "settings",
    "check-data": "settings",
    "delete": "settings",
    "protection": "settings",
    "recovery-sheet": "settings",
}
USUAL_COUNTRY = "GB"
# Where one tells of the family; Today, a step, Settings and the record say it themselves, in Help now all the same.
SAYS_UNSAVED = frozenset({"set-up", "guide", "talk", "card", "family"})
# These are there without a household.
HELP = frozenset({"help", "situation", "help-contacts"})
# Escape leaves these at once, wherever one came from: what they show is nobody else's business.
PRIVATE = HELP | {"record", "record-sheet"}
# Nothing that is saved is shown on these, so what is saved meanwhile leaves them as they are.
STILL = HELP - {"situation"}
UP: Mapping[str, str] = {**SIDE_ENTRY, "step": "guide", "recovery-sheet": "protection", "record-sheet": "record"}


class Wiring(QObject):
    """One window's connections; a page is made when it is first asked for, and drawn when it is looked at."""

    appearance_changed = Signal(object)
    unsaved_asked = Signal()
    emptying_asked = Signal()
    search_focused = Signal()

    def __init__(
        self,
        content: Compiled,
        desk: Desk,
        window: Window,
        appearance: Appearance,
        folder: str,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self.content, self.desk, self.theme = content, desk, window.theme
        self.appearance, self.folder, self.now = appearance, folder, now
        self.step: ItemKey | None = None
        self.pick: tuple[ItemKey, ...] = ()
        self.stop_here = False
        self.refused: FamilySafeError | None = None
        self.group = self.card = self.situation = self.record = ""
        self._region_here = ""
        self.walks = Walks()
        self._window = window
        self._draw: dict[str, Callable[[], bool]] = {}
        self._before = desk.snapshot
        desk.changed.connect(self._changed)
        desk.failed.connect(self._failed)
        window.asked.connect(self._asked)
        window.keys_asked.connect(self.open_keys)
        Undoing(content, desk, window, self._may_undo, self)
        window.search_asked.connect(self._search)
        window.escaped.connect(self._escaped)

    # Going from page to page.

    def go(self, name: str) -> None:
        """Shows a page; one whose subject has left the plan gives way to the page above it."""
        self.stop_here = self.stop_here and name == "today"
        if name not in self._window.pages:
            self._window.add_page(name, self._make(name))
        if not self._draw[name]():
            self.go(UP.get(name, "today"))
            return
        side = name not in {"first", "door"} and (self.started() or name not in HELP)
        self._window.show_page(name, chosen=SIDE_ENTRY.get(name, name), side=side)
        says = _("Nothing is being saved. When you close the window, it is gone.")
        self._window.show_banner("unsaved", says if name in SAYS_UNSAVED and self.thrown_away() else "")

    def home(self) -> None:
        """First start, or Today; the door while no household is open."""
        self._region_here = ""
        if not self.started():
            # No family is open whose evening it would be: whoever comes next is not told what was looked at.
            self.walks.clear()
        if self.desk.snapshot is None:
            self.go("door")
        else:
            self.go("today" if self.started() else "first")

    def go_up(self) -> None:
        self.go(UP.get(self._window.shown(), "today"))

    def open_step(self, key: object, pick: tuple[ItemKey, ...] = ()) -> None:
        """One step; `pick` are those that it was chosen with."""
        if isinstance(key, ItemKey):
            self.step, self.pick = key, pick
            self.go("step")

    def open_group(self, group: str) -> None:
        self.group = group
        self.go("guide")

    def open_card(self, card: str) -> None:
        self.card = card
        self.go("card")

    def open_keys(self) -> None:
        """The list of shortcuts, over whatever is shown."""
        import_module("familysafe.ui.pages.keys").KeysDialog(self.theme, self._window).open()

    # What rooms ask for.

    def shows(self, name: str, view: Callable[[], View | None], show: Callable[[View], None]) -> None:
        """How a page is drawn; a view that is not there any more says so."""

        def draw() -> bool:
            current = view()
            if current is not None:
                show(current)
            return current is not None

        self._draw[name] = draw

    def showing(self) -> Showing:
        snapshot = self.desk.snapshot
        assert snapshot is not None, "pages are drawn after a household was opened"  # noqa: S101 - order of start
        return Showing(self.content, snapshot)

    def family_view(self) -> FamilyView:
        showing = self.showing()
        return family_view(self.content, showing.household, showing.today)

    def started(self) -> bool:
        """True when first start is behind this family."""
        snapshot = self.desk.snapshot
        return snapshot is not None and snapshot.memory.preferences.started

    def thrown_away(self) -> bool:
        return self.desk.snapshot is not None and self.desk.snapshot.throw_away

    def help_region(self) -> str:
        """The country, or its nation, chosen in Help now; before that the household's country."""
        snapshot = self.desk.snapshot
        kept = self.appearance
        country = kept.help_country or (snapshot.memory.household.country if snapshot else USUAL_COUNTRY)
        return self._region_here or region_of(country, kept.help_nation)

    def choose_help_region(self, region: str) -> None:
        country, nation = country_of(region), nation_of(region)
        situation = self.content.catalogue.situations.get(self.situation)
        if self._window.shown() != "help" and situation is not None and situation.keeps_nothing:
            self._region_here = region  # nothing of these is kept, the place neither
        else:
            self._region_here = ""
            self.appearance = replace(self.appearance, help_country=country, help_nation=nation)
            self.appearance_changed.emit(self.appearance)
        self.go(self._window.shown())

    def open_situation(self, situation: str) -> None:
        """What has happened; where nothing is kept of it, from its beginning."""
        known = self.content.catalogue.situations.get(situation)
        if known is not None and known.keeps_nothing:
            self.walks.forget(situation)
        self.situation = situation
        self.go("situation")

    # What the desk and the frame say.

    def _make(self, name: str) -> QWidget:
        room = import_module(f"familysafe.ui.rooms.{name.replace('-', '_')}")
        page: QWidget = room.make(self)
        return page

    def _changed(self, snapshot: Snapshot) -> None:
        shown = self._window.shown()
        before, self._before = self._before, snapshot
        self.refused = None
        self._keep_help_country(before, snapshot)
        if shown in {"", "door"} or (shown == "first" and self.started()):
            self.home()
        elif shown not in STILL:
            self.go(shown)
        # Not in the midst of writing down what has happened: the page of the record says it quietly.
        if before is not None and SIDE_ENTRY.get(shown) != "help" and calls_for_a_passphrase(before, snapshot):
            self._offer_passphrase()

    def _keep_help_country(self, before: Snapshot | None, snapshot: Snapshot) -> None:
        """Help now has to know the country at the door too; it follows the family until one is chosen there."""
        country, kept = snapshot.memory.household.country, self.appearance.help_country
        was = before.memory.household.country if before is not None else country
        moved = was != country and kept in {"", was}
        if self.started() and not snapshot.throw_away and (moved or (not kept and country != USUAL_COUNTRY)):
            self.appearance = replace(self.appearance, help_country=country, help_nation="")
            self.appearance_changed.emit(self.appearance)

    def _offer_passphrase(self) -> None:
        """Once, over whatever is shown, when a private note has just been saved."""
        title = _("Notes are private. Would you like a passphrase?")
        says = _("Your note is saved. Without a passphrase, anyone who can use this computer account can read it.")
        ask = import_module("familysafe.ui.widgets.dialog").Ask(
            self.theme, title, says, _("Set one"), _("Not now"), self._window
        )
        ask.agreed.connect(partial(self.go, "protection"))
        ask.open()
        self.desk.prefer("passphrase_offered", value=True)

    def _failed(self, error: FamilySafeError) -> None:
        error.details.setdefault("folder", self.folder)  # the store does not say where it was opened
        shown = self._window.shown()
        if self.desk.snapshot is None:
            self.refused = error
            if shown not in HELP:
                self.go("door")
            return
        import_module("familysafe.ui.problems").tell(self.theme, error, self._window)
        if shown not in STILL:
            self.go(shown)

    def _asked(self, name: str) -> None:
        """An entry of the side list, or its keys; before first start is done, only Help now is there."""
        if self.started() or name == "help":
            self.go(name)

    def _escaped(self) -> None:
        shown = self._window.shown()
        if shown in PRIVATE:
            self.home()
        elif shown in UP:
            self.go_up()

    def _may_undo(self) -> bool:
        """Not in the midst of first start, which has its own way back, nor in Help now."""
        shown = self._window.shown()
        return self.started() and SIDE_ENTRY.get(shown, shown) not in {"help", "door"}

    def _search(self) -> None:
        if self.started():
            self.go("search")
            self.search_focused.emit()
