"""A sheet as one HTML file that needs nothing else: no scripts, nothing loaded, good on A4."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from html import escape

from familysafe.output.html_style import STYLE
from familysafe.output.qr import qr_rows
from familysafe.output.sheet import Box, Look, Opener, Part, Section, Sheet
from familysafe.words.language import _

QUIET = 4  # light modules that a QR code needs around it
DARK = re.compile("1+")
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
Draw = Callable[[str], str]
INLINE: Mapping[Look, tuple[str, str]] = {Look.PATH: ("ol", "path"), Look.STEPS: ("ol", "do")}


def as_html(sheet: Sheet) -> str:
    """A whole document; every text in it is escaped."""
    draw = cache(qr_svg)  # many steps share the maker's page
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(sheet.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(sheet.title)}</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body>",
            f"<header><h1>{escape(sheet.title)}</h1><p>{escape(sheet.summary)}</p></header>",
            "<main>",
            *first_html(sheet.first),
            *(section_html(section, draw) for section in sheet.sections),
            *openers_html(sheet.openers),
            "</main>",
            f"<footer>{paragraphs(sheet.notes)}</footer>",
            "</body>",
            "</html>",
            "",
        ]
    )


def first_html(first: str) -> Iterator[str]:
    if first:
        yield f'<section class="test"><p>{escape(first)}</p></section>'


def section_html(section: Section, draw: Draw) -> str:
    return "\n".join(
        [
            "<section>",
            f"<h2>{escape(section.title)}</h2>",
            *(box_html(box, draw) for box in section.boxes),
            "</section>",
        ]
    )


def box_html(box: Box, draw: Draw) -> str:
    return "\n".join(
        [
            f'<article id="step-{box.number}">',
            f'<h3><label><input type="checkbox"> {box.number}. {escape(box.title)}</label></h3>',
            f'<p class="facts">{escape(" · ".join(box.facts))}</p>',
            *map(part_html, box.parts),
            official_html(box, draw),
            "</article>",
        ]
    )


def part_html(part: Part) -> str:
    label = f"<h4>{escape(part.label)}</h4>" if part.label else ""
    if part.look in INLINE:
        tag, style = INLINE[part.look]
        rows = "".join(f"<li>{escape(line)}</li>" for line in part.lines)
        return f'{label}<{tag} class="{style}">{rows}</{tag}>'
    return f'<div class="{part.look.value}">{label}{paragraphs(part.lines)}</div>'


def paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def official_html(box: Box, draw: Draw) -> str:
    """The maker's page as a link, and as a code for the phone in the other hand."""
    address = escape(box.official)
    return (
        f'<div class="official">{draw(box.official)}<div>'
        f'<p><a href="{address}" rel="noreferrer">{address}</a></p><p class="facts">{escape(box.note)}</p>'
        f'<p class="own">{escape(_("Our notes:"))}</p></div></div>'
    )


def qr_svg(url: str) -> str:
    """Dark modules as one path, a row at a time."""
    rows = qr_rows(url)
    size = len(rows) + 2 * QUIET
    name = escape(_("QR code of this page"))
    return (
        f'<svg role="img" aria-label="{name}" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path fill="#000" d="{"".join(dark_runs(rows))}"/></svg>'
    )


def dark_runs(rows: Iterable[str]) -> Iterator[str]:
    for down, row in enumerate(rows, start=QUIET):
        for run in DARK.finditer(row):
            width = run.end() - run.start()
            yield f"M{run.start() + QUIET} {down}h{width}v1h-{width}z"


def openers_html(openers: tuple[Opener, ...]) -> Iterator[str]:
    if openers:
        yield f'<section class="talk"><h2>{escape(_("To talk about"))}</h2>'
        for one in openers:
            facts = f'<p class="facts">{escape(one.topic)} · {escape(one.band)}</p>'
            yield f"<blockquote>{facts}<p>{escape(one.opener)}</p></blockquote>"
        yield "</section>"
