"""Countries by name."""

from familysafe.ui.countries import FIRST, all_countries, country_name


def test_a_country_is_called_by_its_name() -> None:
    assert country_name("GB") == "United Kingdom"


def test_an_unknown_code_stays_as_it_is() -> None:
    assert country_name("XX") == "XX"


def test_those_with_checked_contacts_come_first() -> None:
    assert tuple(code for code, _name in all_countries()[: len(FIRST)]) == FIRST


def test_the_others_stand_by_name_and_none_twice() -> None:
    codes = [code for code, _name in all_countries()]
    names = [name for _code, name in all_countries()[len(FIRST) :]]
    assert names == sorted(names)
    assert len(codes) == len(set(codes)) > 200
    assert {"FR", "IN", "ZA"} <= set(codes)
