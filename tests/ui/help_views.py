"""Small views for the pages of Help now, and small content with something that has happened."""

from typing import Any

from msgspec.structs import replace

from familysafe.content.compiled import Compiled
from familysafe.domain.help_views import (
    AfterwardsView,
    Contact,
    ContactsView,
    Danger,
    HelpScreen,
    HelpView,
    SituationTile,
    SituationView,
)
from familysafe.domain.phrasebook import Local
from familysafe.domain.service import Audience
from familysafe.domain.situation import HelpStepKind, Situation
from tests.builders import (
    CHECKED,
    TODAY,
    a_help_step,
    a_service,
    a_situation,
    help_step_words,
    service_words,
    situation_words,
    small_content,
)
from tests.ui.views import a_row

KINDS = HelpStepKind
SCREENS = ("pictures.words", "pictures.note", "pictures.report")


def a_contact(own: str = "childline", **changes: Any) -> Contact:
    default = Contact(
        id=own,
        kind="helpline",
        name="Childline",
        does=("Somebody to talk to.",),
        phone="0800 1111",
        text="",
        web="https://www.childline.org.uk/talk",
        hours="day and night",
        cost="free",
        access=("Also in sign language.",),
        nations=(),
        checked=CHECKED,
        for_children=True,
        for_adults=False,
    )
    return replace(default, **changes)


def for_adults(**changes: Any) -> Contact:
    parts: dict[str, Any] = {"name": "For grown-ups", "for_children": False, "for_adults": True}
    return a_contact("nspcc", **{**parts, **changes})


def a_tile(own: str = "pictures", title: str = "A picture went round", **changes: Any) -> SituationTile:
    return replace(SituationTile(own, title, f"About it: {title}.", small=False, child=False), **changes)


def a_help_view(**changes: Any) -> HelpView:
    """Two tiles, a small one, and the child's door."""
    default = HelpView(
        region="GB",
        nations=("ENG", "SCT"),
        danger=Danger("999", ("Cannot speak? Press 55.", "Text 999."), ("Is anyone hurt?", "Is anyone on the way?")),
        situations=(
            a_tile(),
            a_tile("meeting", "Someone wants to meet"),
            a_tile("scam", "The money is gone", small=True),
            a_tile("door", "I am a child", child=True),
        ),
    )
    return replace(default, **changes)


def a_contacts_view(**changes: Any) -> ContactsView:
    police = a_contact("police", kind="emergency", name="Police", for_children=False, for_adults=True)
    default = ContactsView("GB", ("ENG", "SCT"), "", child=False, contacts=(police, a_contact(), for_adults()))
    return replace(default, **changes)


def a_screen(own: str = "pictures.words", **changes: Any) -> HelpScreen:
    """One that has everything a screen may have."""
    default = HelpScreen(
        id=own,
        kind="words",
        title=f"Title of {own}",
        do=("Sit down.", "Listen."),
        say=("I am glad you told me.",),
        not_to_say=("Why did you.",),
        never=("Never pay.",),
        if_not=("Write a note.",),
        contacts=(a_contact(),),
        checked=CHECKED,
        to_confirm=False,
    )
    return replace(default, **changes)


def a_bare_screen(own: str = "pictures.report", **changes: Any) -> HelpScreen:
    """One that says what to do, and no more."""
    bare = a_screen(own, kind="report", say=(), not_to_say=(), never=(), if_not=(), contacts=())
    return replace(bare, **changes)


def a_situation_view(**changes: Any) -> SituationView:
    """Three screens: words, a note, a report."""
    default = SituationView(
        id="pictures",
        title="A picture went round",
        about="About it.",
        region="GB",
        quiet=False,
        child=False,
        number="999",
        screens=(a_screen(), a_bare_screen("pictures.note", kind="note"), a_bare_screen()),
        plan=(),
        cards=(),
    )
    return replace(default, **changes)


def a_later(**changes: Any) -> AfterwardsView:
    """A step, a card, and three days of which none was chosen yet."""
    days = tuple(TODAY.replace(day=day) for day in (24, 26, 28))
    return replace(AfterwardsView((a_row(),), (("trust.tea", "What made you laugh?"),), days, None), **changes)


def happened() -> tuple[Situation, ...]:
    """Something, something quiet, and the child's door."""
    contacts = {"GB": ("gb-999", "gb-childline", "gb-sct"), "INT": ("gb-childline",)}
    return (
        a_situation("pictures", *SCREENS, contacts=contacts, plan=("ipad.code",), cards=("trust.tea", "trust.bus")),
        a_situation("inside", "inside.first", "pictures.note", contacts=contacts, plan=("ipad.code",), quiet=True),
        a_situation("door", "door.first", "pictures.note", contacts=contacts, plan=("ipad.code",), child=True),
    )


def help_content() -> Compiled:
    """The small content with situations, and a service of one nation only."""
    content = small_content()
    scotland = a_service("gb-sct", audience=Audience.ADULT, phone="0800 028", nations=("SCT",))
    kinds = {"pictures.note": KINDS.NOTE, "pictures.report": KINDS.REPORT}
    every = tuple(dict.fromkeys(step for one in happened() for step in one.steps))
    named = ("gb-childline", "gb-sct")
    steps = {own: a_help_step(own, kind=kinds.get(own, KINDS.WORDS), services=named) for own in every}
    words = {own: help_step_words(f"Title of {own}", do=(f"Do {own}.", Local("In France.", ("FR",)))) for own in every}
    titles = {"pictures": "A picture went round", "inside": "Inside our home", "door": "I am a child"}
    catalogue, book = content.catalogue, content.phrasebook
    return replace(
        content,
        catalogue=replace(
            catalogue,
            services={**catalogue.services, "gb-sct": scotland},
            situations={one.id: one for one in happened()},
            help_steps=steps,
        ),
        phrasebook=replace(
            book,
            services={**book.services, "gb-sct": service_words("Only in Scotland")},
            situations={own: situation_words(title) for own, title in titles.items()},
            help_steps=words,
        ),
    )
