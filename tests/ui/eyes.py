"""Finds on screen what a person would look for, and does to it what a person would do."""

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from familysafe.ui.widgets.plain import PlainLabel

Found = TypeVar("Found", bound=QWidget)


def seen(root: QWidget, kind: type[Found]) -> list[Found]:
    """The widgets of a kind that would be seen if `root` were shown."""
    return [widget for widget in root.findChildren(kind) if widget.isVisibleTo(root)]


def texts(root: QWidget) -> list[str]:
    """What is read on labels, from top to bottom as it was made."""
    return [label.text() for label in seen(root, PlainLabel) if label.text()]


def says(root: QWidget, part: str) -> bool:
    """True when some label says `part`."""
    return any(part in text for text in texts(root))


def button(root: QWidget, name: str) -> QAbstractButton:
    """The one visible button that is called so, or has this text on it."""
    every = seen(root, QAbstractButton)
    found = [one for one in every if one.accessibleName() == name]
    found = found or [one for one in every if one.text().replace("&&", "&").strip() == name]
    names = [one.accessibleName() or one.text() for one in every]
    assert len(found) == 1, f"{len(found)} buttons are called {name!r}; there are {names}"
    return found[0]


def click(qtbot: QtBot, widget: QWidget) -> None:
    """A click of the mouse in the middle."""
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() // 2, widget.height() // 2))


def press(root: QWidget, name: str) -> None:
    """A click on the button of that name, also where it is scrolled away."""
    button(root, name).click()


def open_dialog(root: QWidget) -> QDialog:
    """The one dialog that is open over `root`."""
    found = [dialog for dialog in root.findChildren(QDialog) if dialog.isVisible()]
    assert len(found) == 1, f"{len(found)} dialogs are open"
    return found[0]


def entries(asked: QAbstractButton) -> list[QAction]:
    """The lines of a button's menu, filled as if it had been opened."""
    assert isinstance(asked, QPushButton)
    menu = asked.menu()
    menu.aboutToShow.emit()
    return menu.actions()


def choose(asked: QAbstractButton, text: str) -> None:
    """Chooses the line of a button's menu that begins with `text`."""
    found = [action for action in entries(asked) if action.text().strip().startswith(text)]
    assert len(found) == 1, f"{len(found)} lines begin with {text!r}"
    found[0].trigger()


def come_to_rest() -> None:
    """Lets layouts that were asked for take place, and what was left to be deleted go."""
    for _again in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
