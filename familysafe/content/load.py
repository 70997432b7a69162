"""Reads the compiled content that the app uses."""

from pathlib import Path
from zlib import crc32

from msgspec import DecodeError, json

from familysafe.content.compiled import BODY, SCHEMA, Body, Compiled, Head, StoredWords, compiled_file
from familysafe.content.shelf import Shelf
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.phrasebook import (
    CardWords,
    GuideWords,
    HelpStepWords,
    Phrasebook,
    ServiceWords,
    SituationWords,
    StepWords,
)


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
    begins = raw.find(BODY)
    body = memoryview(raw)[begins + len(BODY) : -1]
    try:
        head = json.decode(raw[: max(begins, 0)] + b"}", type=Head)
        if head.schema != SCHEMA or head.crc32 != crc32(body):
            raise FamilySafeError(Code.CONTENT_DAMAGED)
        read = json.decode(body, type=Body)
    except (DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise FamilySafeError(Code.CONTENT_DAMAGED) from error
    return Compiled(head.digest, head.language, read.catalogue, phrasebook(read.phrasebook))


def phrasebook(stored: StoredWords) -> Phrasebook:
    return Phrasebook(
        stored.language,
        guides=Shelf(stored.guides, GuideWords),
        steps=Shelf(stored.steps, StepWords),
        topics=stored.topics,
        cards=Shelf(stored.cards, CardWords),
        services=Shelf(stored.services, ServiceWords),
        situations=Shelf(stored.situations, SituationWords),
        help_steps=Shelf(stored.help_steps, HelpStepWords),
    )
