"""One table becomes a typed value, or every reason why it cannot."""

from typing import Any

import pytest
from msgspec import Struct

from familysafe.content.blocks import Block
from familysafe.content.problem import Place
from familysafe.content.typed import read_typed
from familysafe.domain.condition import When
from familysafe.domain.guide import Step
from familysafe.domain.household import AgeBand
from familysafe.domain.phrasebook import ChildsEyeTest, GuideWords, Local, StepWords

STEP: dict[str, Any] = {
    "title": "Set a code",
    "why": "It holds.",
    "do": ["Tap.", {"text": "Ring.", "countries": ["GB"]}],
    "where": {"any": ["Settings"]},
    "test": {"try": "Try.", "expect": "No."},
    "explain": {"8-10": "So it is."},
    "limits": [],
    "way_round": {"what": "A friend.", "counter_check": ["Look."]},
}


def block(table: dict[str, Any]) -> Block:
    return Block("step.code", Place("en-GB.toml", 10), table, {(key,): 11 + n for n, key in enumerate(table)})


def problems(table: dict[str, Any], kind: type[Struct] = StepWords) -> list[str]:
    value, found = read_typed(block(table), kind)
    assert (value is None) == bool(found)
    return [str(problem) for problem in found]


def test_one_sentence_may_stand_where_a_list_is_asked_for() -> None:
    said, _ = read_typed(block(STEP), StepWords)
    assert said is not None
    assert (said.why, said.explain) == (("It holds.",), {AgeBand.FROM_8: ("So it is.",)})


def test_a_sentence_for_one_country_may_stand_among_others() -> None:
    said, _ = read_typed(block(STEP), StepWords)
    assert said is not None
    assert said.do == ("Tap.", Local("Ring.", ("GB",)))


def test_one_sentence_for_one_country_may_stand_alone() -> None:
    said, _ = read_typed(block({**STEP, "why": {"text": "Ring.", "countries": ["GB"]}}), StepWords)
    assert said is not None
    assert said.why == (Local("Ring.", ("GB",)),)


def test_the_tables_inside_a_step_take_single_sentences_too() -> None:
    said, _ = read_typed(block(STEP), StepWords)
    assert said is not None
    assert said.test == ChildsEyeTest(("Try.",), ("No.",))
    assert said.way_round is not None
    assert said.way_round.what == ("A friend.",)


def test_an_unknown_key_is_told_with_the_nearest_one() -> None:
    table = {**STEP, "wy": "x"}
    assert problems(table) == ["en-GB.toml:19: unknown key `wy` in `step.code`; did you mean `why`?"]


def test_an_unknown_key_like_no_other_is_told_alone() -> None:
    assert problems({**STEP, "zzzzz": "x"}) == ["en-GB.toml:19: unknown key `zzzzz` in `step.code`"]


def test_a_missing_key_is_told_at_the_block() -> None:
    table = {key: value for key, value in STEP.items() if key != "title"}
    assert problems(table) == ["en-GB.toml:10: `title` is missing in `step.code`"]


def test_every_wrong_value_of_a_block_is_told() -> None:
    assert [line.partition(": ")[0] for line in problems({**STEP, "title": 3, "limits": 4})] == [
        "en-GB.toml:11",
        "en-GB.toml:17",
    ]


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("title", {"text": "x"}, "Expected `str`, got `object`"),
        ("test", "try it", "Expected `object`, got `str`"),
        ("test", {"expect": "x"}, "missing required field `try`"),
        ("test", {"try": "x", "tri": "y"}, "A table contains unknown field `tri`"),
        ("explain", {"8-11": "x"}, "Invalid enum value '8-11'"),
        ("where", ["Settings"], "Expected `object`, got `array`"),
        ("way_round", 5, "`way_round`"),
    ],
)
def test_a_value_of_the_wrong_shape_is_told(key: str, value: object, says: str) -> None:
    assert any(says in told for told in problems({**STEP, key: value}))


def test_a_structure_is_named_by_its_id() -> None:
    assert all("in `lamp.code`" in told for told in problems({"id": "lamp.code"}, Step))


def test_the_block_without_a_name_is_not_named() -> None:
    _, found = read_typed(Block("", Place("en-GB.toml"), {}, {}), GuideWords)
    assert str(found[0]) == "en-GB.toml:1: `title` is missing"


def test_keys_that_are_read_elsewhere_are_ignored() -> None:
    _, found = read_typed(block({"ages": ["8-10"], "step": {}}), When, ignore=frozenset({"step"}))
    assert found == []
