"""Text that is always plain: what a person or an author wrote is never read as markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class PlainLabel(QLabel):
    """A wrapping label; `kind` picks its size and colour from the style sheet."""

    def __init__(self, text: str = "", kind: str = "body", *, wrap: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def selectable(self) -> "PlainLabel":
        """Lets the text be selected by mouse and keyboard, for numbers and addresses."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(self.text())
        return self


def tip(widget: QWidget, text: str) -> None:
    """A tool tip that shows `text` as it is."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    widget.setToolTip(f"<span>{escaped}</span>" if "<" in text or "&" in text else text)
