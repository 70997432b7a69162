"""From a path to text that is safe to parse: an ordinary file, small, UTF-8, without over-long lines."""

import stat
from pathlib import Path

from familysafe.cli.refusals import family_file_refusal
from familysafe.words.language import _

MOST_BYTES = 64 * 1024
MOST_LINE = 500


def read_family_text(file: Path) -> str:
    """The text of a family file; FAMILY_FILE for everything that is not one. A byte order mark is dropped."""
    raw = read_bytes(file)
    if len(raw) > MOST_BYTES:
        says = _("the file is too large; a family file has at most {most} KB.").format(most=MOST_BYTES // 1024)
        raise family_file_refusal(str(file), says)
    if b"\0" in raw:
        raise family_file_refusal(str(file), _("this is not a text file."), line_of(raw, raw.index(b"\0")))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        says = _("this is not UTF-8 text; save the file as UTF-8.")
        raise family_file_refusal(str(file), says, line_of(raw, error.start)) from error
    refuse_long_lines(file, text)
    return text


def read_bytes(file: Path) -> bytes:
    """At most one byte more than a family file may have."""
    try:
        about = file.stat()
        refuse_other_kinds(file, about.st_mode)
        if not about.st_size:  # a file of the system may look like this, and its reading may never end
            return b""
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise family_file_refusal(str(file), _("there is no such file.")) from error
    except OSError as error:
        says = _("the file cannot be read ({why}).").format(why=error.strerror)
        raise family_file_refusal(str(file), says) from error
    except ValueError as error:  # a NUL in the name
        raise family_file_refusal(str(file), _("this is not the name of a file.")) from error


def refuse_other_kinds(file: Path, mode: int) -> None:
    """Folders, and such things as pipes and devices, which could be endless."""
    if stat.S_ISDIR(mode):
        raise family_file_refusal(str(file), _("this is a folder, not a family file."))
    if not stat.S_ISREG(mode):
        raise family_file_refusal(str(file), _("this is not an ordinary file."))


def line_of(raw: bytes, place: int) -> int:
    return raw.count(b"\n", 0, place) + 1


def refuse_long_lines(file: Path, text: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MOST_LINE:
            says = _("the line is too long; at most {most} characters fit.").format(most=MOST_LINE)
            raise family_file_refusal(str(file), says, number)
