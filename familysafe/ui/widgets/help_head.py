"""The head of every page of Help now: where one is, and the quick way out, which is never scrolled away."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from familysafe.domain.region import country_of, region_of
from familysafe.ui.countries import all_countries
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Picture, row
from familysafe.ui.widgets.choice import DropDown
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.labels import nation_name
from familysafe.words.language import _

Key = Qt.Key
WRAPS_FROM = 150  # per cent of text size; below it there is room for several things in one line
MOVES = frozenset({Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown})


class HelpHead(QWidget):
    """The line that stays above what scrolls: the way back, or the title without one, and *Leave quickly*.

    `below` is what goes into the page: the title where the line has no room for it, and the country at large text.
    """

    left = Signal()
    back = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        back: str = "",
        *regions: QWidget,
        kind: str = "help-title",
        icon: str = "help",
        name: str = "",
    ) -> None:
        super().__init__()
        line = FlowLayout(self, spacing=12)
        large = bool(regions) and theme.text_size >= WRAPS_FROM
        picture = Picture(theme, icon, "help", 28 if kind == "help-title" else 20)
        named = row(picture, PlainLabel(title, kind, wrap=bool(back) and not large))
        beside: QLayout = FlowLayout(spacing=12) if large else named if back else line
        self.below: list[QLayout] = [beside] if large or back else []
        if back:
            button = Button(back, "quiet", name=name).with_icon(theme, "back", "ink2", 18)
            button.clicked.connect(self.back)
            line.addWidget(button)
        if large or not back:
            holder = QWidget()
            holder.setLayout(named)
            (beside if back else line).addWidget(holder)
        else:
            named.setStretch(1, 1)
        # What finds no room beside the long name of a situation, to which one goes back, stands below it.
        line.push()
        leave = Button(_("Leave quickly (Esc)"), "chip", name=_("Leave quickly (Escape)"))
        leave.clicked.connect(self.left)
        line.addWidget(leave)
        for region in regions:
            beside.addWidget(region)


class RegionBox(DropDown):
    """The country, or the nation of one where services differ."""

    region_chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, regions: Iterable[tuple[str, str]], chosen: str) -> None:
        super().__init__(theme, name)
        for code, text in regions:
            self.addItem(text, code)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setMinimumContentsLength(len(self.currentText()) + 2)
        self.setMaximumWidth(theme.px(260))
        self.activated.connect(self._picked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens the list and goes on in it: in a closed one each letter of a name would already choose a country."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        letter = event.text().isprintable() and bool(event.text().strip())
        if held or not (letter or event.key() in MOVES):
            super().keyPressEvent(event)
            return
        self.showPopup()
        QCoreApplication.sendEvent(self.view(), event)

    def _picked(self, _index: int = 0) -> None:
        self.region_chosen.emit(str(self.currentData()))


def country_box(theme: Theme, region: str) -> RegionBox:
    """Every country."""
    return RegionBox(theme, _("Country"), all_countries(), country_of(region))


def nation_box(theme: Theme, region: str, nations: tuple[str, ...]) -> RegionBox:
    """The nations of a country, or all of them."""
    country = country_of(region)
    named = ((region_of(country, nation), nation_name(nation)) for nation in nations)
    return RegionBox(theme, _("Nation"), ((country, _("All nations")), *named), region)
