"""Every place to write in, on every page: nothing of it is learned, guessed at, or offered to other programs."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from familysafe.ui.widgets.field import UNLEARNED
from familysafe.ui.widgets.note import NoteEdit
from tests.ui.conftest import Show, Start
from tests.ui.record_walk import every_record
from tests.ui.walk import Stop, every_question, every_stop


def fields(root: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    return [*root.findChildren(QLineEdit), *root.findChildren(QPlainTextEdit)]


def leaking(stops: Iterator[Stop]) -> set[str]:
    """What can be written into and is not ours to the last."""
    found = set()
    for name, root in stops:
        for field in fields(root):
            learned = field.inputMethodHints() & UNLEARNED != UNLEARNED
            if learned or (isinstance(field, QPlainTextEdit) and not isinstance(field, NoteEdit)):
                found.add(f"{name}: {field.accessibleName() or type(field).__name__}")
    return found


def test_a_field_of_the_usual_kind_would_be_found(show: Show) -> None:
    holder = QWidget()
    QLineEdit(holder).setAccessibleName("Nickname")
    QPlainTextEdit(holder)
    assert leaking(iter([("page", show(holder))])) == {"page: Nickname", "page: QPlainTextEdit"}


def test_every_place_to_write_in_keeps_to_itself(start: Start) -> None:
    shell = start()
    seen: list[int] = []

    def counted() -> Iterator[Stop]:
        for name, root in every_stop(shell):
            seen.append(len(fields(root)))
            yield name, root

    assert leaking(counted()) == set()
    assert sum(seen) > 10


def test_first_start_keeps_to_itself(start: Start) -> None:
    assert leaking(every_question(start(sample=False))) == set()


def test_what_is_written_down_keeps_to_itself(start: Start) -> None:
    shell = start()
    assert leaking(every_record(shell.wiring.content, shell.window.theme, shell.window)) == set()
