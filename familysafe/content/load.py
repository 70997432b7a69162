"""Reads the compiled content that the app uses."""

from pathlib import Path

import msgspec

from familysafe.content.compiled import SCHEMA, Compiled, compiled_file
from familysafe.domain.errors import Code, FamilySafeError


def load(resources: Path) -> Compiled:
    """Catalogue and phrasebook; CONTENT_MISSING or CONTENT_DAMAGED when they cannot be had."""
    file = compiled_file(resources)
    try:
        return decode(file.read_bytes())
    except FileNotFoundError as error:
        raise FamilySafeError(Code.CONTENT_MISSING, file=str(file)) from error
    except OSError as error:
        raise FamilySafeError(Code.CONTENT_DAMAGED, file=str(file)) from error


def decode(raw: bytes) -> Compiled:
    """Bytes → Compiled; any other bytes than ours end in CONTENT_DAMAGED."""
    try:
        compiled = msgspec.json.decode(raw, type=Compiled)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise FamilySafeError(Code.CONTENT_DAMAGED) from error
    if compiled.schema != SCHEMA:
        raise FamilySafeError(Code.CONTENT_DAMAGED)
    return compiled
