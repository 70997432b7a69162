"""Hostile texts in every place that shows text: none is read as markup, and no file that one names is opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QDesktopServices, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from familysafe.domain.errors import Code, FamilySafeError
from tests.faults.conftest import FULL, Record, of_form
from tests.faults.hostile import TEXTS, Opened, can_watch, hostile_content, hostile_memory
from tests.faults.markup import rendered, shows
from tests.ui.conftest import Live
from tests.ui.eyes import come_to_rest, seen
from tests.ui.homes import Home

ROOMS = sorted(
    path.stem.replace("_", "-")
    for path in (Path(__file__).parents[2] / "familysafe/ui/rooms").glob("*.py")
    if "def make(" in path.read_text(encoding="utf-8")
)
ALWAYS_THERE = {"today", "set-up", "guide", "step", "card", "talk", "family", "help", "settings", "first"}
IN_SHORT = ("family", "step", "talk", "card")
# What ends or hides the window; and what is asked of the system, which has dialogs of its own.
NOT_PRESSED = ("Lock", "Hide", "Quit", "Print", "Use without saving")


class Look:
    """What was met on a walk."""

    def __init__(self, opened: Opened, picture: Path) -> None:
        self._opened, self._picture = opened, picture
        self.text = ""
        self.places = self.shown = self.files = 0
        self.wrong: set[str] = set()
        self.links: list[str] = []

    def begin(self, number: int) -> str:
        """The hostile text to look for; it names the picture."""
        self.text = TEXTS[number].replace("FILE", str(self._picture))
        return self.text

    def at(self, name: str, root: QWidget) -> None:
        """Looks at a page or a dialog, painted."""
        root.grab()
        self.places += 1
        self.shown += shows(root, self.text)
        self.wrong |= {f"{name}: {what}" for what in rendered(root, self.text)}
        files = self._opened.count()
        self.files += files
        if files:
            self.wrong.add(f"{name}: the file was opened")


@pytest.fixture
def look(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Look]:
    """With an eye on a picture, and on the addresses that are handed to the system."""
    if not can_watch():
        pytest.skip("there is no inotify here")
    picture = QPixmap(8, 8)
    picture.fill(QColor("red"))
    assert picture.save(str(tmp_path / "picture.png"))
    opened = Opened(tmp_path / "picture.png")
    found = Look(opened, tmp_path / "picture.png")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.links.append(url.toString()))
    yield found
    opened.close()


def go(home: Home, room: str) -> QWidget:
    """Opens a page; another one is shown where it has nothing to show."""
    steps = home.snapshot.plan.items
    home.wiring.step, home.wiring.group = steps[0].key, home.wiring.showing().row(steps[0]).group
    home.wiring.card = "trust.tea"
    home.wiring.situation, home.wiring.record = "threatened", "r1"
    home.wiring.go(room)
    come_to_rest()
    return home.window


def walk(home: Home, look: Look) -> None:
    """Every page, and what says that something went wrong."""
    for room in ROOMS:
        look.at(room, go(home, room))
    home.wiring.walks.move("threatened", 1)
    look.at("after the last screen", go(home, "situation"))
    home.desk.failed.emit(FamilySafeError(Code.VAULT_READ_ONLY, folder=look.text))
    look_behind(home, look, "refusal")


def walk_behind(home: Home, look: Look, rooms: list[str]) -> None:
    """What opens or unfolds behind every button of some pages."""
    for room in rooms:
        go(home, room)
        for number in range(len(buttons(home))):
            go(home, room)
            here = buttons(home)
            if number < len(here):
                here[number].click()
                look_behind(home, look, room)


def buttons(home: Home) -> list[QAbstractButton]:
    every = [one for one in seen(home.window, QAbstractButton) if one.isEnabled()]
    return [one for one in every if not one.accessibleName().startswith(NOT_PRESSED)]


def look_behind(home: Home, look: Look, room: str) -> None:
    """The page as it is now, and dialogs until none is open."""
    come_to_rest()
    look.at(f"{room}, after a press", home.window)
    for _again in range(5):
        dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        for dialog in dialogs:
            look.at(f"{room}, {type(dialog).__name__}", dialog)
            dialog.reject()
        come_to_rest()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("number", range(of_form(len(IN_SHORT), len(TEXTS))))
def test_a_hostile_text_is_only_text(number: int, live: Live, look: Look, record_property: Record) -> None:
    text = look.begin(number)
    home = live(hostile_memory(text), content=hostile_content(text))
    walk(home, look)
    walk_behind(home, look, ROOMS if FULL else [IN_SHORT[number]])
    record_property("hostile texts", 1)
    record_property("places looked at", look.places)
    record_property("files opened", look.files)
    record_property("markup rendered", len(look.wrong))
    assert look.wrong == set()
    assert [link for link in look.links if not link.startswith(("https://", "file:///home/somebody"))] == []
    assert look.shown > 30


def test_every_page_of_the_app_is_on_the_walk() -> None:
    assert set(ROOMS) >= ALWAYS_THERE


def test_a_label_that_reads_markup_is_caught(qtbot: QtBot, look: Look) -> None:
    text, root = look.begin(0), QWidget()
    qtbot.addWidget(root)
    QLabel(text, root).resize(200, 50)
    root.setToolTip(text)
    look.at("control", root)
    assert look.files > 0
    assert len(look.wrong) == 3
