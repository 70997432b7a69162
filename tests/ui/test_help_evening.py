"""The worst evening, through the real window and over a real vault: what is near, what stays shut, what is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from familysafe.app.paths import vault_folder
from familysafe.app.preferences import read_appearance
from familysafe.content.compiled import Compiled
from familysafe.domain.change import BeginRecord, ChangeHousehold, KeepPreferences
from familysafe.domain.memory import Preferences
from familysafe.domain.secret import Passphrase
from familysafe.domain.views import Appearance
from familysafe.store import protection
from familysafe.store.slots import Cost
from familysafe.store.vault import Vault
from familysafe.ui.main import Shell
from familysafe.ui.widgets.button import Button, Tile
from familysafe.ui.widgets.contact import ContactCard
from tests.builders import a_household, a_record, an_entry
from tests.ui.conftest import Leave, Start
from tests.ui.eyes import button, come_to_rest, press, says, seen, texts

KETTLE = Passphrase("kettle boat")
HELP_PAGES = {"help", "situation", "help-contacts"}
Listing = list[tuple[str, int, int]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def locked(start: Start, data: Path) -> Shell:
    make_vault(data, locked=True)
    shell = start(sample=False, says="failed")
    assert shell.window.shown() == "door"
    return shell


@pytest.fixture(autouse=True)
def nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No page is opened by going through all of it."""
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    yield
    assert opened == []


def make_vault(data: Path, *, locked: bool) -> None:
    """A family that has started and has written something down."""
    with Vault.create(vault_folder(data)) as vault:
        vault.save(ChangeHousehold(a_household()))
        vault.save(KeepPreferences(Preferences(started=True)))
        vault.save(BeginRecord(a_record("r1", an_entry(), situation="threatened")))
        if locked:
            protection.set_passphrase(vault, KETTLE, Cost(8192, 1))


def page(shell: Shell) -> QWidget:
    """The page in front, with all that is on it shown."""
    QApplication.sendPostedEvents()
    return shell.window.pages[shell.window.shown()]


def names(shell: Shell) -> list[str]:
    return [one.accessibleName() for one in seen(page(shell), QAbstractButton)]


def listing(folder: Path) -> Listing:
    """Every file and folder below one: its name, its size, and when it was last written to."""
    every = sorted((folder, *folder.rglob("*"))) if folder.exists() else []
    return [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in every]


def through_all_of_it(shell: Shell, content: Compiled) -> Iterator[tuple[str, str]]:
    """Every screen of every situation, each marked, with all that can be looked at; the situation and the step."""
    titles = {own: words.title for own, words in content.phrasebook.situations.items()}
    for own, one in content.catalogue.situations.items():
        come_to_rest()
        shell.wiring.go("help")
        yield own, "what has happened"
        press(page(shell), f"{titles[own]}: start here" if one.child else titles[own])
        while not says(page(shell), "You have been through all of it"):
            for code in [name for name in names(shell) if name.startswith("Show the QR code of")][:1]:
                next(one for one in seen(page(shell), Button) if one.accessibleName() == code).click()
            yield own, texts(page(shell))[0]
            press(page(shell), "Done")
        yield own, "afterwards"
        press(page(shell), "Everyone who can help")
        yield own, "contacts"


def test_a_visit_of_a_family_writes_nothing(start: Start, content: Compiled, data: Path) -> None:
    make_vault(data, locked=False)
    shell = start(sample=False)
    before = listing(data)
    visited = set(through_all_of_it(shell, content))
    assert {own for own, _step in visited} == set(content.catalogue.situations)
    shell.wiring.home()
    come_to_rest()
    assert listing(data) == before


def test_a_visit_before_first_start_writes_nothing(start: Start, content: Compiled, data: Path) -> None:
    shell = start(sample=False)
    before = listing(data)
    for own in ("threatened", "inside-home"):
        shell.wiring.open_situation(own)
        while not says(page(shell), "You have been through all of it"):
            press(page(shell), "Not possible")
    shell.wiring.home()
    come_to_rest()
    assert shell.window.shown() == "first"
    assert listing(data) == before


def test_what_is_written_would_be_seen(start: Start, qtbot: QtBot, data: Path) -> None:
    make_vault(data, locked=False)
    shell = start(sample=False)
    before = listing(data)
    with qtbot.waitSignal(shell.desk.changed):
        shell.desk.change_household(a_household(country="IE"))
    assert listing(data) != before


def test_with_a_locked_vault_all_of_it_is_there_and_nothing_of_the_family(
    locked: Shell, content: Compiled, data: Path
) -> None:
    before = listing(data)
    for own, step in through_all_of_it(locked, content):
        assert "Write it down here" not in names(locked), (own, step)
        assert "What you wrote down" not in names(locked), (own, step)
        if step == "afterwards":
            assert not says(page(locked), "Look in again"), own
        if step == "contacts":
            assert seen(page(locked), ContactCard), own
    assert listing(data) == before
    assert locked.desk.snapshot is None
    assert set(locked.window.pages) == {"door", *HELP_PAGES}


def test_from_a_locked_start_to_the_first_right_sentence_are_two_actions(
    qtbot: QtBot, locked: Shell, content: Compiled
) -> None:
    first = content.catalogue.situations["threatened"].steps[0]
    said = content.phrasebook.help_steps[first]
    qtbot.keyClick(locked.window, Qt.Key.Key_F2)
    press(page(locked), content.phrasebook.situations["threatened"].title)
    shown = texts(page(locked))
    assert said.title in shown
    assert set(map(str, said.do)) <= set(shown)
    assert {f"“{line}”" for line in map(str, said.say)} <= set(shown)


def test_by_keyboard_alone_the_way_is_as_short(qtbot: QtBot, locked: Shell) -> None:
    qtbot.keyClick(locked.window, Qt.Key.Key_F2)
    # What has the keyboard now is for Qt to say; from there, Tab comes to the answer, and Enter to the first tile.
    for _again in range(20):
        focused = locked.window.focusWidget()
        if isinstance(focused, Button) and focused.text() == "No, go on" and focused.hasFocus():
            break
        qtbot.keyClick(focused or locked.window, Qt.Key.Key_Tab)
    assert isinstance(focused, Button)
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    come_to_rest()
    tile = locked.window.focusWidget()
    assert isinstance(tile, Tile)
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    assert locked.window.shown() == "situation"


@pytest.mark.parametrize("way", ["Escape", "Leave quickly (Escape)"])
@pytest.mark.parametrize("place", sorted(HELP_PAGES))
def test_one_key_or_click_leads_from_help_to_the_door(qtbot: QtBot, locked: Shell, place: str, way: str) -> None:
    locked.wiring.go("help")
    locked.wiring.situation = "threatened"
    locked.wiring.go(place)
    if way == "Escape":
        qtbot.keyClick(locked.window, Qt.Key.Key_Escape)
    else:
        press(page(locked), way)
    assert locked.window.shown() == "door"


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("place", sorted(HELP_PAGES))
def test_the_way_out_is_never_scrolled_away_and_says_its_key(
    start: Start, data: Path, place: str, text_size: int
) -> None:
    make_vault(data, locked=True)
    shell = start(sample=False, says="failed", appearance=Appearance(text_size=text_size))
    shell.window.resize(1024, 640)
    shell.window.show()
    shell.wiring.situation = "inside-home"
    shell.wiring.go(place)
    come_to_rest()
    bar = seen(page(shell), QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    come_to_rest()
    leave = button(page(shell), "Leave quickly (Escape)")
    assert bar.value() > 80
    assert leave.visibleRegion().boundingRect() == leave.rect()
    assert leave.text() == "Leave quickly (Esc)"
    assert leave.mapTo(shell.window, leave.rect().bottomRight()).y() < 120


def test_at_the_locked_door_the_next_one_is_not_told_what_was_looked_at(
    qtbot: QtBot, locked: Shell, content: Compiled
) -> None:
    locked.wiring.go("help")
    press(page(locked), content.phrasebook.situations["threatened"].title)
    press(page(locked), "Next")
    press(page(locked), "Leave quickly (Escape)")
    qtbot.keyClick(locked.window, Qt.Key.Key_F2)
    assert locked.window.shown() == "help"
    assert not says(page(locked), "Go on where you were")


def test_the_region_is_remembered_outside_the_vault(locked: Shell, data: Path, leave: Leave, start: Start) -> None:
    before = listing(vault_folder(data))
    locked.wiring.go("help")
    for name, code in (("Country", "GB"), ("Nation", "GB-SCT")):
        box = next(one for one in seen(page(locked), QComboBox) if one.accessibleName() == name)
        box.setCurrentIndex(box.findData(code))
        box.activated.emit(box.currentIndex())
    leave(locked)
    kept = read_appearance(data)
    assert (kept.help_country, kept.help_nation) == ("GB", "SCT")
    assert listing(vault_folder(data)) == before
    again = start(sample=False, says="failed")
    again.wiring.go("help")
    assert again.window.shown() == "help"
    assert again.wiring.help_region() == "GB-SCT"
