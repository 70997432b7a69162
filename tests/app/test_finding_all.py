"""Search over everything: this family's plan first, and what nobody has yet as well."""

import pytest

from familysafe.app.finding_all import Finder, preview
from familysafe.app.showing.rows import Showing
from familysafe.content.compiled import Compiled
from familysafe.domain.finds import FindKind
from familysafe.domain.household import Account, BirthMonth, Child, Device, Household
from familysafe.domain.memory import Memory
from familysafe.domain.snapshot import Snapshot
from familysafe.planning.build import build_plan
from tests.app.looking import IPAD_CODE, look
from tests.builders import TODAY

FAMILY = Household(
    children=(Child("c1", "Younger", BirthMonth(2017, 3)),),
    devices=(Device("d1", "ipad", used_by=("c1",)),),
    accounts=(Account("c1", "roblox"),),
)


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(look())


@pytest.fixture(scope="module")
def real(content: Compiled) -> Showing:
    """A family with an iPad and Roblox over the real content."""
    plan = build_plan(content.catalogue, FAMILY, {}, TODAY)
    return Showing(content, Snapshot(Memory(FAMILY), plan))


def test_a_guide_that_is_in_the_plan_leads_to_its_group(finder: Finder) -> None:
    assert {find.group for find in finder.find("ipad").guides} <= {"device:d1", "device:d2"}


def test_a_step_of_the_plan_leads_to_its_place_there(finder: Finder) -> None:
    assert finder.find("code").steps[0].key == IPAD_CODE


def test_a_card_is_found_by_what_one_would_say(real: Showing) -> None:
    found = Finder(real).find("who do you chat to").cards
    assert found
    assert all(find.kind is FindKind.CARD for find in found)


@pytest.mark.parametrize("text", ["", "  ", "qqqqqqq"])
def test_nothing_is_found_for_nothing(finder: Finder, text: str) -> None:
    found = finder.find(text)
    assert (found.text, found.guides, found.steps, found.cards) == (text, (), (), ())


@pytest.mark.parametrize(
    ("typed", "guide"),
    [
        ("snap", "snapchat"),
        ("insta", "instagram"),
        ("instgram", "instagram"),
        ("whats app", "whatsapp"),
        ("robolx", "roblox"),
        ("robloks", "roblox"),
        ("roblocs", "roblox"),
        ("switch", "nintendo-switch"),
        ("sky", "sky-broadband"),
    ],
)
def test_everyday_names_and_slips_of_the_finger_find_the_guide(real: Showing, typed: str, guide: str) -> None:
    assert guide in {find.id for find in Finder(real).find(typed).guides[:3]}


@pytest.mark.parametrize(
    ("typed", "situation"),
    [
        ("blackmail", "threatened"),
        ("sextortion", "threatened"),
        ("grooming", "too-close"),
        ("groomer", "too-close"),
        ("bullying", "bullying"),
        ("self-harm", "self-harm"),
        ("nudes", "picture-shared"),
        ("sexting", "picture-shared"),
        ("scam", "scam"),
        ("snapchat hacked", "account-taken"),
    ],
)
def test_what_has_happened_is_found_by_the_word_for_it(real: Showing, typed: str, situation: str) -> None:
    found = Finder(real).find(typed).situations
    assert found[0].id == situation
    assert len(found) <= 3


@pytest.mark.parametrize("typed", ["bullying", "sexting"])
def test_the_word_for_what_has_happened_is_no_slip_for_another(real: Showing, typed: str) -> None:
    found = Finder(real).find(typed)
    assert (found.guides, found.steps) == ((), ())


@pytest.mark.parametrize("typed", ["snapchat", "in", "insta", "other"])
def test_who_looks_for_a_guide_is_not_shown_help_now(real: Showing, typed: str) -> None:
    assert Finder(real).find(typed).situations == ()


@pytest.mark.parametrize("typed", ["kik", "yubo", "wizz", "huawei", "lebara", "leapfrog", "telstra"])
def test_what_is_not_in_the_list_ends_in_the_general_guides(real: Showing, typed: str) -> None:
    found = Finder(real).find(typed)
    assert (found.situations, found.guides, found.steps, found.cards) == ((), (), (), ())
    assert [find.id for find in found.general] == ["other-app", "other-device", "other-mobile"]


@pytest.mark.parametrize("typed", ["", "k", "roblox"])
def test_the_general_guides_wait_until_nothing_is_found(real: Showing, typed: str) -> None:
    assert Finder(real).find(typed).general == ()


@pytest.mark.parametrize("typed", ["swearing", "strangers", "bedtime", "age check"])
def test_everyday_words_find_a_step_or_a_card(real: Showing, typed: str) -> None:
    found = Finder(real).find(typed)
    assert found.steps or found.cards


@pytest.mark.parametrize("typed", ["bedtime", "web filter", "screen time"])
def test_of_steps_that_fit_alike_those_of_the_plan_come_first(real: Showing, typed: str) -> None:
    assert Finder(real).find(typed).steps[0].key is not None


def test_a_step_that_nobody_has_leads_to_its_guide(real: Showing) -> None:
    steps = Finder(real).find("snapchat ghost mode").steps
    assert steps[0].id == "snapchat"
    assert steps[0].key is None
    assert "{" not in steps[0].title


def test_what_is_for_another_country_only_is_not_found(real: Showing, content: Compiled) -> None:
    irish = Household(country="IE")
    plan = build_plan(content.catalogue, irish, {}, TODAY)
    showing = Showing(content, Snapshot(Memory(irish), plan))
    assert "sky-broadband" not in {find.id for find in Finder(showing).find("sky").guides}
    assert preview(showing, "sky-broadband") is None


def test_a_guide_that_nobody_has_can_be_read(real: Showing) -> None:
    found = preview(real, "snapchat")
    assert found is not None
    assert len(found.steps) >= 5
    said = " ".join([*found.about, *found.room, *found.limits, *(f"{title} {why}" for title, why in found.steps)])
    assert "{" not in said


def test_a_step_of_a_network_that_nobody_has_is_about_the_child_s_device(real: Showing) -> None:
    found = preview(real, "giffgaff")
    assert found is not None
    assert "Check giffgaff’s 18+ restriction on the child’s device" in [title for title, _why in found.steps]


def test_a_step_of_a_device_that_nobody_has_speaks_of_it_as_one_says_it(real: Showing) -> None:
    found = preview(real, "alexa")
    assert found is not None
    assert "Look at what the Echo speaker keeps, and learn to mute it" in [title for title, _why in found.steps]
