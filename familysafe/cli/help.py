"""`familysafe help`: who can be contacted in a country, most urgent first; no passphrase, no network."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from familysafe.app.paths import data_folder, resources
from familysafe.app.preferences import read_appearance
from familysafe.cli.countries import country_code, country_names
from familysafe.cli.parsing import a_country, add_verb
from familysafe.content.compiled import Compiled
from familysafe.content.load import load
from familysafe.domain.guide import Confidence
from familysafe.domain.phrasebook import lines_in
from familysafe.domain.service import Audience, Service, ServiceKind
from familysafe.output.dates import spoken
from familysafe.output.text import heading, wrapped
from familysafe.words.language import _

HOME = "GB"
INTERNATIONAL = "INT"
INDENT = "  "
EXAMPLES = """\
examples:
  familysafe help
  familysafe help --country GB
"""
KINDS: Mapping[ServiceKind, Callable[[], str]] = {
    ServiceKind.EMERGENCY: lambda: _("In danger now"),
    ServiceKind.CRISIS: lambda: _("In a crisis"),
    ServiceKind.HELPLINE: lambda: _("Someone to talk to"),
    ServiceKind.REPORT: lambda: _("To report"),
    ServiceKind.REMOVAL: lambda: _("To have a picture taken down"),
    ServiceKind.ADVICE: lambda: _("Advice"),
}
AUDIENCES: Mapping[Audience, Callable[[], str]] = {
    Audience.CHILD: lambda: _("for children and young people"),
    Audience.ADULT: lambda: _("for adults"),
    Audience.ANYONE: lambda: _("for anyone"),
}
NATIONS: Mapping[str, Callable[[], str]] = {
    "ENG": lambda: _("England"),
    "SCT": lambda: _("Scotland"),
    "WLS": lambda: _("Wales"),
    "NIR": lambda: _("Northern Ireland"),
}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Registers the verb."""
    parser = add_verb(commands, "help", _("print who can help when something has happened"), EXAMPLES, run)
    parser.add_argument("--country", metavar="CODE", type=a_country, help=_("two letters, such as GB"))


def run(arguments: argparse.Namespace) -> int:
    """0, also where a country has no checked services: that is said, and the international ones are printed."""
    country = arguments.country or chosen_country(arguments.data_dir or data_folder())
    for line in help_lines(load(resources()), country):
        print(line)
    return 0


def chosen_country(folder: Path) -> str:
    """The country that was chosen in the window; this release's own where none was."""
    return country_code(read_appearance(folder).help_country) or HOME


def help_lines(content: Compiled, country: str) -> Iterator[str]:
    services = content.catalogue.services.values()
    here = in_order([one for one in services if one.country == country])
    elsewhere = in_order([one for one in services if one.country == INTERNATIONAL])
    name = country_names()[country]
    if here:
        yield _("Help in {country} ({code})").format(country=name, code=country)
    else:
        yield _("No service in {country} ({code}) has been checked yet.").format(country=name, code=country)
    yield from kinds_lines(content, here)
    if elsewhere:
        yield from heading(_("In every country"))
        for service in elsewhere:
            yield from service_lines(content, service)
    yield ""
    yield _("For another country: familysafe help --country CODE")


def in_order(services: list[Service]) -> list[Service]:
    urgency = list(ServiceKind)
    return sorted(services, key=lambda one: (urgency.index(one.kind), one.order, one.id))


def kinds_lines(content: Compiled, services: list[Service]) -> Iterator[str]:
    for kind, group in groupby(services, key=lambda service: service.kind):
        yield from heading(KINDS[kind]())
        for service in group:
            yield from service_lines(content, service)


def service_lines(content: Compiled, service: Service) -> Iterator[str]:
    words = content.phrasebook.services[service.id]
    yield ""
    yield words.name
    for said in (*lines_in(words.does, service.country), *contact_lines(service)):
        yield from wrapped(said, INDENT)
    for said in (words.hours, words.cost, *lines_in(words.access, service.country)):
        yield from wrapped(said, INDENT)
    yield from wrapped(about_line(service), INDENT)


def contact_lines(service: Service) -> Iterator[str]:
    """How to reach it; a telephone number stands on a line of its own."""
    for label, value in ((_("Call"), service.phone), (_("Text"), service.text), (_("Web"), service.web)):
        if value:
            # What is to be texted may be a sentence already: “Text HOME to 741741”.
            yield value if value.startswith(label) else _("{label}: {value}").format(label=label, value=value)


def about_line(service: Service) -> str:
    """For whom, where, and how sure we are of it."""
    said = [AUDIENCES[service.audience]()]
    if service.nations:
        said.append(", ".join(NATIONS[nation]() if nation in NATIONS else nation for nation in service.nations))
    said.append(_("checked on {day}").format(day=spoken(service.checked)))
    if service.confidence is Confidence.TO_CONFIRM:
        said.append(_("to be confirmed"))
    return " · ".join(said)
