"""Bad input becomes one sentence with the file and the place in it."""

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.words.language import _

LONGEST_VALUE = 60
LONGEST_PATH = 200
LONGEST_SENTENCE = 400
CLOSE_ENOUGH = 0.6
SHORTEST_BEGINNING = 4
# Line ends and controls could forge a second message; direction marks could turn one round.
UNSAFE = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Refusal(Exception):  # noqa: N818 - what a person is told, not a fault of the program
    """Something asked for on the command line that cannot be; its one argument is the sentence."""


def family_file_refusal(file: str, problem: str, line: int | None = None) -> FamilySafeError:
    """FAMILY_FILE with a sentence such as `family.toml, line 7: “ipda” is not a device guide.`"""
    if len(file) > LONGEST_PATH:
        file = "…" + file[1 - LONGEST_PATH :]
    place = _("{file}, line {line}").format(file=file, line=line) if line else file
    says = _("{place}: {problem}").format(place=place, problem=problem)
    return FamilySafeError(Code.FAMILY_FILE, says=one_line(says))


def one_line(text: str) -> str:
    """The same sentence without anything that a terminal would act on, and not over-long."""
    plain = "".join("�" if is_unsafe(letter) else letter for letter in text)
    return plain if len(plain) <= LONGEST_SENTENCE else plain[: LONGEST_SENTENCE - 1] + "…"


def is_unsafe(letter: str) -> bool:
    """True for control characters, line ends, lone surrogates and marks that turn the direction of writing."""
    return unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} or UNSAFE.match(letter) is not None


def quoted(value: str) -> str:
    """`“ipda”`, shortened."""
    shown = value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"
    return _("“{value}”").format(value=shown)


def nearest(value: str, spoken: Mapping[str, str], *, cutoff: float = CLOSE_ENOUGH) -> str | None:
    """The valid name behind the spoken one that begins `value` or else looks most like it, capitals aside."""
    folded = {name.casefold(): valid for name, valid in spoken.items()}
    begins = [name for name in folded if len(name) >= SHORTEST_BEGINNING and value.casefold().startswith(name)]
    found = [max(begins, key=len)] if begins else get_close_matches(value.casefold(), folded, n=1, cutoff=cutoff)
    return folded[found[0]] if found else None


def with_hint(problem: str, near: str | None) -> str:
    """`problem; the nearest is “ipad”.`, or only the problem."""
    if near is None:
        return _("{problem}.").format(problem=problem)
    return _("{problem}; the nearest is {near}.").format(problem=problem, near=quoted(near))
