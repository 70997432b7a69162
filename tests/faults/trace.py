"""A process under strace: every call that changes a file, in order and with all its data."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

ROOT = Path(__file__).parents[2]
# What changes a file, a name or a handle. Reads are left out: they move a handle's place, which `disk` never guesses.
CALLS = (
    "open,openat,openat2,creat,close,dup,dup2,dup3,fcntl,lseek,mmap,"
    "write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,copy_file_range,sendfile,splice,"
    "fsync,fdatasync,sync_file_range,sync,syncfs,"
    "rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat"
)
SESSION = f"{CALLS},umask,chmod,fchmod,fchmodat,socket,socketpair,connect,bind,sendto,sendmsg,memfd_create"
LONGEST = 1 << 24
SPOKEN = "said"
CALL = re.compile(r"^(?:\d+\s+)?(\w+)\((.*)\)\s+= (-?\d+|\?)")
HANDLE = re.compile(r"^(\d+)(?:<.*>(?:\(deleted\))?)?$")
PART = re.compile(r'(?:"[^"]*"|<[^>]*>|\{[^}]*\}|\[[^\]]*\]|[^,"<\[{])+')


Argument = bytes | int | str


class Call(Struct, frozen=True):
    """A call that succeeded; strings are bytes, handles are their numbers, all else stands as strace writes it."""

    name: str
    arguments: tuple[Argument, ...]
    result: int


class NotTracedError(Exception):
    """The log cannot be trusted."""


def why_not() -> str:
    """Why nothing can be traced here; empty when it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, text=True, check=False)
    return "" if tried.returncode == 0 else f"strace may not look at processes here: {tried.stderr.strip()}"


def before(log: Path, calls: str = CALLS) -> tuple[str, ...]:
    """What to put before a command so that it is traced into a log."""
    all_of_it = ("-y", "-xx", "-s", str(LONGEST))
    return ("strace", "-f", "--seccomp-bpf", "-qq", *all_of_it, "-e", f"trace={calls}", "-o", str(log))


def run(
    words: tuple[str, ...],
    log: Path,
    environment: Mapping[str, str] = MappingProxyType({}),
    calls: str = CALLS,
    umask: int = -1,
) -> None:
    """Runs a Python module of the tests under strace; AssertionError with what it said when it failed."""
    done = subprocess.run(
        [*before(log, calls), sys.executable, "-m", *words],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **environment},
        umask=umask,
    )
    assert done.returncode == 0, done.stderr


def calls(log: Path, folder: Path) -> Iterator[Call]:
    """The calls about a folder and what lies in it, and what the process said on its standard output (`SPOKEN`)."""
    about = escaped(str(folder))
    with log.open(encoding="ascii") as lines:
        for line in lines:
            if "write(1<" in line:
                yield Call(SPOKEN, (from_hex(line.split('"')[1]),), 0)
            elif about in line:
                found = parse(line)
                if found is not None:
                    yield found


def parse(line: str) -> Call | None:
    """One line of the log; None for a call that failed. NotTracedError where strace did not write all of it."""
    found = CALL.match(line)
    if found is None or '"...' in line:
        raise NotTracedError(line[:200])
    name, arguments, result = found.groups()
    if not result.isdecimal():
        return None
    return Call(name, tuple(argument(one) for one in split(arguments)), int(result))


def argument(text: str) -> Argument:
    if text.startswith('"') and text.endswith('"'):
        return from_hex(text[1:-1])
    number = HANDLE.match(text)
    return int(number[1]) if number else text


def split(text: str) -> list[str]:
    """The parts between commas that stand in no bracket and no string; in both, all is hexadecimal or a number."""
    return [part.strip() for part in PART.findall(text)]


def data_of(text: str) -> bytes:
    """The bytes of a vector of writes."""
    return b"".join(from_hex(part) for part in re.findall(r'iov_base="([^"]*)"', text))


def escaped(text: str) -> str:
    """A text as strace writes it in a string or behind a handle."""
    return "".join(f"\\x{byte:02x}" for byte in text.encode())


def from_hex(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
