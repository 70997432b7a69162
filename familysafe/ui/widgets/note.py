"""A place to write: plain text, bounded, no pictures."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

LONGEST = 20_000


class NoteEdit(QPlainTextEdit):
    """Takes text only; what is too long is cut where it stands. Tab leaves the field."""

    def __init__(self, name: str, hint: str, text: str = "", rows: int = 3) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setPlainText(text)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhMultiLine)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * rows + 28)
        self.setMaximumHeight(self.fontMetrics().lineSpacing() * (rows + 3) + 28)
        self.textChanged.connect(self._cut)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text()[:LONGEST])

    def _cut(self) -> None:
        """Takes what is too much away from where one writes."""
        surplus = self.document().characterCount() - 1 - LONGEST
        if surplus > 0:
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, surplus)
            cursor.removeSelectedText()
