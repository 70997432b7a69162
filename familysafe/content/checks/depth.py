"""What a finished guide and a finished step must have."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from familysafe.content.author import Authored
from familysafe.content.blocks import Block
from familysafe.content.problem import Place, Problem
from familysafe.content.refused import mirror_in
from familysafe.domain.guide import Guide, GuideKind, Step
from familysafe.domain.household import ADULT_AGE
from familysafe.domain.phrasebook import ANY_SYSTEM, GuideWords, StepWords
from familysafe.domain.service import Service
from familysafe.domain.situation import HelpStep
from familysafe.domain.target import TargetKind

LONGEST_TITLE = 70
FEWEST_STEPS: Mapping[GuideKind, int] = {
    GuideKind.DEVICE: 5,
    GuideKind.APP: 5,
    GuideKind.HOME: 5,
    GuideKind.CONNECTION: 3,
}
FEWEST_OF_GENERAL = 3
MOST_STEPS = 12
SPOKEN_OF = frozenset({GuideKind.DEVICE, GuideKind.CONNECTION})  # sentences name these, and a title may be plural

StepRule = tuple[str, str, Callable[[Step, StepWords], bool]]
STEP_RULES: tuple[StepRule, ...] = (
    ("minutes", "`minutes` must be 1 to 90", lambda step, _: 1 <= step.minutes <= 90),
    ("weight", "`weight` must be 1 to 5", lambda step, _: 1 <= step.weight <= 5),
    ("official", "`official` is empty", lambda step, _: bool(step.official)),
    ("sources", "a step without a source is not finished", lambda step, _: bool(step.sources)),
    ("title", f"a title has at most {LONGEST_TITLE} characters", lambda _, said: 0 < len(said.title) <= LONGEST_TITLE),
    ("why", "`why` is empty", lambda _, said: bool(said.why)),
    ("do", "`do` is empty", lambda _, said: bool(said.do)),
    ("where", "`where` has no menu path", lambda _, said: any(said.where.values())),
    ("limits", "`limits` is empty: say what this cannot do", lambda _, said: bool(said.limits)),
    ("test", "the test has no `expect`", lambda _, said: bool(said.test.attempt and said.test.expect)),
    ("test", "the test does not say what to do `if_fails`", lambda _, said: bool(said.test.if_fails)),
    ("explain", "`explain` needs lines for two age groups", lambda _, said: len(said.explain) >= 2),
    (
        "still_reachable",
        "a filter, bedtime or contact limit owes a `still_reachable`",
        lambda step, said: not step.effects or bool(said.still_reachable),
    ),
)


def steps(authored: Authored) -> Iterator[Problem]:
    """Every rule for every step, at the line where it can be mended."""
    for own, step in authored.catalogue.steps.items():
        said = authored.phrasebook.steps.get(own)
        if said is None:
            continue
        for key, says, holds in STEP_RULES:
            if not holds(step, said):
                yield Problem(place_for(authored, own, key), f"{says} (`{own}`)")


def systems(authored: Authored) -> Iterator[Problem]:
    """A menu path is for `any` system, or for one that a guide with this step lists."""
    for own, said in authored.phrasebook.steps.items():
        guides = [guide for guide in authored.catalogue.guides.values() if own in guide.steps]
        known = {ANY_SYSTEM}.union(*(guide.systems for guide in guides))
        for system in said.where.keys() - known:
            yield Problem(authored.word_places[own].at("where", system), f"`{system}` in `where` is in no guide.toml")


def place_for(authored: Authored, own: str, key: str) -> Place:
    structure = authored.places[own]
    return structure.at(key) if (key,) in structure.lines else authored.word_places[own].at(key)


def guides(authored: Authored) -> Iterator[Problem]:
    """Enough steps, words, birthdays and systems for every guide."""
    for guide in authored.catalogue.guides.values():
        block = authored.places[guide.id]
        yield from guide_shape(guide, block)
        if not guide.service and (guide.kind is GuideKind.APP or has_account_steps(authored, guide)):
            yield Problem(block.place, f"`{guide.id}` needs a `service` for its account steps")
        said = authored.phrasebook.guides.get(guide.id)
        if said is not None:
            yield from guide_words(authored, guide, said)


def guide_shape(guide: Guide, block: Block) -> Iterator[Problem]:
    fewest = FEWEST_OF_GENERAL if guide.general else FEWEST_STEPS[guide.kind]
    if not fewest <= len(guide.steps) <= MOST_STEPS:
        yield Problem(block.at("steps"), f"`{guide.id}` has {len(guide.steps)} steps, not {fewest} to {MOST_STEPS}")
    if (guide.connection is not None) != (guide.kind is GuideKind.CONNECTION):
        yield Problem(block.at("connection"), "`connection` belongs to guides of that kind, and only to those")
    if not 0 <= guide.minimum_age <= ADULT_AGE:
        yield Problem(block.at("minimum_age"), f"`minimum_age` must be 0 to {ADULT_AGE}")
    if not 30 <= guide.shelf_life <= 400:
        yield Problem(block.at("shelf_life"), "`shelf_life` must be 30 to 400 days")


def has_account_steps(authored: Authored, guide: Guide) -> bool:
    """True when an account step is written in this guide; it belongs to the guide's service, whoever shares it."""
    steps = authored.catalogue.steps.values()
    return any(step.target is TargetKind.ACCOUNT and step.id.startswith(f"{guide.id}.") for step in steps)


def guide_words(authored: Authored, guide: Guide, said: GuideWords) -> Iterator[Problem]:
    block = authored.word_places[guide.id]
    for name, wanted, have in (
        ("birthdays", set(map(str, guide.birthdays)), set(said.birthdays)),
        ("systems", set(guide.systems), set(said.systems)),
    ):
        for lacking in sorted(wanted - have):
            yield Problem(block.at(name), f"`{name}` has no words for `{lacking}`")
        for extra in sorted(have - wanted):
            yield Problem(block.at(name, extra), f"`{extra}` in `{name}` is not in guide.toml")
    for own, count in Counter(
        authored.phrasebook.steps[step].title for step in guide.steps if step in authored.phrasebook.steps
    ).items():
        if count > 1:
            yield Problem(authored.places[guide.id].at("steps"), f"two steps of `{guide.id}` are called “{own}”")
    spoken = ("said",) if guide.kind in SPOKEN_OF else ()
    for empty in (name for name in ("about", "room", "limits", *spoken) if not getattr(said, name)):
        yield Problem(block.at(empty), f"`{empty}` is empty")


def sources(authored: Authored, today: date) -> Iterator[Problem]:
    """Sources are https pages of their makers, read on a day that has been."""
    catalogue = authored.catalogue
    sourced: dict[str, Step | Service | HelpStep] = {**catalogue.steps, **catalogue.services, **catalogue.help_steps}
    for own, thing in sourced.items():
        block = authored.places[own]
        if thing.checked > today:
            yield Problem(block.at("checked"), f"{thing.checked} is in the future")
        addresses = [("sources", url) for url in thing.sources]
        shown = {"official": getattr(thing, "official", ""), "web": getattr(thing, "web", "")}
        addresses += [(key, url) for key, url in shown.items() if url]
        for key, url in addresses:
            if not url.startswith("https://") or " " in url:
                yield Problem(block.at(key), f"`{url}` is not an https address")
            elif mirror := mirror_in(url):
                yield Problem(block.at(key), f"`{url}` is a copy on {mirror}; name the maker's own page")
