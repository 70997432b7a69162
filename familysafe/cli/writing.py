"""Output goes to the terminal or, in one move, into a file."""

import io
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from familysafe.cli.refusals import Refusal, one_line, quoted
from familysafe.words.language import _


def forgive_encodings() -> None:
    """A terminal that cannot show a letter shows a question mark instead of a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def print_utf8(text: str) -> None:
    """For formats that are UTF-8 whatever the terminal is."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print(text, end="")


def silence_stdout() -> None:
    """After a failed write: what is still buffered must not fail once more when Python ends."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def write_file(path: Path, text: str, never: Path) -> None:
    """UTF-8, readable for this account only; `never` is the file that must not be written over. Raises Refusal."""
    try:
        if same(path, never):
            raise Refusal(_("{file} is the family file; choose another name.").format(file=quoted(str(path))))
        if path.exists() and not path.is_file() and not path.is_dir():
            # A device or pipe, such as /dev/stdout, cannot be replaced by a file.
            path.write_text(text, encoding="utf-8")
        else:
            replace_file(path.resolve(), text)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else _("this is not the name of a file")
        says = _("{file} cannot be written ({why}).").format(file=quoted(str(path)), why=why)
        raise Refusal(one_line(says)) from error


def same(path: Path, other: Path) -> bool:
    return path.exists() and other.exists() and path.samefile(other)


def replace_file(path: Path, text: str) -> None:
    """Whoever reads sees the old file or the new one, never a half."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:50]}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
