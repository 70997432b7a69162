"""How this family's children, devices and networks are spoken of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysafe.domain.guide import ConnectionKind, GuideKind
from familysafe.domain.household import Child, Connection, Device, Household
from familysafe.domain.phrasebook import Local
from familysafe.domain.plan import PlanItem, Reason, ReasonCode
from familysafe.domain.target import Target, TargetKind
from familysafe.words.names import Names, capital
from tests.builders import a_guide, a_household, content_of, guide_words, small_content

CONTENT = small_content()


def names(household: Household) -> Names:
    return Names(CONTENT.catalogue, CONTENT.phrasebook, household)


def item(
    target: Target, *children: str, guide: str = "ipad", step: str = "ipad.code", reasons: tuple[Reason, ...] = ()
) -> PlanItem:
    return PlanItem(step, target, guide, children, 5, 3, reasons=reasons)


DEVICE = item(Target(TargetKind.DEVICE, device="d1"), "c1")
ACCOUNT = item(Target(TargetKind.ACCOUNT, child="c1", service="roblox"), "c1", guide="roblox")
HOME = item(Target(TargetKind.HOME), guide="home")
TWO = a_household(children=(Child("c1", "Younger"), Child("c2", "Elder"), Child("c3", "Baby")))


def test_a_child_is_called_by_its_nickname() -> None:
    assert names(a_household()).child("c1") == "Younger"


@pytest.mark.parametrize("children", [(), (Child("c1", ""),)])
def test_a_child_without_a_nickname_is_your_child(children: tuple[Child, ...]) -> None:
    assert names(a_household(children=children)).child("c1") == "your child"


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        ((), "your child"),
        (("c1",), "Younger"),
        (("c1", "c2"), "Younger and Elder"),
        (("c1", "c2", "c3"), "Younger, Elder and Baby"),
        (("c1", "c8"), "Younger and your child"),
        (("c8", "c1", "c9"), "Younger and your children"),
        (("c8", "c9"), "your children"),
    ],
)
def test_several_children_are_named_one_after_another(ids: tuple[str, ...], said: str) -> None:
    assert names(TWO).children(ids) == said


def test_a_device_is_called_as_the_family_calls_it() -> None:
    assert names(a_household()).device("d1") == "the old tablet"


@pytest.mark.parametrize(("guide", "said"), [("ipad", "the iPad"), ("sky", "Sky"), ("x", "the device")])
def test_a_device_without_a_name_is_called_by_its_kind(guide: str, said: str) -> None:
    assert names(a_household(devices=(Device("d1", guide),))).device("d1") == said


def test_a_device_that_is_gone_is_the_device() -> None:
    assert names(a_household()).device("d9") == "the device"


def test_a_guide_of_another_release_is_called_by_its_id() -> None:
    assert names(a_household()).guide("xbox") == "xbox"


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (Target(TargetKind.CONNECTION, connection="n1"), "Sky"),
        (Target(TargetKind.MOBILE, device="d1"), "Ee"),
        (Target(TargetKind.DEVICE, device="d9"), "the network"),
        (Target(TargetKind.HOME), "the network"),
    ],
)
def test_a_network_is_the_one_that_the_target_is_on(target: Target, said: str) -> None:
    assert names(a_household()).network(target) == said


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (DEVICE, "The old tablet · Younger"),
        (item(Target(TargetKind.MOBILE, device="d1"), "c1", "c2"), "The old tablet"),
        (ACCOUNT, "Roblox · Younger"),
        (item(Target(TargetKind.CONNECTION, connection="n1")), "Sky"),
        (item(Target(TargetKind.CHILD, child="c1"), "c1"), "Younger"),
        (HOME, "Our home"),
    ],
)
def test_a_target_is_told_in_few_words(what: PlanItem, said: str) -> None:
    assert names(a_household()).target(what) == said


def test_placeholders_become_the_names_of_this_family() -> None:
    said = names(a_household()).fill("{child} uses {device} on {network}.", DEVICE)
    assert said == "Younger uses the old tablet on Ee."


def test_a_sentence_without_a_gap_is_left_as_it_is() -> None:
    assert names(a_household()).fill("iCloud stays off.", DEVICE) == "iCloud stays off."


def test_a_sentence_that_begins_with_a_device_begins_with_a_capital() -> None:
    assert names(a_household()).fill("{device} sleeps downstairs.", DEVICE) == "The old tablet sleeps downstairs."


def test_an_account_step_speaks_of_the_device_at_which_it_was_met() -> None:
    met = item(ACCOUNT.target, "c1", reasons=(Reason(ReasonCode.CHILD_USES_DEVICE, ("c1",), "d1", "ipad"),))
    assert names(a_household()).fill("On {device}.", met) == "On the old tablet."


def test_an_account_step_met_in_an_app_speaks_of_the_child_s_device() -> None:
    assert names(a_household()).fill("On {device}.", ACCOUNT) == "On the child’s device."


def test_a_step_for_several_children_speaks_of_all() -> None:
    both = item(Target(TargetKind.DEVICE, device="d1"), "c2", "c1")
    assert names(TWO).fill("Ask {child}.", both) == "Ask Elder and Younger."


def test_only_the_sentences_of_this_country_are_said() -> None:
    lines = ("Ask {child}.", Local("Ring 0800 1111.", ("GB",)), Local("Ring 1800 66 66 66.", ("IE",)))
    assert names(a_household()).lines(lines, DEVICE) == ("Ask Younger.", "Ring 0800 1111.")


def test_a_title_is_filled_too() -> None:
    assert names(a_household()).title(DEVICE) == "Set a code on the old tablet"


def test_a_sentence_has_the_words_for_sentences_and_a_heading_the_title() -> None:
    network = a_guide("net", kind=GuideKind.CONNECTION, connection=ConnectionKind.BROADBAND)
    words = {"alexa": guide_words("Speakers", said="the speaker"), "net": guide_words("Net Broadband", said="Net")}
    content = content_of([a_guide("alexa"), network], words=words)
    home = a_household(
        devices=(Device("d1", "alexa"), Device("d2", "alexa", "Tin")), connections=(Connection("n1", "net"),)
    )
    speaker, target = Names(content.catalogue, content.phrasebook, home), Target(TargetKind.CONNECTION, connection="n1")
    assert (speaker.device("d1"), speaker.device("d2"), speaker.guide("alexa")) == ("the speaker", "Tin", "Speakers")
    assert (speaker.network(target), speaker.target(item(target))) == ("Net", "Net Broadband")


@given(st.text(max_size=12))
def test_a_nickname_is_never_taken_for_a_placeholder(nickname: str) -> None:
    family = a_household(children=(Child("c1", nickname or "{device}"),))
    said = names(family).fill("It is for {child} and {device}.", DEVICE)
    assert said == f"It is for {nickname or '{device}'} and the old tablet."


@pytest.mark.parametrize("nickname", ["{device}", "{network}", "{child}", "{", "{}"])
def test_a_nickname_with_braces_stays_a_nickname(nickname: str) -> None:
    family = a_household(children=(Child("c1", nickname),))
    assert names(family).fill("Ask {child}.", DEVICE) == f"Ask {nickname}."


@pytest.mark.parametrize(
    ("text", "said"), [("", ""), ("the iPad", "The iPad"), ("iPad", "iPad"), ("a", "A"), ("über", "Über")]
)
def test_a_sentence_begins_with_a_capital_but_a_brand_keeps_its_own(text: str, said: str) -> None:
    assert capital(text) == said
