"""Sentences hold in some countries; menu paths in some systems."""

import pytest

from familysafe.domain.phrasebook import ChildsEyeTest, Local, StepWords, lines_in

LINES = ("Everywhere.", Local("In Britain.", ("GB",)), Local("On the isles.", ("GB", "IE")))
NATIONS = ("Everywhere.", Local("In Britain.", ("GB",)), Local("In Scotland.", ("GB-SCT",)), Local("On it.", ("IE",)))


@pytest.mark.parametrize(
    ("country", "held"),
    [
        ("GB", ("Everywhere.", "In Britain.", "On the isles.")),
        ("IE", ("Everywhere.", "On the isles.")),
        ("FR", ("Everywhere.",)),
    ],
)
def test_a_sentence_is_said_where_it_is_true(country: str, held: tuple[str, ...]) -> None:
    assert lines_in(LINES, country) == held


@pytest.mark.parametrize(
    ("region", "held"),
    [
        ("GB", ("Everywhere.", "In Britain.")),
        ("GB-SCT", ("Everywhere.", "In Britain.", "In Scotland.")),
        ("GB-WLS", ("Everywhere.", "In Britain.")),
        ("IE", ("Everywhere.", "On it.")),
    ],
)
def test_what_is_true_in_one_nation_is_said_there_only(region: str, held: tuple[str, ...]) -> None:
    assert lines_in(NATIONS, region) == held


def words(**where: tuple[str, ...]) -> StepWords:
    named = {name.replace("_", "-"): labels for name, labels in where.items()}
    return StepWords("Set a code", ("It holds.",), ("Tap.",), named, ChildsEyeTest(("Try.",)), {}, ())


def test_a_known_system_has_its_own_path() -> None:
    assert words(ios_27=("New",), ios_26=("Old",)).path_for("ios-26") == ("Old",)


def test_an_unknown_system_has_the_newest_path() -> None:
    assert words(ios_27=("New",), ios_26=("Old",)).path_for(None) == ("New",)


def test_a_path_for_any_system_is_for_every_system() -> None:
    assert words(any=("Settings",)).path_for("ios-26") == ("Settings",)


def test_a_step_without_a_path_has_none() -> None:
    assert words().path_for("ios-27") == ()
