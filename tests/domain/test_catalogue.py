"""Guides stand on shelves in picker order, and old ids lead to new ones."""

import pytest

from familysafe.domain.catalogue import Catalogue, Retired, RetiredKind
from familysafe.domain.guide import ConnectionKind, Guide, GuideKind

GUIDES = (
    Guide("other-device", GuideKind.DEVICE, "device", 120, (), general=True, order=1),
    Guide("switch", GuideKind.DEVICE, "game", 120, (), service="nintendo", order=20),
    Guide("ipad", GuideKind.DEVICE, "tablet", 120, (), service="apple", order=10),
    Guide("android", GuideKind.DEVICE, "phone", 120, (), service="google", order=10),
    Guide("sky", GuideKind.CONNECTION, "router", 120, (), connection=ConnectionKind.BROADBAND),
    Guide("ee", GuideKind.CONNECTION, "phone", 120, (), connection=ConnectionKind.MOBILE),
)
RETIRED = (
    Retired("a", RetiredKind.RENAMED, "b"),
    Retired("b", RetiredKind.MERGED, "c"),
    Retired("gone", RetiredKind.WITHDRAWN, reason="over"),
    Retired("to-gone", RetiredKind.RENAMED, "gone"),
    Retired("round", RetiredKind.RENAMED, "about"),
    Retired("about", RetiredKind.RENAMED, "round"),
)
CATALOGUE = Catalogue({guide.id: guide for guide in GUIDES}, {}, {}, {}, {}, {}, {}, {old.id: old for old in RETIRED})


def test_devices_stand_in_the_authors_order_with_the_general_one_last() -> None:
    assert [guide.id for guide in CATALOGUE.of_kind(GuideKind.DEVICE)] == ["android", "ipad", "switch", "other-device"]


def test_connections_of_one_kind_stand_on_a_shelf_of_their_own() -> None:
    assert [one.id for one in CATALOGUE.of_kind(GuideKind.CONNECTION, ConnectionKind.MOBILE)] == ["ee"]


def test_what_is_not_in_the_list_has_a_general_guide() -> None:
    assert CATALOGUE.general_guide(GuideKind.DEVICE).id == "other-device"


def test_a_step_belongs_to_the_service_of_the_guide_in_which_it_is_written() -> None:
    assert CATALOGUE.service_of("ipad.code") == "apple"


@pytest.mark.parametrize(("old", "new"), [("ipad", "ipad"), ("a", "c"), ("b", "c"), ("gone", None), ("to-gone", None)])
def test_an_old_id_leads_to_the_one_in_use(old: str, new: str | None) -> None:
    assert CATALOGUE.current_id(old) == new


def test_ids_that_lead_to_each_other_come_to_an_end() -> None:
    assert CATALOGUE.current_id("round") in {"round", "about"}
