"""A guide that nobody in this family has: what it is about, and what its steps would be."""

from PySide6.QtCore import Signal

from familysafe.domain.finds import Preview
from familysafe.ui.pages.guide import listed
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Columns, Picture, column, row
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _


class PreviewPage(Page):
    """To be read; its steps come into the plan once somebody has it."""

    family_asked = Signal()
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Guide"))

    def show_view(self, view: Preview) -> None:
        """Draws anew, from the top."""
        self.begin()
        self.body.setContentsMargins(40, 12, 40, 24)
        back = Button(_("Search"), "quiet", name=_("Back to Search")).with_icon(self.theme, "back", "ink2", 18)
        back.clicked.connect(self.back)
        title = row(Picture(self.theme, view.icon, "ink", 30), PlainLabel(view.title, "title"))
        title.setStretch(1, 1)
        self.add(row(back, None), title, *(PlainLabel(line, "muted") for line in view.about), self._not_yet())
        columns = Columns(self.theme)
        for name, why in view.steps:
            texts = column(PlainLabel(name, "strong"), PlainLabel(why, "small-muted"), spacing=2)
            columns.wide.addWidget(Card(margins=(18, 12, 18, 12)).add(texts))
        columns.wide.addStretch(1)
        columns.narrow_column.addWidget(listed(_("Have at hand"), view.room))
        columns.narrow_column.addWidget(listed(_("What this cannot do"), view.limits))
        self.add(columns)
        self.finish(top=True)

    def _not_yet(self) -> Card:
        button = Button(_("Open Family"), "go")
        button.clicked.connect(self.family_asked)
        says = PlainLabel(_("This is not in your plan yet. Say in Family who has it: then each step gets its page."))
        line = row(says, button)
        line.setStretch(0, 1)
        return Card("tint").add(line)
