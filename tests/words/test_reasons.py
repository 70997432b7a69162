"""Why a step is here, and why it stands where it stands."""

from datetime import date

import pytest
from msgspec.structs import replace

from familysafe.domain.household import AgeBand, BirthMonth, Child
from familysafe.domain.plan import PlanItem, Reason, ReasonCode
from familysafe.domain.target import ItemKey, Target, TargetKind
from familysafe.words.names import Names
from familysafe.words.reasons import SENTENCES, child_words, reason_sentence, reasons_of
from tests.builders import TODAY, a_household, small_content

CONTENT = small_content()
CODE = Target(TargetKind.DEVICE, device="d1")
CHAT = Target(TargetKind.ACCOUNT, child="c1", service="roblox")
ITEM = PlanItem("ipad.code", CODE, "ipad", ("c1", "c2"), 5, 3, needs=(ItemKey("ipad.code", CODE),))


def names(*children: Child) -> Names:
    household = a_household(children=children) if children else a_household()
    return Names(CONTENT.catalogue, CONTENT.phrasebook, household)


def said(reason: Reason, *children: Child) -> str:
    return reason_sentence(reason, ITEM, names(*children), TODAY)


def test_every_code_has_a_sentence() -> None:
    assert set(SENTENCES) == set(ReasonCode)


def test_no_two_codes_have_the_same_sentence() -> None:
    assert len({words(1) for words in SENTENCES.values()}) == len(ReasonCode)


FULL = Reason(ReasonCode.WORRY, ("c1",), "d1", "roblox", "sleep", "ipad.code")


@pytest.mark.parametrize("code", ReasonCode)
@pytest.mark.parametrize("count", [1, 2])
def test_every_reason_is_a_sentence_with_a_capital(code: ReasonCode, count: int) -> None:
    facts = {name: getattr(FULL, name) for name in ("device", "guide", "worry", "step")}
    spoken = said(Reason(code, FULL.children * count, **facts))
    assert "{" not in spoken
    assert spoken[:1] == spoken[:1].upper()


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason(ReasonCode.CHILD_USES_DEVICE, ("c1",), "d1", "ipad"), "Younger (9) uses the old tablet"),
        (Reason(ReasonCode.CHILD_USES_DEVICE, (), "d1", "ipad"), "Your child uses the old tablet"),
        (Reason(ReasonCode.CHILD_HAS_APP, ("c1",), guide="roblox"), "Younger (9) uses Roblox"),
        (Reason(ReasonCode.DEVICE_AT_HOME, device="d1"), "The old tablet is used at home"),
        (Reason(ReasonCode.DEVICE_ON_NETWORK, device="d1", guide="ee"), "The old tablet is on Ee"),
        (Reason(ReasonCode.CONNECTION_AT_HOME, guide="sky"), "You use Sky at home"),
        (
            Reason(ReasonCode.WORRY, worry="sleep"),
            "It belongs to what brought you here: “Screens, sleep and rows”",
        ),
        (Reason(ReasonCode.AFTER_NEEDS, step="ipad.code"), "It comes after “Set a code on the old tablet”"),
    ],
)
def test_a_reason_names_whom_and_what_it_is_about(reason: Reason, words: str) -> None:
    assert said(reason) == words


@pytest.mark.parametrize(
    ("children", "words"),
    [
        (
            (Child("c1", "Zoë", BirthMonth(2024, 5)), Child("c2", "Kim", age_band=AgeBand.FROM_8)),
            "Zoë (2) and Kim use the old tablet",
        ),
        ((Child("c1", "", BirthMonth(2024, 5)), Child("c2", "")), "Your children use the old tablet"),
    ],
)
def test_a_reason_that_holds_for_two_children_names_both(children: tuple[Child, ...], words: str) -> None:
    assert said(Reason(ReasonCode.CHILD_USES_DEVICE, ("c1", "c2"), "d1", "ipad"), *children) == words


def test_the_reasons_of_an_item_stand_in_their_order() -> None:
    device = Reason(ReasonCode.DEVICE_AT_HOME, device="d1")
    needed = PlanItem("ipad.code", CODE, "ipad", (), 5, 3, reasons=(device, Reason(ReasonCode.NEEDED_FIRST)))
    assert reasons_of(needed, names(), TODAY) == ("The old tablet is used at home", "Other steps need it first")


def test_a_step_that_comes_before_is_called_as_it_is_for_its_own_child() -> None:
    """The code is for both children of the device; the account before it is for one of them."""
    content = small_content()
    words = content.phrasebook.steps["roblox.chat"]
    spoken = {**content.phrasebook.steps, "roblox.chat": replace(words, title="Give {child} an account")}
    both = a_household(children=(Child("c1", "Younger"), Child("c2", "Elder")))
    speaker = Names(content.catalogue, replace(content.phrasebook, steps=spoken), both)
    item = replace(ITEM, needs=(ItemKey("roblox.chat", CHAT),))
    reason = Reason(ReasonCode.AFTER_NEEDS, step="roblox.chat")
    assert reason_sentence(reason, item, speaker, TODAY) == "It comes after “Give Younger an account”"


@pytest.mark.parametrize(
    ("child", "words"),
    [
        (Child("c1", "Sam", age_band=AgeBand.FROM_8), "Sam"),
        (Child("c1", ""), "your child"),
        (Child("c2", "Kim"), "your child"),
    ],
)
def test_a_child_is_named_with_the_age_only_where_it_is_known(child: Child, words: str) -> None:
    assert child_words("c1", names(child), date(2026, 1, 1)) == words
