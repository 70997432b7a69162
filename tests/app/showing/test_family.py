"""What can be chosen for a household, in its country."""

from familysafe.app.showing.family import choice, family_view, shelves
from familysafe.domain.guide import ConnectionKind, GuideKind
from tests.builders import TODAY, a_guide, a_household, content_of, guide_words, small_content


def test_every_guide_stands_on_its_shelf() -> None:
    found = shelves(small_content(), "GB")
    assert [one.id for one in found.devices] == ["ipad", "other-device"]
    assert [one.id for one in found.broadband] == ["sky"]
    assert [one.id for one in found.mobile] == ["ee"]
    assert [one.id for one in found.dns] == ["clean-dns"]
    assert [one.id for one in found.apps] == ["roblox"]


def test_a_guide_of_another_country_cannot_be_chosen() -> None:
    british = a_guide("sky", kind=GuideKind.CONNECTION, connection=ConnectionKind.BROADBAND, countries=("GB",))
    content = content_of([british])
    assert shelves(content, "GB").broadband
    assert not shelves(content, "IE").broadband


def test_a_tile_has_a_short_name_where_one_was_written() -> None:
    guide = a_guide("switch")
    content = content_of([guide], words={"switch": guide_words("Nintendo Switch", short="Switch")})
    assert (choice(content, guide).title, choice(content, guide).short) == ("Nintendo Switch", "Switch")


def test_a_tile_without_a_short_name_has_the_long_one() -> None:
    assert choice(small_content(), small_content().catalogue.guides["ipad"]).short == "iPad"


def test_the_family_page_shows_who_is_at_home() -> None:
    shown = family_view(small_content(), a_household(), TODAY)
    assert (shown.household, shown.today) == (a_household(), TODAY)
