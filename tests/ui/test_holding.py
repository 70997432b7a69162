"""One process holds a data folder; a lock that nobody holds any more keeps nobody out."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.ui.holding import LOCK_FILE, STALE, Hold, what_hinders
from tests.ui.conftest import Live

LONG_AGO = time.time() - STALE / 1000 - 60
GONE = 2**22 + 7  # no process has such a number
HOLDS = """
import sys, time
from pathlib import Path
from familysafe.ui.holding import Hold
hold = Hold(Path(sys.argv[1]))
hold.take()
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "new" / "data"


def refusal(hold: Hold) -> FamilySafeError:
    with pytest.raises(FamilySafeError) as refused:
        hold.take()
    return refused.value


def test_a_second_one_finds_the_folder_taken_until_it_is_let_go(data: Path) -> None:
    first, second = Hold(data), Hold(data)
    first.take()
    first.take()  # which is ours already
    assert refusal(second).code is Code.ALREADY_OPEN
    first.let_go()
    second.take()
    second.let_go()


def test_the_folder_is_for_its_owner_only_and_goes_where_nothing_was_kept(data: Path) -> None:
    hold = Hold(data)
    hold.take()
    assert data.stat().st_mode & 0o077 == 0
    assert (data / LOCK_FILE).exists()
    hold.let_go()
    assert not data.exists()


def test_what_was_not_held_is_not_let_go(data: Path) -> None:
    data.mkdir(parents=True)
    Hold(data).let_go()
    assert data.exists()


@pytest.mark.parametrize(
    "left",
    ["", "nonsense", f"{GONE}\nfamilysafe\nanother-name\n", f"{os.getppid()}\nfamilysafe\nanother-name\n"],
    ids=["empty", "unreadable", "another-name", "number-taken"],
)
def test_a_lock_that_was_left_behind_keeps_nobody_out(data: Path, left: str) -> None:
    data.mkdir(parents=True)
    (data / LOCK_FILE).write_text(left, encoding="utf-8")
    os.utime(data / LOCK_FILE, (LONG_AGO, LONG_AGO))
    hold = Hold(data)
    hold.take()
    assert str(os.getpid()) in (data / LOCK_FILE).read_text(encoding="utf-8")
    hold.let_go()


def test_a_lock_that_is_being_made_is_left_alone(data: Path) -> None:
    data.mkdir(parents=True)
    (data / LOCK_FILE).touch()
    assert refusal(Hold(data)).code is Code.ALREADY_OPEN


@pytest.fixture
def held(data: Path) -> Iterator[Path]:
    """A folder that another process holds, and has held for long."""
    with subprocess.Popen([sys.executable, "-c", HOLDS, str(data)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        os.utime(data / LOCK_FILE, (LONG_AGO, LONG_AGO))
        yield data
        other.kill()


@pytest.mark.parametrize("says", [None, "", f"{GONE}\nfamilysafe\nanother-name\n"], ids=["own", "empty", "other"])
def test_a_lock_whose_process_lives_is_never_taken_away(held: Path, says: str | None) -> None:
    """Whatever stands in it, and however old it is."""
    if says is not None:
        (held / LOCK_FILE).write_text(says, encoding="utf-8")
        os.utime(held / LOCK_FILE, (LONG_AGO, LONG_AGO))
    hold = Hold(held)
    assert refusal(hold).code is Code.ALREADY_OPEN
    with pytest.raises(FamilySafeError):
        hold.take_or_read()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    hold = Hold(tmp_path / "file" / "data")
    assert refusal(hold).code is Code.DISK_REFUSES
    with pytest.raises(FamilySafeError):
        hold.take_or_read()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, Code.VAULT_READ_ONLY),
        (errno.EROFS, Code.VAULT_READ_ONLY),
        (errno.ENOSPC, Code.DISK_FULL),
        (errno.EDQUOT, Code.DISK_FULL),
    ],
)
def test_where_no_folder_can_be_made_it_is_only_read(
    data: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: Code
) -> None:
    def forbidden(_path: Path, **_how: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(Path, "mkdir", forbidden)
    hold = Hold(data)
    hold.take_or_read()
    assert hold.why_not is code
    assert refusal(hold).details == {"folder": str(data)}
    monkeypatch.undo()
    hold.take()
    assert hold.why_not is None
    hold.let_go()


def test_what_hinders_is_found_out_by_trying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert what_hinders(tmp_path) is Code.DISK_REFUSES  # it was something else, and has passed
    assert what_hinders(tmp_path / "not-there") is Code.DISK_REFUSES

    def full(**_where: object) -> None:
        raise OSError(errno.ENOSPC, "no")

    monkeypatch.setattr(import_module("tempfile"), "TemporaryFile", full)
    assert what_hinders(tmp_path) is Code.DISK_FULL


def test_nothing_is_saved_while_the_folder_is_not_held(qtbot: QtBot, live: Live, data: Path) -> None:
    home, other = live(), Hold(data)
    other.take()
    home.desk.hold = Hold(data)
    with qtbot.waitSignal(home.desk.failed) as refused:
        home.desk.prefer("minutes", 30)
    assert refused.args[0].code is Code.ALREADY_OPEN
    other.let_go()
    with qtbot.waitSignal(home.desk.changed):
        home.desk.prefer("minutes", 30)
    home.desk.hold.let_go()


def test_what_is_thrown_away_needs_no_folder(qtbot: QtBot, live: Live, data: Path) -> None:
    home, other = live(throw_away=True), Hold(data)
    other.take()
    home.desk.hold = Hold(data)
    with qtbot.waitSignal(home.desk.changed):
        home.desk.prefer("minutes", 30)
    other.let_go()
