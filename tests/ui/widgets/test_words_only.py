"""A place to write in a record: words only, and a kind reason where something else was offered."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.words_only import WordsOnly, why_not
from tests.ui.conftest import Show
from tests.ui.eyes import texts

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LETTERS = "iVBORw0KGgoAAAANSUhEUgAABAAAAAQACAYAAAB/HSuDAAAgAElEQVR4nOzdd5hcV33/8c+5" * 8
SPELT_OUT = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg"


@pytest.fixture
def field(theme: Theme, show: Show) -> WordsOnly:
    field = WordsOnly(theme, "What did they tell you?", "In words", "He asked her name.")
    show(field, 500, 240)
    field.edit.moveCursor(QTextCursor.MoveOperation.End)
    return field


def carrying(text: str = "", *, picture: bool = False, urls: tuple[str, ...] = (), html: str = "") -> QMimeData:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    if text:
        data.setText(text)
    if picture:
        data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    return data


PICTURES = {
    "a picture": carrying(picture=True),
    "a file": carrying(urls=("file:///home/sam/IMG_0042.jpg",)),
    "a file with its path": carrying("/home/sam/IMG_0042.jpg", urls=("file:///home/sam/IMG_0042.jpg",)),
    "a picture spelt out": carrying(SPELT_OUT),
    "a picture spelt out among words": carrying(f"Look: {SPELT_OUT.upper()}"),
    "the place of a picture": carrying("\N{OBJECT REPLACEMENT CHARACTER}"),
    "a picture in bare letters": carrying(LETTERS),
    "a picture in letters, line by line": carrying(
        "\n".join(LETTERS[at : at + 76] for at in range(0, len(LETTERS), 76))
    ),
    "a picture in letters after a word": carrying(f"Look: “{LETTERS}”"),
    "a picture of a web page": carrying(html='<img src="https://example.org/a.jpg">'),
    "nothing that we know": QMimeData(),
}
EVERY_PICTURE = pytest.mark.parametrize("offered", PICTURES.values(), ids=PICTURES)


def paste(qtbot: QtBot, field: WordsOnly, data: QMimeData) -> None:
    """As a person does it: by way of the clipboard and its keys."""
    copy = QMimeData()
    for name in data.formats():
        copy.setData(name, data.data(name))
    if data.hasImage():
        copy.setImageData(data.imageData())
    QGuiApplication.clipboard().setMimeData(copy)
    qtbot.keyClick(field.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def drag(field: WordsOnly, data: QMimeData) -> tuple[QDragEnterEvent, QDragMoveEvent, QDropEvent]:
    """Carries something over the field and lets go; the other program would let it be moved."""
    at = field.edit.viewport().rect().center()
    enter = QDragEnterEvent(at, COPY | MOVE, data, LEFT, PLAIN)
    move = QDragMoveEvent(at, COPY | MOVE, data, LEFT, PLAIN)
    drop = QDropEvent(QPointF(at), COPY | MOVE, data, LEFT, PLAIN)
    drop.setDropAction(MOVE)
    for event in (enter, move, drop):
        QApplication.sendEvent(field.edit.viewport(), event)
    return enter, move, drop


@EVERY_PICTURE
def test_a_picture_that_is_pasted_is_refused_and_the_text_stays(
    qtbot: QtBot, field: WordsOnly, offered: QMimeData
) -> None:
    field.edit.selectAll()
    field.edit.insertFromMimeData(offered)
    assert field.text() == "He asked her name."
    assert texts(field) == [why_not()]
    assert field.edit.accessibleDescription() == why_not()


def test_by_the_keys_it_is_refused_too(qtbot: QtBot, field: WordsOnly) -> None:
    paste(qtbot, field, PICTURES["a picture"])
    assert field.text() == "He asked her name."
    assert texts(field) == [why_not()]


@EVERY_PICTURE
def test_a_picture_that_is_dropped_is_refused_and_stays_where_it_is(field: WordsOnly, offered: QMimeData) -> None:
    events = drag(field, offered)
    assert [event.isAccepted() for event in events] == [False, False, False]
    assert field.text() == "He asked her name."
    assert texts(field) == [why_not()]


def test_what_is_let_go_over_the_field_all_the_same_is_not_taken(field: WordsOnly) -> None:
    offered, at = PICTURES["a file with its path"], field.edit.viewport().rect().center()
    move = QDragMoveEvent(at, COPY | MOVE, offered, LEFT, PLAIN)
    drop = QDropEvent(QPointF(at), COPY | MOVE, offered, LEFT, PLAIN)
    field.edit.dragMoveEvent(move)
    field.edit.dropEvent(drop)
    assert not move.isAccepted()
    assert not drop.isAccepted()
    assert field.text() == "He asked her name."
    assert texts(field) == [why_not()]


def test_the_reason_is_kind_and_says_what_to_do_instead() -> None:
    assert why_not() == (
        "Only words can be kept here. A picture of a child must not be copied, also not as proof. "
        "Leave it where it is and tell the police or a report service about it."
    )


def test_words_are_pasted(qtbot: QtBot, field: WordsOnly) -> None:
    paste(qtbot, field, carrying(" And her age."))
    assert field.text() == "He asked her name. And her age."
    assert texts(field) == []


def test_of_words_with_a_picture_only_the_words_are_taken(field: WordsOnly) -> None:
    field.edit.insertFromMimeData(carrying(" And her age.\N{OBJECT REPLACEMENT CHARACTER}", picture=True))
    assert field.text() == "He asked her name. And her age."
    assert texts(field) == ["Only the words were taken."]


@pytest.mark.parametrize("tag", ['<img src="data:image/png;base64,iVBO">', "<IMG src=a.jpg>", "<svg></svg>"])
def test_of_a_piece_of_a_web_page_only_the_words_are_taken(field: WordsOnly, tag: str) -> None:
    field.edit.insertFromMimeData(carrying(" And her age.", html=f"<p>And her age.{tag}</p>"))
    assert field.text() == "He asked her name. And her age."
    assert texts(field) == ["Only the words were taken."]


@pytest.mark.parametrize(
    "words",
    [
        f"https://example.org/{LETTERS}",
        "\u4ed6\u95ee\u4e86\u5979\u7684\u540d\u5b57" * 100,
        "He asked her name, then her age, and would not stop. " * 30,
        "no" * 100,
    ],
    ids=["a long link", "no spaces", "many words", "one long word"],
)
def test_long_words_are_words(field: WordsOnly, words: str) -> None:
    field.edit.insertFromMimeData(carrying(words, html=f"<p><b>{words}</b></p>"))
    assert words.strip() in field.text()
    assert texts(field) == []


def test_a_link_is_kept_as_words(field: WordsOnly) -> None:
    field.edit.insertFromMimeData(carrying(urls=("https://example.org/sam_07",)))
    assert field.text().endswith("https://example.org/sam_07")
    assert texts(field) == []


def test_words_that_are_dropped_are_copied_and_never_moved(field: WordsOnly) -> None:
    enter, move, drop = drag(field, carrying("And her age."))
    assert enter.isAccepted()
    assert move.isAccepted()
    assert drop.dropAction() is COPY
    assert "And her age." in field.text()


def test_the_reason_goes_when_one_writes_on(qtbot: QtBot, field: WordsOnly) -> None:
    field.edit.insertFromMimeData(PICTURES["a picture"])
    qtbot.keyClicks(field.edit, " Then he left.")
    assert texts(field) == []
    assert field.edit.accessibleDescription() == ""


def test_pasting_is_offered_also_where_it_will_be_explained(field: WordsOnly) -> None:
    assert field.edit.canInsertFromMimeData(PICTURES["a picture"])
