"""A place to write: text only, and not without end."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.note import LONGEST, NoteEdit
from tests.ui.conftest import Show


@pytest.fixture
def note(qtbot: QtBot, theme: Theme) -> NoteEdit:
    note = NoteEdit("Private note", "Only for you.")
    qtbot.addWidget(note)
    return note


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
    note.setPlainText("a" * before)
    note.moveCursor(note.textCursor().MoveOperation.End)
    note.insertFromMimeData(carrying("b" * (LONGEST + 5)))
    assert len(note.toPlainText()) == LONGEST
    assert note.toPlainText().startswith("a" * before)


def test_pasting_over_what_is_chosen_counts_only_what_stays(note: NoteEdit) -> None:
    note.setPlainText("a" * LONGEST)
    note.selectAll()
    note.insertFromMimeData(carrying("b"))
    assert note.toPlainText() == "b"


def test_typing_ends_at_the_same_length(qtbot: QtBot, note: NoteEdit, show: Show) -> None:
    show(note, 300, 120)
    note.setPlainText("a" * (LONGEST - 1))
    note.moveCursor(note.textCursor().MoveOperation.End)
    qtbot.keyClicks(note, "bcd")
    assert len(note.toPlainText()) == LONGEST


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
