"""One started FamilySafe, used through the accessibility bus and the keyboard."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.desktop.screen import PATIENCE, Screen, wait_for

ROOT = Path(__file__).parents[2]
# Said by Qt about questions of a screen reader that came too late, not by the app.
HARMLESS = "qt.accessibility.atspi: "
Listing = dict[str, tuple[int, int, str]]


class Home:
    """A person's folders, all below one, and the data folder among them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.temporary = folder / "tmp"
        self.here = folder / "here"
        self.home = folder / "home"
        self.runtime = folder / "run"
        for place in (self.temporary, self.here, self.home, self.runtime):
            place.mkdir(parents=True)
            place.chmod(0o700)

    def environment(self) -> dict[str, str]:
        return {
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_DATA_HOME": str(self.home / "share"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_RUNTIME_DIR": str(self.runtime),
            "TMPDIR": str(self.temporary),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def files(self) -> list[Path]:
        """Every file, folder or other thing that was made in it."""
        made = {self.temporary, self.here, self.home, self.runtime}
        return sorted(path for path in self.folder.rglob("*") if path not in made)

    def listing(self) -> Listing:
        """The data folder and everything in it: how large, when last written, and a hash of what it holds."""
        return {path.relative_to(self.data).as_posix(): seen(path) for path in (self.data, *self.data.rglob("*"))}


def seen(path: Path) -> tuple[int, int, str]:
    told = path.stat()
    return told.st_size, told.st_mtime_ns, sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


class App:
    """Its methods wait for what they are about, up to a limit, and say what they waited for."""

    def __init__(
        self,
        screen: Screen,
        home: Home,
        *words: str,
        before: Sequence[str] = (),
        umask: int = -1,
    ) -> None:
        self._screen, self._reader = screen, screen.reader
        self._said = home.folder.parent / f"said-{home.folder.name}-{os.urandom(4).hex()}"
        self._environment = {**screen.environment, "QT_QPA_PLATFORM": "xcb", **home.environment()}
        command = [*before, sys.executable, "-m", "familysafe", "--data-dir", str(home.data), *words]
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(
                command,
                env=self._environment,
                cwd=home.here,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                start_new_session=True,
                umask=umask,
            )
        self.pid = self._process.pid

    # Its life.

    def has_window(self) -> "App":
        """Waits until its window is there and has the keyboard."""
        self.see(role="frame", states=["active"])
        return self

    def is_running(self) -> bool:
        return self._process.poll() is None

    def ended(self, seconds: float = PATIENCE) -> int:
        """Its exit code, when it has ended by itself."""
        wait_for(f"the end of FamilySafe, which said: {self.said()}", lambda: not self.is_running(), seconds)
        return self._process.returncode

    def said(self) -> list[str]:
        """What it wrote to the terminal, line by line."""
        lines = self._said.read_text(errors="replace").splitlines()
        return [line for line in lines if not line.startswith(HARMLESS)]

    def quit(self) -> None:
        """Ctrl+Q, and an end without a word."""
        self.keys("ctrl+q")
        assert self.ended() == 0
        assert self.said() == []

    def kill(self) -> None:
        """`kill -9`, as when the power of one program fails."""
        os.killpg(self.pid, signal.SIGKILL)
        self._process.wait(timeout=PATIENCE)

    def end(self) -> None:
        """For the end of a test, however it went."""
        if self.is_running():
            self.kill()

    # What a screen reader does.

    def see(self, name: str | None = None, *, seconds: float = PATIENCE, **wanted: object) -> dict[str, Any]:
        """Waits for something on the screen, by its name (or `begins`, `holds`), `role` and `states`."""
        return self._about("see", name, wanted, seconds)

    def miss(self, name: str | None = None, *, seconds: float = PATIENCE, **wanted: object) -> None:
        """Waits until nothing of this kind is on the screen."""
        self._about("gone", name, wanted, seconds)

    def press(self, name: str | None = None, *, role: str = "button", **wanted: object) -> None:
        self._about("press", name, {"role": role, **wanted}, PATIENCE)

    def tick(self, name: str, **wanted: object) -> None:
        """Chooses a tile, chip or box, and sees that it is chosen."""
        self.press(name, role="tick", **wanted)
        self.see(name, role="tick", states=["checked"])

    def choose(self, shown: str, item: str) -> None:
        """Opens the list that shows one item, goes to another by its first letters, and takes it."""
        self.press(shown, role="combo box")
        self.see(shown, role="combo box", states=["expanded"])
        self.see(item, role="list item")
        self.type(item)
        self.see(item, role="list item", states=["focused"])
        self.keys("Return")
        self.see(item, role="combo box")

    def focus(self, name: str | None = None, **wanted: object) -> None:
        self._about("focus", name, wanted, PATIENCE)

    def write(self, name: str, text: str) -> None:
        """Puts text into a field."""
        self._about("write", name, {"role": "entry"}, PATIENCE, text=text)

    def text(self, name: str) -> str:
        return str(self._about("text", name, {"role": "entry"}, PATIENCE))

    def focused(self) -> dict[str, Any]:
        """What has the keyboard, in the words of the bus."""
        return self._reader.ask("focused", pid=self.pid) or {"name": "", "role": "", "states": []}

    def tree(self) -> list[dict[str, Any]]:
        """Everything on the screen, outer things first."""
        found: list[dict[str, Any]] = self._reader.ask("tree", pid=self.pid)
        return found

    def _about(self, do: str, name: str | None, wanted: dict[str, object], seconds: float, **more: object) -> Any:
        alive = "" if self.is_running() else f" (it has ended and said {self.said()})"
        try:
            return self._reader.ask(do, seconds=seconds, pid=self.pid, wanted={"name": name, **wanted}, **more)
        except AssertionError as error:
            raise AssertionError(f"{error}{alive}\n{self.drawn()}") from error

    def drawn(self) -> str:
        """The screen in words, for the message of a test that failed."""
        try:
            nodes = self.tree()
        except AssertionError as error:
            return str(error)
        return "\n".join(f"{'  ' * node['depth']}{node['role']} “{node['name']}”" for node in nodes if node["name"])

    # What a keyboard does.

    def keys(self, *keys: str) -> None:
        """Presses keys by xdotool's names, in whatever window has the keyboard."""
        subprocess.run(["xdotool", "key", *keys], env=self._environment, check=True, timeout=PATIENCE)

    def type(self, text: str) -> None:
        command = ["xdotool", "type", "--delay", "5", text]
        subprocess.run(command, env=self._environment, check=True, timeout=PATIENCE)

    def sees_focus_on(self, name: str) -> None:
        """Waits until something of this name has the keyboard."""
        focus: list[str] = []

        def is_there() -> bool:
            focus.append(self.focused()["name"])
            return focus[-1] == name

        try:
            wait_for(f"the focus on “{name}”", is_there, 10)
        except AssertionError as error:
            raise AssertionError(f"{error}; it was on {list(dict.fromkeys(focus))}") from error

    def tab_to(self, name: str, *, role: str = "", back: bool = False, most: int = 60) -> None:
        """Tab, or Shift+Tab, until something of this name, or else of this role, has the keyboard."""
        way: list[str] = []
        for _press in range(most):
            before = self.focused()
            if before["name"] == name or (role and before["role"] == role):
                return
            self.keys("shift+Tab" if back else "Tab")
            self.waits_for_focus_to_leave(before)
            way.append(before["name"])
        raise AssertionError(f"“{name}” is not on the way: {way}")

    def waits_for_focus_to_leave(self, before: dict[str, Any]) -> None:
        wait_for(f"the focus to leave “{before['name']}”", lambda: self._has_left(before), 10)

    def _has_left(self, before: dict[str, Any]) -> bool:
        now = self.focused()
        return bool(now["role"]) and (now["name"], now["box"]) != (before["name"], before.get("box"))
