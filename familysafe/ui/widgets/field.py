"""A line to write in; on-screen keyboards are asked neither to learn from it nor to guess at it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

UNLEARNED = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class Field(QLineEdit):
    """For names, and for what is searched for."""

    def __init__(self, name: str, hint: str, text: str = "", *, longest: int = 200) -> None:
        super().__init__(text)
        self.setMaxLength(max(longest, len(text)))
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setInputMethodHints(UNLEARNED)
