"""A walk along everything that keeps what was saved: copies, the way back, the check, deleting."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from PySide6.QtWidgets import QDialog, QWidget

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.keeping import BackupsView, ChildGoes, DeleteView
from familysafe.domain.safekeeping import Backup, BackupReason, Checkup, Contents
from familysafe.ui.pages.backups import BackupsPage
from familysafe.ui.pages.check_data import CheckDataPage
from familysafe.ui.pages.delete import DeletePage
from familysafe.ui.pages.restore_dialog import RestoreDialog
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.window import Window
from tests.ui.eyes import come_to_rest, seen
from tests.ui.pseudo import in_english
from tests.ui.walk import Stop

DAY = date(2026, 11, 22)
COPIES = tuple(Backup(number, DAY, reason) for number, reason in enumerate(BackupReason, start=1))
WELL = Checkup("4.6.1", 2, True, True, True, True, backups=4, backups_sound=4)
ILL = Checkup("4.6.1", 2, False, False, False, False, backups=4, backups_sound=3)
YOUNGER = ChildGoes("c1", "Younger", ("Sam",), apps=2, answers=12, talks=3, records=1)
BUSY = "Sam"  # stands for what the room says meanwhile


def every_keep(theme: Theme, window: Window) -> Iterator[Stop]:
    """Each page in each state, and its dialogs; what is yielded is on the screen."""
    yield from the_copies(theme, window)
    yield from the_check(theme, window)
    yield from deleting(theme, window)
    yield from the_way_back(theme, window)


def the_copies(theme: Theme, window: Window) -> Iterator[Stop]:
    page = BackupsPage(theme)
    put(window, "backups", page)
    for travels in (True, False):
        page.show_view(BackupsView(COPIES, travels=travels, throw_away=False))
        yield rest(f"copies, {travels}", window)
    for copies in ((), None):
        page.show_view(BackupsView(copies, travels=True, throw_away=False))
        yield rest("no copies", window)
    page.begin_work(BUSY)
    yield rest("at work", window)
    yield from states(window, page)
    page.offer_undo(BUSY)
    yield rest("undo", window)
    page.show_view(BackupsView((), travels=False, throw_away=True))
    yield rest("copies, thrown away", window)


def the_check(theme: Theme, window: Window) -> Iterator[Stop]:
    page = CheckDataPage(theme)
    put(window, "check-data", page)
    page.show_view(throw_away=False)
    yield rest("before the check", window)
    page.begin_check()
    yield rest("checking", window)
    for checkup in (WELL, ILL):
        page.show_checkup(checkup, datetime(2026, 11, 22, 19, 30))  # noqa: DTZ001 - a wall clock
        yield rest("checked", window)
    page.refuse(FamilySafeError(Code.CANCELLED))
    yield rest("not checked", window)
    page.show_view(throw_away=True)
    yield rest("nothing to check", window)


def deleting(theme: Theme, window: Window) -> Iterator[Stop]:
    page = DeletePage(theme)
    put(window, "delete", page)
    page.show_view(DeleteView((YOUNGER,), throw_away=False))
    yield rest("delete", window)
    for verb in ("Delete Younger", "Delete everything"):
        come_to_rest()
        next(one for one in seen(page, Button) if in_english(one.accessibleName()).startswith(verb)).click()
        come_to_rest()
        dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
        yield f"dialog {verb}", dialog
        dialog.reject()
    yield from states(window, page)
    for view in (DeleteView((), throw_away=False), DeleteView((), throw_away=True)):
        page.show_view(view)
        yield rest("nothing to delete", window)


def the_way_back(theme: Theme, window: Window) -> Iterator[Stop]:
    dialog = RestoreDialog(theme, window)
    dialog.open()
    yield rest("looking", window)[0], dialog
    found, here = Contents(DAY, 1, 4, 33, 0, 2), Contents(DAY, 2, 3, 31, 1, 0)
    steps: tuple[Callable[[], None], ...] = (
        dialog.ask_secret,
        lambda: dialog.ask_secret(BUSY),
        dialog._other_secret,
        lambda: dialog.show_contents(found, here),
        lambda: dialog.show_contents(found, None),
        dialog.show_progress,
        lambda: dialog.refuse(FamilySafeError(Code.VAULT_NEWER)),
    )
    for step in steps:
        step()
        yield rest("restoring", window)[0], dialog
    dialog.reject()
    come_to_rest()


def states(window: Window, page: BackupsPage | DeletePage) -> Iterator[Stop]:
    """At its end, and refused."""
    page.end_work(BUSY)
    yield rest("done", window)
    page.refuse(FamilySafeError(Code.DISK_REFUSES))
    yield rest("refused", window)


def put(window: Window, name: str, page: QWidget) -> None:
    window.add_page(name, page)
    window.show_page(name)


def rest(name: str, window: Window) -> Stop:
    come_to_rest()
    return name, window
