"""Help now: what has happened, one calm screen after the other, and who to contact; needs no vault and no network."""

from collections.abc import Iterable
from datetime import date, timedelta

from familysafe.content.compiled import Compiled
from familysafe.domain.guide import Confidence
from familysafe.domain.help_views import (
    Contact,
    ContactsView,
    Danger,
    HelpScreen,
    HelpView,
    SituationTile,
    SituationView,
)
from familysafe.domain.phrasebook import ServiceWords, lines_in
from familysafe.domain.region import country_of
from familysafe.domain.service import Audience, Service, ServiceKind
from familysafe.domain.situation import INTERNATIONAL, HelpStep, Situation, fitting, serves
from familysafe.words.language import _

URGENCY = tuple(ServiceKind)
# The step whose lines are the questions to ask oneself when one is not sure that it is an emergency.
QUESTIONS = "threatened.danger"
OLD = timedelta(days=365)


def help_view(content: Compiled, region: str) -> HelpView:
    """The danger question and every situation, the child's door last."""
    situations = sorted(content.catalogue.situations.values(), key=lambda one: (one.child, one.order, one.id))
    words = content.phrasebook.situations
    tiles = (
        SituationTile(
            one.id, words[one.id].title, " ".join(lines_in(words[one.id].about, region)), one.small, one.child
        )
        for one in situations
    )
    return HelpView(region, nations_of(content, region), danger(content, region), tuple(tiles))


def nations_of(content: Compiled, region: str) -> tuple[str, ...]:
    """Those nations of its country that have services of their own."""
    country = country_of(region)
    here = (service for service in content.catalogue.services.values() if service.country == country)
    return tuple(dict.fromkeys(nation for service in here for nation in service.nations))


def danger(content: Compiled, region: str) -> Danger:
    """How to reach the emergency services of a region."""
    found = [one for one in every_service(content, region) if one.kind is ServiceKind.EMERGENCY]
    number = next((one.phone for one in found if one.phone), "")
    ways = [line for one in found[:1] for line in lines_in(content.phrasebook.services[one.id].access, region)]
    ways += [other_way(content.phrasebook.services[one.id], one, region) for one in found[1:]]
    known = QUESTIONS in content.phrasebook.help_steps
    questions = lines_in(content.phrasebook.help_steps[QUESTIONS].do, region) if known else ()
    return Danger(number, tuple(ways), questions)


def other_way(words: ServiceWords, service: Service, region: str) -> str:
    """`111 TXT: text 111 (register first)`: a further way to the emergency services, in one line."""
    how = service.phone or next(iter(lines_in(words.access, region)), service.web)
    if service.text:
        how = _("text {number}").format(number=service.text) if service.text[0].isdigit() else service.text
    name, _colon, said = words.name.rpartition(": ")
    # Where the name ends with the number to text, it is not said twice.
    return f"{name if said and how.startswith(said) else words.name}: {how}"


def contacts_view(content: Compiled, region: str, today: date, situation: str = "") -> ContactsView:
    """Who can be contacted: about a situation, or about anything, most useful first."""
    nations = nations_of(content, region)
    if situation not in content.catalogue.situations:
        everyone = contacts(content, every_service(content, region), region, today)
        return ContactsView(region, nations, "", child=False, contacts=everyone)
    one = content.catalogue.situations[situation]
    services = content.catalogue.services
    named = (services[own] for own in one.contacts_for(country_of(region)))
    spoken = (service for service in named if one.may_name(service) and serves(service, region))
    title = content.phrasebook.situations[situation].title
    return ContactsView(region, nations, title, one.child, contacts(content, spoken, region, today))


def situation_view(content: Compiled, situation: str, region: str, today: date) -> SituationView | None:
    """The screens of a situation in the order of the region's guidance; None where there is no such situation."""
    one = content.catalogue.situations.get(situation)
    if one is None:
        return None
    country = country_of(region)
    words = content.phrasebook.situations[situation]
    steps = (content.catalogue.help_steps[own] for own in one.steps_for(country))
    here = (step for step in steps if step.stands_in(country))
    return SituationView(
        id=situation,
        title=words.title,
        about=" ".join(lines_in(words.about, region)),
        region=region,
        quiet=one.quiet,
        child=one.child,
        number=danger(content, region).number,
        screens=tuple(screen(content, one, step, region, today) for step in here),
        plan=one.plan,
        cards=one.cards,
    )


def screen(content: Compiled, one: Situation, step: HelpStep, region: str, today: date) -> HelpScreen:
    said = content.phrasebook.help_steps[step.id]
    named = (content.catalogue.services[own] for own in step.services)
    fit = fitting(filter(one.may_name, named), region)
    return HelpScreen(
        id=step.id,
        kind=step.kind.value,
        title=said.title,
        do=lines_in(said.do, region),
        say=lines_in(said.say, region),
        not_to_say=lines_in(said.not_to_say, region),
        never=lines_in(said.never, region),
        if_not=lines_in(said.if_not, region),
        contacts=contacts(content, fit, region, today),
        checked=step.checked,
        to_confirm=step.confidence is Confidence.TO_CONFIRM,
    )


def every_service(content: Compiled, region: str) -> list[Service]:
    """The services of a region, most useful first, then those for every country."""
    found = [one for one in content.catalogue.services.values() if serves(one, region)]
    found.sort(key=lambda one: (one.country == INTERNATIONAL, one.order, URGENCY.index(one.kind), one.id))
    return found


def contacts(content: Compiled, services: Iterable[Service], region: str, today: date) -> tuple[Contact, ...]:
    return tuple(contact(content, service, region, today) for service in services)


def contact(content: Compiled, service: Service, region: str, today: date) -> Contact:
    words = content.phrasebook.services[service.id]
    return Contact(
        id=service.id,
        kind=service.kind.value,
        name=words.name,
        does=lines_in(words.does, region),
        phone=service.phone,
        text=service.text,
        web=service.web,
        hours=words.hours,
        cost=words.cost,
        access=lines_in(words.access, region),
        nations=service.nations,
        checked=service.checked,
        for_children=service.audience is not Audience.ADULT,
        for_adults=service.audience is not Audience.CHILD,
        to_confirm=service.confidence is Confidence.TO_CONFIRM,
        old=today - service.checked > OLD,
    )
