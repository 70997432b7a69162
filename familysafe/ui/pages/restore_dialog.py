"""A copy on its way back: opened with a secret where it needs one, shown, asked about, put in place."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from familysafe.domain.errors import FamilySafeError
from familysafe.domain.safekeeping import Contents
from familysafe.domain.secret import Secret, passphrase_of, words_of
from familysafe.ui.days import short_day
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import Card, Picture, column, empty, row
from familysafe.ui.widgets.dialog import Dialog
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.progress import Bar
from familysafe.ui.widgets.secret import Eye, SecretField
from familysafe.words.language import _, ngettext
from familysafe.words.problems import next_step, sentence

WIDTH = 540
COUNTED: tuple[tuple[str, str, Callable[[int], str]], ...] = (
    ("children", "child", lambda n: ngettext("{count} child", "{count} children", n)),
    ("devices", "device", lambda n: ngettext("{count} device", "{count} devices", n)),
    ("answers", "check", lambda n: ngettext("{count} answer", "{count} answers", n)),
    ("talks", "talk", lambda n: ngettext("{count} talk", "{count} talks", n)),
    ("records", "pencil", lambda n: ngettext("{count} record", "{count} records", n)),
)


class RestoreDialog(Dialog):
    """Shows one thing at a time; `stopped` when it is closed before the end, whatever it is at."""

    tried = Signal(object)
    agreed = Signal()
    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, _("Bring back a copy"), parent)
        self._by_words = False
        self._working = False
        self._field: SecretField | None = None
        self._bar = Bar("")
        self._buttons_now: tuple[Button, ...] = ()
        self.show_waiting()

    def show_waiting(self) -> None:
        """It is being looked into."""
        self._draw(_("Bring back a copy"), PlainLabel(_("Looking into it. One moment…"), "muted"))
        self._end(_("Cancel"))

    def ask_secret(self, wrong: str = "") -> None:
        """It was made under another key than the one of this computer."""
        by_words = self._by_words
        says = _("Type the passphrase that was good when the file was made.")
        words_say = _("Type the twelve words of its recovery sheet, in order, with spaces between them.")
        name = _("The twelve words") if by_words else _("Passphrase of the file")
        field = SecretField(name)
        head = row(PlainLabel(name, "strong"), Eye(self.theme, field))
        head.setStretch(0, 1)
        other = Button(_("Use its passphrase") if by_words else _("Use the words of its recovery sheet"), "link")
        other.clicked.connect(self._other_secret)
        told = (PlainLabel(wrong, "amber"),) if wrong else ()
        below = column(head, field, *told, row(other, None), spacing=6)
        self._draw(_("This file is locked"), PlainLabel(words_say if by_words else says), below)
        self._end(_("Cancel"), _("Open")).clicked.connect(self._try)
        field.setAccessibleDescription(wrong)
        field.returnPressed.connect(self._try)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field = field

    def show_contents(self, found: Contents, here: Contents | None, *, makes_way: bool = False) -> None:
        """What it holds, and what it would replace; None where nothing is open, which may have to make way."""
        opens = _("From then on it opens here with the passphrase of the file, or with its recovery words.")
        says = [_("What is here now is replaced. It is kept as a copy, so you can go back to it.") if here else opens]
        if makes_way:
            says.append(_("What is here now, and is not open, is set aside in the same folder. Nothing is deleted."))
        self._draw(_("Bring this back?"), table(self.theme, found, here), *map(PlainLabel, says))
        self._end(_("Leave as it is"), _("Bring it back")).clicked.connect(self.agreed)

    def show_progress(self) -> None:
        """It is being put in place."""
        self._working = True
        self._bar = Bar(_("Bringing it back"))
        self._draw(_("Bringing it back…"), self._bar)
        self._end(_("Cancel"))

    def come(self, done: float) -> None:
        """From 0 to 1."""
        self._bar.come(done)

    def refuse(self, error: FamilySafeError) -> None:
        """It was not done, and why."""
        self._working = False
        self._draw(sentence(error), PlainLabel(next_step(error)))
        self._end(_("Close"))

    def reject(self) -> None:
        """Escape and Cancel; what is being put in place stops first."""
        self.stopped.emit()
        if self._working:
            self._wait(_("Stopping…"))
        else:
            super().reject()

    def wanted_width(self) -> int:
        return max(super().wanted_width(), min(self.theme.px(WIDTH), self._room().width()))

    def _draw(self, title: str, *parts: QWidget | QLayout) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)
        self._field = None
        empty(self.column)
        part = QWidget()
        part.setLayout(column(*parts, spacing=14))
        self.add(part)
        part.show()  # what is put into a dialog on screen has no height until it is

    def _end(self, no: str, yes: str = "") -> Button:
        """The buttons at the foot; the last of them."""
        empty(self._buttons)
        self._buttons.addStretch(1)
        stop = Button(no)
        stop.clicked.connect(self.reject)
        self._buttons_now = (stop, Button(yes, "go")) if yes else (stop,)
        self.end_with(*self._buttons_now)
        for button in self._buttons_now:
            button.show()
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()
        return self._buttons_now[-1]

    def _try(self) -> None:
        typed = self._field.text() if self._field is not None else ""
        secret: Secret = words_of(typed) if self._by_words else passphrase_of(typed)
        if typed.strip():
            self._wait(_("One moment…"))
            self.tried.emit(secret)

    def _wait(self, says: str) -> None:
        """Deriving a key takes about a second, on purpose; stopping takes a moment too."""
        for widget in filter(None, (self._field, *self._buttons_now)):
            widget.setEnabled(False)
        self._buttons_now[-1].rename(says)

    def _other_secret(self) -> None:
        self._by_words = not self._by_words
        self.ask_secret()


def table(theme: Theme, found: Contents, here: Contents | None) -> Card:
    """A line for each kind of thing: how many the copy holds, and beside it how many there are now."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    made = _("Copy of {day}").format(day=short_day(found.on))
    grid.addWidget(PlainLabel(made, "strong"), 0, 1)
    if here is not None:
        grid.setColumnStretch(2, 1)
        grid.addWidget(PlainLabel(_("Here now"), "strong"), 0, 2)
    for number, (field, icon, counted) in enumerate(COUNTED, start=1):
        grid.addWidget(Picture(theme, icon, "teal", 20), number, 0)
        for place, contents in enumerate((found, here), start=1):
            if contents is not None:
                count = getattr(contents, field)
                grid.addWidget(PlainLabel(counted(count).format(count=count)), number, place)
    return Card("sunk", (18, 14, 18, 14)).add(grid)
