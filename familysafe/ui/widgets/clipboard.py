"""Puts words on the clipboard as a secret: histories are asked to pass them over, and they do not stay there."""

import os

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

SECONDS = 30
# What clipboard histories look for. Qt hands the first two on as they are; on macOS it puts words of its own before
# the third, so that some histories there will not know it.
SECRET = (
    ("x-kde-passwordManagerHint", b"secret"),
    ("ExcludeClipboardContentFromMonitorProcessing", b"1"),
    ("org.nspasteboard.ConcealedType", b"1"),
)
OURS = "application/x-familysafe-copied"


class Forgetting(QObject):
    """Takes back what it put on the clipboard: after a while, and when the app ends."""

    def __init__(self, clipboard: QClipboard, application: QCoreApplication, seconds: float = SECONDS) -> None:
        # Not a child of the clipboard, which Python forgets, and its children with it, as soon as nobody uses it.
        super().__init__(application)
        self._clipboard = clipboard
        self._mark = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.forget)
        application.aboutToQuit.connect(self.forget)

    def put(self, text: str) -> None:
        """Puts words there and begins to wait, anew where it was waiting."""
        self._mark = os.urandom(16)
        self._clipboard.setMimeData(as_secret(text, self._mark))
        self._timer.start()

    @Slot()
    def forget(self) -> None:
        """Clears the clipboard, unless something else was copied in the meantime."""
        self._timer.stop()
        if self._mark and self._is_ours():
            self._clipboard.clear()
        self._mark = b""

    def _is_ours(self) -> bool:
        # Where there is a selection besides (X11, Wayland), the system knows whose words these are; to read another
        # program's would be to wait for it.
        if self._clipboard.supportsSelection() and not self._clipboard.ownsClipboard():
            return False
        found = self._clipboard.mimeData()
        return found is not None and found.data(OURS).data() == self._mark


def copy_secret(text: str) -> None:
    """Copies words that are nobody else's business."""
    application = QCoreApplication.instance()
    if application is not None:
        forgetting = application.findChild(Forgetting) or Forgetting(QGuiApplication.clipboard(), application)
        forgetting.put(text)


def as_secret(text: str, mark: bytes) -> QMimeData:
    """Plain words with every mark that asks clipboard histories to pass them over, and our own to know them by."""
    data = QMimeData()
    data.setText(text)
    for name, value in (*SECRET, (OURS, mark)):
        data.setData(name, value)
    return data
