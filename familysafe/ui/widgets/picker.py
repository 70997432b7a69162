"""Tiles to choose from, with a search that narrows them as one types."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from familysafe.domain.views import GuideChoice
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Tile
from familysafe.ui.widgets.field import Field
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _


class TileGrid(QWidget):
    """Tiles in as many columns as there is room for."""

    def __init__(self, theme: Theme, tile_width: int, most: int, spacing: int = 14) -> None:
        super().__init__()
        self._tile_width = round(tile_width * theme.scale)
        self._most, self._spacing = most, spacing
        self._columns = 0
        self._tiles: list[Tile] = []
        self._shown: frozenset[str] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)

    def set_tiles(self, tiles: Iterable[Tile]) -> None:
        self._tiles = list(tiles)
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(self._most, (self.width() + self._spacing) // (self._tile_width + self._spacing)))
        if columns == self._columns:
            return
        for column in range(max(self._columns, columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        for number, tile in enumerate(self._wanted()):
            self._grid.addWidget(tile, number // columns, number % columns)

    def _wanted(self) -> list[Tile]:
        return [tile for tile in self._tiles if self._shown is None or str(tile.property("key")) in self._shown]

    def narrow_to(self, shown: frozenset[str]) -> None:
        """Hides the tiles whose key is not among `shown`."""
        self._shown = shown
        for tile in self._tiles:
            tile.setVisible(str(tile.property("key")) in shown)
        self._columns = 0
        self._arrange()


class GuidePicker(QWidget):
    """Guides as tiles; `many` lets more than one be chosen."""

    changed = Signal()

    def __init__(
        self, theme: Theme, choices: tuple[GuideChoice, ...], chosen: Iterable[str], hint: str, *, many: bool = True
    ) -> None:
        super().__init__()
        self._choices = choices
        self._many = many
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        if hint:
            self._search = Field(_("Search by name"), hint)
            self._search.setClearButtonEnabled(True)
            picture = self._search.addAction(theme.icon("search", "ink2", 20), Field.ActionPosition.LeadingPosition)
            picture.setText(_("Search by name"))
            self._search.textChanged.connect(self._narrow)
            box.addWidget(self._search)
        self._grid = TileGrid(theme, 168, 5)
        self._tiles = {choice.id: self._tile(theme, choice) for choice in choices}
        for guide in chosen:
            if guide in self._tiles:
                self._tiles[guide].setChecked(True)
        self._grid.set_tiles(self._tiles.values())
        box.addWidget(self._grid)
        self._none = PlainLabel(_("No such name here. “Something else” has general steps for it."), "muted")
        self._none.hide()
        box.addWidget(self._none)

    def chosen(self) -> tuple[str, ...]:
        """The ids of the chosen guides, in picker order."""
        return tuple(guide for guide, tile in self._tiles.items() if tile.isChecked())

    def _tile(self, theme: Theme, choice: GuideChoice) -> Tile:
        tile = Tile(theme, choice.short, icon="plus" if choice.general else choice.icon)
        tile.setProperty("key", choice.id)
        tile.clicked.connect(self._clicked)
        return tile

    def _clicked(self) -> None:
        sender = self.sender()
        if not self._many and isinstance(sender, Tile) and sender.isChecked():
            for tile in self._tiles.values():
                tile.setChecked(tile is sender)
        self.changed.emit()

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        shown = {one.id for one in self._choices if one.general or fits(one, wanted)}
        self._grid.narrow_to(frozenset(shown))
        self._none.setVisible(not any(fits(one, wanted) for one in self._choices))


def fits(choice: GuideChoice, wanted: list[str]) -> bool:
    """True when every typed word begins a word of the title or of an alias."""
    words = [word for text in (choice.title, choice.short, *choice.aliases) for word in text.casefold().split()]
    return all(any(word.startswith(part) for word in words) for part in wanted)
