"""Who can be contacted in a country; needs no vault and no network."""

from familysafe.content.compiled import Compiled
from familysafe.domain.phrasebook import lines_in
from familysafe.domain.service import Audience, Service, ServiceKind
from familysafe.domain.views import Contact, HelpView

URGENCY = tuple(ServiceKind)


def help_view(content: Compiled, country: str) -> HelpView:
    """The services of a country, most useful first; the international ones where there are none."""
    every = content.catalogue.services.values()
    countries = tuple(sorted({service.country for service in every} - {"INT"}))
    mine = [one for one in every if one.country == country] or [one for one in every if one.country == "INT"]
    mine.sort(key=lambda one: (one.order, URGENCY.index(one.kind), one.id))
    emergency = next((one.phone for one in mine if one.kind is ServiceKind.EMERGENCY and one.phone), "")
    return HelpView(country, countries, emergency, tuple(contact(content, one) for one in mine))


def contact(content: Compiled, service: Service) -> Contact:
    words = content.phrasebook.services[service.id]
    return Contact(
        id=service.id,
        kind=service.kind.value,
        name=words.name,
        does=lines_in(words.does, service.country),
        phone=service.phone,
        text=service.text,
        web=service.web,
        hours=words.hours,
        cost=words.cost,
        access=lines_in(words.access, service.country),
        nations=service.nations,
        checked=service.checked,
        for_children=service.audience is not Audience.ADULT,
        for_adults=service.audience is not Audience.CHILD,
    )
