"""`familysafe help`: what to do and who can help, as the window says it; no passphrase, no network."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import groupby

from msgspec import Struct

from familysafe.app.paths import data_folder, resources
from familysafe.app.preferences import read_appearance
from familysafe.app.showing.help import contacts_view, help_view, situation_view
from familysafe.cli.countries import country_code, country_names
from familysafe.cli.parsing import a_country, add_verb
from familysafe.cli.refusals import Refusal, nearest, quoted, with_hint
from familysafe.content.compiled import Compiled
from familysafe.content.load import load
from familysafe.domain.help_views import Contact, HelpScreen, HelpView
from familysafe.domain.region import country_of, nation_of, region_of
from familysafe.domain.service import ServiceKind
from familysafe.domain.situation import INTERNATIONAL
from familysafe.output.dates import spoken
from familysafe.output.text import heading, wrapped
from familysafe.words.labels import nation_name
from familysafe.words.language import _

HOME = "GB"
INDENT = "  "
EXAMPLES = """\
examples:
  familysafe help
  familysafe help --country GB --nation SCT
  familysafe help --situation threatened
  familysafe help --country AU --situation childs-door --child
"""
KINDS: Mapping[str, Callable[[], str]] = {
    ServiceKind.EMERGENCY.value: lambda: _("In danger now"),
    ServiceKind.CRISIS.value: lambda: _("In a crisis"),
    ServiceKind.HELPLINE.value: lambda: _("Someone to talk to"),
    ServiceKind.REPORT.value: lambda: _("To report"),
    ServiceKind.REMOVAL.value: lambda: _("To have a picture taken down"),
    ServiceKind.ADVICE.value: lambda: _("Advice"),
}


class Asked(Struct, frozen=True):
    """What was asked for; without a situation, who can help with anything."""

    region: str
    situation: str = ""
    child: bool = False


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Registers the verb."""
    parser = add_verb(commands, "help", _("print who can help when something has happened"), EXAMPLES, run)
    parser.add_argument("--country", metavar="CODE", type=a_country, help=_("two letters, such as GB"))
    parser.add_argument("--nation", metavar="CODE", help=_("a nation of the country, such as SCT or Scotland"))
    parser.add_argument("--situation", metavar="ID", help=_("what has happened, such as threatened"))
    parser.add_argument("--child", action="store_true", help=_("only whom a child or teenager can contact"))


def run(arguments: argparse.Namespace) -> int:
    """0, also where a country has no checked services: that is said, and the international ones are printed."""
    content = load(resources())
    region = asked_region(content, arguments)
    situation = (arguments.situation or "").strip().lower()
    known = content.catalogue.situations
    if situation and situation not in known:
        says = _("There is no situation {name}").format(name=quoted(situation))
        raise Refusal(with_hint(says, nearest(situation, {own: own for own in known})))
    today = date.today()  # noqa: DTZ011 - the reader's day
    for line in help_lines(content, Asked(region, situation, arguments.child), today):
        print(line)
    return 0


def asked_region(content: Compiled, arguments: argparse.Namespace) -> str:
    """`GB`, or `GB-SCT`; what was chosen in the window where nothing was said."""
    kept = read_appearance(arguments.data_dir or data_folder())
    country = arguments.country or country_code(kept.help_country) or HOME
    nation = arguments.nation or ("" if arguments.country else kept.help_nation)
    if not nation:
        return country
    nations = help_view(content, country).nations
    spoken = {nation_name(own): own for own in nations} | {own: own for own in nations}
    named = {name.casefold(): own for name, own in spoken.items()}
    code = named.get(nation.strip().casefold())
    if code is not None:
        return region_of(country, code)
    if arguments.nation is None:
        return country
    says = _("{country} has no nation {name} with services of its own").format(country=country, name=quoted(nation))
    if nations:
        says = _("{problem} (there are {names})").format(problem=says, names=", ".join(nations))
    raise Refusal(with_hint(says, nearest(nation.strip(), spoken)))


def help_lines(content: Compiled, asked: Asked, today: date) -> Iterator[str]:
    """Everything the window would say about it."""
    country = country_of(asked.region)
    nation = nation_of(asked.region)
    place = f"{nation_name(nation)}, {country_names()[country]}" if nation else country_names()[country]
    if any(service.country == country for service in content.catalogue.services.values()):
        yield _("Help in {country} ({code})").format(country=place, code=asked.region)
    else:
        yield _("No service in {country} ({code}) has been checked yet.").format(country=place, code=asked.region)
    view = help_view(content, asked.region)
    yield from danger_lines(view)
    if asked.situation:
        yield from situation_lines(content, asked, today)
    else:
        yield from choice_lines(view)
    shown = contacts_view(content, asked.region, today, asked.situation).contacts
    fitting = [one for one in shown if not asked.child or one.for_children]
    if asked.situation:
        yield from heading(_("Who can help, most useful first"))
        for contact in fitting:
            yield from contact_lines(contact)
    else:
        yield from kinds_lines(content, fitting)
    yield ""
    yield from wrapped(small_print(), "")
    yield ""
    yield _("For another country: familysafe help --country CODE")


def small_print() -> str:
    """What leaves traces and what does not; what was typed may be kept, which is not ours to promise."""
    works = _("Works without the internet and without the passphrase.")
    saves = _("This app saves nothing here. The terminal may remember what you typed.")
    calls = _("A phone’s own call list still shows the calls that were made.")
    return f"{works} {saves} {calls}"


def danger_lines(view: HelpView) -> Iterator[str]:
    number = view.danger.number or _("the emergency number of your country")
    yield ""
    yield _("Is anyone in danger right now? Pick up a phone: call {number}").format(number=number)
    for way in view.danger.ways:
        yield from wrapped(way, INDENT)


def choice_lines(view: HelpView) -> Iterator[str]:
    if view.situations:
        yield from heading(_("What has happened?"))
        for one in view.situations:
            yield f"{INDENT}{one.id:18} {one.title}"
        yield ""
        yield _("Step by step: familysafe help --situation ID")


def situation_lines(content: Compiled, asked: Asked, today: date) -> Iterator[str]:
    view = situation_view(content, asked.situation, asked.region, today)
    if view is None:
        return
    yield from heading(view.title)
    yield from wrapped(view.about, "")
    for number, screen in enumerate(view.screens, start=1):
        yield ""
        yield from wrapped(f"{number}. {screen.title}", "")
        yield from screen_lines(screen, child=asked.child)


def screen_lines(screen: HelpScreen, *, child: bool) -> Iterator[str]:
    for line in screen.do:
        yield from wrapped(f"- {line}", INDENT, INDENT * 2)
    for label, lines in (
        (_("Words you could say"), tuple(f"“{line}”" for line in screen.say)),
        (_("Never"), screen.never),
        (_("Better not"), screen.not_to_say),
        (_("If that is not possible"), screen.if_not),
    ):
        if lines:
            yield from wrapped(f"{label}: {' '.join(lines)}", INDENT, INDENT * 2)
    if screen.to_confirm:
        yield from wrapped(_("We could not confirm all of this in an official source."), INDENT)
    for contact in (one for one in screen.contacts if one.for_children or not child):
        yield from wrapped(f"→ {contact.name}", INDENT, INDENT * 2)
        for way in ways_of(contact):
            yield from wrapped(way, INDENT * 2)


def kinds_lines(content: Compiled, contacts: list[Contact]) -> Iterator[str]:
    """By kind, most urgent first; those for every country at the end."""
    urgency = list(KINDS)
    world = {own for own, service in content.catalogue.services.items() if service.country == INTERNATIONAL}
    here = sorted((one for one in contacts if one.id not in world), key=lambda one: urgency.index(one.kind))
    for kind, group in groupby(here, key=lambda contact: contact.kind):
        yield from heading(KINDS[kind]())
        for contact in group:
            yield from contact_lines(contact)
    everywhere = [one for one in contacts if one.id in world]
    if everywhere:
        yield from heading(_("In every country"))
        for contact in everywhere:
            yield from contact_lines(contact)


def contact_lines(contact: Contact) -> Iterator[str]:
    yield ""
    yield contact.name
    for said in (*contact.does, *ways_of(contact), contact.hours, contact.cost, *contact.access):
        yield from wrapped(said, INDENT)
    yield from wrapped(about_line(contact), INDENT)


def ways_of(contact: Contact) -> Iterator[str]:
    """How to reach it; each way is one piece of text, so that a number stands by itself."""
    for label, value in ((_("Call"), contact.phone), (_("Text"), contact.text), (_("Web"), contact.web)):
        if value:
            whole = value == contact.text and contact.says_what_to_text
            yield value if whole else _("{label}: {value}").format(label=label, value=value)


def about_line(contact: Contact) -> str:
    """For whom, where, and how sure we are of it."""
    whom = _("for anyone")
    if not contact.for_adults:
        whom = _("for children and young people")
    elif not contact.for_children:
        whom = _("for adults")
    said = [whom]
    if contact.nations:
        said.append(", ".join(map(nation_name, contact.nations)))
    said.append(_("checked on {day}").format(day=spoken(contact.checked)))
    if contact.old:
        said.append(_("that is more than a year ago"))
    if contact.to_confirm:
        said.append(_("to be confirmed"))
    return " · ".join(said)
