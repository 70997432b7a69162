"""Settings: how it looks, where things are, and what the app says of itself."""

import sys
from collections.abc import Callable, Mapping

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familysafe.domain.safekeeping import Protection
from familysafe.domain.views import Appearance, SettingsView
from familysafe.ui.days import short_day
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button, Chips
from familysafe.ui.widgets.card import Card, row
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _, ngettext

SIZES = (90, 100, 120, 150, 200)
# The pages behind “Keeping it safe”: what the wiring calls each, its icon, and what its button says.
KEEPING: tuple[tuple[str, str, Callable[[], str]], ...] = (
    ("protection", "lock", lambda: _("Passphrase and recovery sheet")),
    ("backups", "folder", lambda: _("Backups")),
    ("check-data", "shield", lambda: _("Check my data")),
    ("delete", "trash", lambda: _("Delete")),
)
LOCKS_AFTER = (1, 5, 15, 30)  # minutes
OPENED_BY: Mapping[Protection, Callable[[], str]] = {
    Protection(passphrase=False, recovery=False): lambda: _(
        "There is no passphrase yet: anyone who can use this computer account can open it."
    ),
    Protection(passphrase=False, recovery=True): lambda: _(
        "There is no passphrase: anyone who can use this computer account can open it. There is a recovery sheet."
    ),
    Protection(passphrase=False, recovery=True, only_sheet=True): lambda: _("It opens with the recovery sheet alone."),
    Protection(passphrase=True, recovery=False): lambda: _(
        "It opens with your passphrase only. There is no recovery sheet yet."
    ),
    Protection(passphrase=True, recovery=True): lambda: _("It opens with your passphrase, or with the recovery sheet."),
}


class SettingsPage(Page):
    """Appearance is kept outside the vault; nothing of the family is."""

    appearance_changed = Signal(object)
    keys_asked = Signal()
    folder_opened = Signal(str)
    page_asked = Signal(str)
    lock_after_chosen = Signal(int)
    limits_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Settings"))
        self._appearance = Appearance()
        self._folder = ""

    def show_view(self, view: SettingsView) -> None:
        """Draws anew."""
        self._appearance = view.appearance
        self._folder = view.folder
        self.begin()
        self.add(PlainLabel(_("Settings"), "title"), self._look(), self._size())
        self.add(self._safe(view), self._private(view), self._about(view))
        self.finish()

    def _look(self) -> Card:
        looks = (
            ("system", _("As the computer")),
            ("light", _("Light")),
            ("dark", _("Dark")),
            ("contrast", _("High contrast")),
            ("contrast-dark", _("High contrast, dark")),
        )
        chips = Chips(looks, _("Look"))
        chips.choose(self._appearance.look)
        chips.chosen.connect(self._look_chosen)
        return Card().add(PlainLabel(_("Look"), "section"), chips)

    def _size(self) -> Card:
        chips = Chips(((size, f"{size} %") for size in SIZES), _("Text size"))
        chips.choose(self._appearance.text_size)
        chips.chosen.connect(self._size_chosen)
        return Card().add(PlainLabel(_("Text size"), "section"), chips)

    def _safe(self, view: SettingsView) -> Card:
        """What opens what was saved, and the pages that keep it."""
        card = Card().add(PlainLabel(_("Keeping it safe"), "section"))
        if view.throw_away:
            return card.add(PlainLabel(_("Nothing is being saved here, so there is nothing to lock.")))
        choices = FlowLayout(spacing=12)
        for page, icon, label in KEEPING:
            button = Button(f"\u2002{label()}", name=label()).with_icon(self.theme, icon, "ink", 18)
            button.setProperty("page", page)
            button.clicked.connect(self._page_clicked)
            choices.addWidget(button)
        card.add(PlainLabel(OPENED_BY[view.protection]()), choices)
        return card.add(*self._lock_after(view)) if view.protection.locks else card

    def _lock_after(self, view: SettingsView) -> tuple[QWidget, ...]:
        """How long nobody may be here before it locks by itself."""
        options = [(n, ngettext("{count} minute", "{count} minutes", n).format(count=n)) for n in LOCKS_AFTER]
        chips = Chips((*options, (0, _("Never"))), _("Locks by itself after"))
        chips.choose(view.lock_after)
        chips.chosen.connect(self._lock_after_clicked)
        says = _("It locks by itself when nobody has touched it for:")
        return PlainLabel(says), chips, PlainLabel(locks_also(sys.platform), "small-muted")

    def _lock_after_clicked(self, minutes: object) -> None:
        if isinstance(minutes, int):
            self.lock_after_chosen.emit(minutes)

    def _page_clicked(self) -> None:
        self.page_asked.emit(str(self.sender().property("page")))

    def _private(self, view: SettingsView) -> Card:
        card = Card().add(PlainLabel(_("Where the data is"), "section"))
        limits = Button(_("What FamilySafe cannot protect"))
        limits.clicked.connect(self.limits_asked)
        if view.throw_away:
            gone = PlainLabel(_("Nothing is being saved. When you close the window, it is gone."))
            return card.add(gone, row(limits, None))
        says = _("Encrypted, in one folder on this computer. FamilySafe has no network code at all.")
        card.add(PlainLabel(says), PlainLabel(view.folder, "small-muted").selectable())
        show = Button(_("Show the folder")).with_icon(self.theme, "folder", "ink", 18)
        show.clicked.connect(self._show_folder)
        choices = FlowLayout(spacing=12)
        for button in (show, limits):
            choices.addWidget(button)
        return card.add(choices)

    def _about(self, view: SettingsView) -> Card:
        card = Card().add(PlainLabel(_("About FamilySafe"), "section"))
        counted = ngettext("{guides} guide, {steps} steps.", "{guides} guides, {steps} steps.", view.guides)
        checked = _("Version {version}. The newest facts were checked on {day}.")
        card.add(
            PlainLabel(checked.format(version=view.version, day=short_day(view.content_checked))),
            PlainLabel(counted.format(guides=view.guides, steps=view.steps)),
            PlainLabel(_("Free software under the GPL, version 3 or later. It watches nobody and sends nothing.")),
        )
        keys = Button(_("Keyboard shortcuts"), name=_("Keyboard shortcuts (F1)"))
        keys.clicked.connect(self.keys_asked)
        return card.add(row(keys, None))

    def _look_chosen(self, look: object) -> None:
        self.appearance_changed.emit(replace(self._appearance, look=str(look)))

    def _size_chosen(self, size: object) -> None:
        if isinstance(size, int):
            self.appearance_changed.emit(replace(self._appearance, text_size=size))

    def _show_folder(self) -> None:
        self.folder_opened.emit(self._folder)


def locks_also(platform: str) -> str:
    """Other systems do not tell programs in a way that Qt hears (`ui.watching`)."""
    if platform == "linux":
        return _("It also locks when the computer sleeps or its screen is locked.")
    return _("It also locks when the computer has slept. It does not notice that the screen is locked.")
