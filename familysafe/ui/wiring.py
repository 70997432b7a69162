"""Connects pages' signals to the desk, and the desk's snapshots to pages; nothing else does."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from familysafe.app.showing.cards import talk_view
from familysafe.app.showing.family import family_view
from familysafe.app.showing.help import help_view
from familysafe.app.showing.rows import Showing
from familysafe.app.showing.settings import settings_view
from familysafe.app.showing.step import guide_view, set_up_view, step_view
from familysafe.app.showing.today import today_view
from familysafe.content.compiled import Compiled
from familysafe.domain.errors import FamilySafeError
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.target import ItemKey
from familysafe.domain.views import Appearance, CardRow, FamilyView, SettingsView, StepView, TalkView
from familysafe.ui import problems
from familysafe.ui.desk import Desk
from familysafe.ui.pages.card import CardPage
from familysafe.ui.pages.family import FamilyPage
from familysafe.ui.pages.first.first_start import FirstStartPage
from familysafe.ui.pages.guide import GuidePage
from familysafe.ui.pages.help_now import HelpNowPage
from familysafe.ui.pages.keys import KeysDialog
from familysafe.ui.pages.set_up import SetUpPage
from familysafe.ui.pages.settings import SettingsPage
from familysafe.ui.pages.step import StepPage
from familysafe.ui.pages.talk import TalkPage
from familysafe.ui.pages.today import TodayPage
from familysafe.ui.window import Window

View = TypeVar("View")
SIDE_ENTRY = {"guide": "set-up", "step": "set-up", "card": "talk"}
UP = {"guide": "set-up", "step": "guide", "card": "talk"}


class Wiring(QObject):
    """One window's connections; a page is made when it is first asked for, and drawn when it is looked at."""

    appearance_changed = Signal(object)
    unsaved_asked = Signal()

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
        self._content, self._desk, self._window, self._theme = content, desk, window, window.theme
        self.appearance, self._folder, self._now = appearance, folder, now
        self._step: ItemKey | None = None
        self._group = self._card = ""
        self._draw: dict[str, Callable[[], bool]] = {}
        self._make: dict[str, Callable[[], QWidget]] = {
            "first": self._first,
            "today": self._today,
            "set-up": self._set_up,
            "guide": self._guide,
            "step": self._step_page,
            "talk": self._talk,
            "card": self._card_page,
            "family": self._family,
            "help": self._help,
            "settings": self._settings,
        }
        desk.changed.connect(self._changed)
        desk.failed.connect(self._failed)
        window.asked.connect(self.go)
        window.keys_asked.connect(self._keys)
        window.undo_asked.connect(desk.undo)
        window.search_asked.connect(self._search)
        window.escaped.connect(self._escaped)

    # Going from page to page.

    def go(self, name: str) -> None:
        """Shows a page; one whose subject has left the plan gives way to the page above it."""
        if name not in self._window.pages:
            self._window.add_page(name, self._make[name]())
        if not self._draw[name]():
            self.go(UP.get(name, "today"))
            return
        started = self._started()
        side = name != "first" and (started or name != "help")
        self._window.show_page(name, chosen=SIDE_ENTRY.get(name, name), side=side)

    def home(self) -> None:
        """First start, or Today."""
        self.go("today" if self._started() else "first")

    def _open_step(self, key: object) -> None:
        if isinstance(key, ItemKey):
            self._step = key
            self.go("step")

    def _open_group(self, group: str) -> None:
        self._group = group
        self.go("guide")

    def _open_card(self, card: str) -> None:
        self._card = card
        self.go("card")

    def _up(self) -> None:
        self.go(UP.get(self._window.shown(), "today"))

    def _escaped(self) -> None:
        shown = self._window.shown()
        if shown == "help":
            self.home()
        elif shown in UP:
            self._up()

    def _search(self) -> None:
        if self._started():
            self.go("set-up")
            page = self._window.pages["set-up"]
            if isinstance(page, SetUpPage):
                page.focus_search()

    def _started(self) -> bool:
        snapshot = self._desk.snapshot
        return snapshot is not None and snapshot.memory.preferences.started

    # What the desk says.

    def _changed(self, _snapshot: Snapshot) -> None:
        shown = self._window.shown()
        if not shown or (shown == "first" and self._started()):
            self.home()
        elif shown != "help":
            self.go(shown)

    def _failed(self, error: FamilySafeError) -> None:
        problems.tell(self._theme, error, self._window)
        shown = self._window.shown()
        if shown and shown != "help" and self._desk.snapshot is not None:
            self.go(shown)

    def _showing(self) -> Showing:
        snapshot = self._desk.snapshot
        assert snapshot is not None, "pages are drawn after a household was opened"  # noqa: S101 - order of start
        return Showing(self._content, snapshot)

    # The pages.

    def _shows(self, name: str, view: Callable[[], View | None], show: Callable[[View], None]) -> None:
        """How a page is drawn; a view that is not there any more says so."""

        def draw() -> bool:
            current = view()
            if current is not None:
                show(current)
            return current is not None

        self._draw[name] = draw

    def _first(self) -> QWidget:
        page = FirstStartPage(self._theme)
        self._shows("first", self._family_view, lambda view: page.begin(view, throw_away=self._thrown_away()))
        page.drafted.connect(self._desk.change_household)
        page.finished.connect(self._desk.finish_start)
        page.help_asked.connect(self._help_asked)
        page.without_saving.connect(self.unsaved_asked)
        return page

    def _today(self) -> QWidget:
        page = TodayPage(self._theme)
        self._shows("today", lambda: today_view(self._showing()), lambda view: page.show_view(view, self._now()))
        page.minutes_chosen.connect(self._desk.choose_minutes)
        page.step_opened.connect(self._open_step)
        page.card_opened.connect(self._open_card)
        page.group_opened.connect(self._open_group)
        page.family_asked.connect(self._family_asked)
        return page

    def _set_up(self) -> QWidget:
        page = SetUpPage(self._theme)
        self._shows("set-up", lambda: set_up_view(self._showing()), page.show_view)
        page.step_opened.connect(self._open_step)
        page.group_opened.connect(self._open_group)
        page.searched.connect(self._desk.search)
        self._desk.found.connect(page.show_found)
        return page

    def _guide(self) -> QWidget:
        page = GuidePage(self._theme)
        self._shows("guide", lambda: guide_view(self._showing(), self._group), page.show_view)
        page.step_opened.connect(self._open_step)
        page.back.connect(self._up)
        return page

    def _step_page(self) -> QWidget:
        page = StepPage(self._theme)
        self._shows("step", self._step_view, lambda view: page.show_view(view, self._now().date()))
        page.answered.connect(self._desk.answer)
        page.step_opened.connect(self._open_step)
        page.group_opened.connect(self._open_group)
        page.system_chosen.connect(self._desk.choose_system)
        page.link_opened.connect(open_link)
        return page

    def _talk(self) -> QWidget:
        page = TalkPage(self._theme)
        self._shows("talk", lambda: talk_view(self._showing()), page.show_view)
        page.card_opened.connect(self._open_card)
        page.talk_forgotten.connect(self._desk.forget_talk)
        return page

    def _card_page(self) -> QWidget:
        page = CardPage(self._theme)
        self._shows("card", self._card_view, lambda view: page.show_view(*view, self._now().date()))
        page.talked.connect(self._desk.record_talk)
        page.back.connect(self._up)
        page.help_asked.connect(self._help_asked)
        return page

    def _family(self) -> QWidget:
        page = FamilyPage(self._theme)
        self._shows("family", self._family_view, page.show_view)
        page.changed.connect(self._desk.change_household)
        return page

    def _help(self) -> QWidget:
        page = HelpNowPage(self._theme)
        self._shows(
            "help",
            lambda: help_view(self._content, self._help_country()),
            lambda view: page.show_view(view, before_start=not self._started()),
        )
        page.country_chosen.connect(self._help_country_chosen)
        page.link_opened.connect(open_link)
        page.left.connect(self.home)
        page.back.connect(self.home)
        return page

    def _settings(self) -> QWidget:
        page = SettingsPage(self._theme)
        self._shows("settings", self._settings_view, page.show_view)
        page.appearance_changed.connect(self.appearance_changed)
        page.keys_asked.connect(self._keys)
        page.folder_opened.connect(open_folder)
        return page

    # Views that need more than the snapshot.

    def _family_view(self) -> FamilyView:
        showing = self._showing()
        return family_view(self._content, showing.household, showing.today)

    def _step_view(self) -> StepView | None:
        view = step_view(self._showing(), self._step) if self._step else None
        if view is not None:
            self._group = view.row.group
        return view

    def _card_view(self) -> tuple[CardRow, TalkView] | None:
        view = talk_view(self._showing())
        return next(((card, view) for card in view.cards if card.card.id == self._card), None)

    def _settings_view(self) -> SettingsView:
        return settings_view(self._content, self.appearance, self._folder, throw_away=self._thrown_away())

    def _thrown_away(self) -> bool:
        return self._desk.snapshot is not None and self._desk.snapshot.throw_away

    # Small verbs.

    def _help_country(self) -> str:
        """The country chosen in Help now; before that the household's, before that the system's."""
        snapshot = self._desk.snapshot
        return self.appearance.help_country or (snapshot.memory.household.country if snapshot else "GB")

    def _help_country_chosen(self, country: str) -> None:
        self.appearance = replace(self.appearance, help_country=country)
        self.appearance_changed.emit(self.appearance)
        self.go("help")

    def _help_asked(self) -> None:
        self.go("help")

    def _family_asked(self) -> None:
        self.go("family")

    def _keys(self) -> None:
        KeysDialog(self._theme, self._window).open()


def open_link(url: str) -> None:
    """Hands an address to the system's browser; only a click leads here."""
    QDesktopServices.openUrl(QUrl(url))


def open_folder(folder: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
