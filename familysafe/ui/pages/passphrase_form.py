"""Sets, changes or removes the passphrase: says what that means, asks for it, and waits beside the work."""

from collections.abc import Callable, Mapping
from enum import Enum

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.secret import passphrase_of
from familysafe.domain.strength import Strength
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.card import column, row
from familysafe.ui.widgets.dialog import Dialog
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.secret import Eye, SecretField
from familysafe.words.language import _
from familysafe.words.problems import next_step, sentence
from familysafe.words.strength import strength_sentence

WIDTH = 540


class Task(Enum):
    """What can be done with a passphrase."""

    SET = "set"
    CHANGE = "change"
    REMOVE = "remove"


class Asking(Struct, frozen=True):
    """How a task is asked: its title, the verb on its button, and what it does, said beforehand.

    `alone` is said where there is no recovery sheet, `sheet` where there is one.
    """

    title: str
    verb: str
    says: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    sheet: tuple[str, ...] = ()
    warns: str = ""


ASKING: Mapping[Task, Callable[[], Asking]] = {
    Task.SET: lambda: Asking(
        _("Set a passphrase"),
        _("Set the passphrase"),
        says=(_("FamilySafe asks for it at every start, and when nobody has been here for a while."),),
        sheet=(_("The recovery sheet that you have ends with this. You make a new one straight after."),),
        warns=_(
            "A forgotten passphrase with a lost recovery sheet is gone for good: then nobody can open what you saved."
        ),
    ),
    Task.CHANGE: lambda: Asking(
        _("Change the passphrase"),
        _("Change it"),
        alone=(_("The old one opens nothing here any more. Copies that you took elsewhere still open with it."),),
        sheet=(
            _("Your recovery sheet stays good."),
            _(
                "A backup file that you took elsewhere still opens with the old passphrase. "
                "Whoever has such a file and knows the old one could also open what is here. "
                "A new recovery sheet shuts that out."
            ),
        ),
    ),
    Task.REMOVE: lambda: Asking(
        _("Remove the passphrase"),
        _("Remove it"),
        says=(_("Then FamilySafe asks for nothing: anyone who can use this computer account can open it."),),
        sheet=(_("Your recovery sheet stays good."),),
    ),
}


class PassphraseForm(Dialog):
    """`given` says the present passphrase and the new one, each None where it is not asked for."""

    given = Signal(object, object)
    typed = Signal(str)

    def __init__(self, theme: Theme, task: Task, *, recovery: bool, parent: QWidget) -> None:
        self._asking = ASKING[task]()
        super().__init__(theme, self._asking.title, parent)
        self._waiting = False
        self.add(*map(PlainLabel, self._asking.says + (self._asking.sheet if recovery else self._asking.alone)))
        if self._asking.warns:
            self.add(PlainLabel(self._asking.warns, "strong"))
        self._current = SecretField(_("Your passphrase now")) if task is not Task.SET else None
        self._new = SecretField(_("New passphrase")) if task is not Task.REMOVE else None
        self._again = SecretField(_("New passphrase once more")) if task is not Task.REMOVE else None
        self._fields = tuple(field for field in (self._current, self._new, self._again) if field is not None)
        self._strength = PlainLabel(strength_sentence(Strength.EMPTY), "small-muted")
        self._wrong = {field: PlainLabel("", "amber") for field in self._fields}
        self._add_fields()
        self._cancel, self._go = Button(_("Cancel")), Button(self._asking.verb, "go")
        self._cancel.clicked.connect(self.reject)
        self._go.clicked.connect(self._give)
        self.end_with(self._cancel, self._go)
        self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_strength(self, strength: Strength) -> None:
        """How hard the new passphrase is to guess; it is taken all the same."""
        self._strength.setText(strength_sentence(strength))
        if self._new is not None:
            self._new.setAccessibleDescription(self._strength.text())

    def refuse(self, error: FamilySafeError) -> None:
        """Says why it was not done; what was typed stays."""
        self._wait(waiting=False)
        if error.code is Code.VAULT_WRONG_SECRET:
            self._say(_("This is not your passphrase. Nothing was changed."), self._current)
        else:
            self._say(f"{sentence(error)} {next_step(error)}", self._fields[0])

    def reject(self) -> None:
        """Escape and Cancel; not while the vault is being changed, which ends in a moment."""
        if not self._waiting:
            super().reject()

    def wanted_width(self) -> int:
        return max(super().wanted_width(), min(self.theme.px(WIDTH), self._room().width()))

    def _add_fields(self) -> None:
        eye = Eye(self.theme, *self._fields)
        for field, following in zip(self._fields, (*self._fields[1:], None), strict=True):
            title = PlainLabel(field.accessibleName(), "strong")
            head = row(title, eye) if field is self._fields[0] else row(title)
            head.setStretch(0, 1)
            below = (self._wrong[field], self._strength) if field is self._new else (self._wrong[field],)
            self._wrong[field].hide()
            self.add(column(head, field, *below, spacing=6))
            field.textEdited.connect(self._edited)
            field.returnPressed.connect(self._give if following is None else following.setFocus)
        if self._new is not None:
            # Room for the longest sentence, so that nothing below moves as one types.
            self._strength.setMinimumHeight(round(self._strength.fontMetrics().lineSpacing() * 2.6))
            self._strength.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._new.textEdited.connect(self.typed)

    def _give(self) -> None:
        current, new, again = (
            None if field is None else passphrase_of(field.text()) for field in (self._current, self._new, self._again)
        )
        if current is not None and not current.text:
            self._say(_("Type the passphrase that you have now."), self._current)
        elif new is not None and not new.text:
            self._say(_("Type a passphrase first."), self._new)
        elif new != again:
            self._say(_("The two are not the same. Type it once more."), self._again)
        else:
            self._wait(waiting=True)
            self.given.emit(current, new)

    def _wait(self, *, waiting: bool) -> None:
        """Deriving a key takes about a second, on purpose: it makes guessing slow."""
        self._waiting = waiting
        for widget in (*self._fields, self._cancel, self._go):
            widget.setEnabled(not waiting)
        self._go.rename(_("One moment…") if waiting else self._asking.verb)

    def _say(self, text: str, field: SecretField | None) -> None:
        if field is None:
            return
        self._wrong[field].setText(text)
        self._wrong[field].show()
        self.fit()
        field.setAccessibleDescription(text)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        self.bring_into_view(self._wrong[field])
        self.bring_into_view(field)

    def _edited(self) -> None:
        for label in self._wrong.values():
            label.hide()
        field = self.focusWidget()
        if field is not None:
            self.bring_into_view(field)
