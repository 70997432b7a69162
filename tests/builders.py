"""Small content and small families for tests; every builder has defaults, so a test names only what it is about."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from msgspec.structs import replace

from familysafe.content.compiled import LANGUAGE, Compiled
from familysafe.domain.card import Card, Topic
from familysafe.domain.catalogue import Catalogue, Retired
from familysafe.domain.guide import Confidence, ConnectionKind, Guide, GuideKind, Step, Who
from familysafe.domain.household import Account, AgeBand, BirthMonth, Child, Connection, Device, Household
from familysafe.domain.phrasebook import (
    CardWords,
    ChildsEyeTest,
    GuideWords,
    HelpStepWords,
    Phrasebook,
    ServiceWords,
    SituationWords,
    StepWords,
)
from familysafe.domain.record import Entry, Record, RecordField
from familysafe.domain.service import Audience, Service, ServiceKind
from familysafe.domain.situation import HelpStep, HelpStepKind, Situation
from familysafe.domain.target import TargetKind

TODAY = date(2026, 11, 22)
CHECKED = date(2026, 11, 1)
WRITTEN = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)


def a_step(own: str = "ipad.code", **changes: Any) -> Step:
    """Five minutes of weight three on a device."""
    default = Step(
        id=own,
        target=TargetKind.DEVICE,
        who=Who.ADULT,
        minutes=5,
        weight=3,
        official=f"https://example.org/{own}",
        sources=("https://example.org/",),
        checked=CHECKED,
        confidence=Confidence.CHECKED,
    )
    return replace(default, **changes)


def step_words(title: str = "Set a code", **changes: Any) -> StepWords:
    default = StepWords(
        title=title,
        why=("Why it matters.",),
        do=("Open it.", "Turn it on."),
        where={"any": ("Settings", "Codes")},
        test=ChildsEyeTest(("Try to open it.",), ("It stays shut.",), ("Begin again.",)),
        explain={AgeBand.FROM_8: ("It is like a door.",)},
        limits=("It is one door only.",),
    )
    return replace(default, **changes)


def a_guide(own: str = "ipad", *steps: str, **changes: Any) -> Guide:
    """A device guide of these steps (ids)."""
    return replace(Guide(own, GuideKind.DEVICE, "tablet", 120, steps), **changes)


def guide_words(title: str = "iPad", **changes: Any) -> GuideWords:
    return replace(GuideWords(title, ("About it.",), ("You.",), ("Not all.",)), **changes)


def spoken_words(guide: Guide) -> GuideWords:
    """What is said about a guide of which a test says nothing."""
    title = guide.id.capitalize()
    return guide_words(title, said=f"the {title}" if guide.kind is GuideKind.DEVICE else title)


def a_card(own: str = "trust.tea", **changes: Any) -> Card:
    """For eight- to ten-year-olds, on the topic before the dot."""
    return replace(Card(own, own.partition(".")[0], AgeBand.FROM_8), **changes)


def card_words(opener: str = "What made you laugh?", **changes: Any) -> CardWords:
    return replace(CardWords(opener, ("And then?",), ("A pause.",), ("Stop it.",), ("Thank them.",)), **changes)


def a_service(own: str = "gb-childline", **changes: Any) -> Service:
    default = Service(
        id=own,
        country="GB",
        kind=ServiceKind.HELPLINE,
        audience=Audience.CHILD,
        sources=("https://example.org/",),
        checked=CHECKED,
        confidence=Confidence.CHECKED,
    )
    return replace(default, **changes)


def service_words(name: str = "Childline", **changes: Any) -> ServiceWords:
    return replace(ServiceWords(name, ("Somebody to talk to.",)), **changes)


def a_situation(own: str = "threatened", *steps: str, **changes: Any) -> Situation:
    """Something that has happened, with these steps (ids) and nobody to contact."""
    return replace(Situation(own, 10, steps, {}), **changes)


def situation_words(title: str = "Threatened over a picture", **changes: Any) -> SituationWords:
    return replace(SituationWords(title, ("Someone threatens.",)), **changes)


def a_help_step(own: str = "threatened.first-words", **changes: Any) -> HelpStep:
    """One screen of words, the same in every country."""
    default = HelpStep(own, HelpStepKind.WORDS, ("https://example.org/",), CHECKED, Confidence.CHECKED)
    return replace(default, **changes)


def help_step_words(title: str = "First, the right words", **changes: Any) -> HelpStepWords:
    return replace(HelpStepWords(title, ("Sit down beside them.",)), **changes)


def content_of(
    guides: Iterable[Guide] = (),
    *,
    steps: Iterable[Step] = (),
    cards: Iterable[Card] = (),
    services: Iterable[Service] = (),
    situations: Iterable[Situation] = (),
    help_steps: Iterable[HelpStep] = (),
    retired: Iterable[Retired] = (),
    words: Mapping[str, Any] | None = None,
) -> Compiled:
    """Content with words for every id; `words` gives those that a test is about, by the id they speak for."""
    given = dict(words or {})
    guides, steps, cards, services = tuple(guides), tuple(steps), tuple(cards), tuple(services)
    situations, help_steps = tuple(situations), tuple(help_steps)
    topics = dict.fromkeys(card.topic for card in cards)
    catalogue = Catalogue(
        guides={one.id: one for one in guides},
        steps={one.id: one for one in steps},
        topics={topic: Topic(topic, "talk") for topic in topics},
        cards={one.id: one for one in cards},
        services={one.id: one for one in services},
        situations={one.id: one for one in situations},
        help_steps={one.id: one for one in help_steps},
        retired={one.id: one for one in retired},
    )
    book = Phrasebook(
        language=LANGUAGE,
        guides={one.id: given.get(one.id) or spoken_words(one) for one in guides},
        steps={one.id: given.get(one.id) or step_words(f"Do {one.id}") for one in steps},
        topics={topic: topic.capitalize() for topic in topics},
        cards={one.id: given.get(one.id) or card_words(f"Opener of {one.id}?") for one in cards},
        services={one.id: given.get(one.id) or service_words(one.id) for one in services},
        situations={one.id: given.get(one.id) or situation_words(one.id.capitalize()) for one in situations},
        help_steps={one.id: given.get(one.id) or help_step_words(f"Do {one.id}") for one in help_steps},
    )
    return Compiled("digest-of-a-test", LANGUAGE, catalogue, book)


def small_content() -> Compiled:
    """A shelf of each kind, with a step on each, three cards and two services."""
    connection = GuideKind.CONNECTION
    return content_of(
        guides=(
            a_guide("ipad", "ipad.code"),
            a_guide("other-device", "ipad.code", general=True),
            a_guide("roblox", "roblox.chat", kind=GuideKind.APP, service="roblox"),
            a_guide("sky", "sky.shield", kind=connection, connection=ConnectionKind.BROADBAND),
            a_guide("ee", "ee.filter", kind=connection, connection=ConnectionKind.MOBILE),
            a_guide("clean-dns", "clean-dns.on", kind=connection, connection=ConnectionKind.DNS),
            a_guide("home", "home.drawer", kind=GuideKind.HOME),
        ),
        steps=(
            a_step("ipad.code"),
            a_step("roblox.chat", target=TargetKind.ACCOUNT, minutes=4, weight=5),
            a_step("sky.shield", target=TargetKind.CONNECTION, minutes=6),
            a_step("ee.filter", target=TargetKind.MOBILE, confidence=Confidence.TO_CONFIRM),
            a_step("clean-dns.on", target=TargetKind.CONNECTION),
            a_step("home.drawer", target=TargetKind.HOME, minutes=10, weight=1),
        ),
        cards=(
            a_card("trust.tea"),
            a_card("games.chat", guides=("roblox",)),
            a_card("trust.bus", band=AgeBand.FROM_13),
        ),
        services=(
            a_service("gb-childline", phone="0800 1111", web="https://www.childline.org.uk/"),
            a_service("gb-999", kind=ServiceKind.EMERGENCY, audience=Audience.ANYONE, phone="999"),
        ),
        words={
            "ipad": guide_words("iPad", said="the iPad", aliases=("apple tablet",)),
            "ipad.code": step_words("Set a code on {device}", why=("{child} cannot change it.",)),
        },
    )


def a_household(**changes: Any) -> Household:
    """Younger (nine) with Roblox and an iPad on EE, behind Sky."""
    default = Household(
        children=(Child("c1", "Younger", BirthMonth(2017, 3)),),
        devices=(Device("d1", "ipad", "the old tablet", ("c1",), mobile="ee"),),
        connections=(Connection("n1", "sky"),),
        accounts=(Account("c1", "roblox"),),
    )
    return replace(default, **changes)


def an_entry(own: str = "e1", text: str = "He asked for a picture.", **changes: Any) -> Entry:
    """One line of what a child has told."""
    return replace(Entry(own, RecordField.TOLD, text, WRITTEN), **changes)


def a_record(own: str = "r1", *entries: Entry, **changes: Any) -> Record:
    """About pictures, with Younger named."""
    return replace(Record(own, "pictures", WRITTEN, ("c1",), entries), **changes)
