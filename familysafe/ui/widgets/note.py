"""A place to write: plain text, bounded, no pictures, and nothing of it leaves unasked."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from familysafe.ui.widgets.clipboard import copy_secret
from familysafe.ui.widgets.field import UNLEARNED
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import _, ngettext

# What the vault keeps of a note; a test holds them together.
LONGEST = 20_000
LONGEST_LINE = 2_000
NEARLY_FULL = 500
AROUND = 28  # pixels of border and padding above and below the lines


class NoteEdit(QPlainTextEdit):
    """Takes text only; says when it is nearly full, and then cuts where one writes. Tab leaves the field."""

    def __init__(self, name: str, hint: str, text: str = "", rows: int = 3) -> None:
        super().__init__()
        self._rows = rows
        self._touched = (0, 0)
        self._settling = False
        self._says = PlainLabel("", "small-muted", parent=self)
        self._says.hide()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(UNLEARNED | Qt.InputMethodHint.ImhMultiLine)
        self.document().contentsChange.connect(self._note_where)
        self.textChanged.connect(self._settle)
        self.setPlainText(text)
        self._fit()

    # What comes in.

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text, brought within bounds in the same stroke, so that one undo takes all of it back."""
        cursor = self.textCursor()
        first = cursor.selectionStart()
        cursor.beginEditBlock()
        # One more than fits, so that what is left out is told.
        cursor.insertText(source.text()[: LONGEST + 1])
        self._touched = (first, cursor.position())
        self._settling = True
        broken, cut = self._break_lines(), self._cut(cursor)
        cursor.endEditBlock()
        self._settling = False
        self.setTextCursor(cursor)
        self._say(self._bounds_told(broken, cut))

    def _note_where(self, position: int, _removed: int, added: int) -> None:
        if not self._settling:
            self._touched = (position, position + added)

    def _settle(self) -> None:
        """Brings what was just written within bounds, and says so; what was just undone is left as it was."""
        if self._settling:
            return
        undone = self.document().isRedoAvailable()
        self._settling = True
        broken = not undone and self._break_lines()
        cut = not undone and self._cut(self.textCursor())
        self._settling = False
        self._say(self._bounds_told(broken, cut))

    def _break_lines(self) -> bool:
        """A longer line goes on in the next: one of a megabyte would hold up the window."""
        long = [block for block in self._touched_blocks() if block.length() - 1 > LONGEST_LINE]
        for block in long:
            while block.length() - 1 > LONGEST_LINE:
                cursor = QTextCursor(block)
                cursor.setPosition(self._whole(block.position() + LONGEST_LINE))
                cursor.insertBlock()
                block = cursor.block()  # noqa: PLW2901 - the rest of the line
        return bool(long)

    def _touched_blocks(self) -> Iterator[QTextBlock]:
        first, last = self._touched
        block = self.document().findBlock(first)
        while block.isValid() and block.position() <= last:
            yield block
            block = block.next()

    def _cut(self, cursor: QTextCursor) -> bool:
        """Takes what is too much away from where one writes."""
        surplus = self._length() - LONGEST
        if surplus > 0:
            if cursor.position() < surplus:
                cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.setPosition(self._whole(cursor.position() - surplus), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        return surplus > 0

    def _whole(self, place: int) -> int:
        """The same place, or the one before where it would part a letter of two parts."""
        return place - 1 if 0xDC00 <= ord(self.document().characterAt(place)) < 0xE000 else place

    def _length(self) -> int:
        return self.document().characterCount() - 1

    # What is said below the text.

    def _bounds_told(self, broken: bool, cut: bool) -> str:
        room = LONGEST - self._length()
        if room < 0:  # after undoing
            says = ngettext("Too long: the last letter is not kept.", "Too long: the last {count} are not kept.", -room)
            return says.format(count=-room)
        if cut:
            return _("This note is full. The last part did not fit and was left out.")
        if broken:
            return _("A very long line goes on in the next one.")
        if room == 0:
            return _("This note is full.")
        if room <= NEARLY_FULL:
            says = ngettext(
                "Nearly full: room for {count} more letter.", "Nearly full: room for {count} more letters.", room
            )
            return says.format(count=room)
        return ""

    def _say(self, text: str) -> None:
        if text != self._says.text():
            self._says.setText(text)
            self._says.setVisible(bool(text))
            self.setAccessibleDescription(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Room for the lines, and below them for what is said."""
        inside = self.contentsRect()
        height = self._says.heightForWidth(inside.width() - 8) if self._says.text() else 0
        self.setViewportMargins(0, 0, 0, height)
        self._says.setGeometry(inside.left() + 4, inside.bottom() + 1 - height, inside.width() - 8, height)
        line = self.fontMetrics().lineSpacing()
        self.setMinimumHeight(line * self._rows + AROUND + height)
        self.setMaximumHeight(line * (self._rows + 3) + AROUND + height)

    # What goes out: on request only, and as a secret.

    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing: Qt would put it into the selection of X11 at every choosing, and into what is dragged."""
        return QMimeData()

    def copy_chosen(self) -> None:
        """Puts the chosen words on the clipboard as a secret."""
        if self.textCursor().hasSelection():
            copy_secret(self.textCursor().selection().toPlainText())

    def cut_chosen(self) -> None:
        """Copies the chosen words and takes them out."""
        self.copy_chosen()
        self.textCursor().removeSelectedText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for keys, act in (
            (QKeySequence.StandardKey.Copy, self.copy_chosen),
            (QKeySequence.StandardKey.Cut, self.cut_chosen),
        ):
            if event.matches(keys):
                act()
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, in which copying and cutting are ours."""
        menu = self.createStandardContextMenu(event.pos())
        ours: dict[str, Callable[[], None]] = {"edit-copy": self.copy_chosen, "edit-cut": self.cut_chosen}
        for action in menu.actions():
            if action.objectName() in ours:
                action.triggered.disconnect()
                action.triggered.connect(ours[action.objectName()])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
