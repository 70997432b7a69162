"""The form for a passphrase: what it means is said before, and what was wrong is said where it was typed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.secret import Passphrase
from familysafe.domain.strength import Strength
from familysafe.ui.pages.passphrase_form import PassphraseForm, Task
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.ui.widgets.secret import SecretField
from familysafe.words.strength import strength_sentence
from tests.ui.conftest import Show
from tests.ui.eyes import button, come_to_rest, press, says, seen, texts

NOW, NEW, AGAIN = "Your passphrase now", "New passphrase", "New passphrase once more"
TEA = "brambles teapot oboe"
VERBS = {Task.SET: "Set the passphrase", Task.CHANGE: "Change it", Task.REMOVE: "Remove it"}
Open = Callable[..., PassphraseForm]


@pytest.fixture
def opened(theme: Theme, show: Show) -> Open:
    """Opens the form over a window."""
    window = show(QWidget(), 1024, 768)

    def begin(task: Task, *, recovery: bool = False) -> PassphraseForm:
        form = PassphraseForm(theme, task, recovery=recovery, parent=window)
        form.open()
        come_to_rest()
        return form

    return begin


def field(form: PassphraseForm, name: str) -> SecretField:
    return next(one for one in seen(form, SecretField) if one.accessibleName() == name)


def write(form: PassphraseForm, **typed: str) -> None:
    names = {"now": NOW, "new": NEW, "again": AGAIN}
    for name, text in typed.items():
        field(form, names[name]).setText(text)


@pytest.mark.parametrize(
    ("task", "names"), [(Task.SET, [NEW, AGAIN]), (Task.CHANGE, [NOW, NEW, AGAIN]), (Task.REMOVE, [NOW])]
)
def test_it_asks_for_what_it_needs(opened: Open, task: Task, names: list[str]) -> None:
    form = opened(task)
    assert [one.accessibleName() for one in seen(form, SecretField)] == names
    assert field(form, names[0]).hasFocus()


def test_what_a_forgotten_passphrase_means_is_said_before(opened: Open) -> None:
    assert says(opened(Task.SET), "A forgotten passphrase with a lost recovery sheet is gone for good")


@pytest.mark.parametrize(
    ("task", "said"),
    [
        (Task.SET, "The recovery sheet that you have ends with this."),
        (Task.CHANGE, "Your recovery sheet stays good."),
        (Task.REMOVE, "Your recovery sheet stays good."),
    ],
)
def test_what_becomes_of_the_sheet_is_said_where_there_is_one(opened: Open, task: Task, said: str) -> None:
    assert says(opened(task, recovery=True), said)
    assert not says(opened(task), "sheet that you have")
    assert not says(opened(task), "stays good")


def test_a_changed_passphrase_does_not_reach_copies_elsewhere_and_it_says_so(opened: Open) -> None:
    assert says(opened(Task.CHANGE), "Copies that you took elsewhere still open with it.")


def test_where_the_sheet_keeps_the_keys_what_an_older_file_opens_is_said(opened: Open) -> None:
    assert says(
        opened(Task.CHANGE, recovery=True), "could also open what is here. A new recovery sheet shuts that out."
    )
    assert not says(opened(Task.CHANGE), "could also open what is here")


def test_a_removed_one_leaves_it_open_to_this_account_and_it_says_so(opened: Open) -> None:
    assert says(opened(Task.REMOVE), "anyone who can use this computer account can open it")


@pytest.mark.parametrize(
    ("task", "typed", "given"),
    [
        (Task.SET, {"new": TEA, "again": TEA}, (None, Passphrase(TEA))),
        (Task.SET, {"new": f" {TEA} ", "again": TEA}, (None, Passphrase(TEA))),
        (Task.SET, {"new": "cafe\u0301", "again": "caf\u00e9"}, (None, Passphrase("caf\u00e9"))),
        (Task.SET, {"new": "a", "again": "a"}, (None, Passphrase("a"))),
        (Task.CHANGE, {"now": "old", "new": TEA, "again": TEA}, (Passphrase("old"), Passphrase(TEA))),
        (Task.REMOVE, {"now": "old"}, (Passphrase("old"), None)),
    ],
)
def test_what_was_typed_is_given(
    qtbot: QtBot, opened: Open, task: Task, typed: dict[str, str], given: tuple[object, object]
) -> None:
    form = opened(task)
    write(form, **typed)
    with qtbot.waitSignal(form.given) as said:
        press(form, VERBS[task])
    assert tuple(said.args) == given


@pytest.mark.parametrize(
    ("task", "typed", "told", "at"),
    [
        (Task.SET, {}, "Type a passphrase first.", NEW),
        (Task.SET, {"new": "   ", "again": "   "}, "Type a passphrase first.", NEW),
        (Task.SET, {"new": TEA, "again": "brambles"}, "The two are not the same.", AGAIN),
        (Task.CHANGE, {"new": TEA, "again": TEA}, "Type the passphrase that you have now.", NOW),
        (Task.CHANGE, {"now": "old", "new": TEA}, "The two are not the same.", AGAIN),
        (Task.REMOVE, {}, "Type the passphrase that you have now.", NOW),
    ],
)
def test_what_is_missing_is_said_where_it_is_missing(
    opened: Open, task: Task, typed: dict[str, str], told: str, at: str
) -> None:
    form, given = opened(task), []
    form.given.connect(given.append)
    write(form, **typed)
    press(form, VERBS[task])
    assert given == []
    assert says(form, told)
    assert field(form, at).hasFocus()
    assert told in field(form, at).accessibleDescription()


def test_a_wrong_passphrase_is_said_in_its_place_and_can_be_typed_again(qtbot: QtBot, opened: Open) -> None:
    form = opened(Task.CHANGE)
    write(form, now="not it", new=TEA, again=TEA)
    press(form, "Change it")
    form.refuse(FamilySafeError(Code.VAULT_WRONG_SECRET))
    assert says(form, "This is not your passphrase. Nothing was changed.")
    assert field(form, NOW).hasFocus()
    assert field(form, NEW).text() == TEA
    qtbot.keyClicks(field(form, NOW), "old")
    assert not says(form, "This is not your passphrase")
    with qtbot.waitSignal(form.given) as said:
        press(form, "Change it")
    assert said.args == [Passphrase("old"), Passphrase(TEA)]


def test_any_other_refusal_is_said_with_its_next_step(opened: Open) -> None:
    form = opened(Task.SET)
    write(form, new=TEA, again=TEA)
    press(form, "Set the passphrase")
    form.refuse(FamilySafeError(Code.DISK_FULL))
    assert says(form, "The disk is full, so this was not saved. Make some room")
    assert button(form, "Set the passphrase").isEnabled()


def test_while_it_works_it_says_so_and_nothing_can_be_pressed(qtbot: QtBot, opened: Open) -> None:
    form = opened(Task.SET)
    write(form, new=TEA, again=TEA)
    press(form, "Set the passphrase")
    assert not button(form, "One moment…").isEnabled()
    assert not button(form, "Cancel").isEnabled()
    assert not any(one.isEnabled() for one in seen(form, SecretField))
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, opened: Open) -> None:
    form = opened(Task.SET)
    with qtbot.assertNotEmitted(form.given):
        qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_it_is_filled_in_and_sent_by_keyboard_alone(qtbot: QtBot, opened: Open) -> None:
    form = opened(Task.CHANGE)
    with qtbot.waitSignal(form.given) as said:
        for name, text in ((NOW, "old"), (NEW, TEA), (AGAIN, TEA)):
            assert field(form, name).hasFocus()
            qtbot.keyClicks(field(form, name), text)
            qtbot.keyClick(field(form, name), Qt.Key.Key_Return)
    assert said.args == [Passphrase("old"), Passphrase(TEA)]


def test_every_letter_is_weighed_and_the_answer_is_one_sentence(qtbot: QtBot, opened: Open) -> None:
    form = opened(Task.SET)
    with qtbot.waitSignals([form.typed, form.typed]):
        qtbot.keyClicks(field(form, NEW), "br")
    sentences = {strength_sentence(strength) for strength in Strength}
    for strength in Strength:
        form.show_strength(strength)
        assert sentences & set(texts(form)) == {strength_sentence(strength)}
        assert field(form, NEW).accessibleDescription() == strength_sentence(strength)


def test_a_passphrase_that_goes_is_not_weighed(qtbot: QtBot, opened: Open) -> None:
    form = opened(Task.REMOVE)
    form.show_strength(Strength.DAYS)
    assert not says(form, strength_sentence(Strength.DAYS))
    with qtbot.assertNotEmitted(form.typed):
        qtbot.keyClicks(field(form, NOW), "old")


def test_the_eye_opens_every_field_at_once(opened: Open) -> None:
    form = opened(Task.CHANGE)
    write(form, now="old", new=TEA)
    press(form, "Show the letters")
    assert [one.displayText() for one in seen(form, SecretField)] == ["old", TEA, ""]


def test_what_is_wrong_is_in_view_where_there_is_little_room(theme: Theme, show: Show) -> None:
    window = show(QWidget(), 500, 360)
    form = PassphraseForm(theme, Task.CHANGE, recovery=True, parent=window)
    form.open()
    write(form, now="old", new=TEA)
    press(form, "Change it")
    come_to_rest()
    told = next(one for one in seen(form, PlainLabel) if one.text() == "The two are not the same. Type it once more.")
    for shown in (field(form, AGAIN), told):
        assert shown.visibleRegion().boundingRect().height() == shown.height()
