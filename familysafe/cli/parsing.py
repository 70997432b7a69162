"""Reads the command line: one line for every mistake, and what the values may be."""

import argparse
import re
import sys
from collections.abc import Callable
from datetime import date
from typing import NoReturn

from familysafe.cli.countries import country_code, nearest_country
from familysafe.cli.refusals import one_line, quoted, with_hint
from familysafe.words.language import _

BAD_INPUT = 2
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MINUTES = re.compile(r"0*[1-9][0-9]{0,8}")
Run = Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """Answers a mistake with one line instead of the whole usage."""

    def error(self, message: str) -> NoReturn:
        says = _("{program}: {message} (see {program} --help)").format(program=self.prog, message=message)
        print(one_line(says), file=sys.stderr)
        sys.exit(BAD_INPUT)


def new_parser(program: str, about: str, examples: str) -> Parser:
    """A parser whose examples keep their lines; abbreviated options would break when a new one comes."""
    return Parser(
        prog=program,
        description=about,
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def add_verb(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    about: str,
    examples: str,
    run: Run | None = None,
) -> argparse.ArgumentParser:
    """A verb with its examples; one that only has verbs of its own has nothing to run."""
    parser = commands.add_parser(
        name,
        help=about,
        description=about,
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    if run is not None:
        parser.set_defaults(run=run)
    return parser


def a_day(text: str) -> date:
    """`2026-11-22`."""
    try:
        # Its other spellings (20261122, 2026-W47-7) would surprise a family.
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(_("{value} is not a day such as 2026-11-22").format(value=quoted(text)))


def some_minutes(text: str) -> int:
    """A whole number from 1."""
    if MINUTES.fullmatch(text):
        return int(text)
    raise argparse.ArgumentTypeError(_("{value} is not a number of minutes from 1").format(value=quoted(text)))


def a_country(text: str) -> str:
    """A country code in capitals."""
    code = country_code(text)
    if code is None:
        problem = _("{value} is not an ISO 3166 country code").format(value=quoted(text))
        raise argparse.ArgumentTypeError(with_hint(problem, nearest_country(text)).rstrip("."))
    return code
