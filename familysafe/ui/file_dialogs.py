"""Asks for a file, in the system's own dialog where there is one; which folders were looked into is not kept.

On Linux Qt finds no place to keep them (`ui.main`); elsewhere what it kept is taken out again.
"""

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from familysafe.ui.widgets.dialog import hear_keys

Then = Callable[[Path], None]
History = Mapping[str, object]
GROUP = "FileDialog"


def ask_save(parent: QWidget, title: str, name: str, kinds: str, then: Then) -> QFileDialog:
    """Opens a dialog for a new file; `then` gets its path, and nothing happens when it is closed without one.

    `name` is offered; `kinds` is written as Qt wants it: `FamilySafe backup (*.familysafe)`.
    """
    dialog = new_dialog(parent, title, kinds, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.open()
    return dialog


def ask_open(parent: QWidget, title: str, kinds: str, then: Then) -> QFileDialog:
    """Opens a dialog for a file that is there; `then` gets its path."""
    dialog = new_dialog(parent, title, kinds, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def new_dialog(parent: QWidget, title: str, kinds: str, then: Then) -> QFileDialog:
    before = history()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, documents, kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, is_refused(os.environ))
    hear_keys(dialog, parent)
    dialog.fileSelected.connect(partial(chosen, then))
    # Qt writes when it deletes a dialog; this comes after that.
    dialog.destroyed.connect(partial(put_back, before))
    return dialog


def chosen(then: Then, path: str) -> None:
    then(Path(path))


def is_refused(environment: Mapping[str, str]) -> bool:
    """True where the system's dialog comes by way of a portal, which asks who we are, and we let nobody look."""
    return environment.get("QT_QPA_PLATFORMTHEME") == "xdgdesktopportal" or "SNAP" in environment


def history() -> History:
    """What Qt keeps of file dialogs: of earlier ones, and of other programs that are made with it."""
    settings = qt_settings()
    return {key: settings.value(key) for key in settings.allKeys()}


def put_back(before: History, _deleted: object = None) -> None:
    """Leaves what Qt keeps of file dialogs as it was before ours."""
    settings = qt_settings()
    settings.remove("")
    for key, value in before.items():
        settings.setValue(key, value)
    settings.sync()


def qt_settings() -> QSettings:
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.beginGroup(GROUP)
    return settings
