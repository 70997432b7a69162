"""A window in this process, with a family of its own and a clock of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from familysafe.app.paths import vault_folder
from familysafe.content.compiled import Compiled
from familysafe.domain.change import ChangeHousehold, KeepPreferences
from familysafe.domain.household import Household
from familysafe.domain.memory import Preferences
from familysafe.domain.target import ItemKey
from familysafe.store.vault import Vault
from familysafe.ui.holding import Hold
from familysafe.ui.main import Shell

Clock = Callable[[], datetime]
PATIENCE = 10_000
PAGES = ("today", "set-up", "talk", "family", "help", "settings")


def keep(data: Path, household: Household) -> None:
    """A vault with a household whose first start is behind it."""
    with Vault.create(vault_folder(data)) as vault:
        vault.save(ChangeHousehold(household))
        vault.save(KeepPreferences(Preferences(started=True)))


@contextmanager
def a_window(qtbot: QtBot, content: Compiled, data: Path, clock: Clock) -> Iterator[Shell]:
    """Opens what is kept, in a folder held as at every start, and closes it in good order."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    hold = Hold(data)
    hold.take_or_read()
    shell = Shell(application, content, data, sample=False, hold=hold, now=clock)
    shell.start()
    try:
        qtbot.waitUntil(lambda: shell.window.shown() in {"today", "first"}, timeout=PATIENCE)
        yield shell
    finally:
        shell.window.close()
        shell.close()
        hold.let_go()
        shell.window.deleteLater()
        shell.deleteLater()


def open_step(shell: Shell, key: ItemKey) -> QWidget:
    shell.wiring.open_step(key)
    assert shell.window.shown() == "step"
    return shell.window.pages["step"]


def button(where: QWidget, text: str) -> QAbstractButton:
    """The one that can be seen; `text` is what stands on it."""
    found = [one for one in where.findChildren(QAbstractButton) if one.text() == text and one.isVisibleTo(where)]
    assert len(found) == 1, f"{len(found)} buttons say “{text}”"
    return found[0]


def said(where: QWidget) -> list[str]:
    """Everything that can be read."""
    return [label.text() for label in where.findChildren(QLabel) if label.isVisibleTo(where) and label.text()]


def dialog_of(qtbot: QtBot, window: QWidget) -> QDialog:
    """The dialog that opens over a window."""

    def opened() -> list[QDialog]:
        return [one for one in window.findChildren(QDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: len(opened()) == 1, timeout=PATIENCE)
    return opened()[0]
