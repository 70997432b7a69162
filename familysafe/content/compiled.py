"""The shape of the compiled file, known to the build that writes it and to the app that reads it."""

from pathlib import Path

from msgspec import Struct

from familysafe.domain.catalogue import Catalogue
from familysafe.domain.phrasebook import Phrasebook

SCHEMA = 1
LANGUAGE = "en-GB"


class Compiled(Struct, frozen=True, forbid_unknown_fields=True):
    """What the app loads; `digest` first, so that a look at the beginning of the file is enough."""

    digest: str
    schema: int
    language: str
    catalogue: Catalogue
    phrasebook: Phrasebook


def compiled_file(resources: Path, language: str = LANGUAGE) -> Path:
    """Where the JSON of a language lies below the resources folder."""
    return resources / "compiled" / f"{language}.json"
