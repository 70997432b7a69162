"""After a session with private words in it: no temporary file, nothing in Qt's own files, nothing in any log."""

import base64
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familysafe.domain.answer import Answer
from familysafe.domain.change import AddEntry, BeginRecord, GiveAnswer, RecordTalk
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.talk import Talk
from familysafe.ui.main import Shell
from tests.builders import a_record, an_entry
from tests.ui.conftest import EVENING, Leave, Start
from tests.ui.eyes import come_to_rest

CANARY = "Zaunkoenig7261"


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home and a folder for temporary files that nobody else uses."""
    for name, folder in {"HOME": "home", "XDG_CONFIG_HOME": "home/config", "XDG_CACHE_HOME": "home/cache"}.items():
        monkeypatch.setenv(name, str(tmp_path / folder))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    (tmp_path / "temporary").mkdir()
    assert Path(tempfile.gettempdir()) == tmp_path / "temporary"
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation)
    assert Path(found) == tmp_path / "temporary"
    return tmp_path


def say_private_things(qtbot: QtBot, shell: Shell) -> None:
    """A name, a note with an answer, a talk, a record, a search; each saved before the next."""
    assert shell.desk.snapshot is not None
    item = shell.desk.snapshot.plan.items[0]
    talk = Talk("t1", EVENING.date(), (), (), f"{CANARY} was sad.")
    answer = Answer(item.step, item.target, EVENING.date(), note=f"Ask {CANARY}.", menu_note=CANARY)
    record = a_record("r1", an_entry("e1", f"{CANARY} was asked for it."))
    more = AddEntry("r1", an_entry("e2", f"{CANARY} was asked again."))
    for change in (RecordTalk(talk), GiveAnswer(answer), BeginRecord(record), more):
        with qtbot.waitSignal(shell.desk.changed):
            shell.desk.apply(change)
    with qtbot.waitSignal(shell.desk.found):
        shell.desk.search(CANARY)
    shell.wiring.open_step(item.key)
    come_to_rest()


def files_below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def tells(path: Path) -> bool:
    """True when the canary, or a common disguise of it, can be read in a file or its name."""
    forms = [CANARY.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")]
    forms.append(base64.b64encode(CANARY.encode())[:-4])
    content = path.read_bytes()
    return CANARY in path.name or any(form in content for form in forms)


def test_what_tells_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "note").write_bytes(f"Ask {CANARY}.".encode("utf-16-le"))
    assert tells(tmp_path / "note")


@pytest.mark.parametrize("sample", [True, False])
def test_no_temporary_file_is_left(qtbot: QtBot, places: Path, start: Start, leave: Leave, sample: bool) -> None:
    shell = start(sample=sample)
    say_private_things(qtbot, shell)
    assert [path for path in files_below(places) if tells(path)] == []
    leave(shell)
    assert list((places / "temporary").iterdir()) == []
    assert list(files_below(places / "home")) == []
    assert [path for path in files_below(places) if tells(path)] == []


def test_no_log_and_no_output_repeats_what_was_said(
    qtbot: QtBot,
    start: Start,
    leave: Leave,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with caplog.at_level(logging.DEBUG):
        shell = start()
        say_private_things(qtbot, shell)
        leave(shell)
    out = "".join(capfd.readouterr())
    assert CANARY not in caplog.text
    assert CANARY not in out


def test_a_refusal_names_no_value(
    qtbot: QtBot, qapp: QApplication, start: Start, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = start()
    refusals: list[FamilySafeError] = []
    shell.desk.failed.connect(refusals.append)

    def breaks(*_parts: object) -> None:
        raise ValueError(f"cannot write {CANARY}")

    monkeypatch.setattr(shell.desk._session._store, "save", breaks)  # type: ignore[union-attr]
    with caplog.at_level(logging.DEBUG), qtbot.waitSignal(shell.desk.failed):
        shell.desk.apply(BeginRecord(a_record("r1", an_entry("e1", CANARY))))
    assert [refusal.code for refusal in refusals] == [Code.DISK_REFUSES]
    assert "job failed: ValueError" in caplog.text
    assert CANARY not in caplog.text
    assert CANARY not in str(refusals[0].details)
