"""`familysafe content`: check, compile and count what authors wrote."""

import argparse
import sys
from datetime import date
from pathlib import Path

import msgspec

from familysafe.app.paths import resources
from familysafe.cli.parsing import add_verb
from familysafe.cli.refusals import Refusal
from familysafe.content import coverage, services
from familysafe.content.author import read_tree
from familysafe.content.compile import ContentProblems, compile_when_stale
from familysafe.content.load import load
from familysafe.content.stats import stats_of
from familysafe.words.language import _, ngettext

EXAMPLES = """\
examples:
  familysafe content check
  familysafe content compile
  familysafe content stats --format json
"""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Registers the verb with its three kinds."""
    parser = add_verb(commands, "content", _("check, compile or count the guides and cards (for authors)"), EXAMPLES)
    parser.add_argument("--resources", metavar="DIR", type=Path, default=None, help=_("another resources folder"))
    kinds = parser.add_subparsers(required=True, metavar="KIND")
    checking = add_verb(kinds, "check", _("tell every problem with file and line"), "", check)
    checking.add_argument("--release", action="store_true", help=_("also fail on help not checked for six months"))
    add_verb(kinds, "compile", _("build what the app shows, if it has changed"), "", build)
    add_verb(kinds, "coverage", _("write the tables of what each guide covers and of all help services"), "", cover)
    stats = add_verb(kinds, "stats", _("count what is written"), "", count)
    stats.add_argument("--format", choices=["text", "json"], default="text")


def folder_of(arguments: argparse.Namespace) -> Path:
    return arguments.resources or resources()


def check(arguments: argparse.Namespace) -> int:
    """0 when clean, 1 with every problem on its own line."""
    try:
        # Only authors have what measures the reading age; an installed FamilySafe goes without.
        from familysafe.content.check import check_content  # noqa: PLC0415 - see above
    except ImportError as error:
        says = _("The check needs “{name}”: run it in a source tree, as “uv run poe check” does.")
        raise Refusal(says.format(name=error.name)) from error
    folder = folder_of(arguments) / "content"
    read = read_tree(folder)
    problems = check_content(folder, date.today())  # noqa: DTZ011 - the author's day
    tables = (stale(folder, read.catalogue, read.phrasebook) for stale in (coverage.stale, services.stale))
    problems = problems or tuple(problem for found in tables for problem in found)
    aged = services.aged(read, date.today())  # noqa: DTZ011 - the author's day
    if arguments.release:
        problems += aged
    else:
        for problem in aged:
            print(_("warning: {problem}").format(problem=problem), file=sys.stderr)
    for problem in problems:
        print(problem)
    count = len(problems)
    verdict = ngettext("{count} problem", "{count} problems", count).format(count=count)
    print(verdict if problems else _("content is clean"), file=sys.stderr)
    return 1 if problems else 0


def cover(arguments: argparse.Namespace) -> int:
    """Writes the tables for people who look after the content."""
    folder = folder_of(arguments) / "content"
    read = read_tree(folder)
    for write in (coverage.write, services.write):
        print(write(folder, read.catalogue, read.phrasebook), file=sys.stderr)
    return 0


def build(arguments: argparse.Namespace) -> int:
    """0 when compiled or up to date, 1 with the problems."""
    try:
        compiled = compile_when_stale(folder_of(arguments))
    except ContentProblems as error:
        print(error)
        return 1
    print(_("compiled") if compiled else _("up to date"), file=sys.stderr)
    return 0


def count(arguments: argparse.Namespace) -> int:
    """Prints the counts of the compiled content."""
    compiled = load(folder_of(arguments))
    counts = stats_of(compiled.catalogue, compiled.phrasebook)
    if arguments.format == "json":
        print(msgspec.json.encode(counts).decode())
    else:
        for name, value in msgspec.to_builtins(counts).items():
            print(f"{name:14} {value}")
    return 0
