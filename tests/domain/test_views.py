"""What pages draw knows its own sums and names."""

from familysafe.domain.views import GuideChoice, Progress, Shelves

SHELVES = Shelves(
    devices=(GuideChoice("ipad", "Apple iPad", "iPad", "tablet", (), general=False),),
    broadband=(),
    mobile=(),
    dns=(),
    apps=(GuideChoice("roblox", "Roblox", "Roblox", "game", (), general=False),),
)


def test_what_is_known_in_any_way_is_done() -> None:
    progress = Progress("device:d1", "The iPad", "Younger", "tablet", of=6, tested=1, seen=1, told=1, settled=1)
    assert (progress.done, progress.to_do) == (4, 2)


def test_a_guide_on_any_shelf_has_its_title_and_icon() -> None:
    assert (SHELVES.title("roblox"), SHELVES.icon("roblox")) == ("Roblox", "game")


def test_a_guide_on_no_shelf_is_called_by_its_id() -> None:
    assert (SHELVES.title("old-thing"), SHELVES.icon("old-thing")) == ("old-thing", "device")
