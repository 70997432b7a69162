"""What a finished situation must have: steps that end in a real next step, and contacts wherever it is read."""

from collections.abc import Callable, Iterator

from familysafe.content.author import Authored
from familysafe.content.blocks import Block
from familysafe.content.checks.links import dead
from familysafe.content.checks.style import plain, too_hard
from familysafe.content.problem import Problem
from familysafe.domain.phrasebook import HelpStepWords
from familysafe.domain.region import REGIONS, country_of
from familysafe.domain.service import Service, ServiceKind
from familysafe.domain.situation import (
    INTERNATIONAL,
    HelpStep,
    HelpStepKind,
    Situation,
    serves,
    speaks_to,
)

LONGEST_TITLE = 60
MOST_STEPS = 14
PARENT_GRADE = 6.0
CHILD_GRADE = 4.0
QUIET_LACKS = frozenset({HelpStepKind.NOTE})

HelpStepRule = tuple[str, str, Callable[[HelpStep, HelpStepWords], bool]]
STEP_RULES: tuple[HelpStepRule, ...] = (
    ("sources", "a step without a source is not finished", lambda step, _: bool(step.sources)),
    ("title", f"a title has at most {LONGEST_TITLE} characters", lambda _, said: 0 < len(said.title) <= LONGEST_TITLE),
    ("do", "`do` is empty", lambda _, said: bool(said.do)),
)


def steps(authored: Authored) -> Iterator[Problem]:
    """Every rule for every step of help, and no step that nobody reaches."""
    listed = {step for one in authored.catalogue.situations.values() for step in all_steps(one)}
    for own, step in authored.catalogue.help_steps.items():
        if own not in listed and own.partition(".")[0] not in authored.unread:
            yield Problem(authored.places[own].at("id"), f"`{own}` is in the `steps` of no situation")
        if (said := authored.phrasebook.help_steps.get(own)) is not None:
            words = authored.word_places[own]
            for key, says, holds in STEP_RULES:
                if not holds(step, said):
                    block = authored.places[own] if key == "sources" else words
                    yield Problem(block.at(key), f"{says} (`{own}`)")


def dead_ids(authored: Authored) -> Iterator[Problem]:
    """Whatever a situation names must exist."""
    catalogue = authored.catalogue
    for one in catalogue.situations.values():
        block = authored.places[one.id]
        for key, named, alive in (
            ("steps", all_steps(one), catalogue.help_steps),
            ("contacts", [own for group in one.contacts.values() for own in group], catalogue.services),
            ("plan", one.plan, catalogue.steps),
            ("cards", one.cards, catalogue.cards),
        ):
            yield from dead(authored, block, key, named, alive)
    for step in catalogue.help_steps.values():
        yield from dead(authored, authored.places[step.id], "services", step.services, catalogue.services)


def reach(authored: Authored) -> Iterator[Problem]:
    """In every region an adult and a child find a contact, and the walk passes one on a step."""
    for one in authored.catalogue.situations.values():
        block = authored.places[one.id]
        if not 1 <= len(one.steps) <= MOST_STEPS:
            yield Problem(block.at("steps"), f"`{one.id}` has {len(one.steps)} steps, not 1 to {MOST_STEPS}")
        if one.keeps_nothing:
            yield from noted(authored, one, block)
        for country in one.contacts.keys() - {country_of(region) for region in REGIONS}:
            yield Problem(block.at("contacts", country), f"`{country}` has no services")
        for region in REGIONS:
            yield from unreached(authored, one, region, block)


def noted(authored: Authored, one: Situation, block: Block) -> Iterator[Problem]:
    for own in all_steps(one):
        step = authored.catalogue.help_steps.get(own)
        if step is not None and step.kind in QUIET_LACKS:
            yield Problem(block.at("steps"), f"`{own}` leads to the record, which `{one.id}` never offers")


def unreached(authored: Authored, one: Situation, region: str, block: Block) -> Iterator[Problem]:
    services = authored.catalogue.services
    named = [services[own] for own in one.contacts_for(country_of(region)) if own in services]
    here = [service for service in named if one.may_name(service) and serves(service, region)]
    place = block.at("contacts", country_of(region))
    for child, whom in ((False, "an adult"), (True, "a child")):
        if not any(speaks_to(service, child=child) and can_be_turned_to(service) for service in here):
            yield Problem(place, f"`{one.id}` has no contact for {whom} in {region}")
    for service in named:
        if service.country not in {country_of(region), INTERNATIONAL}:
            yield Problem(place, f"`{service.id}` is not a service of {country_of(region)}")
    if not any(shown_on_the_way(service, one, region) for service in walked(authored, one, country_of(region))):
        yield Problem(block.at("steps"), f"no step of `{one.id}` names a service for {region}")


def walked(authored: Authored, one: Situation, country: str) -> Iterator[Service]:
    steps_here = (authored.catalogue.help_steps.get(own) for own in one.steps_for(country))
    for step in steps_here:
        if step is not None and step.stands_in(country):
            yield from (authored.catalogue.services[own] for own in step.services if own in authored.catalogue.services)


def shown_on_the_way(service: Service, one: Situation, region: str) -> bool:
    return serves(service, region) and can_be_turned_to(service) and one.may_name(service)


def can_be_reached(service: Service) -> bool:
    """What is still to be confirmed is not shown, and reaches nobody."""
    ways = {"phone": service.phone, "text": service.text, "web": service.web}
    return any(way for name, way in ways.items() if name not in service.recheck)


def can_be_turned_to(service: Service) -> bool:
    """A form that takes a picture down is a help, and nobody to turn to."""
    return can_be_reached(service) and service.kind is not ServiceKind.REMOVAL


def reading_age(authored: Authored) -> Iterator[Problem]:
    """Situation by situation, its own steps; the child's door is easier."""
    for one in authored.catalogue.situations.values():
        own = [authored.phrasebook.help_steps.get(step) for step in all_steps(one) if step.startswith(f"{one.id}.")]
        text = [line for said in own if said is not None for line in spoken(said)]
        if text:
            limit = CHILD_GRADE if one.child else PARENT_GRADE
            yield from too_hard(authored.word_places[one.id], "title", "its steps", text, limit)


def spoken(said: HelpStepWords) -> list[str]:
    return plain(said.do, said.say, said.not_to_say, said.never, said.if_not)


def all_steps(one: Situation) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one.steps, *(step for order in one.steps_in.values() for step in order))))
