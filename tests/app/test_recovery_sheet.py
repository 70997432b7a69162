"""A sheet is made of fresh words and leaves as a file of its own."""

import stat
from pathlib import Path

import pytest

from familysafe.app.recovery_sheet import ASKED, new_sheet, save_sheet
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.output.qr import qr_rows
from familysafe.store import files
from tests.builders import TODAY


def test_a_sheet_has_twelve_words_and_asks_for_three_of_them_in_order() -> None:
    sheet = new_sheet(TODAY)
    assert len(sheet.secret.words) == 12
    assert len(set(sheet.asked)) == ASKED
    assert list(sheet.asked) == sorted(sheet.asked)
    assert set(sheet.asked) <= set(range(1, 13))
    assert sheet.made == TODAY


def test_the_code_on_it_holds_the_same_words() -> None:
    sheet = new_sheet(TODAY)
    assert sheet.code == qr_rows(" ".join(sheet.secret.words))


def test_no_two_sheets_have_the_same_words() -> None:
    assert len({new_sheet(TODAY).secret for _again in range(20)}) == 20


def test_every_word_is_asked_for_at_times() -> None:
    asked = {number for _again in range(120) for number in new_sheet(TODAY).asked}
    assert asked == set(range(1, 13))


def test_the_file_is_for_this_account_only(tmp_path: Path) -> None:
    file = tmp_path / "recovery-sheet.pdf"
    assert save_sheet(file, b"%PDF-1.4") == "recovery-sheet.pdf"
    assert file.read_bytes() == b"%PDF-1.4"
    assert stat.S_IMODE(file.stat().st_mode) == files.FILE_MODE
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Code.VAULT_READ_ONLY, Code.DISK_REFUSES),
        (Code.DISK_REFUSES, Code.DISK_REFUSES),
        (Code.DISK_FULL, Code.DISK_FULL),
    ],
)
def test_a_refusal_does_not_speak_of_the_vault(monkeypatch: pytest.MonkeyPatch, said: Code, told: Code) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise FamilySafeError(said)

    monkeypatch.setattr(files, "write", refuse)
    with pytest.raises(FamilySafeError) as refusal:
        save_sheet(Path("sheet.pdf"), b"")
    assert refusal.value.code is told
