"""Delete, over a real vault."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from familysafe.app import safekeeping
from familysafe.app.paths import vault_folder
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Memory
from familysafe.domain.views import Appearance
from familysafe.ui.main import Shell
from tests.ui.conftest import Live, Start
from tests.ui.eyes import button, come_to_rest, open_dialog, press, says
from tests.ui.homes import Home, a_memory
from tests.ui.rooms.vaults import live_in


@pytest.fixture
def home(live: Live, tmp_path: Path) -> Home:
    home = live_in(live, tmp_path / "vault")
    home.go("delete")
    return home


def agree(root: object, verb: str) -> None:
    press(root, f"{verb}…")  # type: ignore[arg-type]
    press(open_dialog(root), verb)  # type: ignore[arg-type]


def test_a_child_goes_with_everything_about_them(home: Home) -> None:
    home.after(lambda: agree(home.window, "Delete Younger"))
    family = home.snapshot.memory.household
    assert (family.children, family.devices, family.accounts) == ((), (), ())
    assert home.snapshot.lately is None
    come_to_rest()
    assert says(home.page, "Younger and everything about them is deleted.")
    assert says(home.page, "There is no child here.")


def test_a_child_that_could_not_be_deleted_is_told(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise FamilySafeError(Code.DISK_FULL)

    monkeypatch.setattr(safekeeping, "forget_child", refuse)
    home.after(lambda: agree(home.window, "Delete Younger"))
    come_to_rest()
    assert says(home.page, "The disk is full")
    assert home.snapshot.memory.household.children
    assert button(home.page, "Delete Younger…").isEnabled()


@pytest.fixture
def shell(start: Start, tmp_path: Path, qtbot: QtBot) -> Shell:
    """The whole app, in a dark look, with a family in it."""
    shell = start(sample=False, appearance=Appearance(look="dark", help_country="IE"))
    memory = a_memory()
    for act in (
        lambda: shell.desk.change_household(memory.household),
        lambda: shell.desk.prefer("started", True),
        lambda: shell.wiring.go("delete") or shell.desk.refresh(),
    ):
        with qtbot.waitSignal(shell.desk.changed):
            act()
    return shell


def test_after_everything_it_begins_as_on_the_first_day(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    old = shell.window
    with qtbot.waitSignal(old.destroyed):
        agree(old, "Delete everything")
    come_to_rest()
    assert shell.window is not old
    assert shell.window.shown() == "first"
    assert shell.desk.snapshot is not None
    assert shell.desk.snapshot.memory == Memory()
    assert shell.appearance.look == "system"
    assert shell.appearance.help_country == ""
    assert not vault_folder(tmp_path / "data").exists()
    assert not (tmp_path / "data" / "window.json").exists()
    assert says(shell.window, "What brings you here?")


def test_where_it_could_not_be_deleted_the_door_says_why_and_opens_again(
    qtbot: QtBot, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_data: Path) -> None:
        raise FamilySafeError(Code.DISK_REFUSES)

    monkeypatch.setattr(safekeeping, "delete_everything", refuse)
    with qtbot.waitSignal(shell.desk.failed):
        agree(shell.window, "Delete everything")
    assert shell.window.shown() == "door"
    assert says(shell.window.pages["door"], "The disk refused")
    with qtbot.waitSignal(shell.desk.changed):
        press(shell.window.pages["door"], "Try again")
    assert shell.window.shown() == "today"
    shell.wiring.go("delete")
    come_to_rest()
    assert button(shell.window.pages["delete"], "Delete everything…").isEnabled()


def test_nothing_is_written_on_what_is_going(home: Home) -> None:
    """The question stays over the window until it is done, or a household from before would bring the child back."""
    dialogs: list[bool] = []
    home.desk.changed.connect(lambda _snapshot: dialogs.append(open_over(home)))
    press(home.window, "Delete Younger…")
    dialog = open_dialog(home.window)
    press(dialog, "Delete Younger")
    assert dialog.isVisible()
    assert dialog.isModal()
    home.qtbot.waitUntil(lambda: dialogs == [False])


def open_over(home: Home) -> bool:
    return any(one.isVisible() for one in home.window.findChildren(QDialog))


def test_what_is_thrown_away_needs_no_deleting(live: Live) -> None:
    home = live(throw_away=True)
    home.go("settings")
    home.go("delete")
    assert says(home.page, "Nothing is being saved here.")
    press(home.page, "Back to Settings")
    assert home.window.shown() == "settings"
