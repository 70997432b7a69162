"""What was done last: with what takes it back."""

from familysafe.domain.change import ChangeHousehold, apply
from familysafe.domain.deed import Deed, Lately
from familysafe.domain.household import Household
from familysafe.domain.memory import Memory

BEFORE = Memory(household=Household("IE"))
DEED = Deed(ChangeHousehold(Household("GB")), ChangeHousehold(Household("IE")), BEFORE)


def test_a_deed_taken_back_leaves_what_was_before() -> None:
    assert apply(DEED.back, apply(DEED.change, DEED.before)) == BEFORE


def test_what_was_done_is_not_undone_until_it_is() -> None:
    assert not Lately(DEED).undone
    assert Lately(DEED, undone=True) != Lately(DEED)
