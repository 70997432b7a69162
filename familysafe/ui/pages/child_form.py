"""Asks about one child: a nickname, an age, and how often they are here."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from familysafe.domain.household import AgeBand, BirthMonth, Child
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import column, row
from familysafe.ui.widgets.choice import DropDown, Tick
from familysafe.ui.widgets.dialog import Dialog
from familysafe.ui.widgets.field import Field
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.labels import BANDS
from familysafe.words.language import _

LONGEST_NAME = 40
OLDEST = 18


class ChildDialog(Dialog):
    """Every field may stay empty; an age band will do where no month is given."""

    given = Signal(object)

    def __init__(self, theme: Theme, child: Child, today: date, parent: QWidget) -> None:
        super().__init__(theme, _("About a child"), parent)
        self._child, self._today = child, today
        self._name = Field(_("Nickname"), _("A nickname is enough"), child.name, longest=LONGEST_NAME)
        self._month, self._year = months(theme, child.born), years(theme, child.born, today)
        self._wrong = PlainLabel("", "amber")
        self._wrong.hide()
        self._band = bands(theme, child.age_band)
        self._sometimes = Tick(theme, _("Sometimes here, sometimes at another home"))
        self._sometimes.setChecked(child.sometimes_here)
        self._shared = Tick(theme, _("Decisions are shared with somebody"))
        self._shared.setChecked(child.decisions_shared)
        self._notes = Tick(theme, _("Allow private notes (off from 13 on unless you say so)"))
        self._notes.setChecked(child.notes_on)
        self.add(
            column(PlainLabel(_("Nickname"), "strong"), self._name, spacing=4),
            column(PlainLabel(_("Born in"), "strong"), row(self._month, self._year, spacing=8), self._wrong, spacing=4),
            column(PlainLabel(_("Or only an age group"), "strong"), self._band, spacing=4),
            self._sometimes,
            self._shared,
            self._notes,
        )
        cancel, keep = Button(_("Cancel")), Button(_("Keep"), "go")
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._keep)
        keep.setDefault(True)
        self.end_with(cancel, keep)
        for box in (self._month, self._year, self._band):
            box.currentIndexChanged.connect(self._age_changed)
        self._notes.setVisible(self._said().keeps_own_notes(today))
        self._name.setFocus()

    def _said(self) -> Child:
        """The child as the fields have it; half a month of birth says nothing."""
        year, month = self._year.currentData(), self._month.currentData()
        born = BirthMonth(year, month) if year and month else None
        return replace(
            self._child,
            name=" ".join(self._name.text().split()),
            born=born,
            age_band=None if born else self._band.currentData(),
            sometimes_here=self._sometimes.isChecked(),
            decisions_shared=self._shared.isChecked(),
            notes_on=self._notes.isChecked(),
        )

    def _age_changed(self) -> None:
        self._wrong.hide()
        for box in (self._month, self._year):
            box.setAccessibleDescription(box.accessibleName())
        self._notes.setVisible(self._said().keeps_own_notes(self._today))
        self.fit()

    def _keep(self) -> None:
        year, month = self._year.currentData(), self._month.currentData()
        born = self._said().born
        if year and not month:
            self._say(_("Choose the month too. Or empty the year, and choose an age group."), self._month)
        elif month and not year:
            self._say(_("Choose the year too. Or empty the month, and choose an age group."), self._year)
        elif born is not None and born > BirthMonth(self._today.year, self._today.month):
            self._say(_("This month is still to come. Choose another one."), self._month)
        else:
            self.given.emit(self._said())
            self.accept()

    def _say(self, wrong: str, box: DropDown) -> None:
        """What is missing, beside the field; the keyboard goes where it can be mended."""
        self._wrong.setText(wrong)
        self._wrong.show()
        self.fit()
        box.setAccessibleDescription(f"{box.accessibleName()}. {wrong}")
        box.setFocus()
        self.bring_into_view(self._wrong)


def months(theme: Theme, born: BirthMonth | None) -> DropDown:
    box = DropDown(theme, _("Month of birth"))
    box.addItem(_("Month"), None)
    for month in range(1, 13):
        box.addItem(QLocale().standaloneMonthName(month), month)
    box.setCurrentIndex(born.month if born else 0)
    return box


def years(theme: Theme, born: BirthMonth | None, today: date) -> DropDown:
    box = DropDown(theme, _("Year of birth"))
    box.addItem(_("Year"), None)
    for year in range(today.year, today.year - OLDEST - 1, -1):
        box.addItem(str(year), year)
    if born and box.findData(born.year) < 0:
        box.addItem(str(born.year), born.year)
    box.setCurrentIndex(max(0, box.findData(born.year)) if born else 0)
    return box


def bands(theme: Theme, chosen: AgeBand | None) -> DropDown:
    box = DropDown(theme, _("Age group"))
    box.addItem(_("Age group"), None)
    for band in AgeBand:
        box.addItem(BANDS[band](), band)
    box.setCurrentIndex(list(AgeBand).index(chosen) + 1 if chosen else 0)
    return box
