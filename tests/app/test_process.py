"""What the process keeps to itself, here with a system of our own, and in a process that is started as people do."""

import ctypes
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from familysafe.app import process
from familysafe.app.process import keep_to_itself, log_in_thread, log_unexpected, log_unraisable, no_readers_of_memory
from familysafe.content.compiled import Compiled

PRIVATE = "Zaunkoenig7261 was at the swimming pool"
LINUX_ONLY = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be asked in this way")
PR_GET_DUMPABLE = 3
# Wherever the process goes next, these three are true already.
TOLD = (
    "import ctypes, json, os, resource, sys;"
    "print(json.dumps([oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE),"
    f" ctypes.CDLL(None).prctl({PR_GET_DUMPABLE}, 0, 0, 0, 0)]), file=sys.stderr)"
)


class Library:
    """A system's own library that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, ...]] = []

    def prctl(self, *asked: int) -> int:
        self.asked.append(asked)
        return 0


@pytest.fixture
def as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the process of the tests would lose for good is put back."""
    for place, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(place, name, getattr(place, name))


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch, as_before: None) -> Iterator[Library]:
    library = Library()
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    monkeypatch.setattr(process, "no_core_dumps", lambda: library.asked.append(()))
    before = os.umask(0)
    yield library
    os.umask(before)


def test_files_memory_and_mistakes_are_kept_in(system: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    keep_to_itself()
    assert os.umask(0) == 0o077
    assert system.asked == [(), (process.PR_SET_DUMPABLE, 0, 0, 0, 0)]
    assert (sys.excepthook, sys.unraisablehook, threading.excepthook) == (log_unexpected, log_unraisable, log_in_thread)


@pytest.mark.parametrize("name", ["darwin", "win32"])
def test_where_there_is_no_such_call_none_is_made(system: Library, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys, "platform", name)
    no_readers_of_memory()
    assert system.asked == []


@pytest.mark.parametrize("refusal", [OSError, AttributeError])
def test_a_system_that_refuses_stops_nothing(monkeypatch: pytest.MonkeyPatch, refusal: type[Exception]) -> None:
    def refused(_name: object) -> None:
        raise refusal

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", refused)
    no_readers_of_memory()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no core dumps there")
def test_a_core_dump_has_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(process.resource, "setrlimit", lambda *limit: asked.append(limit))
    process.no_core_dumps()
    assert asked == [(process.resource.RLIMIT_CORE, (0, 0))]


@LINUX_ONLY
@pytest.mark.parametrize("verb", ["help", "doctor", "plan"])
def test_every_verb_starts_so(content: Compiled, tmp_path: Path, verb: str) -> None:
    words = ["familysafe", verb, *(["nothing.toml"] if verb == "plan" else [])]
    code = (
        "import sys, familysafe.__main__ as start;"
        f"start.terminal = lambda: sys.exit(exec({TOLD!r}));"
        f"sys.argv = {words!r}; start.main()"
    )
    (told,) = said_by(code, tmp_path)
    assert json.loads(told) == ["0o77", [0, 0], 0]


@LINUX_ONLY
def test_the_window_starts_so(content: Compiled, tmp_path: Path) -> None:
    code = (
        "import sys, familysafe.__main__ as start;"
        f"start.open_window = lambda _: exec({TOLD!r}); sys.argv = ['familysafe']; start.main()"
    )
    (told,) = said_by(code, tmp_path)
    assert json.loads(told) == ["0o77", [0, 0], 0]


@LINUX_ONLY
def test_who_gives_arguments_keeps_a_process_of_the_usual_kind(content: Compiled, tmp_path: Path) -> None:
    code = f"import os; os.umask(0o022); from familysafe.__main__ import main; main(['help']); exec({TOLD!r})"
    mask, _limit, dumpable = json.loads(said_by(code, tmp_path)[-1])
    assert (mask, dumpable) == ("0o22", 1)


# Each fails where Python itself tells of it, with what is private in the error and in a variable beside it.
MISTAKES = {
    "in the main thread": "note = PRIVATE; raise ValueError(note)",
    "in another thread": "t = threading.Thread(target=fail, args=(PRIVATE,)); t.start(); t.join(); sys.exit(1)",
    "while it is thrown away": "Left(); sys.exit(1)",
    "in answer to another": "try: fail(PRIVATE)\nexcept ValueError as e: raise KeyError(PRIVATE) from e",
    "in Qt": (
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "a = QCoreApplication([]); QTimer.singleShot(0, lambda: fail(PRIVATE)); QTimer.singleShot(0, a.quit)\n"
        "a.exec(); sys.exit(1)"
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_by_its_place_and_never_by_its_words(tmp_path: Path, mistake: str) -> None:
    code = (
        "import sys, threading\nfrom familysafe.app.process import say_no_values\nsay_no_values()\n"
        f"PRIVATE = {PRIVATE!r}\n"
        "def fail(note): raise ValueError(note)\n"
        "class Left:\n    def __del__(self): raise ValueError(PRIVATE)\n"
        f"{mistake}"
    )
    said = "\n".join(said_by(code, tmp_path, fails=True))
    assert "unexpected " in said
    assert "Error at <string>:" in said
    assert "Zaunkoenig" not in said
    assert "Traceback" not in said


@LINUX_ONLY
def test_a_crash_is_told_by_its_places_too(tmp_path: Path) -> None:
    code = (
        "import faulthandler, os, signal; from familysafe.app.process import keep_to_itself; keep_to_itself();"
        f"faulthandler.enable(); note = {PRIVATE!r}; os.kill(os.getpid(), signal.SIGSEGV)"
    )
    said = "\n".join(said_by(code, tmp_path, fails=True))
    assert "Segmentation fault" in said
    assert "Zaunkoenig" not in said
    assert list(tmp_path.iterdir()) == []


def said_by(code: str, here: Path, *, fails: bool = False) -> list[str]:
    """What a process says on its second output."""
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPATH": str(Path(process.__file__).parents[2])}
    done = subprocess.run(command, cwd=here, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert bool(done.returncode) is fails, done.stderr
    return done.stderr.strip().splitlines()


def test_places_are_told_from_the_inside_out(caplog: pytest.LogCaptureFixture) -> None:
    def deep_inside(note: str) -> None:
        raise ValueError(f"cannot read {note}")

    try:
        deep_inside(PRIVATE)
    except ValueError as error:
        with caplog.at_level(logging.DEBUG):
            log_unexpected(type(error), error, error.__traceback__)
    (record,) = caplog.records
    assert record.getMessage().startswith("unexpected ValueError at test_process.py:")
    assert record.getMessage().count("test_process.py:") == 2
    assert PRIVATE not in caplog.text
    assert record.exc_info is None


def test_without_a_place_it_is_logged_all_the_same(caplog: pytest.LogCaptureFixture) -> None:
    log_unexpected(KeyError, KeyError(PRIVATE), None)
    assert "unexpected KeyError at nowhere" in caplog.text
    assert PRIVATE not in caplog.text


def test_an_interruption_is_no_mistake(caplog: pytest.LogCaptureFixture) -> None:
    log_unexpected(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert caplog.text == ""


@pytest.mark.parametrize("hook", [log_in_thread, log_unraisable])
def test_what_python_tells_of_elsewhere_is_told_alike(
    caplog: pytest.LogCaptureFixture, hook: Callable[[SimpleNamespace], None]
) -> None:
    hook(SimpleNamespace(exc_type=ValueError, exc_value=ValueError(PRIVATE), exc_traceback=None))
    assert "unexpected ValueError at nowhere" in caplog.text
    assert PRIVATE not in caplog.text
