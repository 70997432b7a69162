"""A screen of our own: an X server, a window manager, and buses that nobody else is on."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import psutil

SYSTEM_PYTHON = "/usr/bin/python3"
PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", "xdotool", SYSTEM_PYTHON)
MARK = "FAMILYSAFE_TEST_SCREEN"
PATIENCE = 20.0
DRIVER = Path(__file__).with_name("driver.py")
T = TypeVar("T")


def why_not() -> str:
    """What is missing for a screen; empty when there is all."""
    if missing := [name for name in PROGRAMS if shutil.which(name) is None]:
        return f"not installed: {', '.join(missing)}"
    bindings = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    if subprocess.run(bindings, capture_output=True, timeout=60, check=False).returncode:
        return "python3-pyatspi is not installed"
    if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
        return "at-spi2-core is not installed"
    return ""


def wait_for(what: str, look: Callable[[], T], seconds: float = PATIENCE) -> T:
    """What `look` gives as soon as it is true; an AssertionError that says what was waited for when time is over."""
    end = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:g} s for {what}")
        time.sleep(0.02)
    return found


class Reader:
    """The other end of the driver."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, str(DRIVER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=dict(environment),
        )

    def ask(self, do: str, *, seconds: float = PATIENCE, **more: object) -> Any:
        """The driver's answer; AssertionError with what it could not do."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": do, "seconds": seconds, **more}) + "\n")
        self._process.stdin.flush()
        ready, _out, _bad = select.select([self._process.stdout], [], [], seconds + PATIENCE)
        line = self._process.stdout.readline() if ready else ""
        assert line, f"the driver did not answer “{do}” ({more})"
        answer = json.loads(line)
        assert "failed" not in answer, answer["failed"]
        return answer["ok"]

    def end(self) -> None:
        end(self._process)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


class Screen:
    """Starts with `with`; at its end nothing that was started on it is left."""

    def __init__(self) -> None:
        self.mark = uuid.uuid4().hex
        self._folder = Path(tempfile.mkdtemp(prefix="fs-screen-"))
        self._processes: list[subprocess.Popen[bytes]] = []
        self.environment: dict[str, str] = {}
        self.reader: Reader

    def __enter__(self) -> "Screen":
        try:
            self._start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self._end()

    def _start(self) -> None:
        home = self._folder
        self.environment = {
            MARK: self.mark,
            "PATH": os.environ.get("PATH", os.defpath),
            "LC_ALL": "C.UTF-8",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        number = self._told_on(
            "Xvfb", "-displayfd", "{}", "-screen", "0", "1300x900x24", "-nolisten", "tcp", "-noreset"
        )
        self.environment["DISPLAY"] = f":{number}"
        bus = self._told_on("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={}")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        self._spawn("openbox", "--sm-disable")
        # The reader's first question starts the accessibility bus, which a window joins only if it is there.
        self.reader = Reader(self.environment)
        self.reader.ask("pids")
        wait_for("the window manager", self._is_managed)

    def _told_on(self, *command: str) -> str:
        """Starts a server that writes where it is to a file descriptor (`{}` in the command), and waits for that."""
        read, write = os.pipe()
        with os.fdopen(read, "rb") as told:
            try:
                self._spawn(*(word.replace("{}", str(write)) for word in command), pass_fds=(write,))
            finally:
                os.close(write)
            ready, _out, _bad = select.select([told], [], [], PATIENCE)
            assert ready, f"{command[0]} did not say where it is within {PATIENCE:g} s"
            # To the end of the line: a server that finds nobody listening gives up.
            said = told.readline().decode().strip()
            assert said, f"{command[0]} ended at once"
            return said

    def _spawn(self, *command: str, pass_fds: tuple[int, ...] = ()) -> None:
        self._processes.append(
            subprocess.Popen(
                command,
                env=self.environment,
                pass_fds=pass_fds,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        )

    def _is_managed(self) -> bool:
        found = subprocess.run(
            ["xdotool", "get_num_desktops"], env=self.environment, capture_output=True, timeout=PATIENCE, check=False
        )
        return found.returncode == 0

    def _end(self) -> None:
        if hasattr(self, "reader"):
            self.reader.end()
        for process in reversed(self._processes):
            end(process)
        left = self.processes()
        for process in left:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(left, timeout=5)
        shutil.rmtree(self._folder, ignore_errors=True)

    def processes(self) -> list[psutil.Process]:
        """Everything alive that was started on this screen, known by the mark in its environment."""
        return [process for process in psutil.process_iter() if marked(process, self.mark)]


def marked(process: psutil.Process, mark: str) -> bool:
    with suppress(psutil.Error, OSError):
        return process.environ().get(MARK) == mark and process.status() != psutil.STATUS_ZOMBIE
    return False


def end(process: subprocess.Popen[Any]) -> None:
    """Asks a process to end, and sees to it."""
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=5)
