"""What a guide says of another country is true there: words of one country are kept to it."""

import re
from collections.abc import Iterator

import pytest

from familysafe.content.compiled import Compiled
from familysafe.domain.household import Account, BirthMonth, Child, Connection, Device, Household
from familysafe.domain.phrasebook import Local, lines_in
from familysafe.planning.build import build_plan
from tests.builders import TODAY

COUNTRIES = ("GB", "IE", "US", "CA", "AU", "NZ")
FROM_16_IN_AUSTRALIA = (
    "facebook",
    "instagram",
    "reddit",
    "snapchat",
    "threads",
    "tiktok",
    "twitch",
    "x",
    "youtube",
)
BRITISH = re.compile(
    r"Childline|0800|0808|Ofcom|NSPCC|Online Safety Act|£|Samaritans|\bCEOP\b|Report Remove|\bNHS\b|Women’s Aid|GCSE|"
    r"\b999\b|\b101\b|childline\.org\.uk"
)


def for_everybody(value: object) -> Iterator[str]:
    """Every sentence that is shown in all countries."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from for_everybody(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from for_everybody(inner)
    elif hasattr(value, "__struct_fields__") and not isinstance(value, Local):
        for field in value.__struct_fields__:
            yield from for_everybody(getattr(value, field))


def test_what_is_british_is_said_to_british_families_only(content: Compiled) -> None:
    british = {guide.id for guide in content.catalogue.guides.values() if guide.countries == ("GB",)}
    steps = content.catalogue.steps.values()
    british_steps = {step.id for step in steps if step.when.countries == ("GB",)}
    found = [
        f"{own}: {sentence}"
        for shelf in (content.phrasebook.guides, content.phrasebook.steps)
        for own, words in shelf.items()
        if own.partition(".")[0] not in british and own not in british_steps
        for sentence in for_everybody(words)
        if BRITISH.search(sentence)
    ]
    assert found == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_has_a_plan_of_its_own(content: Compiled, country: str) -> None:
    family = Household(
        country=country,
        children=(Child("c1", "Sam", BirthMonth(2015, 3)),),
        devices=(Device("d1", "android", used_by=("c1",)), Device("d2", "xbox")),
        connections=(Connection("n1", "other-router"), Connection("n2", "dns-cloudflare-families")),
        accounts=(Account("c1", "roblox"), Account("c1", "tiktok")),
    )
    plan = build_plan(content.catalogue, family, {}, TODAY)
    guides = {item.guide for item in plan.items}
    assert {"android", "xbox", "other-router", "dns-cloudflare-families", "roblox", "home"} <= guides
    for guide in guides:
        countries = content.catalogue.guides[guide].countries
        assert not countries or country in countries


@pytest.mark.parametrize("country", ["GB", "AU"])
def test_the_rules_for_under_16s_are_said_with_their_day(content: Compiled, country: str) -> None:
    said = " ".join(lines_in(content.phrasebook.steps["home.under-16-rules"].do, country))
    assert re.search(r"[Ii]n force (on|since) \d+ \w+ 20\d\d", said)


@pytest.mark.parametrize("guide", FROM_16_IN_AUSTRALIA)
def test_an_australian_family_is_not_told_that_an_account_begins_at_13(content: Compiled, guide: str) -> None:
    words = content.phrasebook.guides[guide]
    for age in ("13", "16"):
        here, elsewhere = (" ".join(lines_in(words.birthdays[age], country)) for country in ("AU", "GB"))
        assert "Australia" in here
        assert "Australia" not in elsewhere
    assert "Australia" in " ".join(lines_in(words.limits, "AU"))
