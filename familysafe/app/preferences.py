"""What is remembered outside the vault: how the window looks, and nothing of the family."""

import os
from contextlib import suppress
from pathlib import Path

import msgspec

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.views import Appearance

FILE = "window.json"
MOST_BYTES = 20_000


def read_appearance(folder: Path) -> Appearance:
    """What was kept; the defaults when there is nothing, or nothing readable."""
    try:
        raw = (folder / FILE).read_bytes()[:MOST_BYTES]
        return msgspec.json.decode(raw, type=Appearance)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Appearance()


def keep_appearance(folder: Path, appearance: Appearance) -> None:
    """Writes in one move; DISK_REFUSES when the folder cannot be written."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = folder / f"window-{os.getpid()}.draft"
        try:
            draft.touch(mode=0o600)
            draft.write_bytes(msgspec.json.encode(appearance))
            draft.replace(folder / FILE)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise FamilySafeError(Code.DISK_REFUSES) from error


def forget_appearance(folder: Path) -> None:
    """Takes away what was kept, half written files too, and the folder when nothing else lies in it."""
    try:
        for path in (folder / FILE, *folder.glob("window-*.draft")):
            path.unlink(missing_ok=True)
    except OSError as error:
        raise FamilySafeError(Code.DISK_REFUSES) from error
    with suppress(OSError):
        folder.rmdir()
