"""`familysafe plan`: from a family file to the plan, as text, JSON or HTML."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from familysafe.app.paths import resources
from familysafe.cli.cards import cards_at_home, handful
from familysafe.cli.family_file import read_family
from familysafe.cli.parsing import a_day, add_verb, some_minutes
from familysafe.cli.writing import print_utf8, write_file
from familysafe.content.compiled import Compiled
from familysafe.content.load import load
from familysafe.domain.card import Card
from familysafe.domain.household import Household
from familysafe.domain.plan import Plan
from familysafe.output.html import as_html
from familysafe.output.plan_json import as_json
from familysafe.output.sheet import sheet_of
from familysafe.output.text import as_text
from familysafe.planning.build import build_plan
from familysafe.planning.pick import pick
from familysafe.words.language import _
from familysafe.words.names import Names

Format = Callable[[Plan, Names, Sequence[Card]], str]
FORMATS: Mapping[str, Format] = {
    "text": lambda plan, names, cards: as_text(sheet_of(plan, names, cards)),
    "json": as_json,
    "html": lambda plan, names, cards: as_html(sheet_of(plan, names, cards)),
}
EXAMPLES = """\
examples:
  familysafe plan family.toml
  familysafe plan family.toml --minutes 15
  familysafe plan family.toml --format html -o plan.html

a family file:
  country = "GB"
  broadband = "sky-broadband"          # may be left out
  dns = "dns-cloudflare-families"      # may be left out
  worries = ["sleep"]                  # may be left out; the plan begins with them
  [[child]]
  name = "Younger"
  born = "2017-03"                     # or age_band = "8-10"
  apps = ["roblox", "youtube"]
  [[device]]
  guide = "ipad"
  name = "The iPad"                    # may be left out
  used_by = ["Younger"]                # nobody named: everybody
  mobile = "ee-mobile"                 # may be left out
"""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Registers the verb."""
    parser = add_verb(commands, "plan", _("print the plan for a family file"), EXAMPLES, run)
    parser.add_argument("file", metavar="FILE", type=Path, help=_("the family file, see below"))
    parser.add_argument(
        "--minutes", metavar="N", type=some_minutes, help=_("only the steps that do most in so many minutes")
    )
    parser.add_argument("--today", metavar="YYYY-MM-DD", type=a_day, help=_("plan for another day than today"))
    parser.add_argument("--format", choices=list(FORMATS), default="text", help=_("text unless said otherwise"))
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, help=_("write into this file"))


def run(arguments: argparse.Namespace) -> int:
    """0; FamilySafeError or Refusal for everything that cannot be."""
    today = arguments.today or date.today()  # noqa: DTZ011 - the family's own day
    content = load(resources())
    household = read_family(arguments.file, content, today)
    text = answer(content, household, today, arguments.minutes, FORMATS[arguments.format])
    if arguments.output is not None:
        write_file(arguments.output, text, never=arguments.file)
    elif arguments.format == "text":
        print(text, end="")
    else:
        print_utf8(text)
    return 0


def answer(content: Compiled, household: Household, today: date, minutes: int | None, form: Format) -> str:
    """The whole plan with all cards for the ages at home, or what fits into some minutes with a handful of cards."""
    plan = build_plan(content.catalogue, household, {}, today)
    cards = cards_at_home(content.catalogue, household, today)
    if minutes is not None:
        # More time than the whole plan takes changes nothing but the work of picking.
        plan = replace(plan, items=pick(plan, min(minutes, plan.minutes)))
        cards = handful(cards, household, today, frozenset(item.guide for item in plan.items))
    return form(plan, Names(content.catalogue, content.phrasebook, household), cards)
