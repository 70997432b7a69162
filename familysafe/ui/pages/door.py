"""The door: shown while nothing is open, with the one thing that can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from familysafe.domain.secret import passphrase_of, words_of
from familysafe.domain.views import DoorView
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Picture, column, row
from familysafe.ui.widgets.page import Page
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.secret import Eye, SecretField
from familysafe.words.language import _

WIDTH = 600
QWIDGETSIZE_MAX = (1 << 24) - 1


class DoorPage(Page):
    """Asks for the passphrase, or for the words on the sheet and a new one; says what else keeps the vault shut."""

    unlocked = Signal(object)
    recovered = Signal(object, object)
    tried_again = Signal()
    folder_asked = Signal()
    help_asked = Signal()
    unsaved_asked = Signal()
    backup_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Locked"))
        self._by_words = self._only_sheet = False
        self._view = DoorView("", "")
        self._fields: tuple[SecretField, ...] = ()
        self._go = Button("")

    def show_view(self, view: DoorView) -> None:
        """Draws anew; what was typed is gone, on purpose."""
        self._view = view
        # A try that was wrong does not tell it again.
        self._only_sheet = view.only_sheet or (self._only_sheet and bool(view.wrong))
        self.begin()
        self.body.setContentsMargins(40, 72, 40, 24)
        card = Card("", (32, 28, 32, 28), spacing=14)
        card.setMaximumWidth(self.theme.px(WIDTH))
        if not view.asks:
            self._refused(card, view)
        elif self._by_words or self._only_sheet:
            self._recovery(card, view)
        else:
            self._passphrase(card, view)
        holder = column(card, self._help(), spacing=12)
        line = row(None)
        line.addLayout(holder, 100)
        line.addStretch(1)
        self._body.setMaximumWidth(QWIDGETSIZE_MAX)  # in the middle of the window, not of the reading width
        self.add(line)
        self.finish(top=True)
        for field in self._fields[:1]:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self, card: Card, title: str, says: str) -> None:
        head = row(Picture(self.theme, "lock", "teal", 32), PlainLabel(title, "title"), spacing=14)
        head.setStretch(1, 1)
        card.add(head, PlainLabel(says))

    def _passphrase(self, card: Card, view: DoorView) -> None:
        self._head(card, _("FamilySafe is locked"), _("Your passphrase opens it. It is never sent anywhere."))
        field = SecretField(_("Passphrase"))
        self._end(card, view, _("Open"), field)
        other = Button(_("I have forgotten it: use the recovery sheet"), "link")
        other.clicked.connect(self._use_words)
        card.add(row(other, None), row(self._backup(), None))

    def _recovery(self, card: Card, view: DoorView) -> None:
        title = _("FamilySafe is locked") if self._only_sheet else _("Use the recovery sheet")
        self._head(card, title, _("Type the twelve words, in order, with spaces between them. The sheet stays good."))
        words = SecretField(_("The twelve words"))
        words.show_letters(shown=True)
        card.add(PlainLabel(_("The twelve words"), "strong"), words)
        new, again = SecretField(_("A new passphrase")), SecretField(_("The new passphrase once more"))
        card.add(PlainLabel(_("A new passphrase"), "strong"), new)
        card.add(PlainLabel(_("The new passphrase once more"), "strong"))
        self._end(card, view, _("Open and keep the new passphrase"), again, new)
        self._fields = (words, new, again)
        for field in self._fields:
            field.textChanged.connect(self._typed)
        back = Button(_("Back to the passphrase"), "link")
        back.clicked.connect(self._use_passphrase)
        back.setVisible(not self._only_sheet)
        gone = _("Without the passphrase and without the sheet, what was saved cannot be opened by anyone.")
        card.add(row(back, None), row(self._backup(), None), PlainLabel(gone, "small-muted"))

    def _end(self, card: Card, view: DoorView, verb: str, last: SecretField, *secrets: SecretField) -> None:
        """The last field, what was wrong before, and the button."""
        self._fields = (last,)
        self._wrong = PlainLabel(view.wrong, "amber")
        self._wrong.setVisible(bool(view.wrong))
        self._go = Button(verb, "go")
        self._go.setEnabled(False)
        self._go.clicked.connect(self._open)
        last.returnPressed.connect(self._open)
        last.textChanged.connect(self._typed)
        eye = Eye(self.theme, *secrets, last)
        card.add(last, self._wrong, row(self._go, None, eye))

    def _refused(self, card: Card, view: DoorView) -> None:
        self._fields = ()
        self._head(card, view.says, view.next_step)
        again, folder = Button(_("Try again"), "go"), Button(_("Show the folder"))
        unsaved = Button(_("Use without saving"), "link")
        again.clicked.connect(self.tried_again)
        folder.clicked.connect(self.folder_asked)
        unsaved.clicked.connect(self.unsaved_asked)
        card.add(row(again, folder, unsaved, None), row(self._backup(), None))

    def _backup(self) -> Button:
        button = Button(_("I have a backup"), "link")
        button.clicked.connect(self.backup_asked)
        return button

    def _help(self) -> QWidget:
        card = Card("help", (24, 16, 24, 16))
        button = Button(_("Help now"), "help", name=_("Help now (F2)")).with_icon(self.theme, "help", "help", 20)
        button.clicked.connect(self.help_asked)
        says = PlainLabel(_("Something has happened? Help now works without the passphrase."))
        line = row(says, button)
        line.setStretch(0, 1)
        card.add(line)
        card.setMaximumWidth(self.theme.px(WIDTH))
        return card

    def _typed(self) -> None:
        self._go.setEnabled(all(field.text().strip() for field in self._fields))

    def _open(self) -> None:
        if not self._go.isEnabled():
            return
        if len(self._fields) == 1:
            self._wait()
            self.unlocked.emit(passphrase_of(self._fields[0].text()))
            return
        words, new, again = (field.text() for field in self._fields)
        if passphrase_of(new) != passphrase_of(again):
            self._wrong.setText(_("The two new passphrases are not the same."))
            self._wrong.show()
            return
        self._wait()
        self.recovered.emit(words_of(words), passphrase_of(new))

    def _wait(self) -> None:
        """Opening takes about a second, on purpose: it makes guessing slow."""
        self._go.setText(_("One moment…"))
        for widget in (self._go, *self._fields):
            widget.setEnabled(False)

    def _use_words(self) -> None:
        self._by_words = True
        self.show_view(DoorView(self._view.says, self._view.next_step, asks=True))

    def _use_passphrase(self) -> None:
        self._by_words = False
        self.show_view(DoorView(self._view.says, self._view.next_step, asks=True))
