"""`when`: all fields must hold, any value in a field is enough."""

import pytest

from familysafe.domain.condition import Circumstances, When, holds
from familysafe.domain.household import AgeBand

AROUND = Circumstances(
    ages=frozenset({AgeBand.FROM_8, AgeBand.FROM_13}),
    country="GB",
    devices=frozenset({"ipad"}),
    services=frozenset({"roblox"}),
)
FIELDS = (
    (When(ages=(AgeBand.FROM_13, AgeBand.FROM_16)), When(ages=(AgeBand.FROM_16,))),
    (When(countries=("IE", "GB")), When(countries=("IE",))),
    (When(devices=("android", "ipad")), When(devices=("android",))),
    (When(services=("tiktok", "roblox")), When(services=("tiktok",))),
)


def test_a_step_without_a_condition_is_for_everybody() -> None:
    assert holds(When(), AROUND)


@pytest.mark.parametrize(("fits", "_"), FIELDS)
def test_one_value_of_a_field_is_enough(fits: When, _: When) -> None:
    assert holds(fits, AROUND)


@pytest.mark.parametrize(("_", "fails"), FIELDS)
def test_one_field_that_does_not_hold_is_enough_to_leave_the_step_out(_: When, fails: When) -> None:
    assert not holds(fails, AROUND)


def test_all_fields_must_hold_together() -> None:
    assert holds(When((AgeBand.FROM_8,), ("GB",), ("ipad",), ("roblox",)), AROUND)
    assert not holds(When((AgeBand.FROM_8,), ("GB",), ("ipad",), ("tiktok",)), AROUND)


def test_an_unknown_age_rules_nothing_out() -> None:
    around = Circumstances(frozenset({None}), "GB", frozenset(), frozenset())
    assert holds(When(ages=(AgeBand.UNDER_5,)), around)
