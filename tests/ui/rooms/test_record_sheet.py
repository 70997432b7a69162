"""A sheet is printed, saved or copied as it was read, and goes nowhere else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from familysafe.domain.change import AddEntry
from familysafe.domain.memory import Memory
from familysafe.domain.record_sheet import RecordSheet
from familysafe.ui import printing
from familysafe.ui.rooms import record_sheet as room
from tests.builders import a_household, an_entry
from tests.ui.conftest import Live
from tests.ui.eyes import come_to_rest, open_dialog, press, says
from tests.ui.homes import Home, a_memory
from tests.ui.records import LATER, a_full_record

POLICE = "For whom: Police or a report form"


@pytest.fixture
def home(live: Live) -> Home:
    home = live(a_memory(records=(a_full_record(),)))
    home.wiring.record = "r1"
    home.go("record-sheet")
    return home


@pytest.mark.parametrize("way", ["Escape", "Leave quickly (Escape)"])
def test_one_key_or_click_leaves(home: Home, way: str) -> None:
    if way == "Escape":
        home.qtbot.keyClick(home.window, Qt.Key.Key_Escape)
    else:
        press(home.page, way)
    assert home.window.shown() == "today"


@pytest.mark.parametrize(("taken", "said"), [(True, "Sent to the printer."), (False, "The printer did not take it.")])
def test_it_is_printed_as_it_is_shown(home: Home, monkeypatch: pytest.MonkeyPatch, taken: bool, said: str) -> None:
    printed: list[RecordSheet] = []

    def ask(sheet: RecordSheet, _parent: object, then: Callable[[bool], None]) -> None:
        printed.append(sheet)
        then(taken)

    monkeypatch.setattr(printing, "ask_print", ask)
    press(home.page, POLICE)
    press(home.page, "Leave this line out: He asked her age.")
    press(home.page, "Print")
    (sheet,) = printed
    assert sheet.title == "For the police or a report service"
    assert "He asked her age." not in {line.text for part in sheet.parts for line in part.lines}
    assert says(home.page, said)


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    """Answers the question for a file; the names that were offered."""
    offered: list[str] = []

    def ask(_parent: object, _title: str, name: str, _kinds: str, then: Callable[[Path], None]) -> None:
        offered.append(name)
        then(path)

    monkeypatch.setattr(room, "ask_save", ask)
    return offered


def test_it_is_saved_as_a_pdf_whose_name_says_nothing(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = choose(monkeypatch, tmp_path / "ours.pdf")
    press(home.page, "Save as PDF")
    home.qtbot.waitUntil(lambda: says(home.page, "Saved as ours.pdf."))
    assert (tmp_path / "ours.pdf").read_bytes().startswith(b"%PDF-")
    assert offered == ["sheet.pdf"]


def test_it_can_be_saved_where_nothing_is_kept(live: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = live(a_memory(records=(a_full_record(),)), throw_away=True)
    home.wiring.record = "r1"
    home.go("record-sheet")
    choose(monkeypatch, tmp_path / "ours.pdf")
    press(home.page, "Save as PDF")
    home.qtbot.waitUntil((tmp_path / "ours.pdf").exists)
    home.qtbot.waitUntil(lambda: says(home.page, "Saved as ours.pdf."))


def test_a_file_that_cannot_be_written_is_told(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, tmp_path / "nowhere" / "ours.pdf")
    with home.qtbot.waitSignal(home.desk.failed):
        press(home.page, "Save as PDF")
    come_to_rest()
    assert says(open_dialog(home.window), "The disk refused to save this.")
    press(open_dialog(home.window), "Close")


def test_it_is_copied_as_a_secret(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(room, "copy_secret", copied.append)
    press(home.page, POLICE)
    press(home.page, "Copy as text")
    assert copied[0].startswith("For the police or a report service\n")
    assert "first of names" in copied[0]
    assert "Younger" not in copied[0]
    assert says(home.page, "Copied.")


def test_a_line_that_is_added_meanwhile_stands_on_it(home: Home) -> None:
    late = replace(an_entry("late", "He wrote again."), at=LATER)
    home.after(lambda: home.desk.apply(AddEntry("r1", late)))
    assert says(home.page, "He wrote again.")


@pytest.mark.parametrize("record", ["", "long-gone"])
def test_without_a_record_there_is_no_sheet(live: Live, record: str) -> None:
    home = live()
    home.wiring.record = record
    home.wiring.go("record-sheet")
    assert home.window.shown() in {"record", "help"}


def test_where_no_household_is_open_there_is_help(live: Live) -> None:
    home = live(Memory(household=a_household(), records=(a_full_record(),)))
    home.wiring.record = "r1"
    home.wiring.go("record-sheet")
    assert home.window.shown() == "help"
