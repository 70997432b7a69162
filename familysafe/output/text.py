"""A sheet as plain text for a terminal, a letter or a printer."""

from collections.abc import Iterator
from textwrap import TextWrapper

from familysafe.output.sheet import Box, Look, Opener, Part, Section, Sheet
from familysafe.words.language import _

WIDTH = 78
INDENT = "      "


def as_text(sheet: Sheet) -> str:
    """Lines of at most 78 characters (addresses excepted), ending with a line end."""
    lines = [sheet.title, "=" * len(sheet.title), sheet.summary]
    if sheet.first:
        lines += ["", *wrapped(sheet.first, "")]
    for section in sheet.sections:
        lines += section_lines(section)
    if sheet.openers:
        lines += heading(_("To talk about"))
        for opener in sheet.openers:
            lines += opener_lines(opener)
    lines.append("")
    for note in sheet.notes:
        lines += wrapped(note, "")
    return "\n".join(lines) + "\n"


def heading(title: str) -> list[str]:
    return ["", title, "-" * len(title)]


def section_lines(section: Section) -> Iterator[str]:
    yield from heading(section.title)
    for box in section.boxes:
        yield from box_lines(box)


def box_lines(box: Box) -> Iterator[str]:
    yield ""
    yield from wrapped(f"{box.number}. {box.title}", "[ ] ", INDENT)
    yield from wrapped(" · ".join(box.facts), INDENT)
    for part in box.parts:
        yield from part_lines(part)
    yield f"{INDENT}{box.official}"
    yield from wrapped(box.note, INDENT)


def part_lines(part: Part) -> Iterator[str]:
    label = part.label if part.label.endswith("?") else f"{part.label}:"
    label = f"{label} " if part.label else ""
    if part.look is Look.PATH:
        yield from wrapped(label + " › ".join(part.lines), INDENT)
    elif part.look is Look.STEPS:
        for number, line in enumerate(part.lines, start=1):
            yield from wrapped(f"{number}. {line}", f"{INDENT}  ", f"{INDENT}     ")
    else:
        yield from wrapped(label + " ".join(part.lines), INDENT)


def opener_lines(opener: Opener) -> Iterator[str]:
    yield ""
    yield from wrapped(f"{opener.topic} · {opener.band}", "  ")
    yield from wrapped(opener.opener, INDENT)


def wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    """Text in lines; long words such as addresses are never broken."""
    following = first if rest is None else rest
    wrapper = TextWrapper(
        WIDTH, initial_indent=first, subsequent_indent=following, break_long_words=False, break_on_hyphens=False
    )
    return wrapper.wrap(text)
