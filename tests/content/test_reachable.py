"""What a filter or a contact limit must leave open is said, and tried, where it is set up."""

import re

import pytest

from familysafe.content.compiled import Compiled
from familysafe.domain.guide import Effect
from tests.content.test_countries import for_everybody

REMOVAL = re.compile(r"takeitdown\.ncmec\.org")
CARER = re.compile(
    r"\bcar(?:er|es? for|ing)\b|\blooks? after\b|\bhelps? to (?:care|look after)\b|\bis ill\b|\brelies\b"
)
KINDS = re.compile(r"LGBT|health|period|sex.education", re.IGNORECASE)
WEB_FILTERS = (
    "android.chrome-and-search",
    "dns-adguard-family.help-and-ads",
    "dns-cleanbrowsing.too-strict",
    "dns-cloudflare-families.router",
    "dns-familyshield.help-check",
    "dns-nextdns.allow-list",
    "iphone.web-filter",
    "mac.web-filter",
    "other-router.family-filter",
    "windows.web-filter",
)
CHATS = (
    "discord.direct-messages",
    "fortnite.voice-and-text",
    "instagram.direct-messages",
    "nintendo-switch.chat-in-games",
    "roblox.chat",
    "snapchat.who-can-contact",
    "tiktok.messages-and-comments",
)
APP_FILTERS = (
    "android.play-approvals",
    "app-stores.apple-age-limit",
    "app-stores.play-rating",
    "tiktok.family-pairing",
    "windows.store-ages",
)


def said(content: Compiled, step: str) -> str:
    """What the step says of help to every family, in all countries."""
    return " ".join(for_everybody(content.phrasebook.steps[step].still_reachable))


@pytest.mark.parametrize("step", WEB_FILTERS)
def test_where_the_web_is_filtered_a_service_that_takes_pictures_down_is_tried(content: Compiled, step: str) -> None:
    assert REMOVAL.search(said(content, step))


@pytest.mark.parametrize("step", CHATS)
def test_where_contact_is_limited_a_young_carer_is_thought_of(content: Compiled, step: str) -> None:
    assert Effect.CONTACT_LIMIT in content.catalogue.steps[step].effects
    assert CARER.search(said(content, step))


@pytest.mark.parametrize("step", APP_FILTERS)
def test_where_apps_are_filtered_health_and_growing_up_stay_open(content: Compiled, step: str) -> None:
    assert KINDS.search(said(content, step))


def test_no_sentence_on_help_is_repeated_in_a_dozen_guides(content: Compiled) -> None:
    guides: dict[str, set[str]] = {}
    for step in content.catalogue.steps:
        for sentence in for_everybody(content.phrasebook.steps[step].still_reachable):
            guides.setdefault(sentence, set()).add(step.partition(".")[0])
    assert [sentence for sentence, those in guides.items() if len(those) >= 12] == []
