"""How many years of school a text asks for, by Flesch-Kincaid, with names and menu words left out."""

import re
from collections.abc import Iterable

QUOTED = re.compile(r"“[^”]*”")
PLACEHOLDER = re.compile(r"\{[a-z]+\}")
ADDRESS = re.compile(r"\b[\w-]+(\.[\w-]+)+(/\S*)?")
NAME_INSIDE = re.compile(r"(?<=[a-z0-9,;:’] )[A-Z][\w’&-]*(?: (?:(?:of|and|the|for) )*[A-Z&][\w’&-]*)*")


def grade_of(sentences: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of joined sentences; names are not the author's to simplify."""
    import textstat  # noqa: PLC0415 - slow to load, and only authors have it

    text = " ".join(map(without_names, sentences)).strip()
    return float(textstat.flesch_kincaid_grade(text)) if text else 0.0


def without_names(sentence: str) -> str:
    for pattern in (QUOTED, PLACEHOLDER, ADDRESS, NAME_INSIDE):
        sentence = pattern.sub("it", sentence)
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
