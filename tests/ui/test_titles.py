"""What lists of windows, shared screens and recordings show of FamilySafe is its name, and nothing of the family."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import Show, Start
from tests.ui.walk import Stop, every_question, every_stop


def titles(application: QApplication) -> set[str]:
    """What every window of the app is called, by whatever may be shown of it."""
    windows = [one for one in application.topLevelWidgets() if one.isVisible()]
    said = {text for one in windows for text in (one.windowTitle(), one.windowIconText(), one.windowFilePath())}
    return {*said, *(handle.title() for one in windows if (handle := one.windowHandle()) is not None)}


def told(stops: Iterator[Stop], application: QApplication) -> dict[str, set[str]]:
    """The stops at which a window is called by something else than the app's name."""
    found = {name: titles(application) - {"FamilySafe", ""} for name, _root in stops}
    return {name: said for name, said in found.items() if said}


def test_a_title_that_tells_would_be_found(qapp: QApplication, show: Show) -> None:
    window = QWidget()
    window.setWindowTitle("Try it as Younger would")
    assert told(iter([("page", show(window))]), qapp) == {"page": {"Try it as Younger would"}}


def test_no_page_and_no_dialog_tells_anything_by_its_title(qapp: QApplication, start: Start) -> None:
    shell = start()
    assert told(every_stop(shell), qapp) == {}
    assert "FamilySafe" in titles(qapp)


def test_first_start_tells_nothing_either(qapp: QApplication, start: Start) -> None:
    assert told(every_question(start(sample=False)), qapp) == {}
