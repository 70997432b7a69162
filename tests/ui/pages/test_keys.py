"""The list of shortcuts, held against the shortcuts there are."""

from PySide6.QtGui import QKeySequence, QShortcut
from pytestqt.qtbot import QtBot

from familysafe.ui.pages.keys import KeysDialog
from familysafe.ui.theme import Theme
from familysafe.ui.window import Window
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, come_to_rest, texts

WRITTEN = {"Esc": "Esc", "Ctrl+1 … Ctrl+4": "Ctrl+1,Ctrl+2,Ctrl+3,Ctrl+4"}


def test_every_shortcut_of_the_window_is_listed(qtbot: QtBot, theme: Theme, show: Show) -> None:
    window = Window(theme)
    show(window, 1000, 700)
    dialog = KeysDialog(theme, window)
    dialog.open()
    come_to_rest()
    listed = ",".join(WRITTEN.get(text, text) for text in texts(dialog))
    there = {QKeySequence(one.key()).toString() for one in window.findChildren(QShortcut)}
    assert len(there) >= 10
    assert all(keys in listed for keys in there)
    with qtbot.waitSignal(dialog.accepted):
        click(qtbot, button(dialog, "Close"))
