"""A plan of the small content, for the papers made of it."""

from typing import Any

from familysafe.content.compiled import Compiled
from familysafe.domain.household import Household
from familysafe.domain.plan import Plan
from familysafe.output.sheet import Sheet, sheet_of
from familysafe.planning.build import build_plan
from familysafe.words.names import Names
from tests.builders import TODAY, a_guide, a_household, a_step, content_of, small_content, step_words


def plan_and_names(content: Compiled | None = None, household: Household | None = None) -> tuple[Plan, Names]:
    content, household = content or small_content(), household or a_household()
    plan = build_plan(content.catalogue, household, {}, TODAY)
    return plan, Names(content.catalogue, content.phrasebook, household)


def sheet(content: Compiled | None = None, household: Household | None = None) -> Sheet:
    content = content or small_content()
    plan, names = plan_and_names(content, household)
    return sheet_of(plan, names, tuple(content.catalogue.cards.values()))


def one_step(**words: Any) -> Sheet:
    """The sheet of one step with these words, on Younger's tablet."""
    content = content_of(
        [a_guide("ipad", "ipad.code")], steps=[a_step("ipad.code")], words={"ipad.code": step_words(**words)}
    )
    return sheet(content, a_household(connections=(), accounts=()))
