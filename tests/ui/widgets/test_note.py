"""A place to write: text only, not without end, and nothing of it leaves unasked."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from familysafe.store import text
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.field import UNLEARNED
from familysafe.ui.widgets.note import LONGEST, LONGEST_LINE, NEARLY_FULL, NoteEdit
from familysafe.ui.widgets.plain import PlainLabel
from tests.ui.conftest import Show
from tests.ui.eyes import come_to_rest, says, seen, texts


@pytest.fixture
def note(qtbot: QtBot, theme: Theme) -> NoteEdit:
    note = NoteEdit("Private note", "Only for you.")
    qtbot.addWidget(note)
    return note


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was copied as a secret; the clipboard itself holds something of somebody else's."""
    found: list[str] = []
    monkeypatch.setattr("familysafe.ui.widgets.note.copy_secret", found.append)
    QGuiApplication.clipboard().setText("before")
    return found


def clipboard_text() -> str:
    return QGuiApplication.clipboard().text()


def lines_of(length: int) -> str:
    """So many letters, in lines that are not too long."""
    return ("a" * 999 + "\n") * (length // 1_000) + "a" * (length % 1_000)


def put(note: NoteEdit, there: str) -> None:
    """Text, and the cursor behind it."""
    note.setPlainText(there)
    note.moveCursor(QTextCursor.MoveOperation.End)


def choose_word(note: NoteEdit, word: str) -> None:
    note.setPlainText("We agreed on nine.")
    assert note.find(word)


def carrying(text: str | None = None, html: str = "", *, picture: bool = False) -> QMimeData:
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if html:
        data.setHtml(html)
    if picture:
        data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    return data


def test_it_has_a_name_and_a_hint(note: NoteEdit) -> None:
    assert (note.accessibleName(), note.placeholderText()) == ("Private note", "Only for you.")


def test_text_is_taken(note: NoteEdit) -> None:
    data = carrying("We agreed.")
    assert note.canInsertFromMimeData(data)
    note.insertFromMimeData(data)
    assert note.toPlainText() == "We agreed."


def test_a_picture_is_refused(note: NoteEdit) -> None:
    data = carrying(picture=True)
    assert not note.canInsertFromMimeData(data)
    note.insertFromMimeData(data)
    assert note.toPlainText() == ""


def test_of_a_web_page_only_the_text_is_taken(note: NoteEdit) -> None:
    note.insertFromMimeData(carrying("bold", "<b>bold</b><img src='http://example.org/x.png'>"))
    assert note.toPlainText() == "bold"


def test_a_file_that_is_dropped_is_no_more_than_its_address(note: NoteEdit) -> None:
    data = QMimeData()
    data.setUrls([QUrl("file:///tmp/photo.jpg")])
    note.insertFromMimeData(data)
    assert note.toPlainText() in ("", "file:///tmp/photo.jpg")


@pytest.mark.parametrize("before", [0, 10, LONGEST])
def test_what_is_too_long_is_cut(note: NoteEdit, before: int) -> None:
    there = lines_of(before)
    put(note, there)
    note.insertFromMimeData(carrying("b" * (LONGEST + 5)))
    assert len(note.toPlainText()) == LONGEST
    assert note.toPlainText().startswith(there)
    assert says(note, "The last part did not fit and was left out.")


def test_what_is_one_letter_too_long_is_told_too(note: NoteEdit) -> None:
    note.insertFromMimeData(carrying(lines_of(LONGEST) + "b"))
    assert note.toPlainText() == lines_of(LONGEST)
    assert says(note, "The last part did not fit and was left out.")


def test_what_is_set_from_elsewhere_is_cut_at_its_end(note: NoteEdit) -> None:
    note.setPlainText("first\n" + lines_of(LONGEST))
    assert len(note.toPlainText()) == LONGEST
    assert note.toPlainText().startswith("first\n")


@pytest.mark.parametrize("before", [1_999, 2_000])
def test_no_letter_of_two_parts_is_parted(note: NoteEdit, before: int) -> None:
    put(note, "a" * before)
    note.insertFromMimeData(carrying("\N{GRINNING FACE}" * 2))
    assert note.toPlainText() == "a" * before + "\n" + "\N{GRINNING FACE}" * 2


def test_a_letter_of_two_parts_for_which_there_is_room_for_one_is_left_out(note: NoteEdit) -> None:
    put(note, lines_of(LONGEST - 3))
    note.insertFromMimeData(carrying("\N{GRINNING FACE}" * 2))
    assert note.toPlainText() == lines_of(LONGEST - 3) + "\N{GRINNING FACE}"


def test_pasting_over_what_is_chosen_counts_only_what_stays(note: NoteEdit) -> None:
    note.setPlainText(lines_of(LONGEST))
    note.selectAll()
    note.insertFromMimeData(carrying("b"))
    assert note.toPlainText() == "b"
    assert texts(note) == []


def test_typing_ends_at_the_same_length(qtbot: QtBot, note: NoteEdit, show: Show) -> None:
    show(note, 300, 120)
    put(note, lines_of(LONGEST - 1))
    qtbot.keyClicks(note, "bcd")
    assert len(note.toPlainText()) == LONGEST
    assert note.toPlainText().endswith("ab")


def test_the_bounds_are_those_of_what_is_kept() -> None:
    assert (LONGEST, LONGEST_LINE) == (text.LONGEST_NOTE, text.LONGEST_LINE)


@pytest.mark.parametrize(
    "long", ["b" * 5_001, "b" * LONGEST, "b" * (LONGEST + 9), "\N{SMILING FACE WITH OPEN MOUTH}" * 3_000]
)
@pytest.mark.parametrize("before", ["", "a" * 1_999, "a\n" * 9_000])
def test_what_is_shown_is_what_would_be_kept(note: NoteEdit, before: str, long: str) -> None:
    put(note, before)
    note.insertFromMimeData(carrying(long))
    assert text.clean_note(note.toPlainText()) == note.toPlainText()


def test_a_long_line_goes_on_in_the_next_and_that_is_said(qtbot: QtBot, note: NoteEdit, show: Show) -> None:
    show(note, 300, 120)
    put(note, "a" * LONGEST_LINE)
    assert texts(note) == []
    qtbot.keyClicks(note, "b")
    assert note.toPlainText() == "a" * LONGEST_LINE + "\nb"
    assert says(note, "A very long line goes on in the next one.")
    qtbot.keyClicks(note, "c")
    assert texts(note) == []


def test_two_lines_that_become_one_are_parted_again(qtbot: QtBot, note: NoteEdit, show: Show) -> None:
    show(note, 300, 120)
    note.setPlainText("a" * 1_500 + "\n" + "b" * 1_500)
    note.moveCursor(QTextCursor.MoveOperation.Down)
    note.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    cursor = note.textCursor()
    cursor.setPosition(1_501)
    note.setTextCursor(cursor)
    qtbot.keyClick(note, Qt.Key.Key_Backspace)
    assert [len(line) for line in note.toPlainText().split("\n")] == [LONGEST_LINE, 1_000]


def test_one_undo_takes_back_what_was_pasted_and_broken(note: NoteEdit) -> None:
    put(note, "kept")
    note.insertFromMimeData(carrying("b" * 30_000))
    note.undo()
    assert note.toPlainText() == "kept"
    note.redo()
    assert len(note.toPlainText()) == LONGEST


def test_what_was_typed_at_a_bound_can_be_undone(qtbot: QtBot, note: NoteEdit, show: Show) -> None:
    show(note, 300, 120)
    put(note, "a" * LONGEST_LINE)
    qtbot.keyClicks(note, "b")
    for _again in range(3):
        note.undo()
    assert note.toPlainText() == "a" * LONGEST_LINE


def test_undoing_beyond_the_bound_says_what_would_be_lost(qtbot: QtBot, note: NoteEdit, show: Show) -> None:
    show(note, 300, 120)
    put(note, lines_of(LONGEST))
    qtbot.keyClicks(note, "b")
    note.undo()
    assert len(note.toPlainText()) == LONGEST + 1
    assert texts(note) == ["Too long: the last letter is not kept."]
    note.undo()
    assert texts(note) == ["This note is full."]


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (NEARLY_FULL + 1, []),
        (NEARLY_FULL, ["Nearly full: room for 500 more letters."]),
        (1, ["Nearly full: room for 1 more letter."]),
        (0, ["This note is full."]),
    ],
)
def test_it_says_beforehand_that_room_is_short(note: NoteEdit, room: int, said: list[str]) -> None:
    note.setPlainText(lines_of(LONGEST - room))
    assert texts(note) == said
    assert note.accessibleDescription() == "".join(said)
    note.setPlainText("")
    assert texts(note) == []
    assert note.accessibleDescription() == ""


def test_what_is_said_covers_no_line(note: NoteEdit, show: Show) -> None:
    show(note, 240, 120)
    least = note.minimumHeight()
    room = note.viewport().height()
    note.setPlainText(lines_of(LONGEST))
    come_to_rest()
    (label,) = seen(note, PlainLabel)
    assert note.minimumHeight() == least + label.height()
    assert label.height() >= label.heightForWidth(label.width())
    assert not label.geometry().intersects(note.viewport().geometry())
    assert note.rect().contains(label.geometry())
    assert note.viewport().height() <= room


def test_a_keyboard_on_the_screen_is_asked_to_learn_nothing(note: NoteEdit) -> None:
    assert note.inputMethodHints() & UNLEARNED == UNLEARNED
    assert note.inputMethodQuery(Qt.InputMethodQuery.ImHints) & UNLEARNED.value == UNLEARNED.value


BY_KEYS = {"copy": QKeySequence.StandardKey.Copy, "cut": QKeySequence.StandardKey.Cut}
LEFT = {"copy": "We agreed on nine.", "cut": "We  on nine."}


@pytest.mark.parametrize("verb", BY_KEYS)
def test_keys_copy_as_a_secret(qtbot: QtBot, note: NoteEdit, show: Show, copied: list[str], verb: str) -> None:
    show(note)
    choose_word(note, "agreed")
    qtbot.keySequence(note, QKeySequence(BY_KEYS[verb]))
    assert copied == ["agreed"]
    assert note.toPlainText() == LEFT[verb]


@pytest.mark.parametrize("verb", BY_KEYS)
def test_the_menu_copies_as_a_secret(
    note: NoteEdit, copied: list[str], monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: opened.append(menu))
    choose_word(note, "agreed")
    note.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(4, 4), QPoint(4, 4)))
    (action,) = (action for action in opened[0].actions() if action.objectName() == f"edit-{verb}")
    assert action.isEnabled()
    action.trigger()
    assert copied == ["agreed"]
    assert note.toPlainText() == LEFT[verb]
    assert clipboard_text() == "before"


def test_several_lines_are_copied_as_lines(qtbot: QtBot, note: NoteEdit, show: Show, copied: list[str]) -> None:
    show(note)
    note.setPlainText("one\ntwo")
    note.selectAll()
    note.copy_chosen()
    assert copied == ["one\ntwo"]


def test_where_nothing_is_chosen_nothing_is_copied(qtbot: QtBot, note: NoteEdit, show: Show, copied: list[str]) -> None:
    show(note)
    note.setPlainText("We agreed.")
    for keys in (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut):
        qtbot.keySequence(note, QKeySequence(keys))
    assert copied == []
    assert note.toPlainText() == "We agreed."
    assert clipboard_text() == "before"


def test_what_is_chosen_or_dragged_leaves_the_field_by_no_other_way(note: NoteEdit) -> None:
    choose_word(note, "agreed")
    assert note.createMimeDataFromSelection().formats() == []


def test_tab_leaves_the_field(qtbot: QtBot, theme: Theme, show: Show) -> None:
    holder = QWidget()
    first, second = NoteEdit("One", ""), NoteEdit("Two", "")
    column = QVBoxLayout(holder)
    column.addWidget(first)
    column.addWidget(second)
    show(holder)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert first.toPlainText() == ""


def test_more_rows_are_higher(qtbot: QtBot, theme: Theme) -> None:
    small, high = NoteEdit("a", "", rows=2), NoteEdit("b", "", rows=6)
    for note in (small, high):
        qtbot.addWidget(note)
    assert small.minimumHeight() < high.minimumHeight() < high.maximumHeight()
