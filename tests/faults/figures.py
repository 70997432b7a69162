"""The figures that the vault is held to, measured: `poe faults`, with `--short` as in every run of the tests.

Each row is a set of tests; what they count is added up here. A row is held when all of them pass.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from tests.faults.conftest import FORM
from tests.faults.tallies import FILE

ROOT = Path(__file__).parents[2]
HERE = "tests/faults"
DESKTOP = "tests/desktop"
SESSION = f"{HERE}/test_window_session.py"


class Row(Struct, frozen=True):
    """A line of the table, and the tests that measure it."""

    number: int
    what: str
    target: str
    tests: tuple[str, ...]


ROWS = (
    Row(
        1,
        "kill -9 while writing",
        "1,000 kills: 0 acknowledged changes lost, 0 corrupt, 0 plaintext left behind",
        (f"{HERE}/test_store_kill.py",),
    ),
    Row(
        2,
        "simulated power loss",
        "10,000 states: 0 lost, 0 locked out; three broken controls must fail",
        (f"{HERE}/test_store_power_loss.py",),
    ),
    Row(
        3,
        "disk full",
        "40 sizes × save, backup, migrate, export, change of key: 0 lost, the message names the cause, the text stays",
        (f"{HERE}/test_store_full_disk.py", f"{HERE}/test_window_full_disk.py"),
    ),
    Row(
        4,
        "read-only file, folder, medium; folder vanishes",
        "opens read-only with a banner, 0 tracebacks",
        (f"{HERE}/test_store_read_only.py", f"{HERE}/test_window_read_only.py"),
    ),
    Row(
        5,
        "500 damaged databases, 500 damaged headers",
        "100 % noticed; backup restored or a clear message; original kept",
        (f"{HERE}/test_store_damage.py",),
    ),
    Row(6, "8 simultaneous starts × 50", "exactly one window each", (f"{HERE}/test_window_starts.py",)),
    Row(
        7,
        "clock 400 days back, 10 years on",
        "order kept, no negative ages, right backup chosen",
        (f"{HERE}/test_store_clock.py", f"{HERE}/test_window_clock.py"),
    ),
    Row(
        8,
        "golden vault of every schema",
        "forward, killed at each step, downgrade refused: all",
        (f"{HERE}/test_store_golden.py", f"{HERE}/test_store_first_start.py"),
    ),
    Row(
        9,
        "canary text in every file written, utf-8/16/32 and base64",
        "0 hits",
        (
            f"{SESSION}::test_private_words_were_kept_in_every_place",
            f"{SESSION}::test_no_file_that_was_ever_written_tells_a_private_word",
            f"{SESSION}::test_a_private_word_that_is_written_is_seen",
            f"{DESKTOP}/test_writes.py",
        ),
    ),
    Row(
        10,
        "system-call trace of a session; the suite with no network",
        "0 internet sockets",
        (
            f"{SESSION}::test_no_session_opens_a_socket_to_the_internet",
            f"{SESSION}::test_a_socket_to_the_internet_is_seen",
            f"{HERE}/test_no_network.py",
            f"{DESKTOP}/test_sockets.py",
        ),
    ),
    Row(
        11,
        "20 hostile texts × every place that shows text",
        "0 files opened, 0 markup rendered",
        (f"{HERE}/test_window_hostile.py",),
    ),
    Row(
        12,
        "200,000 mutated catalogues, 100,000 mutated exports",
        "0 unexpected errors",
        (f"{HERE}/test_content_mutated.py", f"{HERE}/test_export_mutated.py"),
    ),
    Row(
        13,
        "canary copies in process memory after lock",
        "0",
        (f"{HERE}/test_window_locked.py", f"{HERE}/test_memory.py"),
    ),
    Row(
        14,
        "file modes under umask 000, 022, 077",
        "0600 / 0700",
        (
            f"{SESSION}::test_nobody_else_can_read_what_a_session_leaves",
            f"{SESSION}::test_nobody_else_can_read_a_vault_made_without_the_window",
            f"{SESSION}::test_a_file_that_was_open_to_others_for_a_moment_is_seen",
        ),
    ),
)


class Told(Struct, frozen=True):
    """What one test said of itself: how it ended, why it was left out, what it counted."""

    test: str
    outcome: str
    why: str
    counts: tuple[tuple[str, int], ...]


def measure(row: Row, *, short: bool, log: Path) -> tuple[bool, list[Told]]:
    """Runs the tests of a row; whether all passed, and what they said."""
    told = log.with_suffix(".told")
    told.touch()
    environment = {**os.environ, FILE: str(told), FORM: "short" if short else "full"}
    command = [sys.executable, "-m", "pytest", "-p", "tests.faults.tallies", "-p", "no:randomly", "--timeout=0"]
    # Its own place for files: another run of the tests, at the same time, clears away what lies in the common one.
    command.append(f"--basetemp={log.with_suffix('.files')}")
    with log.open("wb") as output:
        done = subprocess.run(
            [*command, *row.tests], check=False, cwd=ROOT, env=environment, stdout=output, stderr=output
        )
    lines = told.read_text(encoding="utf-8").splitlines()
    return done.returncode == 0, [Told(**json.loads(line)) for line in lines]


def figure(told: Sequence[Told]) -> str:
    """What was counted, added up under each name, in the order in which it was said."""
    sums: dict[str, int] = {}
    for one in told:
        for name, count in one.counts:
            sums[name] = sums.get(name, 0) + count
    passed = sum(one.outcome == "passed" for one in told)
    tests = "1 test" if passed == 1 else f"{passed:,} tests"
    return ", ".join((*(f"{count:,} {name}" for name, count in sums.items()), tests))


def verdict(held: bool, told: Sequence[Told]) -> str:
    """Held, NOT held, or why that is not known here."""
    left_out = sorted({one.why.removeprefix("Skipped: ") for one in told if one.outcome == "skipped"})
    if not held:
        return "NOT held"
    if not any(one.outcome == "passed" for one in told):
        return f"not measured here: {'; '.join(left_out)}"
    return f"held, but not measured here: {'; '.join(left_out)}" if left_out else "held"


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 1 when a figure is not held."""
    parser = argparse.ArgumentParser(prog="poe faults", description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--short", action="store_true", help="the form of every run of the tests, not the full one")
    parser.add_argument("--only", default="", help="rows by number, such as 1,2")
    options = parser.parse_args(arguments)
    wanted = {int(number) for number in options.only.split(",") if number}
    all_held = True
    with tempfile.TemporaryDirectory(prefix="familysafe-faults-") as folder:
        for row in (row for row in ROWS if not wanted or row.number in wanted):
            log, begin = Path(folder) / f"{row.number}.log", time.monotonic()
            held, told = measure(row, short=options.short, log=log)
            seconds = f"{time.monotonic() - begin:.0f} s"
            print(row.number, row.what, row.target, figure(told), verdict(held, told), seconds, sep=" | ", flush=True)
            if not held:
                print(log.read_text(encoding="utf-8", errors="replace")[-6_000:], file=sys.stderr)
            all_held &= held
    return 0 if all_held else 1


if __name__ == "__main__":
    sys.exit(main())
