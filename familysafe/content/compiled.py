"""The shape of the compiled file, known to the build that writes it and to the app that reads it."""

from pathlib import Path

from msgspec import Raw, Struct

from familysafe.domain.catalogue import Catalogue
from familysafe.domain.phrasebook import Phrasebook

SCHEMA = 3
LANGUAGE = "en-GB"
BODY = b',"body":'


class Head(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands before the body: `digest` of the sources, so that a look at the beginning of the file is enough.

    `crc32` is that of the body's bytes: words are read only when they are shown, so damage has to be noticed before.
    """

    digest: str
    schema: int
    language: str
    crc32: int


class StoredWords(Struct, frozen=True, forbid_unknown_fields=True):
    """A phrasebook in the file; the words of each thing stay as they are until somebody asks for them."""

    language: str
    guides: dict[str, Raw]
    steps: dict[str, Raw]
    topics: dict[str, str]
    cards: dict[str, Raw]
    services: dict[str, Raw]
    situations: dict[str, Raw]
    help_steps: dict[str, Raw]


class Body(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything the app shows, in one language."""

    catalogue: Catalogue
    phrasebook: StoredWords


class Compiled(Struct, frozen=True):
    """What the app works with."""

    digest: str
    language: str
    catalogue: Catalogue
    phrasebook: Phrasebook


def compiled_file(resources: Path, language: str = LANGUAGE) -> Path:
    """Where the JSON of a language lies below the resources folder."""
    return resources / "compiled" / f"{language}.json"
