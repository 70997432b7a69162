"""Check my data: what was found by reading everything through, a line for each, and one verdict."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.keeping import Finding
from familysafe.domain.safekeeping import Checkup
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Picture, column, row
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.progress import WorkFoot
from familysafe.words.checkup import findings, verdict
from familysafe.words.language import _
from familysafe.words.problems import next_step, sentence


class CheckDataPage(Page):
    """Shows the newest checkup until the next one."""

    check_asked = Signal()
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Check my data"))
        self._checkup: Checkup | None = None
        self._at = datetime.min  # noqa: DTZ901 - a wall clock
        self._throw_away = False
        self.foot = WorkFoot(theme)
        self.set_foot(self.foot)

    def show_view(self, *, throw_away: bool) -> None:
        """Draws anew."""
        self._throw_away = throw_away
        self.begin()
        self.body.setContentsMargins(40, 12, 40, 24)
        back = Button(_("Settings"), "quiet", name=_("Back to Settings")).with_icon(self.theme, "back", "ink2", 18)
        back.clicked.connect(self.back)
        says = _("Reads every page of what you saved, and of the copies beside it. Nothing is changed.")
        self.add(row(back, None), column(PlainLabel(_("Check my data"), "title"), PlainLabel(says, "muted"), spacing=4))
        if throw_away:
            self.add(Card("tint").add(PlainLabel(_("Nothing is being saved here, so there is nothing to check."))))
        elif self._checkup is not None:
            self.add(self._verdict(self._checkup), self._found(self._checkup))
        if not throw_away:
            self.add(self._again())
        self.finish()

    def begin_check(self) -> None:
        """It is being read."""
        self.foot.begin(_("Reading everything through…"))
        self.show_view(throw_away=self._throw_away)

    def show_checkup(self, checkup: Checkup, at: datetime) -> None:
        """What was found."""
        self._checkup, self._at = checkup, at
        self.foot.clear()
        self.show_view(throw_away=self._throw_away)

    def refuse(self, error: FamilySafeError) -> None:
        """Why nothing was found out; what was found before stays."""
        stopped = error.code is Code.CANCELLED
        self.foot.fail(sentence(error) if stopped else f"{sentence(error)} {next_step(error)}")
        self.show_view(throw_away=self._throw_away)

    def _verdict(self, checkup: Checkup) -> Card:
        well = all(finding.well for finding in findings(checkup))
        card = Card("tint" if well else "amber", (20, 18, 20, 18))
        icon = Picture(self.theme, *(("shield", "tealink") if well else ("info", "amber")), 28)
        when = _("Checked at {time}").format(time=f"{self._at:%H:%M}")
        said = PlainLabel(verdict(checkup), "teal" if well else "amber")
        line = row(icon, column(said, PlainLabel(when, "small-muted"), spacing=2), spacing=14)
        line.setStretch(1, 1)
        return card.add(line)

    def _found(self, checkup: Checkup) -> Card:
        card = Card(spacing=14)
        for finding in findings(checkup):
            card.add(self._line(finding))
        return card

    def _line(self, finding: Finding) -> QHBoxLayout:
        icon = Picture(self.theme, *(("check", "teal") if finding.well else ("info", "amber")), 22)
        line = row(icon, PlainLabel(finding.says, "body" if finding.well else "strong"), spacing=12)
        line.setStretch(1, 1)
        return line

    def _again(self) -> QHBoxLayout:
        again = Button(_("Check again") if self._checkup else _("Check now"), "plain" if self._checkup else "go")
        again.setEnabled(not self.foot.busy)
        again.clicked.connect(self.check_asked)
        return row(again, None)
