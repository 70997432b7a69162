"""What of a sheet goes onto the paper."""

from msgspec.structs import replace

from familysafe.domain.record_sheet import Recipient, RecordSheet, SheetLine, SheetPart

TOLD, NAMES = SheetLine("e1", "He asked.", "Written today"), SheetLine("e2", "sam_07", "Written today", left_out=True)
SHEET = RecordSheet(
    Recipient.SCHOOL,
    "For the school",
    ("Something",),
    "About: Younger",
    (SheetPart("Told", (TOLD,)), SheetPart("Names", (NAMES,))),
    ("No pictures.",),
    "Made",
)


def test_what_is_only_offered_is_left_out_at_first() -> None:
    assert SHEET.left_out_at_first() == {"e2"}


def test_without_a_line_its_heading_goes_too() -> None:
    kept = SHEET.keeping(SHEET.left_out_at_first(), named=False)
    assert kept.parts == (SheetPart("Told", (TOLD,)),)


def test_nobody_is_named_unless_wanted() -> None:
    assert SHEET.keeping((), named=False).child == ""
    assert SHEET.keeping((), named=True).child == "About: Younger"


def test_what_is_wanted_after_all_stands_there_like_the_rest() -> None:
    kept = SHEET.keeping((), named=True)
    assert kept.parts[1].lines == (replace(NAMES, left_out=False),)
    assert kept.left_out_at_first() == frozenset()
