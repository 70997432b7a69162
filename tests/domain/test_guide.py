"""Which of a guide's systems is meant where no device is named."""

from familysafe.domain.guide import GuideKind
from tests.builders import a_guide

PHONES = a_guide("dns", kind=GuideKind.CONNECTION, systems=("android", "samsung"))


def test_a_connection_is_set_on_the_first_system_that_is_at_home() -> None:
    assert PHONES.system_among({"samsung", "ipad"}) == "samsung"
    assert PHONES.system_among({"samsung", "android"}) == "android"
    assert PHONES.system_among({"ipad"}) is None


def test_the_system_of_a_device_is_not_read_off_another_device() -> None:
    assert a_guide("old-phone", systems=("ios", "android")).system_among({"android"}) is None
