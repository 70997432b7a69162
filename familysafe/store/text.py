"""What people typed, made safe to keep and to show: plain lines of a bearable length."""

import re

LONGEST_NOTE = 20_000
LONGEST_LINE = 2_000
UNUSUAL_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def clean_note(text: str) -> str:
    """A note with plain newlines, at most 20,000 characters and 2,000 a line; a longer line goes on in the next."""
    lines = plain(text).split("\n")
    return "\n".join(piece for line in lines for piece in pieces(line))[:LONGEST_NOTE]


def clean_name(text: str) -> str:
    """A name on one line of at most 2,000 characters."""
    return plain(text).replace("\n", " ")[:LONGEST_LINE]


def plain(text: str) -> str:
    """The same text without lone surrogates and with newlines only."""
    # By way of UTF-16, because there a surrogate *pair* is a character and only a lone one is dropped.
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return UNUSUAL_BREAKS.sub("\n", whole)


def pieces(line: str) -> tuple[str, ...]:
    """A line in parts of at most 2,000 characters."""
    return tuple(line[start : start + LONGEST_LINE] for start in range(0, max(len(line), 1), LONGEST_LINE))
