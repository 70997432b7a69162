"""Who can be contacted, country by country."""

import pytest

from familysafe.app.showing.help import help_view
from familysafe.domain.phrasebook import Local
from familysafe.domain.service import Audience, ServiceKind
from tests.builders import a_service, content_of, service_words

EMERGENCY = ServiceKind.EMERGENCY
CONTENT = content_of(
    [],
    services=[
        a_service("gb-line", phone="0800 1111"),
        a_service("gb-police", kind=EMERGENCY, audience=Audience.ADULT, phone="999"),
        a_service("gb-first", kind=ServiceKind.ADVICE, order=1),
        a_service("ie-line", country="IE"),
        a_service("world", country="INT"),
    ],
    words={"gb-line": service_words("The Line", does=("They listen.", Local("In Ireland.", ("IE",))), cost="free")},
)


def test_what_an_author_put_first_comes_first_and_then_the_most_urgent() -> None:
    assert [one.id for one in help_view(CONTENT, "GB").contacts] == ["gb-first", "gb-police", "gb-line"]


def test_a_country_without_services_has_the_international_ones() -> None:
    assert [one.id for one in help_view(CONTENT, "FR").contacts] == ["world"]


def test_the_world_is_no_country_to_choose() -> None:
    assert help_view(CONTENT, "GB").countries == ("GB", "IE")


@pytest.mark.parametrize(("country", "number"), [("GB", "999"), ("IE", ""), ("FR", "")])
def test_an_emergency_number_is_shown_only_where_one_was_checked(country: str, number: str) -> None:
    assert help_view(CONTENT, country).emergency == number


def test_a_contact_says_what_it_does_in_its_country() -> None:
    line = help_view(CONTENT, "GB").contacts[-1]
    assert (line.name, line.does, line.phone, line.cost) == ("The Line", ("They listen.",), "0800 1111", "free")


@pytest.mark.parametrize(
    ("audience", "whom"),
    [(Audience.CHILD, (True, False)), (Audience.ADULT, (False, True)), (Audience.ANYONE, (True, True))],
)
def test_a_contact_says_for_whom_it_is_and_one_for_anyone_is_for_both(
    audience: Audience, whom: tuple[bool, bool]
) -> None:
    (only,) = help_view(content_of([], services=[a_service(audience=audience)]), "GB").contacts
    assert (only.for_children, only.for_adults) == whom
