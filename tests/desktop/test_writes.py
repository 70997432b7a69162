"""What a session leaves on the disk: its data folder, encrypted and private, and nothing else anywhere."""

import base64
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.desktop.app import Home
from tests.desktop.conftest import Start
from tests.desktop.screen import wait_for
from tests.desktop.tracing import Trace, why_not
from tests.desktop.walks import add_child, open_first_step, say_seen

CANARY = "Zaunkoenig7261"
TODAY = date.today().isoformat()  # noqa: DTZ011 - the app, too, goes by this computer's day
FOLDERS = {".", "vault", "vault/backups"}
COPY = f"vault/backups/0001-{TODAY}-day"
FILES = {"vault/device.key", "vault/vault.db", "vault/vault.header", "vault/vault.header2", "window.json"}
KEPT = {*FILES, f"{COPY}.db", f"{COPY}.header", "vault", "vault/backups"}


def forms(text: str) -> Iterator[bytes]:
    """The ways in which a text may stand in a file without being encrypted."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        raw = text.encode(encoding)
        yield raw
        for shift in range(3):
            # The letters at either end depend on what stands beside them; those between do not.
            yield base64.b64encode(b"\0" * shift + raw)[4:-4]


def tells(folder: Path, text: str) -> list[Path]:
    """The files, and the names of files, in which a text can be read."""
    wanted = list(forms(text))
    return [
        path
        for path in folder.rglob("*")
        if text in path.name or (path.is_file() and any(form in path.read_bytes() for form in wanted))
    ]


def modes(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("before", [b"", b"a", b"ab"])
@pytest.mark.parametrize("coded", [False, True])
def test_the_search_finds_the_canary(tmp_path: Path, encoding: str, before: bytes, coded: bool) -> None:
    text = before + f"name: {CANARY}.".encode(encoding)
    (tmp_path / "file").write_bytes(base64.b64encode(text) if coded else text)
    assert tells(tmp_path, CANARY) == [tmp_path / "file"]


def test_only_the_data_folder_is_written_and_tells_nothing(start: Start, home: Home) -> None:
    app = start(umask=0).has_window()
    add_child(app, CANARY)
    open_first_step(app)
    say_seen(app)
    assert tells(home.folder, CANARY) == []
    app.press("Settings", role="tick")
    app.tick("Look: Dark")
    app.quit()

    assert {str(path.relative_to(home.data)) for path in home.files() if path != home.data} == KEPT
    assert tells(home.folder, CANARY) == []
    assert modes(home.data) == {name: 0o700 if name in FOLDERS else 0o600 for name in {*KEPT, "."}}


@pytest.fixture
def trace(tmp_path: Path) -> Trace:
    if why := why_not():
        pytest.skip(why)
    return Trace(tmp_path / "trace")


def test_no_other_file_is_so_much_as_opened_for_writing(start: Start, home: Home, trace: Trace) -> None:
    app = start(before=trace.before).has_window()
    add_child(app, CANARY)
    open_first_step(app)
    say_seen(app)
    app.press("Help now", role="tick")
    app.see("Help now", role="filler")
    app.quit()
    written = trace.written()
    assert home.data / "vault" / "vault.db" in written
    assert [path for path in written if not path.is_relative_to(home.data)] == []
    assert tells(home.folder, CANARY) == []


def test_a_file_that_is_written_would_be_seen(trace: Trace, tmp_path: Path) -> None:
    made = tmp_path / "made"
    subprocess.run([*trace.before, sys.executable, "-c", f"open({str(made)!r}, 'w')"], check=True, timeout=60)
    assert made in trace.written()


def test_help_now_writes_nothing(start: Start, home: Home) -> None:
    app = start().has_window()
    app.press("Something has happened")
    app.see("Help now", role="filler")
    app.press("Threatened over a picture or video")
    app.see("Help now: one step at a time", role="filler")
    app.press("Done")
    app.see(role="label", holds="step 2 of")
    app.press("Everyone who can help")
    app.see("Who can help", role="filler")
    app.tick("Show: For a child to contact")
    held = [home.data, home.data / "open.lock"]
    wait_for("nothing but what tells a second start", lambda: home.files() == held)
    app.keys("Escape")
    app.see("What brings you here?")
    app.quit()
    # How large the window was, and nothing else.
    assert home.files() == [home.data, home.data / "window.json"]


def test_the_sample_leaves_nothing(start: Start, home: Home) -> None:
    app = start("--sample").has_window()
    open_first_step(app)
    say_seen(app, kept="Noted until you close the window.")
    assert home.files() != []
    assert tells(home.folder, "Younger") == []
    assert not home.data.exists()
    app.press("Settings", role="tick")
    app.tick("Look: Dark")
    app.quit()
    assert home.files() == []


def test_use_without_saving_leaves_no_trace(start: Start, home: Home) -> None:
    app = start().has_window()
    app.press("Use without saving")
    app.see(role="label", begins="Nothing will be saved")
    add_child(app, CANARY)
    open_first_step(app)
    say_seen(app, kept="Noted until you close the window.")
    app.press("Settings", role="tick")
    app.tick("Look: Dark")
    assert tells(home.folder, CANARY) == []
    app.quit()
    assert home.files() == []
