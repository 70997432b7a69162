"""What brings them here, where they live, and who the children are."""

from datetime import date
from functools import partial

from msgspec.structs import replace

from familysafe.domain.household import Child, Household, Worry
from familysafe.domain.ids import new_id
from familysafe.ui.countries import FIRST, all_countries, country_name
from familysafe.ui.pages.child_form import ChildDialog
from familysafe.ui.pages.first.question import Question
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button, Chips, Tile
from familysafe.ui.widgets.card import Avatar, Card, empty, row
from familysafe.ui.widgets.choice import DropDown
from familysafe.ui.widgets.picker import TileGrid
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.labels import WORRIES, WORRY_LINES
from familysafe.words.language import _, ngettext


class WorriesQuestion(Question):
    """Large tiles; the plan begins with what is chosen."""

    def __init__(self, theme: Theme, household: Household) -> None:
        super().__init__()
        self.title = _("What brings you here?")
        self.line = _("Choose what fits; the plan begins with it. Everything you say stays on this computer.")
        self._tiles = {worry: Tile(theme, WORRIES[worry](), WORRY_LINES[worry]()) for worry in Worry}
        for worry, tile in self._tiles.items():
            tile.setChecked(worry in household.worries)
        grid = TileGrid(theme, 280, 3)
        grid.set_tiles(self._tiles.values())
        self.column.addWidget(grid)
        self.column.addStretch(1)

    def answered(self, household: Household) -> Household:
        chosen = tuple(worry for worry, tile in self._tiles.items() if tile.isChecked())
        return replace(household, worries=chosen)


class CountryQuestion(Question):
    """Six at hand, all others in a list."""

    def __init__(self, theme: Theme, household: Household) -> None:
        super().__init__()
        self.title = _("Which country do you live in?")
        self.line = _("Rules, networks and help lines differ. You can change this any time.")
        self._chips = Chips(((code, country_name(code)) for code in FIRST), _("Country"))
        self._list = DropDown(theme, _("All countries"))
        for code, name in all_countries():
            self._list.addItem(name, code)
        self._list.setMaximumWidth(theme.px(360))
        self._chips.chosen.connect(self._show)
        self._list.currentIndexChanged.connect(self._list_changed)
        self.column.addWidget(self._chips)
        self.column.addWidget(PlainLabel(_("Or choose from all countries"), "muted"))
        self.column.addWidget(self._list)
        self.column.addStretch(1)
        self._show(household.country)

    def answered(self, household: Household) -> Household:
        return replace(household, country=str(self._list.currentData()))

    def _show(self, code: object) -> None:
        self._list.setCurrentIndex(max(0, self._list.findData(code)))
        self._chips.choose(code)

    def _list_changed(self) -> None:
        self._chips.choose(self._list.currentData())


class ChildrenQuestion(Question):
    """A card for each child; a nickname and a month of birth are enough."""

    def __init__(self, theme: Theme, household: Household, today: date) -> None:
        super().__init__()
        self.title = _("Who are the children?")
        self.line = _("A nickname and a month of birth are enough. Or only an age group.")
        self._theme, self._today = theme, today
        self._household = household
        self._add = Button(_("Add a child"))
        self._add.clicked.connect(self._new)
        self._list = QuestionList()
        self.column.addWidget(self._list)
        self.column.addLayout(row(self._add, None))
        self.column.addStretch(1)
        self._draw()

    def answered(self, household: Household) -> Household:
        mine = self._household
        return replace(household, children=mine.children, accounts=mine.accounts, devices=mine.devices)

    def count_text(self) -> str:
        count = len(self._household.children)
        return ngettext("{count} child", "{count} children", count).format(count=count) if count else ""

    def comes_first(self) -> bool:
        return not self._household.children

    def _draw(self) -> None:
        self._list.clear()
        for child in self._household.children:
            self._list.column.addWidget(self._card(child))
        first = self.comes_first()
        self._add.set_kind("go" if first else "plain")
        self._add.with_icon(self._theme, "plus", "on_teal" if first else "ink", 18)
        self.count_changed.emit()

    def _card(self, child: Child) -> Card:
        card = Card(margins=(16, 10, 16, 10))
        name = child.name or _("A child without a name")
        change = Button(_("Change"), name=_("Change {name}").format(name=name))
        change.clicked.connect(partial(self._ask, child))
        remove = Button(_("Take out"), "quiet", name=_("Take out {name}").format(name=name))
        remove.clicked.connect(partial(self._remove, child.id))
        avatar = Avatar(self._theme, child.name[:1].upper(), "child")
        line = row(
            avatar, PlainLabel(name, "strong"), PlainLabel(age_text(child, self._today), "muted"), change, remove
        )
        line.setStretch(1, 1)
        return card.add(line)

    def _new(self) -> None:
        self._ask(Child(new_id(), ""))

    def _ask(self, child: Child) -> None:
        dialog = ChildDialog(self._theme, child, self._today, self)
        dialog.given.connect(self._given)
        dialog.open()

    def _given(self, child: Child) -> None:
        self._household = self._household.with_child(child, self._household.apps_of(child.id))
        self._draw()

    def _remove(self, child_id: str) -> None:
        place = [child.id for child in self._household.children].index(child_id)
        self._household = self._household.without_child(child_id)
        self._draw()
        # Where one was: at the next child, or after the last one at the button that adds one.
        following = self._list.column.itemAt(place)
        card = following.widget() if following is not None else None
        (card.findChildren(Button)[0] if card is not None else self._add).setFocus()


class QuestionList(Question):
    """Cards below each other that can be drawn anew."""

    def clear(self) -> None:
        empty(self.column)


def age_text(child: Child, today: date) -> str:
    """`9 years`, `8 to 10`, or nothing known."""
    age = child.age_on(today)
    if age is not None:
        return ngettext("{age} year", "{age} years", age).format(age=age)
    return child.age_band.value.replace("-", "–") if child.age_band else _("age not said")
