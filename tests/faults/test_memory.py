"""The search through a process's memory finds a text that is there, in every form, and none that is not."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.faults.canary import CANARY, ENCODINGS
from tests.faults.conftest import Record
from tests.faults.memory import CHUNK, copies_in, why_not

# The text comes backwards, so that what holds it has made it itself.
HOLDS = """
import base64, sys
form, backwards = sys.stdin.readline().split()
text = backwards[::-1]
held = text.encode(form.removeprefix("base64-")) if form != "none" else b""
held = base64.b64encode(b"ab" + held) if form.startswith("base64-") else held
held = bytearray(held)
del text
print("ready", flush=True)
sys.stdin.read()
"""


@contextmanager
def holding(form: str) -> Iterator[int]:
    """A process with the text in its memory."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{form} {CANARY[::-1]}\n")
        process.stdin.flush()
        assert process.stdout.readline() == "ready\n"
        yield process.pid


@pytest.fixture(autouse=True)
def on_linux() -> None:
    if why := why_not():
        pytest.skip(why)


@pytest.mark.parametrize("form", [*ENCODINGS, *(f"base64-{encoding}" for encoding in ENCODINGS)])
def test_a_text_that_is_there_is_found(form: str, record_property: Record) -> None:
    with holding(form) as process:
        assert copies_in(process, CANARY) > 0
    record_property("forms found by the search", 1)


def test_a_text_that_is_not_there_is_not_found() -> None:
    with holding("none") as process:
        assert copies_in(process, CANARY[::-1]) > 0
        assert copies_in(process, CANARY.replace("7261", "9999")) == 0


def test_a_text_across_the_seam_of_two_pieces_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert CHUNK > 64
    with holding("utf-8") as process:
        whole = copies_in(process, CANARY)
        monkeypatch.setattr("tests.faults.memory.CHUNK", 4096 + 13)
        assert copies_in(process, CANARY) == whole
