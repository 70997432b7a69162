"""Why a step is here, and why it stands where it stands."""

from datetime import date

import pytest

from familysafe.domain.household import AgeBand, Child
from familysafe.domain.plan import Reason, ReasonCode
from familysafe.words.names import Names
from familysafe.words.reasons import SENTENCES, child_words, reason_sentence
from tests.builders import TODAY, a_household, small_content

CONTENT = small_content()


def names(*children: Child) -> Names:
    household = a_household(children=children) if children else a_household()
    return Names(CONTENT.catalogue, CONTENT.phrasebook, household)


def test_every_code_has_a_sentence() -> None:
    assert set(SENTENCES) == set(ReasonCode)


def test_no_two_codes_have_the_same_sentence() -> None:
    assert len({words() for words in SENTENCES.values()}) == len(ReasonCode)


FULL = {"child": "c1", "device": "d1", "guide": "roblox", "worry": "sleep", "step": "ipad.code"}


@pytest.mark.parametrize("code", ReasonCode)
@pytest.mark.parametrize("facts", [FULL, {}])
def test_every_reason_is_a_sentence_with_a_capital(code: ReasonCode, facts: dict[str, str]) -> None:
    said = reason_sentence(Reason(code, **facts), names(), TODAY)
    assert "{" not in said
    assert said[:1] == said[:1].upper()


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason(ReasonCode.CHILD_USES_DEVICE, "c1", "d1", "ipad"), "Younger (9) uses the old tablet"),
        (Reason(ReasonCode.CHILD_HAS_APP, "c1", guide="roblox"), "Younger (9) uses Roblox"),
        (Reason(ReasonCode.DEVICE_AT_HOME, device="d1"), "The old tablet is used at home"),
        (Reason(ReasonCode.DEVICE_ON_NETWORK, device="d1", guide="ee"), "The old tablet is on Ee"),
        (Reason(ReasonCode.CONNECTION_AT_HOME, guide="sky"), "Sky is your connection at home"),
        (Reason(ReasonCode.WORRY, worry="sleep"), "It stands early because of “Screens, sleep and rows”"),
    ],
)
def test_a_reason_names_whom_and_what_it_is_about(reason: Reason, said: str) -> None:
    assert reason_sentence(reason, names(), TODAY) == said


@pytest.mark.parametrize(
    ("child", "said"),
    [
        (Child("c1", "Sam", age_band=AgeBand.FROM_8), "Sam"),
        (Child("c1", ""), "your child"),
        (Child("c2", "Kim"), "your child"),
    ],
)
def test_a_child_is_named_with_the_age_only_where_it_is_known(child: Child, said: str) -> None:
    assert child_words("c1", names(child), date(2026, 1, 1)) == said
