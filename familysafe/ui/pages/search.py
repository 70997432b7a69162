"""Search over everything: guides, steps and cards, as one types."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysafe.domain.finds import Find, FindKind, Finds
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Picture, column, empty, row
from familysafe.ui.widgets.field import Field
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _

SHORTEST = 2  # letters


class SearchPage(Page):
    """The field stays while the results below it change."""

    typed = Signal(str)
    chosen = Signal(object)
    family_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Search"))
        self._field = Field(_("Search everything"), _("Try “insta”, “swearing”, “strangers”, “bedtime” …"))
        self._field.setClearButtonEnabled(True)
        picture = self._field.addAction(theme.icon("search", "ink2", 20), Field.ActionPosition.LeadingPosition)
        picture.setText(_("Search everything"))
        self._field.textChanged.connect(self.typed)
        self._place = QVBoxLayout()
        self.add(PlainLabel(_("Search"), "title"), self._field, self._place)
        self.body.addStretch(1)

    def show_view(self, finds: Finds) -> None:
        """Draws the results; they belong to `finds.text`, and an older text is passed over."""
        if finds.text != self._field.text():
            return
        results = QWidget()
        results.setLayout(column(*self._results(finds), spacing=10))
        empty(self._place)
        self._place.addWidget(results)
        results.show()

    def _results(self, finds: Finds) -> Iterator[QWidget]:
        if len(finds.text.strip()) < SHORTEST:
            yield PlainLabel(_("Guides, steps and conversation cards, in everyday words."), "muted")
            return
        groups = ((_("Guides"), finds.guides), (_("Steps"), finds.steps), (_("Cards to talk with"), finds.cards))
        for title, found in groups:
            if found:
                yield PlainLabel(title, "section")
                yield from map(self._row, found)
        if not any(found for _title, found in groups):
            yield self._nothing()

    def focus_search(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def text(self) -> str:
        """What stands in the field."""
        return self._field.text()

    def _row(self, find: Find) -> Card:
        card = Card(margins=(18, 10, 18, 10))
        quiet = find.says if find.kind is not FindKind.STEP or find.key else _("{guide} · not in your plan yet")
        said = quiet.format(guide=find.says) if "{guide}" in quiet else quiet
        texts = column(PlainLabel(find.title, "strong"), PlainLabel(said, "small-muted"), spacing=0)
        button = Button(_("Open"), name=_("Open: {title}").format(title=find.title))
        button.setProperty("find", find)
        button.clicked.connect(self._open)
        line = row(Picture(self.theme, find.icon, "ink2", 24), spacing=16)
        line.addLayout(texts, 1)
        line.addWidget(button)
        return card.add(line)

    def _nothing(self) -> Card:
        says = _("Nothing is called that here. In Family, “Something else” gives general steps for any device or app.")
        button = Button(_("Open Family"), "go")
        button.clicked.connect(self.family_asked)
        return Card("tint").add(PlainLabel(says), row(button, None))

    def _open(self) -> None:
        self.chosen.emit(self.sender().property("find"))
