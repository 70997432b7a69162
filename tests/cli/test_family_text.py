"""Only small, ordinary, readable text files get as far as being parsed."""

import os
from pathlib import Path

import pytest

from familysafe.cli.family_text import MOST_BYTES, read_family_text
from familysafe.domain.errors import FamilySafeError


def refusal(file: Path) -> str:
    with pytest.raises(FamilySafeError) as caught:
        read_family_text(file)
    return str(caught.value.details["says"])


def test_text_is_read(tmp_path: Path) -> None:
    file = tmp_path / "f.toml"
    file.write_bytes("\ufeffé\n".encode())
    assert read_family_text(file) == "é\n"


def test_a_file_that_is_just_small_enough_is_read(tmp_path: Path) -> None:
    file = tmp_path / "f.toml"
    file.write_bytes(b"#\n" * (MOST_BYTES // 2))
    assert len(read_family_text(file)) == MOST_BYTES


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"a" * (MOST_BYTES + 1), ": the file is too large; a family file has at most 64 KB."),
        (b"a\nb\0", ", line 2: this is not a text file."),
        (b"a\n\xff\xfe", ", line 2: this is not UTF-8 text; save the file as UTF-8."),
        (b"a\n" + b"b" * 501, ", line 2: the line is too long; at most 500 characters fit."),
    ],
)
def test_what_is_not_small_text_is_refused(raw: bytes, says: str, tmp_path: Path) -> None:
    file = tmp_path / "f.toml"
    file.write_bytes(raw)
    assert refusal(file) == f"{file}{says}"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no").endswith(": there is no such file.")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).endswith(": this is a folder, not a family file.")


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe").endswith(": this is not an ordinary file.")


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path) -> os.stat_result:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", denied)
    assert refusal(tmp_path / "x").endswith(": the file cannot be read (Permission denied).")


def test_a_name_that_no_file_can_have_is_refused() -> None:
    assert refusal(Path("a\0b")).endswith(": this is not the name of a file.")


def test_a_file_without_a_size_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some files of the system are like that, and reading them never ends."""

    def never(_file: Path, _mode: str) -> None:
        raise AssertionError

    file = tmp_path / "family.toml"
    file.touch()
    monkeypatch.setattr(Path, "open", never)
    assert read_family_text(file) == ""
