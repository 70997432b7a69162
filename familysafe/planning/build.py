"""The plan of a household today."""

from collections.abc import Mapping
from datetime import date

from familysafe.domain.answer import Answer
from familysafe.domain.catalogue import Catalogue
from familysafe.domain.household import Household
from familysafe.domain.plan import Plan
from familysafe.domain.target import ItemKey
from familysafe.planning.gather import gather, home_of
from familysafe.planning.order import in_order


def build_plan(catalogue: Catalogue, household: Household, answers: Mapping[ItemKey, Answer], today: date) -> Plan:
    """Every step that stands for this family, in order, each with its answer and its reasons; pure."""
    found = gather(catalogue, home_of(catalogue, household, today))
    return Plan(tuple(in_order(catalogue, household, found, answers)), today)
