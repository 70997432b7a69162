"""A walk along everything that is seen on the way to a passphrase and a recovery sheet."""

from collections.abc import Iterator

from familysafe.domain.strength import Strength
from familysafe.ui.pages.passphrase_form import PassphraseForm, Task
from familysafe.ui.pages.protection import BOTH, NONE, PASSPHRASE_ONLY, SHEET_ONLY, ProtectionPage
from familysafe.ui.pages.recovery_sheet import RecoverySheetPage
from familysafe.ui.theme import Theme
from familysafe.ui.window import Window
from tests.ui.eyes import come_to_rest
from tests.ui.sheets import SHEET
from tests.ui.walk import Stop


def every_lock(theme: Theme, window: Window) -> Iterator[Stop]:
    """Each page in each state, then the forms; what is yielded is on the screen."""
    page, sheet = ProtectionPage(theme), RecoverySheetPage(theme)
    window.add_page("protection", page)
    window.add_page("recovery-sheet", sheet)
    window.show_page("protection", chosen="settings")
    for protection in (NONE, SHEET_ONLY, PASSPHRASE_ONLY, BOTH):
        page.show_view(protection, throw_away=False)
        yield rest(f"{protection}", window)
    page.show_view(NONE, throw_away=True)
    yield rest("nothing kept", window)
    window.show_page("recovery-sheet", chosen="settings")
    yield rest("no words yet", window)
    sheet.show_sheet(SHEET, BOTH)
    yield rest("words", window)
    sheet._draw_check()
    yield rest("check", window)
    sheet._check()
    yield rest("a wrong word", window)
    sheet.refuse_current()
    yield rest("a wrong passphrase", window)
    sheet.wait()
    yield rest("one moment", window)
    for task in Task:
        yield from form_for(task, theme, window)


def form_for(task: Task, theme: Theme, window: Window) -> Iterator[Stop]:
    """A form, sent without anything in it."""
    form = PassphraseForm(theme, task, recovery=True, parent=window)
    form.open()
    form.show_strength(Strength.DAYS)
    form._give()
    yield rest(f"{task}", window)[0], form
    form.reject()
    come_to_rest()


def rest(name: str, window: Window) -> Stop:
    come_to_rest()
    return name, window
