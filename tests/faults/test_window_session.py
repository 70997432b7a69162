"""Whole sessions of the real app under strace: nothing in clear, no internet, nothing that others could read."""

import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct

from familysafe.content.compiled import Compiled
from familysafe.store.vault import Vault
from tests.desktop.app import Home
from tests.faults import trace, watched
from tests.faults.canary import CANARY, files_that_tell
from tests.faults.conftest import FULL, Record
from tests.faults.trace import ROOT

UMASKS = (0o000, 0o022, 0o077)


class Seen(Struct):
    """A home after sessions in it, and what strace saw of them."""

    home: Home
    logs: tuple[Path, ...]
    umask: int


Sessions = Callable[[int], Seen]


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory, content: Compiled) -> Sessions:
    """First start and all that is said there; under umask 0 a second session that reads it."""
    if why := trace.why_not():
        pytest.skip(why)
    known: dict[int, Seen] = {}

    def run(umask: int) -> Seen:
        if umask not in known:
            folder = tmp_path_factory.mktemp(f"umask-{umask:o}")
            home = Home(folder / "home")
            # What a second one reads does not depend on who may read it.
            logs = (folder / "first",) if umask else (folder / "first", folder / "second")
            environment = {**home.environment(), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
            for log in logs:
                words = ("tests.faults.session", str(home.data))
                trace.run(words, log, environment, trace.SESSION, umask)
            known[umask] = Seen(home, logs, umask)
        return known[umask]

    return run


def test_private_words_were_kept_in_every_place(sessions: Sessions) -> None:
    """Or the search for them would find nothing because there was nothing."""
    with Vault.open(sessions(0).home.data / "vault") as vault:
        memory = vault.read()
    assert [child.name for child in memory.household.children] == [CANARY]
    assert [device.name for device in memory.household.devices] == [CANARY]
    assert [CANARY in talk.note for talk in memory.talks] == [True]
    assert any(CANARY in answer.note for answer in memory.answers)
    assert any(CANARY in answer.menu_note for answer in memory.answers)


def test_no_file_that_was_ever_written_tells_a_private_word(sessions: Sessions, record_property: Record) -> None:
    seen = sessions(0)
    left = files_that_tell(seen.home.folder, CANARY)
    told = [call for log in seen.logs for call in watched.telling(log, CANARY)]
    record_property("writes searched", sum(map(watched.written, seen.logs)))
    record_property("files searched", sum(path.is_file() for path in seen.home.folder.rglob("*")))
    record_property("hits", len(left) + len(told))
    assert left == []
    assert told == []


def test_no_session_opens_a_socket_to_the_internet(sessions: Sessions, record_property: Record) -> None:
    found = [line for log in sessions(0).logs for line in watched.sockets(log)]
    record_property("sessions traced", len(sessions(0).logs))
    record_property("internet sockets", len(found))
    assert found == []


@pytest.mark.parametrize("umask", UMASKS if FULL else UMASKS[:1], ids="{:03o}".format)
def test_nobody_else_can_read_what_a_session_leaves(sessions: Sessions, umask: int, record_property: Record) -> None:
    seen = sessions(umask)
    loose = [call for log in seen.logs for call in watched.open_to_others(log, seen.home.data, umask)]
    here = (seen.home.data, *seen.home.data.rglob("*"))
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in here}
    wrong = {path: mode for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)}
    record_property("files and folders", len(modes))
    record_property("open to others", len(loose) + len(wrong))
    assert wrong == {}
    assert loose == []


@pytest.mark.parametrize("umask", UMASKS, ids="{:03o}".format)
def test_nobody_else_can_read_a_vault_made_without_the_window(
    tmp_path: Path, umask: int, record_property: Record
) -> None:
    before = os.umask(umask)
    try:
        with Vault.throw_away() as vault:
            modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (vault.folder, *vault.folder.rglob("*"))}
    finally:
        os.umask(before)
    wrong = {path: mode for path, mode in modes.items() if mode not in (0o600, 0o700)}
    record_property("files and folders", len(modes))
    record_property("open to others", len(wrong))
    assert wrong == {}


# What is searched with would find what it looks for.

TELLS = "import os; os.write(1, b'x'); open({file!r}, 'w').write('Zaunkoenig-7261-' + 'Kanarien' + 'vogel')"
HALVES = "f = open({file!r}, 'wb', buffering=0); f.write(b'Zaunkoenig-7261-'); f.write(b'Kanarienvogel')"
NAMES = "import os; os.mkdir({file!r} + 'Zaunkoenig-7261-' + 'Kanarienvogel')"
OPEN = """import os
os.umask(0o020)
os.close(os.open({file!r}, os.O_CREAT | os.O_WRONLY, 0o664))
os.chmod({file!r}, 0o600)
"""
CALLS_OUT = "import socket; socket.socket().close(); socket.socket(socket.AF_INET6).close()"


def log_of(code: str, folder: Path) -> Path:
    if why := trace.why_not():
        pytest.skip(why)
    command = [
        *trace.before(folder / "log", trace.SESSION),
        sys.executable,
        "-c",
        code.format(file=str(folder / "file")),
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return folder / "log"


@pytest.mark.parametrize("code", [TELLS, HALVES, NAMES], ids=["whole", "in-two-halves", "in-a-name"])
def test_a_private_word_that_is_written_is_seen(tmp_path: Path, code: str) -> None:
    assert watched.telling(log_of(code, tmp_path), CANARY) != []


def test_a_file_that_was_open_to_others_for_a_moment_is_seen(tmp_path: Path) -> None:
    assert len(watched.open_to_others(log_of(OPEN, tmp_path), tmp_path, 0)) == 1


def test_a_socket_to_the_internet_is_seen(tmp_path: Path) -> None:
    assert socket.AF_INET6
    assert len(watched.sockets(log_of(CALLS_OUT, tmp_path))) == 2
