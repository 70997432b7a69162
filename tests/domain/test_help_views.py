"""What the pages of Help now draw says of itself what may be kept."""

import pytest

from familysafe.domain.help_views import SituationView


@pytest.mark.parametrize(
    ("quiet", "child", "nothing"), [(False, False, False), (True, False, True), (False, True, True)]
)
def test_of_a_quiet_situation_and_of_the_childs_door_nothing_is_kept(quiet: bool, child: bool, nothing: bool) -> None:
    view = SituationView("pictures", "A picture", "About.", "GB", quiet, child, "999", (), (), ())
    assert view.keeps_nothing is nothing
