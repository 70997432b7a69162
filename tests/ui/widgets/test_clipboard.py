"""What is copied from a note: marked as a secret, and taken back."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familysafe.ui.widgets.clipboard import OURS, SECONDS, SECRET, Forgetting, as_secret, copy_secret

PRIVATE = "Younger was at the swimming pool"


@pytest.fixture(autouse=True)
def forgotten(qapp: QApplication) -> Iterator[None]:
    """Nothing is copied, or waited for, from one test to the next."""
    yield
    for one in qapp.findChildren(Forgetting):
        one.forget()
        one.setParent(None)
        one.deleteLater()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def clipboard(qapp: QApplication) -> QClipboard:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    return clipboard


def test_it_is_marked_for_every_system() -> None:
    data = as_secret(PRIVATE, b"mark")
    assert data.text() == PRIVATE
    assert {name: data.data(name).data() for name in data.formats() if name != "text/plain"} == {
        "x-kde-passwordManagerHint": b"secret",
        "ExcludeClipboardContentFromMonitorProcessing": b"1",
        "org.nspasteboard.ConcealedType": b"1",
        OURS: b"mark",
    }


def test_what_is_copied_can_be_pasted_and_stays_half_a_minute(qapp: QApplication, clipboard: QClipboard) -> None:
    copy_secret(PRIVATE)
    assert clipboard.text() == PRIVATE
    assert set(clipboard.mimeData().formats()) >= {name for name, _value in SECRET}
    (forgetting,) = qapp.findChildren(Forgetting)
    assert SECONDS == 30
    assert forgetting._timer.isSingleShot()
    assert forgetting._timer.isActive()
    assert forgetting._timer.interval() == 30_000


def test_it_is_then_taken_back(qtbot: QtBot, qapp: QApplication, clipboard: QClipboard) -> None:
    Forgetting(clipboard, qapp, seconds=0.001).put(PRIVATE)
    assert clipboard.text() == PRIVATE
    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_what_was_copied_elsewhere_meanwhile_stays(qtbot: QtBot, qapp: QApplication, clipboard: QClipboard) -> None:
    forgetting = Forgetting(clipboard, qapp, seconds=0.001)
    with qtbot.waitSignal(forgetting._timer.timeout):
        forgetting.put(PRIVATE)
        clipboard.setText("0800 1111")
    assert clipboard.text() == "0800 1111"


def test_the_same_words_from_elsewhere_stay_too(qapp: QApplication, clipboard: QClipboard) -> None:
    forgetting = Forgetting(clipboard, qapp)
    forgetting.put(PRIVATE)
    clipboard.setMimeData(as_secret(PRIVATE, b"of another"))
    forgetting.forget()
    assert clipboard.text() == PRIVATE


def test_what_is_copied_again_is_waited_for_again(qapp: QApplication, clipboard: QClipboard) -> None:
    copy_secret("first")
    copy_secret("second")
    (forgetting,) = qapp.findChildren(Forgetting)
    assert clipboard.text() == "second"
    forgetting.forget()
    assert clipboard.text() == ""
    assert not forgetting._timer.isActive()


def test_it_is_not_left_behind_when_the_app_ends(qapp: QApplication, clipboard: QClipboard) -> None:
    copy_secret(PRIVATE)
    qapp.aboutToQuit.emit()
    assert clipboard.text() == ""


def test_it_is_taken_back_also_when_python_has_tidied_up(qapp: QApplication) -> None:
    copy_secret(PRIVATE)
    gc.collect()
    qapp.aboutToQuit.emit()
    assert QGuiApplication.clipboard().text() == ""


def test_where_nothing_of_ours_is_there_nothing_is_cleared(qapp: QApplication, clipboard: QClipboard) -> None:
    Forgetting(clipboard, qapp).forget()
    assert clipboard.text() == "before"


class Selecting(QObject):
    """A clipboard of X11, which tells whose words it holds without asking for them."""

    def __init__(self, parent: QObject, *, owns: bool) -> None:
        super().__init__(parent)
        self.owns, self.asked, self.held = owns, 0, QMimeData()

    def supportsSelection(self) -> bool:
        return True

    def ownsClipboard(self) -> bool:
        return self.owns

    def setMimeData(self, data: QMimeData) -> None:
        self.held = data

    def mimeData(self) -> QMimeData:
        self.asked += 1
        return self.held

    def clear(self) -> None:
        self.held = QMimeData()


@pytest.mark.parametrize(("owns", "left", "asked"), [(True, "", 1), (False, PRIVATE, 0)])
def test_another_program_is_not_asked_for_what_it_holds(qapp: QApplication, owns: bool, left: str, asked: int) -> None:
    clipboard = Selecting(qapp, owns=owns)
    forgetting = Forgetting(clipboard, qapp)  # type: ignore[arg-type]
    forgetting.put(PRIVATE)
    forgetting.forget()
    assert (clipboard.held.text(), clipboard.asked) == (left, asked)
    clipboard.setParent(None)
    clipboard.deleteLater()
