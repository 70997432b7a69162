"""Finds every widget that would show a text as anything but the letters it is made of."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QMessageBox, QPlainTextEdit, QTextEdit, QWidget

TIPS = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.WhatsThisRole)
# More than Qt takes for markup, which guesses from the first line.
LIKE_MARKUP = re.compile(r"<[!?/a-zA-Z]|&#?\w+;")
RICH = (Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText)


def rendered(root: QWidget, text: str) -> Iterator[str]:
    """What is wrong with each widget at or below a root, seen or not."""
    for widget in (root, *root.findChildren(QWidget)):
        name = f"{type(widget).__name__} {widget.objectName()!r}"
        yield from (f"{name}: {what}" for what in (*own(widget), *tips(widget, text)))


def own(widget: QWidget) -> Iterator[str]:
    """Markup in what a widget itself shows."""
    if isinstance(widget, QLabel) and is_rich(widget):
        yield "a label reads markup"
    if isinstance(widget, QTextEdit | QMessageBox):
        yield "reads markup"
    if isinstance(widget, QPlainTextEdit) and has_formats(widget):
        yield "a note has formats or pictures"


def is_rich(label: QLabel) -> bool:
    chosen = label.textFormat()
    return chosen in RICH or (chosen is Qt.TextFormat.AutoText and bool(LIKE_MARKUP.search(label.text())))


def has_formats(note: QPlainTextEdit) -> bool:
    block = note.document().firstBlock()
    while block.isValid():
        if any(span.format.isImageFormat() or span.format.isAnchor() for span in block.textFormats()):
            return True
        block = block.next()
    return False


def tips(widget: QWidget, text: str) -> Iterator[str]:
    """Tool tips and their kin, which Qt reads as markup where they look like it."""
    every = [widget.toolTip(), widget.statusTip(), widget.whatsThis()]
    every += [action.toolTip() for action in widget.actions() if action.toolTip() != action.text()]
    if isinstance(widget, QAbstractItemView | QComboBox) and widget.model() is not None:
        every += list(tips_of(widget.model()))
    yield from ("a tool tip reads markup" for tip in every if text in tip and LIKE_MARKUP.search(tip))


def tips_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        index = model.index(row, 0)
        yield from (str(model.data(index, role) or "") for role in TIPS)


def shows(root: QWidget, text: str) -> int:
    """How many widgets have the text, letter by letter, among what they show or say."""
    beginning = text.strip()[:30]
    return sum(
        any(beginning in said for said in (words_of(widget), widget.accessibleName()))
        for widget in root.findChildren(QWidget)
    )


def words_of(widget: QWidget) -> str:
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""
