"""A household is opened: the one that is kept, an empty one, one that is thrown away, or the sample."""

from collections.abc import Callable
from pathlib import Path

import pytest

from familysafe.app.opening import LateVault, is_kept, open_emptied, open_kept, open_sample, open_thrown_away
from familysafe.app.paths import vault_folder
from familysafe.app.preferences import keep_appearance
from familysafe.app.session import Session
from familysafe.content.compiled import Compiled
from familysafe.domain.change import ChangeHousehold
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.household import Household
from familysafe.domain.memory import Memory
from familysafe.domain.views import Appearance
from tests.builders import TODAY, a_household, small_content

FAMILY = a_household()


def kept(data: Path) -> Session:
    return open_kept(small_content(), data, lambda: TODAY)


def test_looking_around_leaves_nothing_behind(tmp_path: Path) -> None:
    session = kept(tmp_path)
    session.refresh()
    session.close()
    assert list(tmp_path.iterdir()) == []


def test_the_first_change_makes_the_vault(tmp_path: Path) -> None:
    session = kept(tmp_path)
    session.apply(ChangeHousehold(FAMILY))
    session.close()
    assert vault_folder(tmp_path).is_dir()


def test_what_was_saved_is_there_the_next_time(tmp_path: Path) -> None:
    session = kept(tmp_path)
    session.apply(ChangeHousehold(FAMILY))
    session.apply(ChangeHousehold(FAMILY.with_child(FAMILY.children[0], ())))
    session.close()
    again = kept(tmp_path)
    assert again.snapshot.memory.household.accounts == ()
    again.close()


def test_a_vault_made_in_the_meantime_is_not_written_over(tmp_path: Path) -> None:
    late, other = kept(tmp_path), kept(tmp_path)
    other.apply(ChangeHousehold(FAMILY))
    other.close()
    late.apply(ChangeHousehold(Household("IE")))
    late.close()
    again = kept(tmp_path)
    assert again.snapshot.memory.household.country == "IE"
    again.close()


def test_a_vault_that_is_damaged_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    session = kept(tmp_path)
    session.apply(ChangeHousehold(FAMILY))
    session.close()
    for file in vault_folder(tmp_path).iterdir():
        file.write_bytes(b"rubbish")
    with pytest.raises(FamilySafeError):
        kept(tmp_path)


def test_a_household_that_is_thrown_away_begins_empty_and_says_so() -> None:
    session = open_thrown_away(small_content(), lambda: TODAY)
    assert session.snapshot.throw_away
    assert session.snapshot.memory.household == Household()
    session.close()


def test_the_sample_is_a_family_with_answers_that_is_thrown_away(content: Compiled) -> None:
    session = open_sample(content, lambda: TODAY)
    assert session.snapshot.throw_away
    assert [child.name for child in session.snapshot.memory.household.children] == ["Younger", "Elder"]
    assert session.snapshot.memory.answers
    session.close()


def test_what_keeps_it_safe_makes_the_vault_where_nothing_was_saved_yet(tmp_path: Path) -> None:
    session = kept(tmp_path)
    assert session.vault().folder == vault_folder(tmp_path)
    assert session.vault() is session.vault()
    session.close()
    assert vault_folder(tmp_path).is_dir()


def test_a_vault_that_is_there_already_is_the_one_that_is_kept_safe(tmp_path: Path) -> None:
    first = kept(tmp_path)
    first.apply(ChangeHousehold(FAMILY))
    first.close()
    session = kept(tmp_path)
    assert session.vault().read().household == FAMILY
    session.close()


@pytest.mark.parametrize("opening", [open_thrown_away, open_sample])
def test_what_is_thrown_away_is_not_kept_safe(content: Compiled, opening: Callable[..., Session]) -> None:
    session = opening(content, lambda: TODAY)
    with pytest.raises(FamilySafeError) as refusal:
        session.vault()
    assert refusal.value.code is Code.NOTHING_KEPT
    session.close()


def test_a_store_with_nothing_yet_remembers_nothing(tmp_path: Path) -> None:
    store = LateVault(vault_folder(tmp_path))
    assert store.read() == Memory()
    store.save(ChangeHousehold(FAMILY))
    assert store.read().household == FAMILY
    store.close()


def test_a_folder_says_whether_something_is_kept_in_it(tmp_path: Path) -> None:
    assert not is_kept(tmp_path)
    session = kept(tmp_path)
    session.apply(ChangeHousehold(FAMILY))
    session.close()
    assert is_kept(tmp_path)


def test_what_is_emptied_begins_as_on_the_first_day(tmp_path: Path) -> None:
    session = kept(tmp_path / "data")
    session.apply(ChangeHousehold(FAMILY))
    session.close()
    keep_appearance(tmp_path / "data", Appearance(look="dark"))
    anew = open_emptied(small_content(), tmp_path / "data", lambda: TODAY)
    assert anew.snapshot.memory == Memory()
    anew.close()
    assert list(tmp_path.iterdir()) == []
