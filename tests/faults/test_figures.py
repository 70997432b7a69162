"""The table of figures: every row is measured, what tests count is added up, and a failure is never called held."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.faults import figures
from tests.faults.figures import ROOT, ROWS, Row, Told, figure, main, measure, verdict

PASSES = "def test_one(record_property):\n    record_property('kills', 700)\n"
FAILS = """
def test_two(record_property):
    record_property("kills", 300)
    record_property("lost", 1)
    assert False
"""
LEFT_OUT = "import pytest\ndef test_three():\n    pytest.skip('no strace here')\n"


@pytest.fixture
def row(tmp_path: Path) -> Row:
    for name, code in (("passes", PASSES), ("fails", FAILS), ("left_out", LEFT_OUT)):
        (tmp_path / f"test_{name}.py").write_text(code, encoding="utf-8")
    return Row(99, "a row", "a target", (str(tmp_path),))


def only(row: Row, name: str) -> Row:
    return replace(row, tests=(f"{row.tests[0]}/test_{name}.py",))


def test_fourteen_rows_name_tests_that_are_there() -> None:
    assert [row.number for row in ROWS] == list(range(1, 15))
    for test in (test for row in ROWS for test in row.tests):
        path, _, name = test.partition("::")
        assert f"def {name}" in (ROOT / path).read_text(encoding="utf-8"), test


def test_a_row_is_held_when_all_its_tests_pass(row: Row, tmp_path: Path) -> None:
    held, told = measure(only(row, "passes"), short=True, log=tmp_path / "log")
    assert (held, figure(told), verdict(held, told)) == (True, "700 kills, 1 test", "held")


def test_one_failure_is_enough_not_to_be_held(row: Row, tmp_path: Path) -> None:
    held, told = measure(row, short=True, log=tmp_path / "log")
    assert (held, figure(told), verdict(held, told)) == (False, "1,000 kills, 1 lost, 1 test", "NOT held")


def test_what_could_not_be_run_is_not_called_held(row: Row, tmp_path: Path) -> None:
    held, told = measure(only(row, "left_out"), short=True, log=tmp_path / "log")
    assert verdict(held, told) == "not measured here: no strace here"


def test_a_row_that_was_measured_in_part_says_so() -> None:
    told = [Told("one", "passed", "", ()), Told("two", "skipped", "Skipped: no display", ())]
    assert verdict(True, told) == "held, but not measured here: no display"


def test_each_row_is_one_line_and_the_exit_code_tells(
    row: Row, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(figures, "ROWS", (only(row, "passes"), replace(only(row, "fails"), number=98)))
    assert main(["--short", "--only", "99"]) == 0
    assert main(["--short"]) == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if line]
    assert [line.split(" | ")[:5] for line in lines] == [
        ["99", "a row", "a target", "700 kills, 1 test", "held"],
        ["99", "a row", "a target", "700 kills, 1 test", "held"],
        ["98", "a row", "a target", "300 kills, 1 lost, 0 tests", "NOT held"],
    ]
