"""The window from start to end: what is kept, and what is locked."""

import argparse
import faulthandler
import gc
import logging
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familysafe.app.preferences import keep_appearance, read_appearance
from familysafe.app.relaunch import HIDE, LOCK
from familysafe.content.compiled import Compiled
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.views import Appearance
from familysafe.store.backups import listed
from familysafe.store.opening import DATABASE
from familysafe.store.vault import Vault
from familysafe.ui import main
from familysafe.ui.holding import Hold
from familysafe.ui.main import Shell, as_text, geometry_of, run_window
from familysafe.ui.work import Work
from tests.ui.conftest import EVENING, Start
from tests.ui.eyes import button, come_to_rest, press, says


def page_of(shell: Shell) -> str:
    come_to_rest()
    return shell.window.shown()


def test_the_application_is_known_by_its_names(qapp: QApplication) -> None:
    assert QGuiApplication.desktopFileName() == "org.familysafe.FamilySafe"
    assert qapp.style().name().lower() == "fusion"
    assert not qapp.windowIcon().isNull()


def test_the_sample_opens_at_today_and_keeps_nothing(start: Start, tmp_path: Path) -> None:
    shell = start()
    assert page_of(shell) == "today"
    assert says(shell.window, "Nothing is being saved.")
    shell.window.close()
    assert not (tmp_path / "data").exists()


def test_a_first_start_leaves_no_vault_until_something_is_said(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    shell = start(sample=False)
    assert page_of(shell) == "first"
    assert not (tmp_path / "data" / "vault").exists()
    with qtbot.waitSignal(shell.desk.changed):
        shell.desk.prefer("minutes", 30)
    assert (tmp_path / "data" / "vault").exists()


def test_closing_keeps_how_the_window_looked(start: Start, tmp_path: Path) -> None:
    shell = start(sample=False)
    shell.window.resize(1111, 777)
    shell.window.close()
    kept = read_appearance(tmp_path / "data")
    assert geometry_of(kept) == shell.window.saveGeometry()


def test_a_kept_size_and_look_come_back(start: Start, tmp_path: Path) -> None:
    first = start(sample=False)
    first.window.resize(700, 650)
    first.wiring.appearance_changed.emit(Appearance(look="dark", text_size=120))
    size = first.window.size()
    first.window.close()
    again = start(sample=False)
    assert again.appearance.look == "dark"
    assert again.window.theme.text_size == 120
    assert again.window.size() == size


def test_a_size_that_cannot_be_read_gives_way_to_the_usual_one(start: Start, tmp_path: Path) -> None:
    keep_appearance(tmp_path / "data", Appearance(geometry="bm9uc2Vuc2U="))
    shell = start(sample=False)
    assert shell.window.width() <= 1280
    assert shell.window.isVisible()


@pytest.mark.parametrize("asked", ["Look: Dark", "Text size: 150 %", "Look: High contrast, dark"])
def test_another_look_makes_the_window_anew_and_keeps_the_page(qtbot: QtBot, start: Start, asked: str) -> None:
    shell = start()
    old = shell.window
    press(old, "Settings")
    with qtbot.waitSignal(old.destroyed):
        press(old, asked)
    assert shell.window is not old
    assert page_of(shell) == "settings"
    assert button(shell.window, asked).isChecked()


def test_after_another_look_changes_are_drawn_in_the_new_window_only(qtbot: QtBot, start: Start) -> None:
    shell = start()
    press(shell.window, "Settings")
    press(shell.window, "Look: Dark")
    press(shell.window, "Today")
    with qtbot.waitSignal(shell.desk.changed):
        press(shell.window, "How long have you got?: 30 min")
    come_to_rest()
    assert button(shell.window, "How long have you got?: 30 min").isChecked()


def test_the_same_look_again_keeps_the_window(start: Start) -> None:
    shell = start()
    before = shell.window
    shell.wiring.appearance_changed.emit(Appearance(help_country="IE"))
    assert shell.window is before
    assert shell.appearance.help_country == "IE"


def test_the_next_day_is_noticed_when_one_comes_back(qapp: QApplication, qtbot: QtBot, start: Start) -> None:
    shell = start()
    tomorrow = EVENING + timedelta(days=1)
    shell._now = lambda: tomorrow
    with qtbot.waitSignal(shell.desk.changed):
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert shell.desk.snapshot is not None
    assert shell.desk.snapshot.plan.today == tomorrow.date()


@pytest.mark.parametrize("state", [Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive])
def test_on_the_same_day_nothing_is_drawn_anew(
    qapp: QApplication, qtbot: QtBot, start: Start, state: Qt.ApplicationState
) -> None:
    shell = start()
    with qtbot.assertNotEmitted(shell.desk.changed, wait=50):
        qapp.applicationStateChanged.emit(state)


def test_use_without_saving_opens_a_household_that_is_thrown_away(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    shell = start(sample=False)
    with qtbot.waitSignal(shell.desk.changed):
        press(shell.window, "Use without saving")
    come_to_rest()
    assert says(shell.window, "Nothing will be saved")
    assert not (tmp_path / "data" / "vault").exists()


def test_where_the_look_cannot_be_kept_the_window_goes_on(
    start: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "data" / "window.json").mkdir(parents=True)
    shell = start(sample=False)
    with caplog.at_level(logging.WARNING):
        shell.wiring.appearance_changed.emit(Appearance(help_country="IE"))
    assert "could not be kept" in caplog.text
    assert shell.window.isVisible()


def test_what_was_saved_but_cannot_be_read_is_told(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "vault"
    Vault.create(folder).close()
    (folder / DATABASE).write_bytes(b"not a database" * 400)
    shell = start(sample=False, says="failed")
    assert page_of(shell) == "door"
    assert says(shell.window, "What was saved cannot be read")
    assert says(shell.window, str(tmp_path / "data"))


def test_a_window_that_is_to_be_hidden_appears_minimised(
    qapp: QApplication, qtbot: QtBot, content: Compiled, tmp_path: Path, started: list[Shell]
) -> None:
    shell = Shell(qapp, content, tmp_path / "data", sample=True)
    started.append(shell)
    with qtbot.waitSignal(shell.desk.changed):
        shell.start(minimised=True)
    assert shell.window.isMinimized()


def test_where_the_first_page_takes_its_time_the_window_appears_without_it(
    qapp: QApplication, qtbot: QtBot, content: Compiled, tmp_path: Path, started: list[Shell]
) -> None:
    shell = Shell(qapp, content, tmp_path / "data", sample=True)
    started.append(shell)
    shell.desk.open = lambda _opener: None  # type: ignore[method-assign]
    shell.start()
    assert not shell.window.isVisible()
    qtbot.waitUntil(shell.window.isVisible)


@pytest.mark.parametrize("code", [LOCK, HIDE])
def test_leaving_keeps_what_was_half_written_and_ends_the_loop(
    qapp: QApplication, qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    shell = start()
    kept: list[str] = []
    codes: list[int] = []
    monkeypatch.setattr(shell.window, "keep_drafts", lambda: kept.append("drafts"))
    monkeypatch.setattr(qapp, "exit", codes.append, raising=False)
    shell.leave(code)
    assert (kept, codes) == (["drafts"], [code])


def test_leaving_hides_whatever_is_open_at_once(
    qapp: QApplication, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = start()
    codes: list[int] = []
    monkeypatch.setattr(qapp, "exit", codes.append, raising=False)
    shell.wiring.open_keys()
    monkeypatch.setattr(shell.desk, "_asked", 1)  # something is still being saved
    shell.leave(LOCK)
    assert [one for one in qapp.topLevelWidgets() if one.isVisible()] == []
    shell.leave(HIDE)
    assert codes == []
    shell.desk._saved(shell.desk.snapshot)  # type: ignore[arg-type]
    assert codes == [LOCK]


def test_closing_waits_for_what_is_being_saved_too(
    qapp: QApplication, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = start()
    ended: list[int] = []
    monkeypatch.setattr(qapp, "quit", lambda: ended.append(0), raising=False)
    assert not qapp.quitOnLastWindowClosed()
    monkeypatch.setattr(shell.desk, "_asked", 1)
    shell.window.close()
    assert ended == []
    shell.desk._saved(shell.desk.snapshot)  # type: ignore[arg-type]
    assert ended == [0]


def test_a_geometry_can_be_kept_as_text() -> None:
    geometry = geometry_of(Appearance(geometry="AQID"))
    assert (geometry.data(), as_text(geometry)) == (b"\x01\x02\x03", "AQID")


@pytest.fixture
def ordinary(monkeypatch: pytest.MonkeyPatch, qapp: QApplication, qtbot: QtBot) -> list[Path]:
    """A start in this process: what it would change for good is put back, and the loop ends when it begins."""
    seen: list[Path] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(faulthandler, "enable", lambda: None)
    monkeypatch.setattr(main, "make_application", lambda: qapp)
    monkeypatch.setattr(main, "AFTER_FIRST_PAGE", 0)

    def run() -> int:
        qtbot.waitUntil(gc.isenabled)
        qtbot.waitUntil(lambda: any(window.isVisible() for window in qapp.topLevelWidgets()))
        for window in qapp.topLevelWidgets():
            if window.isVisible():
                seen.append(Path(window.windowTitle()))
                window.close()
                window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                window.deleteLater()
        return 0

    monkeypatch.setattr(qapp, "exec", run, raising=False)
    return seen


@pytest.mark.parametrize("sample", [True, False])
def test_an_ordinary_start_shows_one_window_and_ends_with_nought(
    ordinary: list[Path], tmp_path: Path, sample: bool
) -> None:
    code = run_window(argparse.Namespace(data_dir=tmp_path / "data", sample=sample, minimised=False))
    assert code == 0
    assert ordinary == [Path("FamilySafe")]
    Hold(tmp_path / "data").take()  # nobody else holds it any more


def test_what_guesses_are_made_with_is_there_before_the_first_is_typed(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready: list[str] = []
    monkeypatch.setattr(main, "guessing", lambda: ready.append("ready"))
    shell = start(sample=True)
    assert ready == []  # the first page does without
    main.settle_down(shell)
    assert ready == ["ready"]


def test_without_a_display_there_is_one_clear_refusal(ordinary: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "why_no_display", lambda _environment: "there is no screen.")
    with pytest.raises(FamilySafeError) as refusal:
        run_window(argparse.Namespace(data_dir=None, sample=True, minimised=False))
    assert refusal.value.code is Code.NO_DISPLAY
    assert ordinary == []


def test_after_a_change_there_is_a_copy_of_the_day(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    shell = start(sample=False)
    folder = tmp_path / "data" / "vault"
    with qtbot.waitSignal(shell.desk.changed):
        shell.desk.prefer("minutes", 30)
    qtbot.waitUntil(lambda: bool(listed(folder)))
    assert [copy.on for copy in listed(folder)] == [EVENING.date()]


@pytest.mark.parametrize("code", [HIDE, LOCK])
def test_leaving_stops_long_work(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, code: int
) -> None:
    monkeypatch.setattr(qapp, "exit", lambda _code: None, raising=False)
    shell = start()
    work = Work(shell.desk)
    with qtbot.waitSignal(work.refused) as said:
        shell.desk.jobs.run(lambda: for_ever(work), work.end, work.refuse)
        shell.leave(code)
    assert said.args[0].code is Code.CANCELLED


def for_ever(work: Work) -> None:
    while True:
        work.tell(0.5)


def test_what_cannot_be_kept_does_not_keep_a_hidden_process_alive(
    qapp: QApplication, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = start()
    codes: list[int] = []
    monkeypatch.setattr(qapp, "exit", codes.append, raising=False)

    def broken() -> None:
        raise RuntimeError

    monkeypatch.setattr(shell.window, "keep_drafts", broken)
    with pytest.raises(RuntimeError):
        shell.leave(LOCK)
    assert codes == [LOCK]
