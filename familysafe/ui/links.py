"""Hands addresses and folders to the system; only a click leads here."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_link(url: str) -> None:
    """Opens an https address in the system's browser."""
    QDesktopServices.openUrl(QUrl(url))


def open_folder(folder: str) -> None:
    """Shows a folder in the system's file viewer."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
