"""One spelling rule for every id."""

import pytest

from familysafe.domain.ids import LONGEST, is_id, last_part, new_id


@pytest.mark.parametrize("good", ["iphone", "iphone.screen-time-code", "dns-4.a1", "a" * LONGEST])
def test_small_letters_digits_hyphens_and_one_dot_are_an_id(good: str) -> None:
    assert is_id(good)


@pytest.mark.parametrize(
    "bad",
    ["", "iPhone", "a b", "a.b.c", ".a", "a.", "-a", "a-", "a--b", "a_b", "é", "a\n", "a/../b", "a" * (LONGEST + 1)],
)
def test_anything_else_is_none(bad: str) -> None:
    assert not is_id(bad)


def test_the_last_part_is_a_step_s_own_name() -> None:
    assert last_part("iphone.screen-time-code") == "screen-time-code"


def test_a_guide_s_id_is_its_own_last_part() -> None:
    assert last_part("iphone") == "iphone"


def test_an_opaque_id_is_new_every_time_and_spelled_like_any_other() -> None:
    ids = {new_id() for _ in range(1_000)}
    assert len(ids) == 1_000
    assert all(map(is_id, ids))
