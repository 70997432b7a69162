"""Help now: danger first, then what has happened; nothing here is saved."""

from functools import partial

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLayout, QWidget

from familysafe.domain.help_views import Danger, HelpView, SituationTile
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button, Tile
from familysafe.ui.widgets.card import Card, Picture, column, row
from familysafe.ui.widgets.flow import FlowLayout
from familysafe.ui.widgets.help_head import WRAPS_FROM, HelpHead, country_box, nation_box
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.picker import TileGrid
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _

TILE_HEIGHT = 52
ASKED, UNSURE, NO = "asked", "unsure", "no"


class Around(Struct, frozen=True):
    """What stands around the help itself: the way out where there is no side list, and what was begun."""

    back: str = ""
    begun: tuple[str, ...] = ()
    records: bool = False


class HelpNowPage(Page):
    """Reachable from everywhere, also before first start; reads no vault."""

    region_chosen = Signal(str)
    situation_opened = Signal(str)
    contacts_asked = Signal()
    record_asked = Signal()
    left = Signal()
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Help now"))
        self._danger_is = ASKED
        self._view: HelpView | None = None
        self._around = Around()
        self._first: QWidget | None = None
        self._call: QWidget | None = None

    def show_view(self, view: HelpView, around: Around = Around()) -> None:  # noqa: B008 - it is frozen
        """Draws anew where there is something new to draw."""
        if (view, around) != (self._view, self._around):
            top = view != self._view
            self._view, self._around = view, around
            self._draw(view, top=top)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes next is asked about danger anew."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._danger_is, self._view = ASKED, None

    def _draw(self, view: HelpView, *, top: bool = False) -> None:
        self.begin()
        country = country_box(self.theme, view.region)
        country.region_chosen.connect(self.region_chosen)
        head = HelpHead(self.theme, _("Help now"), self._around.back, country)
        head.left.connect(self.left)
        head.back.connect(self.back)
        self.set_head(head)
        self.add(*head.below, self._danger(view.danger))
        self._first = None
        if view.situations:
            self.add(self._asks(view), self._situations(view))
        self.add(*(self._door(one) for one in view.situations if one.child))
        self.add(self._more(view), PlainLabel(small_print(), "small-muted"))
        self.finish(top=top)

    def _asks(self, view: HelpView) -> QLayout:
        line = row(PlainLabel(_("What has happened?"), "section"))
        line.setStretch(0, 1)
        if view.nations:
            nation = nation_box(self.theme, view.region, view.nations)
            nation.region_chosen.connect(self.region_chosen)
            line.addWidget(nation)
        return line

    def _danger(self, danger: Danger) -> Card:
        number = danger.number or _("the emergency number of your country")
        small_text = self.theme.text_size < WRAPS_FROM
        says = _("Pick up a phone: call {number}").format(number=number)
        call = PlainLabel(says, "help-big", wrap=not small_text or not danger.number).selectable()
        self._call = call
        if self._danger_is == NO:
            again = Button(_("Ask again"), "quiet")
            again.clicked.connect(partial(self._say_danger, ASKED))
            line = row(call, again)
            line.setStretch(0, 1)
            again_if = PlainLabel(_("If that changes, or you are not sure any more:"))
            return Card("help", (28, 14, 28, 14), spacing=4).add(again_if, line)
        card = Card("help", (28, 22, 28, 22), spacing=10)
        card.add(PlainLabel(_("First: is anyone in danger right now?"), "section"))
        go_on = self._choice(_("No, go on"), NO)
        # On top, so that it stands on the first screen at every size of text.
        ways = FlowLayout(spacing=12)
        ways.addWidget(call)
        card.add(ways)
        if self._danger_is == ASKED:
            ways.addWidget(self._choice(_("Not sure"), UNSURE))
            ways.addWidget(go_on)
        else:
            card.add(*(PlainLabel(line, "strong") for line in danger.questions))
            card.add(PlainLabel(_("Not sure is enough to call. Nobody needs proof.")), row(go_on, None))
        example = _("Someone is on the way or frightens you, a child is missing, or might hurt themselves seriously.")
        card.add(PlainLabel(" ".join((example, *danger.ways[:1]))))
        if danger.ways[1:]:
            card.add(PlainLabel(" · ".join(line.rstrip(".") for line in danger.ways[1:]), "small-muted"))
        return card

    def _choice(self, text: str, says: str) -> Button:
        button = Button(text)
        button.clicked.connect(partial(self._say_danger, says))
        return button

    def _say_danger(self, says: str, _checked: bool = False) -> None:
        self._danger_is = says
        if self._view is not None:
            self._draw(self._view)
        following = self._first if says == NO else self._call
        if following is not None:
            following.setFocus()

    def _situations(self, view: HelpView) -> TileGrid:
        grid = TileGrid(self.theme, 250, 3, spacing=10)
        tiles = [self._tile(one) for one in view.situations if not one.small and not one.child]
        grid.set_tiles(tiles)
        self._first = tiles[0] if tiles else None
        return grid

    def _tile(self, one: SituationTile) -> Tile:
        line = _("Go on where you were") if one.id in self._around.begun else ""
        tile = Tile(self.theme, one.title, line, kind="strong")
        tile.setCheckable(False)
        tile.setMinimumHeight(TILE_HEIGHT)
        tile.setAccessibleDescription(one.about)
        tile.clicked.connect(partial(self._open, one.id))
        return tile

    def _door(self, one: SituationTile) -> Card:
        card = Card("help-line", (20, 14, 20, 14))
        start = Button(_("Start here"), name=_("{title}: start here").format(title=one.title))
        start.clicked.connect(partial(self._open, one.id))
        says = column(PlainLabel(one.title, "strong"), PlainLabel(one.about, "small-muted"), spacing=2)
        line = row(Picture(self.theme, "headphones", "help", 26), says, start, spacing=14)
        line.setStretch(1, 1)
        return card.add(line)

    def _more(self, view: HelpView) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8)
        for one in view.situations:
            if one.small:
                button = Button(one.title, "chip")
                button.setAccessibleDescription(one.about)
                button.clicked.connect(partial(self._open, one.id))
                flow.addWidget(button)
        contacts = Button(_("Everyone who can help"), "chip")
        contacts.clicked.connect(self.contacts_asked)
        flow.addWidget(contacts)
        if self._around.records:
            written = Button(_("What you wrote down"), "chip")
            written.clicked.connect(self.record_asked)
            flow.addWidget(written)
        return holder

    def _open(self, situation: str, _checked: bool = False) -> None:
        self.situation_opened.emit(situation)


def small_print() -> str:
    """What leaves traces and what does not."""
    works = _("Works without the internet and without the passphrase.")
    saves = _("This app saves nothing here. Web pages you open may show in this computer’s history.")
    calls = _("A phone’s own call list still shows the calls that were made.")
    return f"{works} {saves} {calls}"
