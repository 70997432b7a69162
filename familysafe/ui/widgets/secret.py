"""A field for what nobody else may read, and the eye that shows its letters."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.field import UNLEARNED, Field
from familysafe.words.language import _

LONGEST = 32_767  # Qt's own: a passphrase that is cut here and not elsewhere would never fit again
COPYING = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
HIDDEN = UNLEARNED | Qt.InputMethodHint.ImhNoAutoUppercase


class SecretField(Field):
    """Dots until its letters are asked for; what is in it can be pasted in, and never copied out."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "", longest=LONGEST)
        self.show_letters(shown=False)

    def show_letters(self, *, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        # Again, since Qt takes them away while letters are shown.
        hints = HIDDEN if shown else HIDDEN | Qt.InputMethodHint.ImhHiddenText
        self.setInputMethodHints(hints)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not any(event.matches(keys) for keys in COPYING):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Where letters are shown, Qt would put chosen ones into the selection of X11."""
        if not self.hasSelectedText():
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in {"edit-copy", "edit-cut"}:
                menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


class Eye(Button):
    """Shows the letters of its fields, and hides them again."""

    def __init__(self, theme: Theme, *fields: SecretField) -> None:
        super().__init__("", "quiet")
        self._fields = fields
        self.with_icon(theme, "eye", "ink2", 18)
        self.setCheckable(True)
        self.toggled.connect(self._turn)
        self._turn(shown=False)

    def _turn(self, shown: bool) -> None:
        self.setText(f"\u2002{_('Hide') if shown else _('Show')}")
        self.setAccessibleName(_("Hide the letters") if shown else _("Show the letters"))
        for field in self._fields:
            field.show_letters(shown=shown)
