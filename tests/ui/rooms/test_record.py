"""What was written down: begun with its first line, added to, put right, taken back, and deleted for good."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from familysafe.app import safekeeping
from familysafe.content.compiled import Compiled
from familysafe.domain.change import AddEntry, BeginRecord
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Memory, Preferences
from familysafe.domain.phrasebook import SituationWords
from familysafe.domain.record import Record, RecordField
from familysafe.domain.situation import Situation
from familysafe.ui.widgets.choice import DropDown
from familysafe.ui.widgets.words_only import WordsEdit, why_not
from tests.builders import a_household, a_record, an_entry, small_content
from tests.ui.conftest import Live
from tests.ui.eyes import button, come_to_rest, open_dialog, press, says, seen, texts
from tests.ui.homes import Home, a_memory
from tests.ui.records import a_full_record
from tests.ui.rooms.vaults import live_in

TOLD = "What did they tell you?"
OLD, NEWER = a_record("r1", an_entry("e1", "He asked her name.")), a_record("r2", an_entry("e2", "Another evening."))


def content() -> Compiled:
    """A picture that went round, and a worry of which nothing is kept."""
    made = small_content()
    found = {"pictures": Situation("pictures", 1, (), {}), "inside": Situation("inside", 2, (), {}, quiet=True)}
    words = {own: SituationWords(f"About {own}", ("About.",)) for own in found}
    return replace(
        made,
        catalogue=replace(made.catalogue, situations=found),
        phrasebook=replace(made.phrasebook, situations=words),
    )


def home_with(live: Live, *records: Record, throw_away: bool = False) -> Home:
    """A family that was asked about a passphrase before."""
    asked = Preferences(started=True, passphrase_offered=True)
    return live(a_memory(records=records, preferences=asked), content=content(), throw_away=throw_away)


def begin(home: Home, situation: str = "pictures") -> None:
    home.wiring.situation, home.wiring.record = situation, ""
    home.go("record")


def field(home: Home, name: str = TOLD) -> WordsEdit:
    found = [edit for edit in seen(home.page, WordsEdit) if edit.accessibleName() == name]
    assert len(found) == 1, [edit.accessibleName() for edit in seen(home.page, WordsEdit)]
    return found[0]


def write(home: Home, text: str, name: str = TOLD) -> None:
    """A line, kept."""
    field(home, name).setPlainText(text)
    home.after(lambda: press(home.page, f"Keep this line: {name}"))
    come_to_rest()


def records(home: Home) -> tuple[Record, ...]:
    return home.store.memory.records


def lines(home: Home, chosen: RecordField = RecordField.TOLD) -> list[str]:
    (record,) = records(home)
    return [entry.text for entry in record.lines(chosen)]


def test_it_begins_with_what_to_mind(live: Live) -> None:
    home = home_with(live)
    begin(home)
    first = texts(home.page)[:4]
    assert first == [
        "What you wrote down",
        "Write only what they told you, in their words. Do not press for more.",
        "Text only: there is no place for pictures here.",
        "If you are a foster carer, record with your agency instead. What a child tells you belongs in their record.",
    ]


@pytest.mark.parametrize("way", ["Escape", "Leave quickly (Escape)"])
def test_one_key_or_click_leaves_and_what_is_half_written_stays(live: Live, way: str) -> None:
    home = home_with(live)
    begin(home)
    field(home).setPlainText("He asked her")
    if way == "Escape":
        home.qtbot.keyClick(field(home), Qt.Key.Key_Escape)
    else:
        press(home.page, way)
    assert home.window.shown() == "today"
    assert home.store.saved == []
    begin(home)
    assert field(home).toPlainText() == "He asked her"
    home.go("today")
    home.after(home.window.keep_drafts)
    assert lines(home) == ["He asked her"]


def test_the_way_out_is_never_scrolled_away(live: Live) -> None:
    home = home_with(live)
    begin(home)
    come_to_rest()
    bar = seen(home.page, QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    leave = button(home.page, "Leave quickly (Escape)")
    assert bar.value() > 0
    assert leave.visibleRegion().boundingRect() == leave.rect()


def test_nothing_is_kept_before_the_first_line(live: Live) -> None:
    home = home_with(live)
    begin(home)
    home.go("today")
    assert home.store.saved == []


def test_the_first_line_begins_the_record(live: Live) -> None:
    home = home_with(live)
    begin(home)
    write(home, "He asked her name.")
    (record,) = records(home)
    assert (record.situation, record.children, lines(home)) == ("pictures", (), ["He asked her name."])
    assert record.begun == record.entries[0].at
    assert record.begun.tzinfo is not None
    assert [type(change) for change in home.store.saved] == [BeginRecord]
    assert says(home.page, "Saved")
    assert home.wiring.record == record.id


def test_a_child_may_be_named_before_the_first_line(live: Live) -> None:
    home = home_with(live)
    begin(home)
    press(home.page, "About Younger")
    press(home.page, "Add: When did it happen?")
    assert button(home.page, "About Younger").isChecked()
    write(home, "Yesterday.", "When did it happen?")
    (record,) = records(home)
    assert record.children == ("c1",)
    assert says(home.page, "About: Younger")


def test_a_child_that_was_named_by_mistake_is_not(live: Live) -> None:
    home = home_with(live)
    begin(home)
    press(home.page, "About Younger")
    press(home.page, "About Younger")
    write(home, "He asked.")
    assert records(home)[0].children == ()


def test_a_line_is_added_with_its_time(live: Live) -> None:
    home = home_with(live, OLD)
    home.wiring.record = "r1"
    home.go("record")
    press(home.page, f"Add: {TOLD}")
    write(home, "And her age.")
    assert [type(change) for change in home.store.saved] == [AddEntry]
    assert lines(home) == ["He asked her name.", "And her age."]
    assert says(home.page, "Written 22 Nov 2026, 14:05")
    assert says(home.page, "Written 22 Nov 2026, 12:00")
    assert button(home.page, f"Add: {TOLD}").hasFocus()


def test_a_line_is_put_right_and_its_first_wording_stays(live: Live) -> None:
    home = home_with(live, OLD)
    home.wiring.record = "r1"
    home.go("record")
    name = f"Put right line 1: {TOLD}"
    press(home.page, name)
    assert field(home, name).toPlainText() == "He asked her name."
    assert field(home, name).hasFocus()
    write(home, "He asked her age.", name)
    assert lines(home) == ["He asked her age."]
    assert says(home.page, "Put right 22 Nov 2026, 12:00")
    assert says(home.page, "First written 22 Nov 2026, 14:05: “He asked her name.”")


def test_a_line_is_taken_back_and_stays_readable(live: Live) -> None:
    home = home_with(live, OLD)
    home.wiring.record = "r1"
    home.go("record")
    press(home.page, f"Put right line 1: {TOLD}")
    home.after(lambda: press(home.page, f"Take this line back: Put right line 1: {TOLD}"))
    come_to_rest()
    assert lines(home) == []
    assert says(home.page, "This line was taken back.")
    assert says(home.page, "Taken back 22 Nov 2026, 12:00")
    assert says(home.page, "First written 22 Nov 2026, 14:05: “He asked her name.”")


def test_what_is_left_as_it_is_adds_nothing(live: Live) -> None:
    home = home_with(live, OLD)
    home.wiring.record = "r1"
    home.go("record")
    name = f"Put right line 1: {TOLD}"
    press(home.page, name)
    press(home.page, f"Keep this line: {name}")
    press(home.page, name)
    field(home, name).setPlainText("Something else.")
    press(home.page, f"Leave as it is: {name}")
    assert home.store.saved == []
    assert not seen(home.page, WordsEdit)


def test_a_picture_is_refused_with_the_reason_and_the_words_stay(live: Live) -> None:
    home = home_with(live)
    begin(home)
    edit = field(home)
    edit.setPlainText("He asked her name.")
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    edit.insertFromMimeData(data)
    assert says(home.page, why_not())
    assert edit.toPlainText() == "He asked her name."
    assert not [one for one in home.window.findChildren(QDialog) if one.isVisible()]


def test_what_is_being_written_elsewhere_stays_when_a_line_is_kept(live: Live) -> None:
    home = home_with(live, OLD)
    home.wiring.record = "r1"
    home.go("record")
    press(home.page, "Add: Who is involved?")
    field(home, "Who is involved?").setPlainText("Somebody from")
    press(home.page, f"Add: {TOLD}")
    write(home, "And her age.")
    assert field(home, "Who is involved?").toPlainText() == "Somebody from"


def test_what_is_opened_far_down_is_scrolled_to_with_its_buttons(live: Live) -> None:
    home = home_with(live, a_full_record())
    home.wiring.record = "r1"
    home.go("record")
    name = "Who has been told?"
    press(home.page, f"Add: {name}")
    come_to_rest()
    assert in_view(home, field(home, name))
    field(home, name).insertFromMimeData(QMimeData())
    come_to_rest()
    assert in_view(home, button(home.page, f"Keep this line: {name}"))


def in_view(home: Home, widget: QWidget) -> bool:
    room = home.page._scroll.viewport()  # type: ignore[attr-defined]
    return room.rect().contains(QRect(widget.mapTo(room, QPoint(0, 0)), widget.size()))


def test_what_could_not_be_kept_still_stands_there(live: Live) -> None:
    home = home_with(live)
    begin(home)
    home.store.refuses = FamilySafeError(Code.DISK_FULL)
    field(home).setPlainText("He asked her name.")
    with home.qtbot.waitSignal(home.desk.failed):
        press(home.page, f"Keep this line: {TOLD}")
    press(open_dialog(home.window), "Close")
    come_to_rest()
    assert field(home).toPlainText() == "He asked her name."
    assert not says(home.page, "Saved")
    home.store.refuses = None
    home.after(lambda: press(home.page, f"Keep this line: {TOLD}"))
    assert lines(home) == ["He asked her name."]


def test_two_lines_kept_in_one_go_both_arrive(live: Live) -> None:
    home = home_with(live)
    begin(home)
    field(home).setPlainText("He asked her name.")
    press(home.page, "Add: When did it happen?")
    field(home, "When did it happen?").setPlainText("Yesterday.")
    home.window.keep_drafts()
    home.qtbot.waitUntil(lambda: bool(records(home)) and len(records(home)[0].entries) == 2)
    assert lines(home, RecordField.WHEN) == ["Yesterday."]


def test_among_several_the_one_is_chosen(live: Live) -> None:
    home = home_with(live, OLD, NEWER)
    home.wiring.record = "r1"
    home.go("record")
    (box,) = seen(home.page, DropDown)
    assert [box.itemData(number) for number in range(box.count())] == ["r2", "r1"]
    assert box.currentData() == "r1"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    come_to_rest()
    assert says(home.page, "Another evening.")
    assert not says(home.page, "He asked her name.")


def test_what_was_half_written_is_kept_when_another_record_is_chosen(live: Live) -> None:
    home = home_with(live, OLD, NEWER)
    home.wiring.record = "r1"
    home.go("record")
    press(home.page, f"Add: {TOLD}")
    field(home).setPlainText("And her age.")
    home.wiring.record = "r2"
    home.after(lambda: home.go("record"))
    assert [entry.text for entry in records(home)[0].lines(RecordField.TOLD)] == ["He asked her name.", "And her age."]


def test_another_one_is_begun(live: Live) -> None:
    home = home_with(live, OLD)
    home.wiring.record = "r1"
    home.go("record")
    press(home.page, "Begin another")
    come_to_rest()
    assert not says(home.page, "He asked her name.")
    (box,) = seen(home.page, DropDown)
    assert box.currentText() == "A new one: About pictures"
    write(home, "Another evening.")
    assert [record.situation for record in records(home)] == ["pictures", "pictures"]


def test_whoever_comes_back_from_the_same_help_goes_on_with_what_was_begun(live: Live) -> None:
    home = home_with(live, OLD)
    begin(home)
    assert says(home.page, "He asked her name.")


@pytest.mark.parametrize(
    "before", [replace(OLD, situation="bullying"), replace(OLD, begun=OLD.begun - timedelta(days=31))]
)
def test_about_something_else_or_after_a_month_another_one_is_begun(live: Live, before: Record) -> None:
    home = home_with(live, before)
    begin(home)
    assert not says(home.page, "He asked her name.")
    assert field(home).toPlainText() == ""


def test_a_new_one_that_was_left_is_there_again_with_what_was_being_written(live: Live) -> None:
    home = home_with(live)
    begin(home)
    field(home).setPlainText("He asked")
    home.go("today")
    begin(home)
    assert field(home).toPlainText() == "He asked"


def test_from_a_step_of_help_it_leads_back_there(live: Live) -> None:
    home = home_with(live, OLD)
    gone_to: list[str] = []
    begin(home)
    home.wiring.go = gone_to.append  # type: ignore[method-assign, assignment]
    press(home.page, "Back to where you were in Help now")
    assert gone_to == ["situation"]


def test_who_asks_for_none_in_particular_is_shown_the_newest(live: Live) -> None:
    home = home_with(live, replace(OLD, begun=OLD.begun.replace(year=2025)), NEWER)
    home.go("record")
    assert says(home.page, "Another evening.")


def test_where_no_household_is_open_there_is_help(live: Live) -> None:
    home = live(Memory(household=a_household()))
    home.wiring.go("record")
    assert home.window.shown() == "help"


@pytest.mark.parametrize(("situation", "record"), [("inside", ""), ("pictures", "long-gone")])
def test_where_nothing_is_kept_and_where_it_is_gone_there_is_help(live: Live, situation: str, record: str) -> None:
    home = home_with(live)
    home.wiring.situation, home.wiring.record = situation, record
    home.wiring.go("record")
    assert home.window.shown() == "help"


def test_where_nothing_is_saved_that_is_said_instead(live: Live) -> None:
    home = home_with(live, throw_away=True)
    begin(home)
    write(home, "He asked her name.")
    assert says(home.page, "Here until you close the window.")
    assert not says(home.page, "Saved")
    assert "Delete this for good…" not in [
        one.text() for one in seen(home.page, type(button(home.page, "Begin another")))
    ]


@pytest.fixture
def kept(live: Live, tmp_path: Path) -> Home:
    """A family with two records in a real vault."""
    home = live_in(live, tmp_path / "vault")
    home.after(lambda: home.desk.prefer("passphrase_offered", True))
    for record in (OLD, NEWER):
        home.after(lambda record=record: home.desk.apply(BeginRecord(record)))
    home.wiring.record = "r1"
    home.go("record")
    return home


def test_it_is_deleted_for_good_after_one_question(kept: Home) -> None:
    press(kept.page, f"Add: {TOLD}")
    field(kept).setPlainText("Half written")
    press(kept.page, "Delete this for good…")
    asked = open_dialog(kept.window)
    assert says(asked, "All that was written down here goes, also how it was worded before: 1 line, begun on 22 Nov")
    kept.after(lambda: press(asked, "Delete it"))
    assert [record.id for record in kept.snapshot.memory.records] == ["r2"]
    assert kept.window.shown() == "help"
    kept.window.keep_drafts()
    kept.after(kept.desk.refresh)
    assert [record.id for record in kept.snapshot.memory.records] == ["r2"]


def test_whoever_keeps_it_keeps_it(kept: Home) -> None:
    press(kept.page, "Delete this for good…")
    press(open_dialog(kept.window), "Keep it")
    assert len(kept.snapshot.memory.records) == 2
    assert kept.window.shown() == "record"


def test_what_could_not_be_deleted_is_told(kept: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> None:
        raise FamilySafeError(Code.DISK_FULL)

    monkeypatch.setattr(safekeeping, "forget_record", refuse)
    press(kept.page, "Delete this for good…")
    with kept.qtbot.waitSignal(kept.desk.failed):
        press(open_dialog(kept.window), "Delete it")
    press(open_dialog(kept.window), "Close")
    kept.after(kept.desk.refresh)
    assert says(kept.page, "He asked her name.")


def test_it_leads_to_the_sheets_and_back_to_help(live: Live) -> None:
    home = home_with(live, OLD)
    home.wiring.record = "r1"
    home.go("record")
    press(home.page, "See the sheets")
    assert home.window.shown() == "record-sheet"
    press(home.page, "Back to What you wrote down")
    assert home.window.shown() == "record"
    press(home.page, "Back to where you were in Help now")
    assert home.window.shown() == "help"


def test_a_line_half_written_is_kept_when_another_situation_is_written_about(live: Live) -> None:
    home = home_with(live)
    begin(home)
    field(home).setPlainText("He asked her name.")
    home.after(lambda: begin(home, "something else"))
    assert [entry.text for record in records(home) for entry in record.entries] == ["He asked her name."]


def test_a_line_for_a_record_that_is_gone_is_still_asked_for_so_that_it_is_refused(live: Live) -> None:
    home = home_with(live, OLD)
    home.wiring.record = "r1"
    page = home.go("record")
    home.desk.snapshot = replace(home.snapshot, memory=replace(home.snapshot.memory, records=()))
    home.after(lambda: page.kept.emit(OLD, an_entry("e9", "More.")))  # type: ignore[attr-defined]
    assert home.store.saved[-1] == AddEntry("r1", an_entry("e9", "More."))
