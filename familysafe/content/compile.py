"""Writes the checked content as one JSON for each language, with a digest of the sources it came from."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from zlib import crc32

from msgspec import json
from msgspec.structs import replace

from familysafe.content.author import read_tree
from familysafe.content.compiled import BODY, LANGUAGE, SCHEMA, Head, compiled_file
from familysafe.content.problem import Problem
from familysafe.domain.catalogue import Catalogue
from familysafe.domain.phrasebook import Phrasebook

# What may stand under `recheck`, and what it is compiled to; the first three are of the service, the others its words.
EMPTY: Mapping[str, object] = {"phone": "", "text": "", "web": "", "hours": "", "cost": "", "access": ()}
CALLED = frozenset({"phone", "text", "web"})


class ContentProblems(Exception):  # noqa: N818 - a list of findings, not one error
    """The authored content cannot be compiled; `problems` says why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def digest_of(content: Path) -> str:
    """BLAKE2b over names and bytes of all authored files, and over the shape they are compiled to."""
    digest = hashlib.blake2b(f"schema {SCHEMA}".encode(), digest_size=16)
    for file in sorted(content.rglob("*.toml")):
        digest.update(file.relative_to(content).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def is_stale(resources: Path) -> bool:
    file = compiled_file(resources)
    if not file.is_file():
        return True
    with file.open("rb") as stream:
        return digest_of(resources / "content").encode() not in stream.read(200)


def compile_when_stale(resources: Path) -> bool:
    """Compiles and returns True, or returns False when the compiled file is up to date; raises ContentProblems."""
    if not is_stale(resources):
        return False
    compile_content(resources)
    return True


def compile_content(resources: Path) -> Path:
    """Writes the compiled file in one move, so that a reader never sees half of it."""
    authored = read_tree(resources / "content")
    if authored.problems:
        raise ContentProblems(authored.problems)
    file = compiled_file(resources)
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(f".{os.getpid()}.draft")
    draft.write_bytes(written(digest_of(resources / "content"), authored.catalogue, authored.phrasebook))
    draft.replace(file)
    return file


def written(digest: str, catalogue: Catalogue, book: Phrasebook) -> bytes:
    """The bytes of a compiled file: one JSON object, its body last."""
    catalogue, book = confirmed(catalogue, book)
    body = json.encode({"catalogue": catalogue, "phrasebook": book})
    head = json.encode(Head(digest, SCHEMA, LANGUAGE, crc32(body)))
    return head.removesuffix(b"}") + BODY + body + b"}"


def confirmed(catalogue: Catalogue, book: Phrasebook) -> tuple[Catalogue, Phrasebook]:
    """Both without what is still to be confirmed of a service."""
    services, words = dict(catalogue.services), dict(book.services)
    for own, service in catalogue.services.items():
        blank: dict[str, object] = {name: EMPTY[name] for name in service.recheck}
        services[own] = replace(service, recheck=(), **{name: blank[name] for name in CALLED & blank.keys()})
        if own in words:
            words[own] = replace(words[own], **{name: blank[name] for name in blank.keys() - CALLED})
    return replace(catalogue, services=services), replace(book, services=words)
