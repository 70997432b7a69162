"""Who is at home, how old they are, and what happens when somebody or something comes or goes."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysafe.domain.household import (
    Account,
    AgeBand,
    BirthMonth,
    Child,
    Connection,
    Device,
    Household,
    band_of,
)

YOUNGER = Child("c1", "Younger", BirthMonth(2017, 3))
ELDER = Child("c2", "Elder", BirthMonth(2012, 6))
FAMILY = Household(
    children=(YOUNGER, ELDER),
    devices=(Device("d1", "ipad", used_by=("c1",)), Device("d2", "windows", used_by=("c1", "c2")), Device("d3", "tv")),
    connections=(Connection("n1", "sky-broadband"),),
    accounts=(Account("c1", "roblox"), Account("c2", "whatsapp"), Account("c1", "youtube")),
)
TODAY = date(2026, 3, 15)


def test_a_month_of_birth_reads_as_it_is_written() -> None:
    assert str(BirthMonth.parse("2017-03")) == "2017-03"


@pytest.mark.parametrize(
    "text",
    ["", "2017", "2017-3", "2017-13", "2017-00", "17-03", "2017-03-01", "201703", "2017-W1", "２017-03", "March"],
)
def test_anything_but_a_year_and_a_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what date says of it is not ours
        BirthMonth.parse(text)


@given(st.text("0123456789-W/ \u0661", max_size=9))
def test_what_is_read_as_a_month_is_written_the_same_way(text: str) -> None:
    with suppress(ValueError):
        assert str(BirthMonth.parse(text)) == text


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_every_month_of_birth_survives_being_written_and_read(day: date) -> None:
    born = BirthMonth(day.year, day.month)
    assert BirthMonth.parse(str(born)) == born


@pytest.mark.parametrize(
    ("today", "age"),
    [
        (date(2026, 2, 28), 8),
        (date(2026, 3, 1), 9),
        (date(2026, 3, 31), 9),
        (date(2026, 12, 31), 9),
        (date(2027, 2, 28), 9),
        (date(2017, 2, 28), 0),
        (date(2015, 10, 18), 0),  # a clock that was put back
    ],
)
def test_a_birthday_is_the_first_of_its_month(today: date, age: int) -> None:
    assert YOUNGER.age_on(today) == age


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (-1, AgeBand.UNDER_5), (0, AgeBand.UNDER_5), (4, AgeBand.UNDER_5), (5, AgeBand.FROM_5), (7, AgeBand.FROM_5),
        (8, AgeBand.FROM_8), (10, AgeBand.FROM_8), (11, AgeBand.FROM_11), (12, AgeBand.FROM_11), (13, AgeBand.FROM_13),
        (15, AgeBand.FROM_13), (16, AgeBand.FROM_16), (17, AgeBand.FROM_16), (18, None), (60, None),
    ],
)  # fmt: skip
def test_every_age_has_its_band_until_eighteen(age: int, band: AgeBand | None) -> None:
    assert band_of(age) is band


def test_the_bands_cover_childhood_without_a_gap() -> None:
    ages = [age for band in AgeBand for age in range(band.first_age, band.last_age + 1)]
    assert ages == list(range(18))


def test_a_child_of_whom_only_the_band_is_known_keeps_it() -> None:
    child = Child("c", "Sam", age_band=AgeBand.FROM_8)
    assert (child.age_on(TODAY), child.band_on(TODAY)) == (None, AgeBand.FROM_8)


def test_a_month_of_birth_says_more_than_a_band() -> None:
    child = Child("c", "Sam", BirthMonth(2012, 1), AgeBand.FROM_8)
    assert child.band_on(TODAY) is AgeBand.FROM_13


def test_a_child_of_unknown_age_has_no_band_and_is_not_grown_up() -> None:
    child = Child("c", "Sam")
    assert child.band_on(TODAY) is None
    assert not child.is_grown_up(TODAY)


@pytest.mark.parametrize(("born", "grown"), [(BirthMonth(2008, 3), True), (BirthMonth(2008, 4), False)])
def test_a_child_is_grown_up_from_the_first_of_the_month_of_the_eighteenth_birthday(
    born: BirthMonth, grown: bool
) -> None:
    assert Child("c", "Sam", born).is_grown_up(TODAY) is grown


@pytest.mark.parametrize(
    ("child", "keeps"),
    [
        (Child("c", ""), False),
        (Child("c", "", BirthMonth(2013, 4)), False),
        (Child("c", "", BirthMonth(2013, 3)), True),
        (Child("c", "", BirthMonth(2000, 3)), True),
        (Child("c", "", age_band=AgeBand.FROM_11), False),
        (Child("c", "", age_band=AgeBand.FROM_13), True),
    ],
)
def test_from_thirteen_on_private_notes_are_theirs_to_allow(child: Child, keeps: bool) -> None:
    assert child.keeps_own_notes(TODAY) is keeps


@pytest.mark.parametrize(
    ("child", "asked"),
    [
        (Child("c", "", BirthMonth(2010, 4)), False),
        (Child("c", "", BirthMonth(2010, 3)), True),
        (Child("c", "", BirthMonth(2008, 4)), True),
        (Child("c", "", BirthMonth(2008, 3)), False),
        (Child("c", "", age_band=AgeBand.FROM_16), True),
        (Child("c", ""), False),
    ],
)
def test_at_sixteen_and_seventeen_they_are_asked_first(child: Child, asked: bool) -> None:
    assert child.is_asked_first(TODAY) is asked


def test_things_are_found_by_their_ids() -> None:
    assert FAMILY.child("c2") is ELDER
    assert FAMILY.device("d2").guide == "windows"
    assert FAMILY.connection("n1").guide == "sky-broadband"


def test_the_guides_of_all_devices_are_known() -> None:
    assert FAMILY.guides_of_devices() == {"ipad", "windows", "tv"}


def test_a_device_of_nobody_in_particular_is_everybody_s() -> None:
    assert FAMILY.users_of(FAMILY.device("d3"), TODAY) == (YOUNGER, ELDER)


def test_a_device_of_one_child_is_used_by_no_other() -> None:
    assert FAMILY.users_of(FAMILY.device("d1"), TODAY) == (YOUNGER,)


def test_a_grown_up_uses_no_device_as_a_child() -> None:
    assert FAMILY.users_of(FAMILY.device("d2"), date(2030, 6, 1)) == (YOUNGER,)


def test_a_child_s_apps_are_in_the_order_in_which_they_were_told() -> None:
    assert FAMILY.apps_of("c1") == ("roblox", "youtube")


def test_a_new_child_comes_last_with_its_apps() -> None:
    baby = Child("c3", "Baby")
    family = FAMILY.with_child(baby, ("youtube",))
    assert family.children == (YOUNGER, ELDER, baby)
    assert family.apps_of("c3") == ("youtube",)


def test_a_renamed_child_keeps_its_place_and_its_devices() -> None:
    renamed = Child("c1", "Robin")
    family = FAMILY.with_child(renamed, ("roblox",))
    assert family.children == (renamed, ELDER)
    assert family.users_of(family.device("d1"), TODAY) == (renamed,)


def test_a_child_s_new_list_of_apps_takes_the_place_of_the_old_and_leaves_the_others() -> None:
    family = FAMILY.with_child(YOUNGER, ("tiktok",))
    assert (family.apps_of("c1"), family.apps_of("c2")) == (("tiktok",), ("whatsapp",))


def test_a_child_who_goes_takes_accounts_and_own_devices_along() -> None:
    family = FAMILY.without_child("c1")
    assert family.children == (ELDER,)
    assert family.accounts == (Account("c2", "whatsapp"),)
    assert [(device.id, device.used_by) for device in family.devices] == [("d2", ("c2",)), ("d3", ())]


def test_what_one_child_uses_alone_is_known() -> None:
    assert [device.id for device in FAMILY.devices_only_of("c1")] == ["d1"]
    assert FAMILY.devices_only_of("c2") == ()


def test_a_device_can_be_added_changed_and_taken_out() -> None:
    added = FAMILY.with_device(Device("d4", "android"))
    changed = added.with_device(Device("d4", "iphone"))
    assert changed.device("d4").guide == "iphone"
    assert changed.without_device("d4") == FAMILY


def test_a_connection_can_be_added_changed_and_taken_out() -> None:
    added = FAMILY.with_connection(Connection("n2", "dns-cloudflare-families"))
    changed = added.with_connection(Connection("n2", "other-router"))
    assert changed.connection("n2").guide == "other-router"
    assert changed.without_connection("n2") == FAMILY
