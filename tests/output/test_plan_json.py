"""The plan for other programs."""

import json
from typing import Any

from familysafe.domain.guide import GuideKind
from familysafe.domain.household import Device
from familysafe.output.plan_json import as_json
from tests.builders import a_card, a_guide, a_household, a_step, content_of, small_content, step_words
from tests.output.plans import plan_and_names


def made(**changes: Any) -> dict[str, Any]:
    content = small_content()
    plan, names = plan_and_names(content, a_household(**changes))
    whole: dict[str, Any] = json.loads(as_json(plan, names, tuple(content.catalogue.cards.values())))
    return whole


def item(step: str, **changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in made(**changes)["items"] if one["id"] == step)
    return found


def test_the_keys_are_these() -> None:
    whole = made()
    assert list(whole) == ["schema", "today", "minutes", "items", "cards"]
    assert list(whole["cards"][0]) == ["id", "topic", "band", "opener"]


def test_an_item_says_all_of_its_step() -> None:
    assert item("ipad.code") == {
        "id": "ipad.code",
        "guide": "ipad",
        "title": "Set a code on the old tablet",
        "target": {"kind": "device", "child": None, "device": "the old tablet", "connection": None},
        "why": "Younger cannot change it.",
        "where": ["Settings", "Codes"],
        "do": ["Open it.", "Turn it on."],
        "test": {"try": "Try to open it.", "expect": "It stays shut.", "if_fails": "Begin again."},
        "minutes": 5,
        "official": "https://example.org/ipad.code",
        "checked": "2026-11-01",
        "confidence": "checked",
        "reasons": ["Younger (9) uses the old tablet", "It stands where it does most for the time it takes"],
    }


def test_targets_are_told_by_the_family_s_names() -> None:
    assert item("roblox.chat")["target"] == {"kind": "account", "child": "Younger", "device": None, "connection": None}
    assert item("sky.shield")["target"] == {"kind": "connection", "child": None, "device": None, "connection": "Sky"}
    assert item("home.drawer")["target"] == {"kind": "home", "child": None, "device": None, "connection": None}
    mobile = item("ee.filter")["target"]
    assert mobile == {"kind": "mobile", "child": None, "device": "the old tablet", "connection": "Ee"}


def test_a_device_without_a_name_is_called_by_its_guide() -> None:
    assert item("ipad.code", devices=(Device("d1", "ipad"),))["target"]["device"] == "The iPad"


def test_the_menu_path_is_that_of_the_newest_system() -> None:
    words = step_words(where={"os-26": ("Old",), "os-27": ("New",)})
    guide = a_guide("ipad", "ipad.code", systems=("os-27", "os-26"))
    content = content_of([guide], steps=[a_step("ipad.code")], words={"ipad.code": words})
    plan, names = plan_and_names(content, a_household(accounts=(), connections=()))
    assert json.loads(as_json(plan, names, ()))["items"][0]["where"] == ["New"]


def test_minutes_are_the_sum_and_a_plan_may_be_empty() -> None:
    assert made()["minutes"] == sum(one["minutes"] for one in made()["items"])
    content = content_of([a_guide("home", kind=GuideKind.HOME)], cards=[a_card()])
    plan, names = plan_and_names(content)
    assert json.loads(as_json(plan, names, ())) == {
        "schema": 1,
        "today": "2026-11-22",
        "minutes": 0,
        "items": [],
        "cards": [],
    }
