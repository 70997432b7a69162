"""Search over everything: Help now, guides, steps and cards, as one types."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysafe.domain.finds import Find, FindKind, Finds
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, column, row
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
    help_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Search"))
        self._field = Field(_("Search everything"), _("Try “insta”, “swearing”, “strangers”, “bedtime” …"))
        self._field.setClearButtonEnabled(True)
        picture = self._field.addAction(theme.icon("search", "ink2", 20), Field.ActionPosition.LeadingPosition)
        picture.setText(_("Search everything"))
        self._field.textChanged.connect(self.typed)
        self._hint = PlainLabel(_("Guides, steps, conversation cards and Help now, in everyday words."), "muted")
        self._none = self._nothing()
        groups = (
            (_("Help now"), 3),
            (_("Guides"), 5),
            (_("Steps"), 7),
            (_("Cards to talk with"), 4),
            (_("Not in the list?"), 3),
        )
        self._groups = tuple(Group(theme, title, rows) for title, rows in groups)
        for group in self._groups:
            group.chosen.connect(self.chosen)
            group.hide()
        self._none.hide()
        *found, general = self._groups
        self.add(PlainLabel(_("Search"), "title"), self._field, self._hint, *found, self._none, general)
        self.body.addStretch(1)

    def show_view(self, finds: Finds) -> None:
        """Shows the results; they belong to `finds.text`, and an older text is passed over."""
        if finds.text != self._field.text():
            return
        short = len(finds.text.strip()) < SHORTEST
        found = (finds.situations, finds.guides, finds.steps, finds.cards)
        self._hint.setVisible(short)
        self._none.setVisible(not short and not any(found))
        for group, finds_of_it in zip(self._groups, (*found, finds.general), strict=True):
            group.show_finds(() if short else finds_of_it)

    def focus_search(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def clear(self) -> None:
        """Nothing is left of what was looked for."""
        self._field.clear()

    def text(self) -> str:
        """What stands in the field."""
        return self._field.text()

    def _nothing(self) -> Card:
        says = _("Nothing is called that here. In Family, “Something else” gives general steps for any device or app.")
        family, help_now = Button(_("Open Family"), "go"), Button(_("Open Help now"))
        family.clicked.connect(self.family_asked)
        help_now.clicked.connect(self.help_asked)
        happened = PlainLabel(_("Has something happened? Help now shows what to do."))
        return Card("tint").add(PlainLabel(says), happened, row(family, help_now, None))


class Group(QWidget):
    """The results of one kind. Their rows are kept and filled anew: making them takes longer than finding does."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, title: str, rows: int) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[ResultRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(PlainLabel(title, "section"))
        self._make(rows)

    def _make(self, rows: int) -> None:
        while len(self._rows) < rows:
            result = ResultRow(self._theme)
            result.chosen.connect(self.chosen)
            result.hide()
            # Styled now, and not at the first letter that finds something.
            for part in (result, *result.findChildren(QWidget)):
                part.ensurePolished()
            self._rows.append(result)
            self._column.addWidget(result)

    def show_finds(self, finds: tuple[Find, ...]) -> None:
        """As many rows as there are results."""
        self._make(len(finds))
        for result, find in zip(self._rows, finds, strict=False):
            result.show_find(find)
        for number, result in enumerate(self._rows):
            result.setVisible(number < len(finds))
        self.setVisible(bool(finds))


class ResultRow(Card):
    """One result: what it is, where it belongs, and a way to it."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(margins=(18, 10, 18, 10))
        self._theme = theme
        self._find: Find | None = None
        self._picture = PlainLabel(wrap=False)
        side = theme.px(24)
        self._picture.setFixedSize(QSize(side, side))
        self._title, self._says = PlainLabel("", "strong"), PlainLabel("", "small-muted")
        self._button = Button(_("Open"))
        self._button.clicked.connect(self._open)
        line = row(self._picture, spacing=16)
        line.addLayout(column(self._title, self._says, spacing=0), 1)
        line.addWidget(self._button)
        self.add(line)

    def show_find(self, find: Find) -> None:
        """Another result in the same place."""
        if find == self._find:
            return
        if self._find is None or find.icon != self._find.icon:
            token = "help" if find.kind is FindKind.SITUATION else "ink2"
            self._picture.setPixmap(self._theme.pixmap(find.icon, token, self._theme.px(24)))
        self._find = find
        elsewhere = find.kind is FindKind.STEP and not find.key
        says = _("{guide} · not in your plan yet").format(guide=find.says) if elsewhere else find.says
        self._title.setText(find.title)
        self._says.setText(says)
        self._button.setAccessibleName(_("Open: {title}").format(title=find.title))

    def _open(self) -> None:
        self.chosen.emit(self._find)
