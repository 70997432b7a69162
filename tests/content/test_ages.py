"""Below a service's own age nobody is asked for what cannot be done, and nobody is left without a step."""

import pytest

from familysafe.content.compiled import Compiled
from familysafe.domain.guide import GuideKind
from familysafe.domain.household import Account, BirthMonth, Child, Household
from familysafe.planning.build import build_plan
from tests.builders import TODAY

YOUNGER = (2, 6, 9, 12)
LINKS = (
    "discord.family-center",
    "facebook.supervision",
    "instagram.supervision",
    "snapchat.family-centre",
    "tiktok.family-pairing",
)
ONLY_IN_A_USUAL_ACCOUNT = (
    "who-sees-what",
    "live-location",
    "two-step-pin",
    "vanishing-messages",
    "status-and-channels",
)


def steps_for(content: Compiled, age: int, *apps: str, country: str = "GB") -> set[str]:
    family = Household(
        country=country,
        children=(Child("c1", "Sam", BirthMonth(TODAY.year - age, 1)),),
        accounts=tuple(Account("c1", app) for app in apps),
    )
    plan = build_plan(content.catalogue, family, {}, TODAY)
    return {item.step for item in plan.items if item.guide in apps}


@pytest.mark.parametrize("age", YOUNGER)
def test_a_younger_child_who_has_the_app_gets_a_step(content: Compiled, age: int) -> None:
    asking = [guide for guide in content.catalogue.of_kind(GuideKind.APP) if guide.minimum_age > age]
    assert [guide.id for guide in asking if not steps_for(content, age, guide.id)] == []


def test_a_child_of_six_gets_what_fits_instead_and_nothing_to_set_up(content: Compiled) -> None:
    waiting = {step.partition(".")[0] for step in content.catalogue.steps if step.endswith(".not-yet")}
    assert len(waiting) >= 13
    for guide in waiting:
        assert steps_for(content, 6, guide) == {f"{guide}.not-yet"}


@pytest.mark.parametrize("link", LINKS)
def test_a_parent_link_begins_where_the_service_does(content: Compiled, link: str) -> None:
    guide = link.partition(".")[0]
    minimum = content.catalogue.guides[guide].minimum_age
    assert link in steps_for(content, minimum, guide)
    assert link not in steps_for(content, minimum - 1, guide)


@pytest.mark.parametrize("step", ONLY_IN_A_USUAL_ACCOUNT)
def test_whatsapp_under_13_asks_for_nothing_that_a_parent_run_account_lacks(content: Compiled, step: str) -> None:
    assert f"whatsapp.{step}" not in steps_for(content, 11, "whatsapp")
    assert f"whatsapp.{step}" in steps_for(content, 13, "whatsapp")
    assert "whatsapp.parent-managed-account" not in content.catalogue.steps[f"whatsapp.{step}"].needs
