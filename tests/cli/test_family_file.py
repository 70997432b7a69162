"""Family files that are right become households; all others become one sentence with file, line and a way out."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from familysafe.cli.family_file import MOST_CHILDREN, read_family
from familysafe.content.compiled import Compiled
from familysafe.domain.catalogue import Retired, RetiredKind
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.household import Account, AgeBand, BirthMonth, Connection, Household, Worry
from tests.builders import TODAY, a_guide, content_of, small_content
from tests.cli.conftest import FAMILY

Write = Callable[[str], Path]
GB = 'country = "GB"\n'
CHILD = f'{GB}[[child]]\nname = "Younger"\n'
DEVICE = f'{CHILD}[[device]]\nguide = "ipad"\n'


def refusal(file: Path, content: Compiled, today: date = TODAY) -> str:
    with pytest.raises(FamilySafeError) as caught:
        read_family(file, content, today)
    assert caught.value.code is Code.FAMILY_FILE
    return str(caught.value.details["says"])


def test_a_whole_family_is_read(small: Compiled, write: Write) -> None:
    home = read_family(write(FAMILY), small, TODAY)
    younger, elder = home.children
    tablet, other = home.devices
    assert (home.country, home.worries) == ("GB", (Worry.STRANGERS,))
    assert (younger.name, younger.born, younger.age_band) == ("Younger", BirthMonth(2017, 3), None)
    assert (elder.name, elder.born, elder.age_band) == ("Elder", None, AgeBand.FROM_13)
    assert home.accounts == (Account(younger.id, "roblox"),)
    assert (tablet.guide, tablet.name, tablet.used_by, tablet.mobile) == ("ipad", "The iPad", (younger.id,), "ee")
    assert (other.guide, other.name, other.used_by, other.mobile) == ("other-device", "", (), None)
    assert home.connections == (Connection("broadband", "sky"), Connection("dns", "clean-dns"))


def test_a_country_alone_is_a_family(small: Compiled, write: Write) -> None:
    assert read_family(write(GB), small, TODAY) == Household(country="GB")


def test_small_letters_a_byte_order_mark_and_windows_line_ends_do_no_harm(small: Compiled, write: Write) -> None:
    text = '\ufeffcountry = "gb"\r\n  [[child]]\r\n  name = " Younger "\r\n'
    home = read_family(write(text), small, TODAY)
    assert home.country == "GB"
    assert home.children[0].name == "Younger"


def test_what_is_named_twice_counts_once(small: Compiled, write: Write) -> None:
    text = f'{CHILD}apps = ["roblox", "roblox"]\n[[device]]\nguide = "ipad"\nused_by = ["Younger", "Younger"]\n'
    home = read_family(write(text), small, TODAY)
    assert len(home.accounts) == 1
    assert len(home.devices[0].used_by) == 1


def test_a_renamed_guide_is_followed(write: Write) -> None:
    content = content_of([a_guide("ipad")], retired=[Retired("tablet", RetiredKind.RENAMED, "ipad")])
    home = read_family(write(f'{GB}[[device]]\nguide = "tablet"\n'), content, TODAY)
    assert home.devices[0].guide == "ipad"


def test_a_withdrawn_guide_is_unknown(write: Write) -> None:
    content = content_of([a_guide("ipad")], retired=[Retired("tablet", RetiredKind.WITHDRAWN, reason="gone")])
    assert "“tablet” is not a device guide" in refusal(write(f'{GB}[[device]]\nguide = "tablet"\n'), content)


BAD = [
    ('country = "UK"\n', 1, "“GB”"),
    ('country = "Germany"\n', 1, "“DE”"),
    ('country = "EU"\n', 1, "nearest"),
    ('country = ""\n', 1, "“”"),
    ("country = 5\n", 1, "text in quotes"),
    ("", 1, "`country` is missing"),
    ('county = "GB"\n', 1, "`country`?"),
    (f"{GB}zzz = 1\n", 2, "the keys are country"),
    (f"{GB}[[children]]\n", 2, "`child`?"),
    (f"{GB}[child]\n", 2, "[[child]]"),
    (f"{GB}child = [1]\n", 2, "[[child]]"),
    (f'{GB}broadband = "skye"\n', 2, "“sky”"),
    (f'{GB}broadband = "ee"\n', 2, "a mobile network guide, not a home broadband guide"),
    (f'{GB}dns = "home"\n', 2, "a guide for every home"),
    (f'{GB}worries = ["stranger"]\n', 2, "“strangers”"),
    (f"{GB}[[child]]\n", 2, "`name` is missing"),
    (f'{GB}[[child]]\nnmae = "A"\n', 3, "`name`?"),
    (f'{GB}[[child]]\nname = "  "\n', 3, "nickname"),
    (f'{GB}[[child]]\nname = "a\\nb"\n', 3, "signs"),
    (f'{GB}[[child]]\nname = "{"a" * 90}"\n', 3, "too long"),
    (f"{GB}[[child]]\nname = 3\n", 3, "text in quotes"),
    (f'{CHILD}born = "2017-13"\n', 4, "“2017-13” is not a month"),
    (f'{CHILD}born = "2017-03-01"\n', 4, "not a month"),
    (f"{CHILD}born = 2017-03-01\n", 4, "text in quotes"),
    (f"{CHILD}born = 2017-03\n", 4, "not valid TOML"),
    (f'{CHILD}born = "2026-12"\n', 4, "in the future"),
    (f'{CHILD}born = "1817-03"\n', 4, "too long ago"),
    (f'{CHILD}age_band = "8-9"\n', 4, "“8-10”"),
    (f'{CHILD}born = "2017-03"\nage_band = "8-10"\n', 5, "not both"),
    (f'{CHILD}apps = "roblox"\n', 4, "list of texts"),
    (f"{CHILD}apps = [1]\n", 4, "list of texts"),
    (f'{CHILD}apps = ["robloks"]\n', 4, "“roblox”"),
    (f'{CHILD}apps = ["ipad"]\n', 4, "a device guide, not an app guide"),
    (f'{CHILD}[[child]]\nname = "Younger"\n', 5, "two children"),
    (f'{CHILD}[[child]]\nname = "younger "\n', 5, "two children"),
    (f'{GB}worries = ["sleeping"]\n', 2, "“sleep”"),
    (f'{GB}[[device]]\nname = "x"\n', 2, "`guide` is missing"),
    (f'{GB}[[device]]\nguide = "ipda"\n', 3, "“ipad”"),
    (f'{GB}[[device]]\nguide = "Apple Tablet"\n', 3, "“ipad”"),
    (f'{GB}[[device]]\nguide = "zzzzzz"\n', 3, "“other-device”"),
    (f'{GB}[[device]]\nguide = "roblox"\n', 3, "an app guide, not a device guide"),
    (f'{DEVICE}used_by = ["Yonger"]\n', 6, "“Younger”"),
    (f'{GB}[[device]]\nguide = "ipad"\nused_by = ["A"]\n', 4, "no child is called “A”."),
    (f'{DEVICE}mobile = "sky"\n', 6, "“ee”"),
    (f'{GB}device = [{{guide = "ipad"}}, {{guide = "ipda"}}]\n', 2, "“ipad”"),
    ("country = ", 1, "not valid TOML"),
    ("country\n", 1, "not valid TOML"),
    (f"{GB}{GB}", 2, "not valid TOML"),
    (f'{GB}note = """\n[[child]]\n"""\n', 2, "unknown key `note`"),
    (f'{GB}"a\\u001bb" = 1\n', 1, "unknown key"),
    ("a" * 501, 1, "at most 500"),
    ("\0", 1, "not a text file"),
]


@pytest.mark.parametrize(("text", "line", "says"), BAD)
def test_what_is_wrong_is_said_with_its_line_and_a_way_out(
    text: str, line: int, says: str, small: Compiled, write: Write
) -> None:
    file = write(text)
    told = refusal(file, small)
    assert told.startswith(f"{file}, line {line}: ")
    assert says in told
    assert told.isprintable()


def test_a_child_is_known_by_its_name_capitals_aside(small: Compiled, write: Write) -> None:
    home = read_family(write(DEVICE + 'used_by = ["younger"]\n'), small, TODAY)
    assert home.devices[0].used_by == (home.children[0].id,)


def test_deep_nesting_is_refused(small: Compiled, write: Write) -> None:
    assert "nested" in refusal(write("a = " + "[\n" * 20_000), small)


def test_more_children_than_any_home_has_are_refused(small: Compiled, write: Write) -> None:
    many = "".join(f'[[child]]\nname = "{number}"\n' for number in range(MOST_CHILDREN + 1))
    assert "at most 20 [[child]] fit" in refusal(write(GB + many), small)


def test_without_guides_of_a_kind_there_is_no_hint(write: Write) -> None:
    told = refusal(write(f'{GB}[[device]]\nguide = "ipad"\n'), content_of([]))
    assert told.endswith("“ipad” is not a device guide.")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(raw=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes, tmp_path: Path) -> None:
    assert_read_or_refused(tmp_path / "any.toml", raw)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_any_mutation_of_a_family_file_is_read_or_refused(data: st.DataObject, tmp_path: Path) -> None:
    text = FAMILY
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        put = data.draw(
            st.sampled_from(["", '"', "[", "]", "=", "\n", "{", "1", "[[child]]\n", "\ud800"[:0], "é"]) | st.text()
        )
        text = text[:start] + put + text[end:]
    assert_read_or_refused(tmp_path / "mutated.toml", text.encode("utf-8", "surrogatepass"))


def assert_read_or_refused(file: Path, raw: bytes) -> None:
    file.write_bytes(raw)
    told = refusal_or_none(file)
    if told is not None:
        assert told.startswith(str(file))
        assert len(told.splitlines()) == 1


def refusal_or_none(file: Path) -> str | None:
    try:
        read_family(file, small_content(), TODAY)
    except FamilySafeError as error:
        return str(error.details["says"]) if error.code is Code.FAMILY_FILE else ""
    return None
