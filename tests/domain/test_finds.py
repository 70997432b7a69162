"""What a search found."""

from familysafe.domain.finds import Find, FindKind, Finds


def test_nothing_is_found_before_anything_was_typed() -> None:
    assert (Finds().text, Finds().guides, Finds().steps, Finds().cards) == ("", (), (), ())
    assert (Finds().situations, Finds().general) == ((), ())


def test_a_thing_that_is_not_in_the_plan_has_no_place_there() -> None:
    find = Find(FindKind.STEP, "discord", "Close private chat", "Discord", "talk")
    assert (find.key, find.group) == (None, "")
