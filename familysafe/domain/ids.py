"""One spelling rule for every id that people write by hand."""

import os
import re

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?")
LONGEST = 80


def is_id(text: str) -> bool:
    """True for `iphone` or `iphone.screen-time-code`: lower case, digits, hyphens, at most one dot."""
    return len(text) <= LONGEST and ID.fullmatch(text) is not None


def last_part(step_id: str) -> str:
    """`iphone.screen-time-code` → `screen-time-code`."""
    return step_id.rpartition(".")[2]


def new_id() -> str:
    """An opaque id for a child, a device or a connection; names are never keys."""
    return os.urandom(8).hex()
