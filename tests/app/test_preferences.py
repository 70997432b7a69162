"""How the window looks is kept outside the vault, and never stands in the way of the app."""

import stat
import sys
from pathlib import Path

import pytest

from familysafe.app.preferences import FILE, forget_appearance, keep_appearance, read_appearance
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.views import Appearance

DARK = Appearance("dark", 150, "cy", "GB", "abc")


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    keep_appearance(tmp_path, DARK)
    assert read_appearance(tmp_path) == DARK


def test_before_anything_was_kept_there_are_defaults(tmp_path: Path) -> None:
    assert read_appearance(tmp_path / "nowhere") == Appearance()


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"null", b'{"look":5}', b'{"child":"Sam"}', b'{"look":"\xff"}', b"[" * 100_000]
)
def test_what_cannot_be_read_gives_the_defaults(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / FILE).write_bytes(raw)
    assert read_appearance(tmp_path) == Appearance()


def test_the_folder_is_made_for_this_account_only(tmp_path: Path) -> None:
    keep_appearance(tmp_path / "new", DARK)
    assert sys.platform == "win32" or stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


def test_a_second_look_takes_the_place_of_the_first_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    keep_appearance(tmp_path, DARK)
    keep_appearance(tmp_path, Appearance())
    assert [file.name for file in tmp_path.iterdir()] == [FILE]
    assert read_appearance(tmp_path) == Appearance()


def test_a_disk_that_refuses_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(FamilySafeError) as refused:
        keep_appearance(tmp_path / "data", DARK)
    assert refused.value.code is Code.DISK_REFUSES


def test_a_file_that_cannot_be_replaced_leaves_no_draft(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(FamilySafeError):
        keep_appearance(tmp_path, DARK)
    assert [file.name for file in tmp_path.iterdir()] == [FILE]


def test_what_was_kept_can_be_taken_away_and_nothing_else_goes(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    keep_appearance(folder, DARK)
    (folder / "window-77.draft").touch()
    (folder / "notes.txt").touch()
    forget_appearance(folder)
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]
    (folder / "notes.txt").unlink()
    forget_appearance(folder)
    assert not folder.exists()
    forget_appearance(folder)


def test_a_disk_that_refuses_to_take_it_away_says_so(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(FamilySafeError) as refused:
        forget_appearance(tmp_path)
    assert refused.value.code is Code.DISK_REFUSES
