"""A plan as JSON for other programs; `schema` grows when a field changes its meaning."""

from collections.abc import Sequence
from datetime import date

import msgspec
from msgspec import Struct, field

from familysafe.domain.card import Card
from familysafe.domain.guide import Confidence
from familysafe.domain.household import AgeBand
from familysafe.domain.phrasebook import ChildsEyeTest, Lines
from familysafe.domain.plan import Plan, PlanItem
from familysafe.domain.target import TargetKind
from familysafe.output.menu import one_path
from familysafe.words.names import Names, capital
from familysafe.words.reasons import reasons_of

SCHEMA = 1


class TargetJson(Struct, frozen=True):
    """What a step is done for, by the family's own names."""

    kind: TargetKind
    child: str | None
    device: str | None
    connection: str | None


class TryJson(Struct, frozen=True):
    """The child's-eye test, each part as one text."""

    attempt: str = field(name="try")
    expect: str
    if_fails: str


class ItemJson(Struct, frozen=True):
    """One step for one target."""

    id: str
    guide: str
    title: str
    target: TargetJson
    why: str
    where: tuple[str, ...]
    do: tuple[str, ...]
    test: TryJson
    minutes: int
    official: str
    checked: date
    confidence: Confidence
    reasons: tuple[str, ...]


class CardJson(Struct, frozen=True):
    """A card by the id of its topic."""

    id: str
    topic: str
    band: AgeBand
    opener: str


class PlanJson(Struct, frozen=True):
    """The whole answer; `minutes` is the sum over `items`."""

    schema: int
    today: date
    minutes: int
    items: tuple[ItemJson, ...]
    cards: tuple[CardJson, ...]


def as_json(plan: Plan, names: Names, cards: Sequence[Card]) -> str:
    """Indented JSON that ends with a line end."""
    whole = PlanJson(
        schema=SCHEMA,
        today=plan.today,
        minutes=plan.minutes,
        items=tuple(item_json(item, plan, names) for item in plan.items),
        cards=tuple(CardJson(card.id, card.topic, card.band, names.book.cards[card.id].opener) for card in cards),
    )
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def item_json(item: PlanItem, plan: Plan, names: Names) -> ItemJson:
    step = names.catalogue.steps[item.step]
    words = names.book.steps[item.step]
    path = one_path(words, names.catalogue.guides[item.guide], names.household.guides_of_devices())
    return ItemJson(
        id=item.step,
        guide=item.guide,
        title=names.title(item),
        target=target_json(item, names),
        why=joined(words.why, item, names),
        where=tuple(names.fill(label, item) for label in path),
        do=names.lines(words.do, item),
        test=try_json(words.test, item, names),
        minutes=item.minutes,
        official=step.official,
        checked=step.checked,
        confidence=step.confidence,
        reasons=reasons_of(item, names, plan.today),
    )


def target_json(item: PlanItem, names: Names) -> TargetJson:
    target = item.target
    networked = target.kind in {TargetKind.CONNECTION, TargetKind.MOBILE}
    return TargetJson(
        kind=target.kind,
        child=names.child(target.child) if target.child else None,
        device=device_json(target.device, names) if target.device else None,
        connection=names.network_title(target) if networked else None,
    )


def device_json(device_id: str, names: Names) -> str:
    """The family's own name as it is written; without one, the guide's: `The iPad`."""
    return names.household.device(device_id).name or capital(names.device(device_id))


def try_json(test: ChildsEyeTest, item: PlanItem, names: Names) -> TryJson:
    parts = (joined(lines, item, names) for lines in (test.attempt, test.expect, test.if_fails))
    return TryJson(*parts)


def joined(lines: Lines, item: PlanItem, names: Names) -> str:
    return " ".join(names.lines(lines, item))
