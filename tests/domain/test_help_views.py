"""What the pages of Help now draw says of itself what may be kept."""

import pytest

from familysafe.domain.help_views import SituationView
from tests.ui.help_views import a_contact


@pytest.mark.parametrize(
    ("quiet", "child", "nothing"), [(False, False, False), (True, False, True), (False, True, True)]
)
def test_of_a_quiet_situation_and_of_the_childs_door_nothing_is_kept(quiet: bool, child: bool, nothing: bool) -> None:
    view = SituationView("pictures", "A picture", "About.", "GB", quiet, child, "999", (), (), ())
    assert view.keeps_nothing is nothing


@pytest.mark.parametrize(("text", "says"), [("84001", False), ("Text HOME to 741741", True), ("", False)])
def test_what_is_to_be_texted_may_be_a_number_or_a_sentence(text: str, says: bool) -> None:
    assert a_contact(text=text).says_what_to_text is says
