"""A situation knows its order and its contacts in each country; a service knows whom and where it serves."""

import pytest

from familysafe.domain.region import country_of
from familysafe.domain.service import Audience, Service
from familysafe.domain.situation import fitting, serves, speaks_to
from tests.builders import a_service, a_situation


def test_steps_come_in_the_order_of_a_country_s_guidance() -> None:
    situation = a_situation("threatened", "a", "b", steps_in={"AU": ("b", "a")})
    assert (situation.steps_for("GB"), situation.steps_for("AU")) == (("a", "b"), ("b", "a"))


@pytest.mark.parametrize(
    ("country", "contacts"), [("GB", ("gb-101", "gb-ceop")), ("FR", ("int-line",)), ("IE", ("int-line",))]
)
def test_a_country_without_contacts_of_its_own_has_the_international_ones(
    country: str, contacts: tuple[str, ...]
) -> None:
    situation = a_situation(contacts={"GB": ("gb-101", "gb-ceop"), "IE": (), "INT": ("int-line",)})
    assert situation.contacts_for(country) == contacts


def test_where_nobody_is_named_there_is_nobody() -> None:
    assert a_situation(contacts={"GB": ("gb-101",)}).contacts_for("FR") == ()


@pytest.mark.parametrize(("region", "country"), [("GB", "GB"), ("GB-SCT", "GB"), ("IE", "IE")])
def test_a_nation_belongs_to_its_country(region: str, country: str) -> None:
    assert country_of(region) == country


@pytest.mark.parametrize(
    ("country", "nations", "region", "here"),
    [
        ("GB", (), "GB", True),
        ("GB", (), "GB-SCT", True),
        ("GB", ("SCT",), "GB-SCT", True),
        ("GB", ("ENG", "WLS"), "GB-WLS", True),
        ("GB", ("SCT",), "GB-ENG", False),
        ("GB", ("SCT",), "GB", True),
        ("GB", (), "IE", False),
        ("INT", (), "GB-NIR", True),
        ("INT", (), "FR", True),
    ],
)
def test_a_service_is_for_its_country_and_its_nations(
    country: str, nations: tuple[str, ...], region: str, here: bool
) -> None:
    assert serves(a_service(country=country, nations=nations), region) is here


LINE = a_service("gb-line")
SCOTTISH = a_service("gb-sct", nations=("SCT",))
WORLD = a_service("int-line", country="INT")
FALLBACK = a_service("int-list", country="INT", fallback=True)


def test_services_stay_in_their_order_and_those_of_other_places_are_left_out() -> None:
    assert fitting((WORLD, SCOTTISH, LINE), "GB-SCT") == [WORLD, SCOTTISH, LINE]
    assert fitting((WORLD, SCOTTISH, LINE), "GB-ENG") == [WORLD, LINE]


@pytest.mark.parametrize(("region", "shown"), [("GB-SCT", [SCOTTISH]), ("GB-ENG", [FALLBACK]), ("FR", [FALLBACK])])
def test_a_fallback_is_shown_only_where_there_is_nothing_better(region: str, shown: list[Service]) -> None:
    assert fitting((FALLBACK, SCOTTISH), region) == shown


def test_a_fallback_stays_beside_a_service_of_all_countries() -> None:
    assert fitting((WORLD, FALLBACK), "FR") == [WORLD, FALLBACK]
    assert fitting((WORLD, FALLBACK, LINE), "GB") == [WORLD, LINE]


@pytest.mark.parametrize(
    ("audience", "adult", "child"),
    [(Audience.ADULT, True, False), (Audience.CHILD, False, True), (Audience.ANYONE, True, True)],
)
def test_a_service_speaks_to_those_it_is_for(audience: Audience, adult: bool, child: bool) -> None:
    service = a_service(audience=audience)
    assert (speaks_to(service, child=False), speaks_to(service, child=True)) == (adult, child)
