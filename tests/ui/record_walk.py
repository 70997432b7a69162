"""A walk along what was written down, and the sheets that are made of it."""

from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QDialog

from familysafe.app.sample import sample_household
from familysafe.app.showing.record import record_sheets, record_view
from familysafe.app.showing.rows import Showing
from familysafe.content.compiled import Compiled
from familysafe.domain.memory import Memory
from familysafe.domain.record import Record, RecordField
from familysafe.domain.snapshot import Snapshot
from familysafe.planning.build import build_plan
from familysafe.ui.pages.record import RecordPage
from familysafe.ui.pages.record_sheet import RecordSheetPage
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from familysafe.ui.widgets.words_only import WordsEdit
from familysafe.ui.window import Window
from tests.builders import TODAY, a_record, an_entry
from tests.ui.eyes import come_to_rest, seen
from tests.ui.pseudo import in_english
from tests.ui.records import LATER, an_hour_later
from tests.ui.walk import Stop

SAYS = "Ask about Sam. " * 6


def a_record_of_every_kind(own: str = "r1") -> Record:
    """A line in every field; one was put right, one was taken back."""
    entries = [an_entry(f"{field.value}-1", SAYS, field=field) for field in RecordField]
    right = an_hour_later("right", "Ask Sam.", "told-1")
    gone = an_hour_later("gone", "", "where-1", RecordField.WHERE)
    return a_record(own, *entries, right, gone, situation="threatened")


def showing_of(content: Compiled, *records: Record, throw_away: bool = False) -> Showing:
    household = sample_household(TODAY)
    memory = Memory(household=household, records=records)
    plan = build_plan(content.catalogue, household, {}, TODAY)
    return Showing(content, Snapshot(memory, plan, throw_away=throw_away))


def every_record(content: Compiled, theme: Theme, window: Window) -> Iterator[Stop]:
    """Each page in each state, and its dialog; what is yielded is on the screen."""
    page = RecordPage(theme, lambda: LATER)
    put(window, "record", page)
    full, other = a_record_of_every_kind(), a_record_of_every_kind("r2")
    for throw_away in (False, True):
        fresh = a_record(f"new-{throw_away}", children=())
        page.show_view(record_view(showing_of(content, full, throw_away=throw_away), fresh))
        yield rest("a new record", window)
    page.show_view(record_view(showing_of(content, full, other), full))
    yield rest("a record", window)
    press(page, "Put right line 1: What did they tell you?")
    press(page, "Add: Where did it happen?")
    for edit in seen(page, WordsEdit):
        edit.insertFromMimeData(QMimeData())
    yield rest("a picture was refused", window)
    press(page, "Delete this for good…")
    come_to_rest()
    dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
    yield "dialog delete a record", dialog
    dialog.reject()
    yield from every_sheet(content, theme, window)


def every_sheet(content: Compiled, theme: Theme, window: Window) -> Iterator[Stop]:
    page = RecordSheetPage(theme)
    put(window, "record-sheet", page)
    full, empty = a_record_of_every_kind(), replace(a_record("r3"), entries=())
    for record in (full, empty):
        page.show_view(record.id, record_sheets(showing_of(content, record), record))
        for name in ("For whom: A school", "For whom: An app or website", "For whom: Police or a report form"):
            press(page, name)
            page.say("Sam")
            yield rest(f"{name}, {record.id}", window)


def press(page: RecordPage | RecordSheetPage, name: str) -> None:
    come_to_rest()
    wanted = [one for one in seen(page, Button) if english_name(one) == name]
    assert len(wanted) == 1, f"{name}: {[english_name(one) for one in seen(page, Button)]}"
    wanted[0].click()


def english_name(button: Button) -> str:
    return in_english(button.accessibleName())


def put(window: Window, name: str, page: RecordPage | RecordSheetPage) -> None:
    window.add_page(name, page)
    window.show_page(name, chosen="help")


def rest(name: str, window: Window) -> Stop:
    come_to_rest()
    return name, window
