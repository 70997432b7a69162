"""A field for a secret takes everything in and lets nothing out."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.card import Card
from familysafe.ui.widgets.secret import Eye, SecretField
from tests.ui.conftest import Show

SECRET = "brambles teapot oboe"  # noqa: S105 - nobody's
HINTS = Qt.InputMethodHint
NEVER = HINTS.ImhSensitiveData | HINTS.ImhNoPredictiveText | HINTS.ImhNoAutoUppercase


@pytest.fixture
def field(theme: Theme, show: Show) -> SecretField:
    QGuiApplication.clipboard().clear()
    field = SecretField("New passphrase")
    show(field, 400, 60)
    field.setText(SECRET)
    return field


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_it_shows_dots(field: SecretField) -> None:
    assert field.displayText() == "●" * len(SECRET)
    assert field.accessibleName() == "New passphrase"


def test_its_letters_can_be_looked_at(field: SecretField) -> None:
    field.show_letters(shown=True)
    assert field.displayText() == SECRET
    field.show_letters(shown=False)
    assert SECRET not in field.displayText()


@pytest.mark.parametrize("shown", [True, False])
def test_keyboards_on_screen_never_learn_it(field: SecretField, shown: bool) -> None:
    field.show_letters(shown=shown)
    assert field.inputMethodHints() & NEVER == NEVER


def test_keyboards_on_screen_hide_it_as_long_as_it_is_hidden(field: SecretField) -> None:
    assert field.inputMethodHints() & HINTS.ImhHiddenText
    field.show_letters(shown=True)
    assert not field.inputMethodHints() & HINTS.ImhHiddenText


@pytest.mark.parametrize("keys", [QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut])
@pytest.mark.parametrize("shown", [True, False])
def test_it_is_never_copied_out(qtbot: QtBot, field: SecretField, keys: QKeySequence.StandardKey, shown: bool) -> None:
    field.show_letters(shown=shown)
    field.selectAll()
    qtbot.keySequence(field, QKeySequence(keys))
    assert (copied(), field.text()) == ("", SECRET)


def test_it_can_be_pasted_in(qtbot: QtBot, field: SecretField) -> None:
    QGuiApplication.clipboard().setText("four other words here")
    field.selectAll()
    qtbot.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert field.text() == "four other words here"


def test_what_is_long_is_not_cut(field: SecretField) -> None:
    field.setText("long " * 400)
    assert len(field.text()) == 2000


def test_choosing_by_mouse_puts_nothing_into_a_selection(
    qtbot: QtBot, field: SecretField, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: list[object] = []
    monkeypatch.setattr(QLineEdit, "mouseReleaseEvent", lambda _self, event: reached.append(event))
    field.show_letters(shown=True)
    field.deselect()
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    field.selectAll()
    qtbot.mouseRelease(field, Qt.MouseButton.LeftButton)
    assert len(reached) == 1


def test_its_menu_offers_to_paste_and_not_to_copy(field: SecretField, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: opened.append(menu))
    field.show_letters(shown=True)
    field.selectAll()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(field, QContextMenuEvent(reason, QPoint(5, 5), QPoint(5, 5)))
    names = {action.objectName() for action in opened[0].actions()}
    assert "edit-paste" in names
    assert not names & {"edit-copy", "edit-cut"}


def test_one_eye_opens_every_field(qtbot: QtBot, theme: Theme, show: Show) -> None:
    first, second = SecretField("First"), SecretField("Second")
    eye = Eye(theme, first, second)
    holder = show(Card().add(first, second, eye))
    said = [(eye.accessibleName(), eye.text().strip())]
    for _again in range(2):
        qtbot.keyClick(eye, Qt.Key.Key_Return)
        said.append((eye.accessibleName(), eye.text().strip()))
        shown = {field.echoMode() is QLineEdit.EchoMode.Normal for field in (first, second)}
        assert shown == {eye.isChecked()}
    assert holder.isVisible()
    assert said == [("Show the letters", "Show"), ("Hide the letters", "Hide"), ("Show the letters", "Show")]
