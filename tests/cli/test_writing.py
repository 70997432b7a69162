"""Output arrives whole, or is refused in one sentence."""

import io
import os
import sys
from pathlib import Path

import pytest

from familysafe.cli.refusals import Refusal
from familysafe.cli.writing import forgive_encodings, print_utf8, silence_stdout, write_file


def test_a_file_is_written_for_this_account_only(tmp_path: Path) -> None:
    write_file(tmp_path / "out", "é\n", tmp_path / "family.toml")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "é\n"
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0
    assert [file.name for file in tmp_path.iterdir()] == ["out"]


def test_a_file_that_is_there_is_replaced_also_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write_file(tmp_path / "link", "new", tmp_path / "family.toml")
    assert (tmp_path / "real").read_text() == "new"
    assert (tmp_path / "link").is_symlink()


def test_the_family_file_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "family.toml").write_text("mine")
    with pytest.raises(Refusal, match="is the family file"):
        write_file(tmp_path / "." / "family.toml", "plan", tmp_path / "family.toml")
    assert (tmp_path / "family.toml").read_text() == "mine"


@pytest.mark.parametrize("name", ["", "no/such/folder/out", "a\0b", "x" * 300])
def test_where_nothing_can_be_written_one_sentence_says_so(name: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="cannot be written") as caught:
        write_file(tmp_path / name, "plan", tmp_path / "family.toml")
    assert str(caught.value).isprintable()


def test_a_full_disk_leaves_the_old_file_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Refusal, match="No space left on device"):
        write_file(tmp_path / "out", "new", tmp_path / "family.toml")
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_devices_are_written_to_and_not_replaced(tmp_path: Path) -> None:
    write_file(Path(os.devnull), "plan", tmp_path / "family.toml")
    assert Path(os.devnull).is_char_device()


def test_a_reader_that_left_is_no_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(Path, "write_text", gone)
    with pytest.raises(BrokenPipeError):
        write_file(Path(os.devnull), "plan", tmp_path / "family.toml")


def test_a_poor_terminal_shows_question_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    forgive_encodings()
    print("“é”", flush=True)
    assert terminal.buffer.getvalue() == b"???\n"


def test_formats_are_utf_8_on_every_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    print_utf8("é")
    terminal.flush()
    assert terminal.buffer.getvalue() == "é".encode()


def test_what_is_left_in_a_broken_stdout_goes_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "terminal").open("w") as terminal:
        monkeypatch.setattr(sys, "stdout", terminal)
        print("left over", end="")
        silence_stdout()
    assert (tmp_path / "terminal").read_text() == ""


def test_without_a_terminal_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    forgive_encodings()
    print_utf8("é")
    silence_stdout()
