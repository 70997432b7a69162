"""Ids that point nowhere, words without structure and structure without words."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from familysafe.content.author import Authored
from familysafe.content.blocks import Block
from familysafe.content.problem import Problem
from familysafe.domain.catalogue import Catalogue, RetiredKind
from familysafe.domain.guide import GuideKind
from familysafe.domain.ids import is_id
from familysafe.domain.target import TargetKind

LAST = 2


def spelling(authored: Authored) -> Iterator[Problem]:
    """Every id follows the one spelling rule; one that is used twice was told when it was read."""
    for own, block in authored.places.items():
        if not is_id(own):
            yield Problem(block.at("id"), f"`{own}` is not an id: lower case letters, digits and hyphens, one dot")


def words_for_all(authored: Authored) -> Iterator[Problem]:
    """Structure and words know the same ids."""
    catalogue, book = authored.catalogue, authored.phrasebook
    for structure, words in (
        (catalogue.steps, book.steps),
        (catalogue.cards, book.cards),
        (catalogue.services, book.services),
        (catalogue.situations, book.situations),
        (catalogue.help_steps, book.help_steps),
        (catalogue.topics, book.topics),
    ):
        for own in structure.keys() - words.keys() - authored.word_places.keys():
            yield Problem(authored.places[own].place, f"`{own}` has no words in {book.language}")
    for own in book.topics.keys() - catalogue.topics.keys():
        yield Problem(authored.word_places["topics"].at(own), f"words for `{own}`, which does not exist")
    known = set(authored.places) | set(catalogue.guides) | {"topics"} | authored.unread
    for own in authored.word_places.keys() - known:
        yield Problem(authored.word_places[own].place, f"words for `{own}`, which does not exist")


def dead_ids(authored: Authored) -> Iterator[Problem]:
    """Whatever is named must exist."""
    catalogue = authored.catalogue
    for guide in catalogue.guides.values():
        block = authored.places[guide.id]
        yield from dead(authored, block, "steps", guide.steps, catalogue.steps)
    for step in catalogue.steps.values():
        block = authored.places[step.id]
        yield from dead(authored, block, "needs", step.needs, catalogue.steps)
        yield from dead(
            authored, block, "when", step.when.devices, (guide.id for guide in catalogue.of_kind(GuideKind.DEVICE))
        )
        yield from dead(authored, block, "when", step.when.services, services_and_apps(catalogue))
    for card in catalogue.cards.values():
        yield from dead(authored, authored.places[card.id], "guides", card.guides, catalogue.guides)
        yield from dead(authored, authored.places[card.id], "topic", (card.topic,), catalogue.topics)
    for old in catalogue.retired.values():
        if old.how is not RetiredKind.WITHDRAWN:
            alive = {*catalogue.guides, *catalogue.steps, *catalogue.cards, *catalogue.retired}
            yield from dead(authored, authored.places[old.id], "to", (old.to,), alive)
            yield from runs_round(authored, old.id)
        elif not old.reason:
            yield Problem(authored.places[old.id].place, f"`{old.id}` is withdrawn without a `reason`")


def runs_round(authored: Authored, own: str) -> Iterator[Problem]:
    """Answers that follow a retired id must arrive somewhere."""
    retired, passed = authored.catalogue.retired, {own}
    at = retired[own].to
    while at in retired and at not in passed:
        passed.add(at)
        at = retired[at].to
    if at == own:
        yield Problem(authored.places[own].at("to"), f"`{own}` leads back to itself: {', '.join(sorted(passed))}")


def services_and_apps(catalogue: Catalogue) -> set[str]:
    """What a child can be said to have: an app, or the service that it belongs to."""
    apps = catalogue.of_kind(GuideKind.APP)
    return {app.service for app in apps} | {app.id for app in apps}


def dead(authored: Authored, block: Block, key: str, named: Iterable[str], alive: Iterable[str]) -> Iterator[Problem]:
    alive = {*alive, *authored.unread}  # what has a mistake of its own exists
    for name in named:
        if name not in alive:
            near = get_close_matches(name, sorted(alive), n=1)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            yield Problem(block.at(key), f"`{name}` in `{key}` does not exist{hint}")


def unused_steps(authored: Authored) -> Iterator[Problem]:
    """A step that no guide lists would never be seen."""
    listed = {step for guide in authored.catalogue.guides.values() for step in guide.steps}
    for own in authored.catalogue.steps.keys() - listed:
        if own.partition(".")[0] not in authored.unread:
            yield Problem(authored.places[own].at("id"), f"`{own}` is in the `steps` of no guide")


def cycles(authored: Authored) -> Iterator[Problem]:
    """`needs` must not go round in a circle; each circle is told once."""
    needed = {own: all_needs(authored.catalogue, own) for own in authored.catalogue.steps}
    for own, needs in needed.items():
        circle = sorted(other for other in needs if own in needed[other])
        if circle[:1] == [own]:
            yield Problem(authored.places[own].at("needs"), f"`needs` goes round in a circle: {', '.join(circle)}")


def backwards(authored: Authored) -> Iterator[Problem]:
    """`needs` must not lead from an account to a device to an app backwards, also not by way of other steps."""
    for own in authored.catalogue.steps:
        first = min(stages(authored.catalogue, own), default=LAST)
        for need in sorted(all_needs(authored.catalogue, own)):
            if max(stages(authored.catalogue, need), default=0) > first:
                yield Problem(authored.places[own].at("needs"), f"`{own}` comes before `{need}`, which it needs")


def all_needs(catalogue: Catalogue, step_id: str) -> set[str]:
    """The steps that a step needs, and those that they need; itself only where they go round in a circle."""
    needs: set[str] = set()
    asked = [step_id]
    while asked:
        known = (need for need in catalogue.steps[asked.pop()].needs if need in catalogue.steps and need not in needs)
        new = set(known)
        needs |= new
        asked += new
    return needs


def stages(catalogue: Catalogue, step_id: str) -> set[int]:
    """0 before a device, 1 a device, 2 an app; a shared step has the stage of each guide, what is outside has none."""
    target = catalogue.steps[step_id].target
    kinds = {guide.kind for guide in catalogue.guides.values() if step_id in guide.steps}
    of_device = {int(target is TargetKind.DEVICE)} if GuideKind.DEVICE in kinds else set()
    return of_device | ({LAST} if GuideKind.APP in kinds else set())
