"""Settings: how it looks, where things are, and what the app says of itself."""

from msgspec.structs import replace
from PySide6.QtCore import Signal

from familysafe.domain.views import Appearance, SettingsView
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.answer_bar import short_day
from familysafe.ui.widgets.button import Button, Chips
from familysafe.ui.widgets.card import Card, row
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _, ngettext

SIZES = (90, 100, 120, 150, 200)


class SettingsPage(Page):
    """Appearance is kept outside the vault; nothing of the family is."""

    appearance_changed = Signal(object)
    keys_asked = Signal()
    folder_opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Settings"))
        self._appearance = Appearance()
        self._folder = ""

    def show_view(self, view: SettingsView) -> None:
        """Draws anew."""
        self._appearance = view.appearance
        self._folder = view.folder
        self.begin()
        self.add(PlainLabel(_("Settings"), "title"), self._look(), self._size(), self._private(view), self._about(view))
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

    def _private(self, view: SettingsView) -> Card:
        card = Card().add(PlainLabel(_("Where the data is"), "section"))
        if view.throw_away:
            return card.add(PlainLabel(_("Nothing is being saved. When you close the window, it is gone.")))
        lines = (
            _("Encrypted, in one folder on this computer. FamilySafe has no network code at all."),
            _("There is no passphrase yet: anyone who can use this computer account can open it."),
        )
        card.add(*map(PlainLabel, lines), PlainLabel(view.folder, "small-muted").selectable())
        show = Button(_("Show the folder")).with_icon(self.theme, "folder", "ink", 18)
        show.clicked.connect(self._show_folder)
        return card.add(row(show, None))

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
