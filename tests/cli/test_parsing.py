"""Values on the command line are read strictly, and a mistake takes one line."""

import argparse
from collections.abc import Callable
from datetime import date

import pytest

from familysafe.cli.parsing import a_country, a_day, new_parser, some_minutes


def test_values_are_read() -> None:
    assert a_day("2026-11-22") == date(2026, 11, 22)
    assert some_minutes("15") == 15
    assert a_country("gb") == "GB"


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (a_day, "2026-13-01"),
        (a_day, "20261122"),
        (a_day, "2026-W47-7"),
        (a_day, "today"),
        (some_minutes, "0"),
        (some_minutes, "-5"),
        (some_minutes, "1.5"),
        (some_minutes, "²"),
        (some_minutes, "9" * 5000),
        (some_minutes, ""),
        (a_country, "UK"),
    ],
)
def test_what_is_not_a_value_is_refused(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        read(text)


def test_a_mistake_is_one_line_and_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        new_parser("familysafe", "about", "examples").parse_args(["--no\nsuch"])
    assert caught.value.code == 2
    assert capsys.readouterr().err == "familysafe: unrecognized arguments: --no�such (see familysafe --help)\n"
