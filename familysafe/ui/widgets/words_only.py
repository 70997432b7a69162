"""A place to write in a record: words only; a picture or a file is refused, and the reason stands below."""

import re

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.card import Card, Picture, row
from familysafe.ui.widgets.note import NoteEdit
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _

# A picture can be spelt out in letters too; some programs copy one as such an address.
SPELT_OUT = re.compile(r"data:\s*(?:image|video|audio|application)/", re.IGNORECASE)
# Such letters in a row are no words, in no language; a link may hold them.
LINK = re.compile(r"https?://\S+", re.IGNORECASE)
NO_WORD = re.compile(r"[A-Za-z0-9+/_=-]{60,}")
LONGEST_WITHOUT_WORDS = 500
PICTURE_IN_PAGE = re.compile(r"<(?:img|picture|video|svg)\b", re.IGNORECASE)
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"


def words_in(source: QMimeData) -> str:
    """The words of what is pasted or dropped; none where it is a file, or a picture in any spelling.

    A link is words. With a file, its path is the only text there is, and that would be no more than a trail to it.
    """
    if any(url.isLocalFile() for url in source.urls()):
        return ""
    text = source.text().replace(OBJECT, "")
    return "" if SPELT_OUT.search(text) or without_words(text) else text


def without_words(text: str) -> bool:
    """True where a file stands in letters, in one line or broken into many."""
    return sum(map(len, NO_WORD.findall(LINK.sub("", text)))) > LONGEST_WITHOUT_WORDS


def has_picture(source: QMimeData) -> bool:
    """Beside its words, also as a piece of a web page."""
    return source.hasImage() or PICTURE_IN_PAGE.search(source.html()) is not None


class WordsEdit(NoteEdit):
    """A note that says so when it is offered more than words: `refused` with True where words were taken from it."""

    refused = Signal(bool)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Everything may be offered: a Paste that is greyed out would explain nothing."""
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = words_in(source)
        if words:
            super().insertFromMimeData(only_text(words))
        if not words or has_picture(source):
            self.refused.emit(bool(words))

    # A drop of anything but words is never accepted, since who accepts one may be taken to have moved the file: what
    # lies somewhere is to stay there.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if words_in(event.mimeData()):
            super().dragEnterEvent(event)
        else:
            event.ignore()
            self.refused.emit(False)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if words_in(event.mimeData()):
            super().dragMoveEvent(event)
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        if words_in(event.mimeData()):
            super().dropEvent(event)
            event.setDropAction(Qt.DropAction.CopyAction)
        else:
            event.ignore()
            self.refused.emit(False)


class WordsOnly(QWidget):
    """The field, and below it why something was not taken, until one writes on; `explained` when that appears."""

    explained = Signal()

    def __init__(self, theme: Theme, name: str, hint: str, text: str = "", rows: int = 2) -> None:
        super().__init__()
        self.edit = WordsEdit(name, hint, text, rows)
        self._why = PlainLabel("", "body")
        picture = Picture(theme, "info", "help", 22)
        line = row(spacing=12)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._why, 1)
        self._card = Card("help", (14, 10, 14, 10)).add(line)
        self._card.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.edit)
        column.addWidget(self._card)
        self.edit.refused.connect(self._explain)
        self.edit.textChanged.connect(self._written_on)

    def text(self) -> str:
        """What stands there, without the space around it."""
        return self.edit.toPlainText().strip()

    def _explain(self, words_taken: bool) -> None:
        self._why.setText(_("Only the words were taken.") if words_taken else why_not())
        self.edit.setAccessibleDescription(self._why.text())
        self._card.show()
        self.explained.emit()

    def _written_on(self) -> None:
        if not self._card.isHidden():
            self._card.hide()
            self.edit.setAccessibleDescription("")


def why_not() -> str:
    return _(
        "Only words can be kept here. A picture of a child must not be copied, also not as proof. Leave it where it is "
        "and tell the police or a report service about it."
    )


def only_text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data
