"""What strace saw of a session: which files were made or written, and which sockets were opened."""

import re
import shutil
import subprocess
from pathlib import Path

import psutil

from tests.desktop.screen import wait_for

QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
# Every way to make or change a file by its name.
MAKING = ("creat", "mkdir", "mknod", "rename", "link", "symlink", "truncate", "bind")
CALLS = (
    "open,openat,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,"
    "link,linkat,symlink,symlinkat,truncate,bind,socket,socketpair,connect"
)


def why_not() -> str:
    """Why nothing can be traced here; empty when it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, text=True, check=False)
    return "" if tried.returncode == 0 else f"strace may not look at processes here: {tried.stderr.strip()}"


class Trace:
    """The log of one traced process and all that it started."""

    def __init__(self, log: Path) -> None:
        self._log = log
        # As a grandchild (-D), so that the process keeps its own number and its signals.
        self.before = ("strace", "-D", "-f", "-qq", "-s", "300", "-e", f"trace={CALLS}", "-o", str(log))

    def lines(self) -> list[str]:
        """Every call, once the traced process and then the tracer have ended."""
        wait_for("strace to end its log", lambda: not is_traced(self._log))
        return self._log.read_text(errors="replace").splitlines()

    def written(self) -> set[Path]:
        """Every path that was made, moved to, or opened for writing, whether or not it succeeded for good."""
        found: set[Path] = set()
        for line in self.lines():
            call = line.partition(" ")[2].strip()
            if " = -1 " in call:
                continue
            names = [Path(name) for name in QUOTED.findall(call)]
            if call.startswith(("open(", "openat(")) and re.search(r"O_WRONLY|O_RDWR|O_CREAT", call):
                found.update(names[:1])
            elif call.startswith(MAKING) and "AF_UNIX" not in call:
                found.update(names)
        return found

    def sockets(self) -> list[str]:
        """Every call that opens, joins or uses a socket of a family other than this computer's own."""
        return [line for line in self.lines() if re.search(r"\b(AF|PF)_(?!UNIX|LOCAL)\w+", line)]

    def joined(self) -> set[str]:
        """The names of the sockets on this computer that were joined."""
        return {
            name
            for line in self.lines()
            if " connect(" in line and " = 0" in line
            for name in re.findall(r'sun_path=@?"([^"]*)"', line)
        }


def is_traced(log: Path) -> bool:
    """The log grows no more when no strace has it open."""
    found = psutil.process_iter(["name", "cmdline"])
    return any(one.info["name"] == "strace" and str(log) in (one.info["cmdline"] or ()) for one in found)
