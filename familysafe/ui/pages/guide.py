"""A guide: what to have at hand, its steps for one device or account, and what it cannot do."""

from msgspec.structs import replace
from PySide6.QtCore import Signal

from familysafe.domain.views import GuideView
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Columns, Picture, row
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.step_card import list_of
from familysafe.words.language import _


class GuidePage(Page):
    """All steps of one group of the plan."""

    step_opened = Signal(object)
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Guide"))
        self._shown = ""

    def show_view(self, view: GuideView) -> None:
        """Draws anew; another guide begins at its top."""
        self.begin()
        self.body.setContentsMargins(40, 12, 40, 24)
        back = Button(_("Set up"), "quiet", name=_("Back to Set up")).with_icon(self.theme, "back", "ink2", 18)
        back.clicked.connect(self.back)
        title = row(Picture(self.theme, view.icon, "ink", 30), PlainLabel(view.title, "title"))
        title.setStretch(1, 1)
        self.add(row(back, None), title, *(PlainLabel(line, "muted") for line in view.about))
        columns = Columns(self.theme)
        rows = tuple(replace(step, place="") for step in view.rows)
        for card in list_of(self.theme, rows):
            card.opened.connect(self.step_opened)
            columns.wide.addWidget(card)
        columns.wide.addStretch(1)
        for side in self._sides(view):
            columns.narrow_column.addWidget(side)
        self.add(columns)
        self.finish(top=self._shown != view.id)
        self._shown = view.id

    def _sides(self, view: GuideView) -> list[Card]:
        sides = [listed(_("Have at hand"), view.room)]
        ages = [_("From {age}: {what}").format(age=age, what=what) for age, what in view.birthdays]
        if view.minimum_age:
            ages.insert(0, _("The service’s own rule: {age} or older.").format(age=view.minimum_age))
        if ages:
            sides.append(listed(_("Ages"), tuple(ages)))
        if view.limits:
            sides.append(listed(_("What this cannot do"), view.limits))
        return sides


def listed(title: str, lines: tuple[str, ...]) -> Card:
    return Card(spacing=6).add(PlainLabel(title, "strong"), *(PlainLabel(line, "small-muted") for line in lines))
