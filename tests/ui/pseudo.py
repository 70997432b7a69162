"""A language that nobody speaks: accented, longer, and between brackets, so that what is not translated shows."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from msgspec.structs import replace

from familysafe.app.paths import PACKAGE
from familysafe.content.compiled import Compiled
from familysafe.domain.phrasebook import Phrasebook
from familysafe.domain.service import Service
from familysafe.words.language import DOMAIN

LANGUAGE = "eo"
LONGER_BY = 0.4
ACCENTED = str.maketrans("aceinosuyzACEINOSUYZ", "áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ")
PLACEHOLDER = re.compile(r"(\{[^}]*\})")
BRACKETED = re.compile(r"[⟦⟪][^⟦⟪⟧⟫]*[⟧⟫]")

Message = str | tuple[str, str]


def pseudo(text: str) -> str:
    """`Take {name} out?` → `⟦Táké {name} óút?~~~~~~⟧`: placeholders stay, and it is longer by two fifths."""
    parts = PLACEHOLDER.split(text)
    accented = "".join(part if part.startswith("{") else part.translate(ACCENTED) for part in parts)
    return f"⟦{accented}{'~' * max(1, round(len(text) * LONGER_BY))}⟧"


def in_english(text: str) -> str:
    """What a text was before it was put into the pseudo-language."""
    bare = text.translate(str.maketrans("", "", "⟦⟧⟪⟫~"))
    return "".join(letter for letter in unicodedata.normalize("NFD", bare) if not unicodedata.combining(letter))


def messages() -> Iterator[Message]:
    """Every message in the source."""
    keywords = {"_": None, "ngettext": (1, 2)}
    for _file, _line, message, _comments, _context in extract_from_dir(
        PACKAGE, method_map=[("**.py", "python")], keywords=keywords
    ):
        yield message


def write_language(folder: Path) -> None:
    """The whole window in the pseudo-language, as a compiled catalogue below a folder."""
    catalogue = Catalog(locale=LANGUAGE)
    for message in messages():
        said = tuple(map(pseudo, message)) if isinstance(message, tuple) else pseudo(message)
        catalogue.add(message, said)
    file = folder / LANGUAGE / "LC_MESSAGES" / f"{DOMAIN}.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_mo(stream, catalogue)


def marked(content: Compiled) -> Compiled:
    """The same content with every word of it between ⟪ and ⟫: authors' words are translated elsewhere."""
    book = content.phrasebook
    words = {field: mark(msgspec.to_builtins(dict(getattr(book, field)))) for field in book.__struct_fields__[1:]}
    found = msgspec.convert({**words, "language": book.language}, Phrasebook)
    services = {own: with_marked_text(service) for own, service in content.catalogue.services.items()}
    return replace(content, phrasebook=found, catalogue=replace(content.catalogue, services=services))


def with_marked_text(service: Service) -> Service:
    """What is to be sent to a number is the author's too: `Text SHOUT to 85258`."""
    sentence = service.text and not service.text[:1].isdigit()
    return replace(service, text=f"⟪{service.text}⟫") if sentence else service


def mark(value: object, field: str = "") -> object:
    match value:
        case dict():
            return {key: mark(inner, str(key)) for key, inner in value.items()}
        case list() | tuple():
            return tuple(value) if field == "countries" else tuple(mark(inner) for inner in value)
        case str():
            return f"⟪{value}⟫" if value else value
        case _:
            return value


def left_over(text: str) -> str:
    """What stands in a text besides translated words and content."""
    while (shorter := BRACKETED.sub(" ", text)) != text:
        text = shorter
    return text
