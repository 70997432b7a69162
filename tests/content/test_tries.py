"""A child's-eye test is a try: done now, from where a child stands, and harmless where the control is off."""

import re

from familysafe.content.compiled import Compiled
from tests.content.test_countries import for_everybody

LATER = re.compile(r"^(?:A few days|A day|The next day|At the end of|After an? (?:evening|day|week)|On another day)\b")
READ_AGAIN = re.compile(r"back to (?:this|the same) (?:page|line)|\b(?:same|this|the) page (?:again|once more)\b")
HARMS = re.compile(r"\bpress rent\b|\byou may have (?:bought|rented)\b|\b(?:rum|vodka)\b|\brude words\b")
# Read by a person: these take a day with the network, or the second look itself asks for something.
GOOD_ALL_THE_SAME = {
    "bing.search-history",
    "ee-mobile.set-up-safe",
    "telegram.two-step-verification",
    "tesco-mobile.content-settings",
}


def tries(content: Compiled, found: re.Pattern[str]) -> set[str]:
    steps = content.phrasebook.steps
    return {own for own, said in steps.items() if any(map(found.search, for_everybody(said.test.attempt)))}


def test_a_try_costs_and_harms_nothing_where_the_control_is_off(content: Compiled) -> None:
    steps = content.phrasebook.steps
    risky = {
        own for own in tries(content, HARMS) if "ot press rent" not in " ".join(for_everybody(steps[own].test.attempt))
    }
    assert risky == set()


def test_a_try_is_done_now_and_is_more_than_a_second_look_at_the_switch(content: Compiled) -> None:
    assert tries(content, LATER) | tries(content, READ_AGAIN) == GOOD_ALL_THE_SAME
